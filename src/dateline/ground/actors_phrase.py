"""What the words of one mention say by themselves of who is meant: name, sector, country."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import Final

from dateline.ground.actors_sector import from_tail, sector_of, yields
from dateline.lexicon.actors import NamedActor, NamedSpan, find_named, readings
from dateline.lexicon.countries import countries, country_by_demonym, country_by_name
from dateline.lexicon.persons import holder, is_courtesy, title_at
from dateline.lexicon.roles import attached, counters, leaders, members, modifier_sector, role_of

_DETERMINER: Final = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|any|both|another|other|such"
    r"|so-called|self-styled|at least|more than|fewer than|nearly|about|around|over|[\d,.]+)\s+(?!(?:of|who)\b)(?=\S)",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"\s+(?P<link>of(?! (?:State|Defen[cs]e|Staff|Parliament|Police|Government|Justice)\b)|from|in|inside|at|near"
    r"|around|for|to|with|by|on|over|against|between|among|outside|under|who|which|that|whose|including)\s+|\s*(?P<mark>[,;:(\[]|\s[–—-]\s)\s*",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"[^\W_](?:[\w.&/'’-]*[\w.])?")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_OWN_LINKS: Final = frozenset({"of", "for", "at", "from"})  # "spokesman for", "leader of"
_PLACE_LINKS: Final = frozenset({"of", "from", "in", "inside"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention's words, read alone.

    `words` is the text without leading determiners, `person` the personal name in it, `noun` the last common noun that
    has a role, `plural` whether it denotes several. `fixed`: a known name, which is not to be changed by what else the
    article says. `abroad`: belongs to no one state, so it takes no country from the article. `body`: the known body
    that the whole phrase names. `reason`: what else decided.
    """

    words: str
    name: str
    sector: str | None = None
    country: str | None = None
    person: str | None = None
    noun: str | None = None
    plural: bool = False
    fixed: bool = False
    abroad: bool = False
    body: NamedActor | None = None
    reason: str = ""


@functools.lru_cache(maxsize=1 << 15)  # the same few names come back in every article
def read_phrase(text: str) -> Phrase:
    """The phrase read alone; names that it does not hold are left to the article."""
    full = " ".join(re.sub(r"[\"“”]", "", text).split())
    words = strip_determiners(full)
    return _known(full, words) or _described(words)


def strip_determiners(text: str) -> str:
    """The words without leading articles, demonstratives, possessives, quotation marks and plain numbers."""
    words = text.strip("\"'“”‘’ ")
    while (shorter := _DETERMINER.sub("", words)) != words:
        words = shorter
    return words


def country_in(words: str) -> str | None:
    """The first country that the words name by name or demonym; "Turkey-backed" and the like do not count."""
    tokens = _free_tokens(words)
    for at in range(len(tokens)):
        for count in range(min(5, len(tokens) - at), 0, -1):
            form = " ".join(tokens[at : at + count])
            if form[0].isupper() and (found := country_by_name(form) or country_by_demonym(form)):
                return found
        if tokens[at].endswith("s") and len(tokens) > 1 and (found := country_by_name(tokens[at][:-1])):
            return found  # "Syrias army": a possessive that lost its apostrophe
    return None


def _known(full: str, words: str) -> Phrase | None:
    """A phrase that is nothing but a known name: of a body, an office holder, a state or its capital."""
    bodies = readings(full) or readings(words)
    if bodies:
        return of_body(words, bodies[0])
    person = holder(words)
    if person is not None:
        return Phrase(words, person.name, person.sector, person.country, person=person.name, fixed=True, abroad=True)
    bare = _POSSESSIVE.sub("", words)
    state = country_by_name(full) or country_by_name(bare)
    if state is not None:
        return Phrase(words, countries()[state].name, "GOV", state, fixed=True)
    seat = capital_of(bare)
    return Phrase(words, countries()[seat].name, "GOV", seat, fixed=True, reason="its capital") if seat else None


