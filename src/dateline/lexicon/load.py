"""Reads the word data that ships beside this module."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import InstallError

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there


class Loader(_Safe):  # type: ignore[misc]
    """A safe loader to which "on", "off", "yes" and "no" are words: in YAML 1.1 they would be truth values."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for first, found in _Safe.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def load(name: str) -> Any:  # noqa: ANN401 (YAML is whatever the file holds; its reader checks it)
    """The content of ``lexicon/NAME.yaml``; raises InstallError where it is missing or broken."""
    path = Path(__file__).with_name(f"{name}.yaml")
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 (a safe loader in both cases)
    except FileNotFoundError:
        raise InstallError("a word list of Dateline is missing", where=str(path), remedy="Install it again.") from None
    except yaml.YAMLError as error:
        raise InstallError(f"a word list of Dateline is broken: {error}", where=str(path)) from error
