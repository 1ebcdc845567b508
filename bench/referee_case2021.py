"""Kind of event on the news snippets of CASE 2021, shared task 2.

    python bench/referee_case2021.py [FOLDER]

FOLDER (default ../shared/referees/types-case2021) holds ``dev.jsonl``: snippets with one of thirty labels each. Claims
are mapped to labels by ``case2021.yaml``, which says which claim is a snippet's main one. Prints weighted F1, macro F1
and accuracy for subtask 1 (snippets of ACLED's 25 labels), 2 (28 labels) and 3 (all 30), and F1 by label. Of subtask 3
also the half that the mapping was corrected on and the half that only measured it, and how many labels needed no claim.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from labels import Labelled, Pair, claims_of, load_items, load_mapping

Json = dict[str, Any]
FOLDER: Final = Path("../shared/referees/types-case2021")
ADDED: Final = {2: ("ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER"), 3: ("DIPLO", "ATTRIB")}
HAPPENED: Final = (None, "historical")


def deciding(text: str, claims: Sequence[Json], mapping: Json) -> Json | None:
    """The rule that decides a snippet with these claims: the first that holds, for what happened before the rest."""
    told = [claim for claim in claims if claim["aux"] in HAPPENED]
    found = (rule for tried in (told, claims) for rule in mapping["rules"] if holds(rule, text, tried))
    return next(found, None)


def holds(rule: Json, text: str, claims: Sequence[Json]) -> bool:
    """Whether a rule of ``case2021.yaml`` takes one of the claims, or the snippet itself where it names no events."""
    if "events" not in rule:
        return _worded(rule, text)
    return any(_is(claim, rule["events"]) and _worded(rule, _said(claim, text)) and _sided(rule, claim)
               for claim in claims)  # fmt: skip


def _is(claim: Json, kinds: Iterable[str]) -> bool:
    for kind in kinds:
        event, *modes = kind.split()
        if claim["event"] == event and (not modes or claim["mode"] in modes):
            return True
    return False


def _said(claim: Json, text: str) -> str:
    """The line of the text that the claim's trigger stands in."""
    trigger = claim["trigger"]
    return text[text.rfind("\n", 0, trigger["start"]) + 1 :].split("\n", 1)[0]


def _worded(rule: Json, said: str) -> bool:
    wanted = all(_begins(said, rule[name]) for name in ("words", "and") if name in rule)
    return wanted and not _begins(said, rule.get("without", ()))


def _begins(said: str, words: Iterable[str]) -> bool:
    """Whether a word of `said`, or several in a row, begins with one of `words`."""
    return any(re.search(rf"\b{re.escape(word)}", said, re.IGNORECASE) for word in words)


def _sided(rule: Json, claim: Json) -> bool:
    return all(any(one.get("sector") in rule[side] for one in claim[side])
               for side in ("actors", "recipients") if side in rule)  # fmt: skip


def figures(pairs: Sequence[Pair]) -> str:
    """The figures of some snippets in words."""
    found = Labelled(tuple(pairs))
    return (
        f"{len(found.pairs):4} snippets  weighted F1 {found.weighted:.3f}  macro F1 {found.macro:.3f}"
        f"  accuracy {found.accuracy:.3f}"
    )


def main(folder: Path) -> int:
    """Print the figures for the snippets in `folder`."""
    items, mapping = load_items(folder / "dev.jsonl"), load_mapping("case2021.yaml")
    claims = claims_of(items)
    rules = [deciding(item["text"], claims.get(str(item["id"]), []), mapping) for item in items]
    given = [rule["label"] if rule else mapping["otherwise"] for rule in rules]
    pairs = [(str(item["label"]), str(ours)) for item, ours in zip(items, given, strict=True)]
    for task in (1, 2, 3):
        left_out = {name for later, names in ADDED.items() if later > task for name in names}
        print(f"subtask {task}     {figures([pair for pair in pairs if pair[0] not in left_out])}")
    print(f"looked at     {figures(pairs[::2])}\nonly measured {figures(pairs[1::2])}")
    print(f"by words alone {sum(rule is not None and 'events' not in rule for rule in rules)}")
    for name, value in sorted(Labelled(tuple(pairs)).f1().items()):
        print(f"  {name:30} F1 {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