def of_body(words: str, actor: NamedActor) -> Phrase:
    """The phrase of words that name a known body."""
    abroad = actor.country is None
    return Phrase(words, actor.name, actor.sector, actor.country, fixed=True, abroad=abroad, body=actor)


def capital_of(words: str) -> str | None:
    """The alpha-3 code of the state whose capital has exactly this name (in capitals as well), or None."""
    return _capitals().get(words.title() if words.isupper() else words)


@functools.cache
def _capitals() -> dict[str, str]:
    return {row.capital.removesuffix(", D.C."): code for code, row in countries().items() if row.capital}


def _described(words: str) -> Phrase:
    """A phrase with a common noun, a title or an unknown name as its head."""
    found = find_named(words)
    head, link, tail = _split(words, found)
    if not tail and not found and (state := _appended(words)):
        return replace(state, words=words)
    if head.casefold() in counters() and link == "of" and tail:
        inner = read_phrase(tail)
        return Phrase(words, words, inner.sector, inner.country, noun=inner.noun, plural=True, abroad=inner.abroad)
    before, person = _split_person(head, [n for n in found if n.end <= len(head)])
    if person is None and "," in words:
        person, tail = _around_comma(before, tail)
    elif person is not None and link == "," and tail:
        return _with_description(words, before, person, tail)
    before = _up_to_noun(before)
    role = role_of(before) if before else None
    actor = next((n.actor for n in reversed(found) if n.start < len(before)), None)
    sector = sector_of(before, role, actor)
    if sector is None and actor is None and role is not None and role.noun in leaders() and country_in(before):
        sector = "GOV"
    if yields(sector, role, actor) and tail and link in _OWN_LINKS:
        sector, actor = from_tail(tail, role, sector)
    country = country_in(_outside(before, found)) or (actor.country if actor else None)
    if country is None and actor is None and link in _PLACE_LINKS:
        country = country_in(tail)
    stateless = country is None and (actor is not None or (role is not None and role.abroad))
    noun = role.noun if role else None
    plural = role is not None and role.plural
    phrase = Phrase(words, person or words, sector, country, person, noun, plural, abroad=stateless)
    if person is None and not tail and found and (body := _whole(words, found[-1])):
        return replace(phrase, name=body.name, country=country or body.country, body=body)
    return _with_holder(phrase, before)


def _whole(words: str, last: NamedSpan) -> NamedActor | None:
    """The body that a phrase is about as a whole: its fighters act for it, and words before it only say what it is.

    "Boko Haram militants", "the militant group Boko Haram", "the London-based Observatory"; not "the AFP reporter".
    """
    before, behind = words[: last.start].strip(), words[last.end :].strip().casefold()
    role = role_of(before) if before else None
    said = not _free_tokens(before) or (role is not None and not role.person and role.collective)
    return last.actor if (not before or said) and (not behind or behind in members()) else None


def _appended(words: str) -> Phrase | None:
    """The state whose name stands behind a noun for states ("rival China", "regime ally Iran")."""
    at = next((m.start() for m in re.finditer(r"(?<=\s)[A-Z]", words) if country_by_name(words[m.start() :])), None)
    role = role_of(words[:at]) if at else None
    return _known(words[at:], words[at:]) if role is not None and role.sector == "GOV" and role.abroad else None


def _up_to_noun(head: str) -> str:
    """The head without small words behind its noun ("troops loyal", "a man wearing")."""
    if not head or role_of(head) is not None:
        return head
    tokens = list(_TOKEN.finditer(head))
    for token in reversed(tokens):
        if role_of(token[0]) is not None:
            return head[: token.end()]
        if not token[0].islower():
            break
    return head


def _with_holder(phrase: Phrase, before: str) -> Phrase:
    """Fill in from an office holder: the person meant, or the one whose forces or government are meant."""
    if phrase.person is not None:
        person = holder(phrase.person)
        if person is None:
            return _owned(phrase, before)
        country = phrase.country or person.country
        return Phrase(
            phrase.words, person.name, person.sector, country, person.name, phrase.noun, fixed=True, abroad=True
        )
    return _owned(phrase, before)


