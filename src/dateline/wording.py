"""Parts of a claim in the contract's form, worded for people. Pure functions; nothing here knows a terminal."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from dateline.model.judgement_words import value_in_words

Json = dict[str, Any]

STATUS: Final = {
    "happened": "happened",
    "future": "planned",
    "hypothetical": "possible",
    "negation": "did not happen",
    "historical": "background",
}
SHORT_ID: Final = 8  # digits of an id that are enough to name it
_ROLES: Final = {"at": "", "from": "from ", "to": "to "}


def plain(text: str) -> str:
    """`text` on one line and without the control characters that could move a terminal's cursor or turn its text."""
    flat = " ".join(text.split())
    if flat.isprintable():
        return flat
    return "".join(c for c in flat if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"} or c == "\u200d")


def clipped(text: str, limit: int, *, around: int = 0) -> str:
    """At most about `limit` characters of `text` around a position, cut between words and marked with an ellipsis."""
    if len(text) <= limit:
        return text
    start = max(0, min(around - limit // 2, len(text) - limit))
    stop = start + limit
    if start:
        start = text.find(" ", start, around) + 1 or start
    if stop < len(text):
        stop = text.rfind(" ", around, stop) if " " in text[around:stop] else stop
    return ("…" if start else "") + text[start:stop].strip() + ("…" if stop < len(text) else "")


def number(value: float, *, share: bool = False) -> str:
    """A number for people: 1,200 or, for a share, 50%."""
    if share:
        return f"{value * 100:.3g}%"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.15g}"


def interval(low: float | None, high: float | None, *, share: bool = False) -> str:
    """Such as "14", "14–20", "15+" (no upper bound), "up to 20" (no lower bound)."""
    if low is None and high is None:
        return "?"
    if high is None:
        return f"{number(low or 0, share=share)}+"
    if low is None:
        return f"up to {number(high, share=share)}"
    return number(low, share=share) if low == high else f"{number(low, share=share)}–{number(high, share=share)}"


def figure(one: Json) -> str:
    """Such as "14 killed"; of a share "50% (share)"."""
    share = one["measure"] == "share"
    return interval(one["low"], one["high"], share=share) + ("" if share else f" {one['measure']}")


def figures(claim: Json) -> str:
    """All figures of a claim: "14 killed, 30 injured"; "" for none."""
    return ", ".join(dict.fromkeys(figure(one) for one in claim["figures"]))


def kind(claim: Json) -> str:
    """Type and mode: "ASSAULT aerial"."""
    return " ".join(filter(None, (claim["event"], claim["mode"])))


def status(claim: Json) -> str:
    """Whether it happened, and how surely the text says so: "happened", "planned, reported"."""
    return ", ".join(filter(None, (STATUS[claim["aux"] or "happened"], claim["hedge"])))


def name(ref: Json) -> str:
    """Whom an actor, recipient or source means: the name, else what a pronoun points to, else the words."""
    antecedent = ref.get("antecedent") or {}
    return plain(str(ref.get("name") or antecedent.get("text") or ref["text"]))


def words(ref: Json) -> str:
    """The words of a reference as written, with the name beside them where it says more."""
    written, known = plain(ref["text"]), name(ref)
    return written if known.casefold() in written.casefold() else f"{written} ({known})"


def who_to_whom(claim: Json) -> str:
    """Such as "army → two villagers"; "" where the claim names neither."""
    actors, recipients = (", ".join(plain(ref["text"]) for ref in claim[key]) for key in ("actors", "recipients"))
    if not recipients:
        return actors
    return f"{actors} → {recipients}" if actors else f"→ {recipients}"


def places(claim: Json) -> str:
    """Such as "Qarrah; to Deir Sahl"."""
    return "; ".join(f"{_ROLES[place['role']]}{plain(place['name'] or place['text'])}" for place in claim["places"])


def days(time: Json | None) -> str:
    """Such as "2021-03-02", or first and last day "2021-03-01 – 03-02"; "" for none."""
    if time is None:
        return ""
    return between(time["from"], time["to"])


def between(first: str | None, last: str | None) -> str:
    """Two ISO days as one, or as "2021-03-01 – 03-02" with the year said once; "" for none."""
    if not first or not last:
        return first or last or ""
    if first == last:
        return first
    return f"{first} – {last[5:] if last[:4] == first[:4] else last}"


def chain(claim: Json) -> str:
    """The sources, speaker first: "The local council < Meridian Press"; "" where the outlet itself says it."""
    return " < ".join(name(ref) for ref in claim["sources"])


def headline(article: Json) -> str:
    """Such as "qarrah · Title · The Post · 2021-03-03"."""
    parts = (article["id"], article["title"], article["publisher"], article["published"])
    return " · ".join(plain(str(part)) for part in parts if part)


def corrected_value(value: object) -> str:
    """The value of a correction on one line, safe on a terminal."""
    return plain(value_in_words(value))


def was(said: Json) -> str:
    """What a corrected field said before: "14 killed", "Qarrah", "2021-03-02"; "none" for nothing."""
    field, before = said["field"], said["was"]
    if not before:
        return "happened" if field == "aux" else "none"
    if isinstance(before, str):
        return before
    if isinstance(before, dict):
        return days(before)
    return ", ".join(figure(one) if "measure" in one else name(one) for one in before)
