"""Parts of a claim in a few words, for lists of errors and changes."""

from __future__ import annotations

from dateline.bench.agreement import Json


def kind_words(claim: Json) -> str:
    """Type, mode and status: "ASSAULT aerial, negation"."""
    kind = " ".join(filter(None, (claim["event"], claim.get("mode"))))
    return ", ".join(filter(None, (kind, claim.get("aux"))))


def place_words(place: Json) -> str:
    """The words with their role and what they were taken for: "at the capital (Damascus, SYR 33.51 36.29)"."""
    words = f"{place.get('role', 'at')} {_flat(place['text'])}"
    if place.get("lat") is None:
        return f"{words} (not located)"
    named = ", ".join(filter(None, (place.get("name"), place.get("country"))))
    return f"{words} ({named} {place['lat']:.2f} {place['lon']:.2f})"


def figure_words(figure: Json) -> str:
    """The measure and its bounds with the words: "killed 61–∞: at least 61 people"."""
    low, high = ("∞" if value is None else f"{value:g}" for value in (figure["low"], figure["high"]))
    bounds = low if low == high else f"{'?' if figure['low'] is None else low}–{high}"
    return f"{figure['measure']} {bounds}: {_flat(figure['text'])}"


def time_words(time: Json | None) -> str | None:
    """The days with the words: "2021-03-02: on Tuesday"; None for no time."""
    if time is None:
        return None
    days = " to ".join(dict.fromkeys((time["from"], time["to"])))
    return f"{days}: {_flat(time.get('text', ''))}"


def sentence(text: str, claim: Json) -> str:
    """The claim's evidence as the article has it, on one line, with the trigger in ⟦ ⟧."""
    trigger, evidence = claim["trigger"], claim["evidence"]
    start, end = trigger.get("start"), trigger.get("end")
    if start is None or end is None:
        return _flat(evidence["text"])
    first, last = (evidence.get(edge) for edge in ("start", "end"))
    ahead = text[min(start if first is None else first, start) : start]
    behind = text[end : max(end if last is None else last, end)]
    return _flat(f"{ahead}⟦{text[start:end]}⟧{behind}")


def _flat(text: str) -> str:
    return " ".join(text.split())