def _owned(phrase: Phrase, before: str) -> Phrase:
    """Country from an office holder named before the noun ("Assad's forces")."""
    if phrase.country:
        return phrase
    tokens = [_POSSESSIVE.sub("", t) for t in _TOKEN.findall(before)]
    owner = next((found for t in tokens if (found := holder(t))), None)
    return replace(phrase, country=owner.country) if owner else phrase


def _split(words: str, found: list[NamedSpan]) -> tuple[str, str, str]:
    """Head, the word or mark that ends it, and the rest; names such as "Committee of the Red Cross" stay whole."""
    for match in _CUT.finditer(words):
        if match.start() == 0 or any(n.start < match.start() < n.end for n in found):
            continue
        link = (match["link"] or match["mark"].strip() or "-").casefold()
        return words[: match.start()], link, words[match.end() :].rstrip(")] ")
    return words, "", ""


def _split_person(head: str, found: list[NamedSpan]) -> tuple[str, str | None]:
    """Words up to the last title or role noun, and the personal name behind it, if any."""
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(head)]
    texts = [t for _, _, t in tokens]
    last = max((at + size for at in range(len(texts)) if (size := _office_length(texts, at))), default=0)
    last = max([last, *(sum(1 for s, _, _ in tokens if s < n.end) for n in found)])
    while last < len(texts) and (is_courtesy(texts[last]) or country_in(texts[last])):
        last += 1
    rest = texts[last:]
    if not rest or not all(_is_name_part(t) for t in rest) or (not rest[-1][:1].isupper() and "-" not in rest[-1]):
        return head, None
    start = tokens[last][0]
    return head[:start].strip(), _POSSESSIVE.sub("", head[start:])


def _office_length(texts: list[str], at: int) -> int:
    """How many words the title or role noun at this place takes, 0 where there is none."""
    title = title_at(texts, at)
    if title is not None:
        return title[1]
    word = _POSSESSIVE.sub("", texts[at])
    return 1 if role_of(word) is not None or modifier_sector(word) is not None else 0


def _is_name_part(token: str) -> bool:
    return token[:1].isupper() or token.casefold().startswith(("al-", "el-", "ul-")) or token in _PARTICLES


_PARTICLES: Final = frozenset(
    {"al", "el", "bin", "ibn", "de", "la", "van", "von", "der", "da", "dos", "bint", "abu", "ben"}
)


def _around_comma(before: str, tail: str) -> tuple[str | None, str]:
    """A personal name behind the last comma ("The envoy for Syria, Jan Berg"), and the tail without it."""
    rest, _, name = f",{tail}".rpartition(",")
    parts = _TOKEN.findall(name)
    role = role_of(before)
    if role is not None and role.person and not role.plural and 1 <= len(parts) <= 4 and all(map(_is_name_part, parts)):
        return name.strip(), rest.strip(", ")
    return None, tail


def _with_description(words: str, before: str, person: str, tail: str) -> Phrase:
    """A name with its description behind a comma: "Gen. Jan Berg, the UN commander in Goma"."""
    titled = _with_holder(
        Phrase(words, person, sector_of(before, role_of(before), None), country_in(before), person), before
    )
    said = read_phrase(tail)
    if titled.fixed or said.person or (said.noun is None and said.sector is None):
        return titled
    sector, country = titled.sector or said.sector, titled.country or said.country
    return Phrase(words, person, sector, country, person, said.noun, abroad=said.abroad and country is None)


def _outside(head: str, found: list[NamedSpan]) -> str:
    """The head without the names of bodies in it: the Syrian Observatory is no Syrian body."""
    for name in reversed(found):
        if name.start < len(head):
            head = f"{head[: name.start]} {head[name.end :]}"
    return head


def _free_tokens(words: str) -> list[str]:
    tokens = [_POSSESSIVE.sub("", m[0]) for m in _TOKEN.finditer(words)]
    return [t for t in tokens if t.rpartition("-")[2].casefold() not in attached() or "-" not in t]
