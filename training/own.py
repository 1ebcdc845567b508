"""Reads the articles of `training/articles`: texts invented and coded for this project, by the project's codebook.

    python training/own.py training/articles/*.yaml     # checks them: every quote must stand in its text

A file is a YAML list of articles: `id`, `published` (absent where a text has no date), `text`, and `claims`. A claim
quotes its text: `event` ("ASSAULT aerial": type and mode), `trigger`, `evidence` (the clause; the trigger is looked for
in it), and where there are any `actors`, `recipients`, `at`, `from`, `to`, `sources` (lists), `time`, `aux`, `hedge`.
An argument is looked for in the evidence first and then nearest to it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import yaml

from dateline.annotate.labels import AUX_NAMES, EVENT_NAMES, HEDGE_NAMES, MODE_NAMES

Json = dict[str, Any]
LISTS: Final = ("actors", "recipients", "at", "from", "to", "sources")
KEYS: Final = {"event", "trigger", "evidence", "time", "aux", "hedge", *LISTS}


class CodingError(ValueError):
    """A claim that does not fit its text or the codebook; the message tells the file, the article and the claim."""


def own_articles(paths: Iterable[Path]) -> list[Json]:
    """The articles of the files in the contract's form, with `claims`.

    Raises:
        CodingError: where a quote is not in its text, or a label is none of the codebook's.
    """
    out: list[Json] = []
    for path in paths:
        for given in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or []:  # noqa: S506 (words only)
            text = given["text"].strip()
            article = {"id": f"{path.stem}-{given['id']}", "text": text}
            if "published" in given:
                article["published"] = given["published"]
            claims = []
            for claim in given.get("claims") or []:
                try:
                    claims.append(_claim(text, claim))
                except CodingError as error:
                    raise CodingError(f"{path}, {given['id']}, {claim.get('trigger')!r}: {error}") from error
            out.append(article | {"claims": claims})
    names = Counter(one["id"] for one in out)
    if len(names) < len(out):
        raise CodingError(f"two articles have one id: {[name for name, count in names.items() if count > 1]}")
    return out


def _claim(text: str, given: Json) -> Json:
    if unknown := set(given) - KEYS:
        raise CodingError(f"unknown keys {sorted(unknown)}")
    event, _, mode = given["event"].partition(" ")
    labels = {"event": event, "mode": mode or None, "aux": given.get("aux"), "hedge": given.get("hedge")}
    _check(labels)
    evidence = _find(text, given["evidence"], (0, len(text)), only=True)
    spans = {name: [_near(text, quote, evidence) for quote in given.get(name, [])] for name in LISTS}
    places = [{"role": role, **span} for role in ("at", "from", "to") for span in spans[role]]
    time = given.get("time")
    return labels | {
        "trigger": _find(text, given["trigger"], (evidence["start"], evidence["end"])),
        "evidence": evidence,
        "actors": spans["actors"],
        "recipients": spans["recipients"],
        "places": places,
        "time": _near(text, time, evidence) if time else None,
        "sources": spans["sources"],
    }


def _check(labels: Json) -> None:
    if labels["event"] not in EVENT_NAMES:
        raise CodingError(f"no such type: {labels['event']}")
    if (labels["event"], labels["mode"]) not in MODE_NAMES:
        raise CodingError(f"no such mode of {labels['event']}: {labels['mode']}")
    if labels["aux"] not in AUX_NAMES or labels["hedge"] not in HEDGE_NAMES:
        raise CodingError(f"no such aux or hedge: {labels['aux']}, {labels['hedge']}")


def _find(text: str, quote: str, within: tuple[int, int], *, only: bool = False) -> Json:
    starts = [start for start in _starts(text, quote) if within[0] <= start and start + len(quote) <= within[1]]
    if not starts:
        raise CodingError(f"{quote!r} is not in {'the text' if only else 'the evidence'}")
    if only and len(starts) > 1:
        raise CodingError(f"{quote!r} stands in the text {len(starts)} times: quote more")
    return {"start": starts[0], "end": starts[0] + len(quote)}


def _near(text: str, quote: str, evidence: Json) -> Json:
    """The quote in the evidence, else the one nearest to it."""
    starts = _starts(text, quote)
    if not starts:
        raise CodingError(f"{quote!r} is not in the text")
    begin, end = evidence["start"], evidence["end"]
    best = min(starts, key=lambda start: (max(begin - start, start + len(quote) - end, 0), start))
    return {"start": best, "end": best + len(quote)}


def _starts(text: str, quote: str) -> list[int]:
    """Where the quote stands, cutting no word in two."""
    return [found.start() for found in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text)]


def main() -> None:
    """Checks the files named and counts what is in them."""
    articles = own_articles(map(Path, sys.argv[1:]))
    claims = [claim for one in articles for claim in one["claims"]]
    print(f"{len(articles)} articles, {sum(len(one['text'].split()) for one in articles)} words, {len(claims)} claims")
    print(Counter(claim["event"] for claim in claims).most_common())


if __name__ == "__main__":
    main()
