"""From an article's toponym spans to names with candidates, and what the text says about where they lie."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from dateline.ground.gazetteer import Entry, Gazetteer
from dateline.ground.places_types import POINTS, Name
from dateline.lexicon.countries import country, country_by_demonym, country_by_name
from dateline.lexicon.place_spellings import former_name, other_spellings
from dateline.lexicon.place_words import kinds_of_place, place_words
from dateline.lexicon.roles import role_of
from dateline.model.span import Span
from dateline.text.fold import fold_name, loose_key, without_article

_POSSESSIVE = re.compile("['’](?:s|S)?$")
_CAPITALISED = re.compile(r"(?:the )?\b[A-Z][\w.'’]*(?:[ -](?:of |the |and )?[A-Z][\w.'’]*)*")
_TAIL = re.compile(r"\s*(?:\(\s*|,\s+)(?:in\s+)?(?:the\s+)?((?:[A-Z][\w'’-]*\.?|[A-Z]\.)(?:\s?[A-Z][\w'’-]*\.?)?)")
_WITHIN = re.compile(r"^(?:\s*,\s*|\s+(?:in|of|,)\s+|,?\s+in\s+)(?:the\s+)?(?:[a-z-]+\s+){0,3}$")
# "in Paris, US Secretary of Defense": whose secretary, not where Paris lies
_WHOSE = re.compile(
    r"(?:U\.?[SK]\b\.?|UN\b)[ -](?!(?:an?d|[aio]n|at|for|to|wh\w+|said|[iw]s|was|ha[sd]|as|after|with)\b)\w"
)
_LONGEST = 4
_WHO = 0.3
_ALIKE, _CLOSELY = 0.6, 0.75
_SHORTEST = 4  # letters of a name that is looked up in other spellings


def names_of(gazetteer: Gazetteer, text: str, toponyms: Sequence[Span]) -> tuple[Name, ...]:
    """The distinct names among the spans, in order of first appearance."""
    groups: dict[str, list[Span]] = defaultdict(list)
    words: dict[str, str] = {}
    for span in sorted(set(toponyms)):
        bare = clean(span.of(text))
        demonym = _people(bare)
        key = f"people:{demonym}" if demonym else fold_name(bare)
        groups[key].append(span)
        words.setdefault(key, bare)
    names = [_name(gazetteer, text, key, words[key], tuple(spans)) for key, spans in groups.items()]
    return _with_parents(gazetteer, text, names)


def clean(words: str) -> str:
    """A toponym without the possessive and an article before it."""
    bare = _POSSESSIVE.sub("", " ".join(words.split())).strip(" ,;:")
    return bare[4:] if bare[:4].casefold() == "the " and len(bare) > 4 else bare


def entries_of(gazetteer: Gazetteer, words: str) -> tuple[Entry, ...]:
    """All that a name could mean: as written, else without a plural or possessive "s" that lost its apostrophe.

    Words that only say a kind of place, a people or a body ("Hospital", "Old City", "Kurdish", "Police") mean none.
    """
    if words.casefold() in kinds_of_place() or (" " not in words and role_of(words.casefold()) is not None):
        return ()
    code = country_by_name(words)
    found = gazetteer.lookup(words)
    if code:
        known = tuple(entry for entry in found if entry.kind == "country")
        return found if known else (*gazetteer.lookup(country(code).name), *found)
    if not found and len(words) > 4 and words.endswith("s") and words[:1].isupper():
        code = country_by_name(words[:-1])
        found = gazetteer.lookup(country(code).name) if code else gazetteer.lookup(words[:-1])
    return found or _second_chance(gazetteer, words)


def _second_chance(gazetteer: Gazetteer, words: str) -> tuple[Entry, ...]:
    """What a name without an exact match could be: a former name, or the first other spelling that is known."""
    if not words[:1].isupper() and "-" not in words:
        return ()
    former = former_name(words)
    if former:
        return tuple(e for e in gazetteer.lookup(former.name) if e.country == former.country)
    for spelling in other_spellings(words):
        found = [e for e in gazetteer.lookup(spelling) if e.country in place_words().transliterated]
        if found:
            return tuple(replace(entry, main=False) for entry in found)
    return ()


def spelt_otherwise(
    gazetteer: Gazetteer, words: str, countries: Iterable[str], *, closely: bool = False
) -> tuple[Entry, ...]:
    """Places of some countries whose names could be another spelling of `words`, most populous first.

    The two must share most of their letters, since the loose key alone lets too much through; `closely` asks for more.
    """
    if len(loose_key(words) if closely else fold_name(words)) < _SHORTEST or words.casefold() in kinds_of_place():
        return ()
    least = _CLOSELY if closely else _ALIKE
    found = [e for code in sorted(countries) for e in gazetteer.loosely(words, code) if _alike(words, e.name) >= least]
    return tuple(sorted(found, key=lambda entry: (-entry.population, entry.id)))


def _alike(a: str, b: str) -> float:
    """The share of letters that two spellings have in common."""
    one, other = (without_article(fold_name(name)).replace(" ", "") for name in (a, b))
    return SequenceMatcher(None, one, other).ratio()


def country_mentions(text: str) -> Mapping[str, Mapping[str, float]]:
    """How often each country is named anywhere in the text: alpha-3 -> folded name or demonym -> mentions.

    An abbreviation ("US-led", "UK officials") counts less: it says who, not where.
    """
    mentions: dict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for match in _CAPITALISED.finditer(text):
        for words in _grams(match[0]):
            code = country_by_name(words) or country_by_demonym(words)
            if code:
                mentions[code][fold_name(words)] += _WHO if words.replace(".", "").isupper() else 1.0
    return mentions


def _grams(run: str) -> Iterator[str]:
    """The longest country names in a run of capitalised words, from the left."""
    words = [word.rstrip(".,") if "." not in word[:-1] else word for word in _POSSESSIVE.sub("", run).split()]
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            gram = _POSSESSIVE.sub("", " ".join(words[at : at + size]))
            if country_by_name(gram) or country_by_demonym(gram):
                yield gram
                at += size
                break
        else:
            at += 1


def _people(words: str) -> str | None:
    return None if country_by_name(words) else country_by_demonym(words)


def _name(gazetteer: Gazetteer, text: str, key: str, words: str, spans: tuple[Span, ...]) -> Name:
    people = _people(words)
    if people:
        entries = tuple(e for e in gazetteer.lookup(country(people).name) if e.kind == "country")
        return Name(key, words, spans, entries, demonym=True)
    entries = entries_of(gazetteer, words) or _settlement_of(gazetteer, words)
    return Name(key, words, spans, _with_article(text, spans, entries))


def _with_article(text: str, spans: Sequence[Span], entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without the towns, where a region bears a name that is told with "the": the Middle East is no town."""
    told = any(text[max(0, span.start - 4) : span.start].casefold() == "the " for span in spans)
    region = told and any(entry.kind == "region" for entry in entries)
    return tuple(entry for entry in entries if entry.kind not in POINTS) if region else entries


