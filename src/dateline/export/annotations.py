"""W3C Web Annotation (JSON-LD): an AnnotationCollection whose one page has an Annotation for each claim.

The target is the claim's sentence in its article, selected twice: by the words with what stands before and behind them
(TextQuoteSelector) and by position, from 0, in Unicode code points of the article's text as stored
(TextPositionSelector). Its source is the article's address, or a urn where it has none. The body is the reading: a line
for people, the claim as JSON for programs, and the type as a tag.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final, TextIO
from uuid import NAMESPACE_URL, uuid5

from dateline.export.claim_rows import interval, main_place, name_of
from dateline.export.jsonl import json_line

Json = dict[str, Any]
CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32  # characters before and behind the words
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_LABEL: Final = "Claims as Dateline reads them"


def write_annotations(readings: Iterable[Json], out: TextIO) -> int:
    """Writes the claims of `readings` (articles in the contract's form) to `out` as they come; returns how many."""
    items = (annotation(claim, article) for article in readings for claim in article["claims"])
    first = next(items, None)
    collection = {"@context": CONTEXT, "id": _urn("collection"), "type": "AnnotationCollection", "label": _LABEL}
    if first is None:  # a page has at least one annotation
        out.write(json_line(collection | {"total": 0}) + "\n")
        return 0
    page = {"id": _urn("page"), "type": "AnnotationPage", "partOf": collection["id"], "startIndex": 0}
    out.write(f'{json_line(collection)[:-1]}, "first": {json_line(page)[:-1]}, "items": [\n{json_line(first)}')
    count = 1
    for one in items:
        out.write(",\n" + json_line(one))
        count += 1
    out.write(f'\n]}}, "last": {json.dumps(page["id"])}, "total": {count}}}\n')
    return count


def annotation(claim: Json, article: Json) -> Json:
    """The claim as an Annotation on its article, both in the contract's form."""
    tag = {"type": "TextualBody", "purpose": "tagging", "value": claim["event"]}
    line = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en"}
    data = {"type": "TextualBody", "purpose": "describing", "format": "application/json"}
    return {
        "id": _urn(f"claim:{claim['id']}"),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            line | {"value": summary(claim)},
            data | {"value": json.dumps(claim, ensure_ascii=False, allow_nan=False)},
            tag,
        ],
        "target": {"source": _source(article), "selector": selectors(claim["evidence"], article["text"])},
    }


def selectors(words: Json, text: str) -> list[Json]:
    """Both ways to find `words` (with `start` and `end`) in `text`."""
    start, end = words["start"], words["end"]
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def summary(claim: Json) -> str:
    """The claim in one line: what, its status, how many, where, when, and who says it."""
    place, time = main_place(claim), claim["time"]
    days = " to ".join(dict.fromkeys((time["from"], time["to"]))) if time else ""
    sources = " < ".join(map(name_of, claim["sources"]))
    parts = (
        " ".join(filter(None, (claim["event"], claim["mode"]))),
        claim["aux"] or "happened",
        ", ".join(f"{interval(each['low'], each['high'])} {each['measure']}" for each in claim["figures"]),
        (place["name"] or place["text"]) if place else "",
        days,
        f"according to {sources}" if sources else "",
    )
    return " · ".join(filter(None, parts))


def _source(article: Json) -> str:
    url = article["url"] or ""
    return url if _ADDRESS.fullmatch(url) else _urn(f"article:{article['hash']}")


def _urn(name: str) -> str:
    """The same name has the same urn everywhere."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'dateline:{name}')}"
