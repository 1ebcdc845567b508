"""The shape of the code: who imports whom, how large its pieces are, what is documented.

Read off the package that is imported, so that the installed wheel is held to it as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import dateline

PACKAGE = Path(dateline.__file__).parent
LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 50
BASE = {"model", "text", "lexicon", "errors", "settings"}
STAGES = ("read", "annotate", "extract", "ground", "reconcile", "store", "export")
# What each part may import besides itself. A new part has to be given its place here.
MAY_IMPORT: dict[str, set[str]] = {
    "dateline": set(),
    "errors": set(),
    "settings": {"errors"},
    "model": {"errors"},
    "text": {"errors", "model.span"},
    "lexicon": {"errors", "model", "text"},
    "wording": {"model"},
    **dict.fromkeys(STAGES, BASE),
    "pipeline": BASE | set(STAGES),
    "incorporate": BASE | {"reconcile", "store"},
    "feeds": BASE | {"read", "store", "incorporate"},
    "bench": BASE | set(STAGES) | {"pipeline"},
    "serve": BASE | set(STAGES) | {"incorporate", "wording", "dateline"},
    "cli": BASE | set(STAGES) | {"pipeline", "incorporate", "feeds", "bench", "serve", "wording", "dateline"},
    "__main__": {"cli"},
}
BROAD = {"Exception", "BaseException"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the project: its dotted name below the package ("annotate.times"), and its source."""

    name: str
    source: str

    @property
    def part(self) -> str:
        """The stage or module at the top that it belongs to."""
        return self.name.split(".")[0]

    @property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return ast.parse(self.source)


@cache
def modules() -> dict[str, Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "dateline"
        found[name] = Module(name, path.read_text(encoding="utf-8"))
    return found


def imports(module: Module, known: set[str]) -> Iterator[str]:
    """The modules of the project that `module` imports anywhere: at its top, in functions, or for types alone."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            # `from dateline.model import span` names a module, `from dateline.model.span import Span` something in one
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "dateline":
                yield resolved(name, known)


def resolved(name: str, known: set[str]) -> str:
    """The longest beginning of `name` that is a module, without the package's own name."""
    below = name.removeprefix("dateline").removeprefix(".")
    while below and below not in known:
        below = below.rpartition(".")[0]
    return below or "dateline"


def strays(module: Module, known: set[str]) -> list[str]:
    """The imports of `module` that its part may not have."""
    allowed = MAY_IMPORT[module.part] | {module.part}
    return [
        f"{module.name} imports {name}"
        for name in imports(module, known)
        if name not in allowed and name.split(".")[0] not in allowed
    ]


def cycle(graph: dict[str, set[str]]) -> list[str]:
    """The modules of one import cycle; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [str(name) for name in error.args[1]]
    return []


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def undocumented(tree: ast.Module, where: str) -> Iterator[str]:
    """Public modules, classes, functions and methods without a docstring."""
    waiting: list[tuple[str, ast.Module | ast.ClassDef | Function]] = [(where, tree)]
    while waiting:
        name, node = waiting.pop()
        if not ast.get_docstring(node):
            yield name
        if not isinstance(node, Function):
            waiting += [
                (f"{name}.{child.name}", child)
                for child in node.body
                if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_")
            ]


def broad_excepts(module: Module) -> Iterator[int]:
    """The lines that catch everything; on the pipeline's edge this is allowed, with a reason beside it."""
    lines = module.source.splitlines()
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        names = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)} if node.type else BROAD
        excused = module.name == "pipeline" and "noqa: BLE001 (" in lines[node.lineno - 1]
        if names & BROAD and not excused:
            yield node.lineno


def test_every_part_has_its_place() -> None:
    """A folder or module at the top of the package stands in the table of who may import whom."""
    assert {module.part for module in modules().values()} <= set(MAY_IMPORT)


def test_data_flows_one_way() -> None:
    """A stage imports the model, the text functions, the lexicon, errors and settings, never another stage."""
    known = set(modules())
    assert [stray for module in modules().values() for stray in strays(module, known)] == []


def test_no_module_imports_itself_in_a_circle() -> None:
    known = set(modules())
    assert cycle({name: set(imports(module, known)) - {name} for name, module in modules().items()}) == []


def test_there_is_no_catch_all_module() -> None:
    names = {name.split(".")[-1] for name in modules()}
    assert names.isdisjoint({"utils", "util", "helpers", "common", "misc"})


def test_files_are_small() -> None:
    sizes = {name: len(module.source.splitlines()) for name, module in modules().items()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_functions_are_small() -> None:
    long = {
        f"{name}.{node.name}": size
        for name, module in modules().items()
        for node in functions(module.tree)
        if (size := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_every_public_name_is_documented() -> None:
    assert [gap for name, module in modules().items() for gap in undocumented(module.tree, name)] == []


def test_nothing_catches_everything_but_the_pipelines_edge() -> None:
    caught = {name: list(broad_excepts(module)) for name, module in modules().items()}
    assert {name: lines for name, lines in caught.items() if lines} == {}


KNOWN = {"dateline", "annotate", "annotate.times", "ground", "ground.when", "model", "model.span", "text", "text.fold"}
IMPORTS = [
    ("annotate.times", "from dateline.model.span import Span", []),
    ("annotate.times", "from dateline.model import span", []),
    ("annotate.times", "import json\nfrom collections.abc import Iterator", []),
    ("annotate.times", "from dateline.ground.when import resolve", ["annotate.times imports ground.when"]),
    ("annotate.times", "import dateline.ground.when", ["annotate.times imports ground.when"]),
    ("annotate.times", "def f():\n    from dateline.ground import when", ["annotate.times imports ground.when"]),
    (
        "annotate.times",
        "if TYPE_CHECKING:\n    from dateline.ground import when",
        ["annotate.times imports ground.when"],
    ),
    ("annotate.times", "from dateline import __version__", ["annotate.times imports dateline"]),
    ("text.fold", "from dateline.model.span import Span", []),
    ("text.fold", "from dateline.model import X", ["text.fold imports model"]),
]


@pytest.mark.parametrize(("name", "source", "wanted"), IMPORTS)
def test_a_forbidden_import_is_found(name: str, source: str, wanted: list[str]) -> None:
    assert strays(Module(name, source), KNOWN) == wanted


def test_a_cycle_is_found() -> None:
    assert set(cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}
    assert cycle({"a": {"b", "c"}, "b": {"c"}}) == []


EXCEPTS = [
    ("annotate", "except Exception:  # noqa: BLE001 (a reason)", [3]),
    ("annotate", "except (OSError, Exception):", [3]),
    ("annotate", "except:", [3]),
    ("annotate", "except (OSError, ValueError):", []),
    ("pipeline", "except Exception:", [3]),
    ("pipeline", "except Exception:  # noqa: BLE001", [3]),
    ("pipeline", "except Exception:  # noqa: BLE001 (a reason)", []),
]


@pytest.mark.parametrize(("name", "line", "wanted"), EXCEPTS)
def test_a_broad_except_is_found(name: str, line: str, wanted: list[int]) -> None:
    assert list(broad_excepts(Module(name, f"try:\n    pass\n{line}\n    pass\n"))) == wanted


def test_a_missing_docstring_is_found() -> None:
    source = 'class A:\n    """A."""\n    def b(self): ...\n    def _c(self): ...\n    def __len__(self): ...\n'
    assert sorted(undocumented(ast.parse(source), "m")) == ["m", "m.A.b"]