def _settlement_of(gazetteer: Gazetteer, words: str) -> tuple[Entry, ...]:
    """For "Aleppo City", "Anbar Province", "Laurel County": the name without the kind, of that kind."""
    head, _, kind = words.rpartition(" ")
    lists = place_words()
    low = kind.casefold()
    if not head or low not in lists.settlements | lists.admin1 | lists.admin2:
        return ()
    found = entries_of(gazetteer, head)
    division = low not in lists.settlements
    first = tuple(entry for entry in found if (entry.kind == "admin1") == division)
    return first or found


def _with_parents(gazetteer: Gazetteer, text: str, names: list[Name]) -> tuple[Name, ...]:
    owners = {span: name for name in names for span in name.spans}
    order = sorted(owners)
    following = dict(pairwise(order))
    return tuple(replace(name, parents=_parents(gazetteer, text, name, following, owners)) for name in names)


def _parents(
    gazetteer: Gazetteer, text: str, name: Name, following: Mapping[Span, Span], owners: Mapping[Span, Name]
) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], None] = {}
    for span in name.spans:
        then = following.get(span)
        inside = then is not None and _WITHIN.match(text[span.end : then.start]) and owners[then] is not name
        if then is not None and inside and not _WHOSE.match(text, then.start):
            found.update(dict.fromkeys(_areas(owners[then].entries)))
        tail = _TAIL.match(text, span.end)
        if tail and not _WHOSE.match(text, tail.start(1)):
            found.update(dict.fromkeys(_areas(_tail_entries(gazetteer, tail[1]))))
    return tuple(found)


def _tail_entries(gazetteer: Gazetteer, words: str) -> tuple[Entry, ...]:
    """Countries and divisions named after a comma; the first word alone where both together are none."""
    state = gazetteer.division("USA", words) if len(words) == 2 and words.isupper() else None
    if state:
        return (state,)
    first = words.split(maxsplit=1)[0]
    for form in dict.fromkeys((words, words.rstrip("."), first, first.rstrip("."))):
        found = tuple(e for e in entries_of(gazetteer, clean(form)) if e.kind in ("country", "admin1"))
        if found:
            return found
    return ()


def _areas(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if entry.country and entry.kind in ("country", "admin1"):
            yield entry.country, entry.admin1
