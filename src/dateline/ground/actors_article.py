"""What an article as a whole says of its actors: dominant country, acronyms, short forms, persons by surname."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from dateline.ground.actors_phrase import Phrase, read_phrase, strip_determiners
from dateline.lexicon.actors import NamedSpan, find_named, named
from dateline.lexicon.countries import country_by_demonym, country_by_name
from dateline.lexicon.persons import assumed_country, holder, is_courtesy, title_at
from dateline.lexicon.roles import anaphor_sectors, attached, modifier_sector, role_of

_CAPITALISED: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w'’-]*")
_ACRONYM: Final = re.compile(
    r"((?:[A-Z][\w’'&-]*)(?:\s+(?:of|for|the|and|in|on|to|al|[A-Z][\w’'&-]*)){1,9})\s*\(([A-Z][A-Za-z-]{1,9})\)"
)
_LEFT_END: Final = re.compile(r"[;:!?\"“”()\n]|(?<=[a-z]{4})\.\s|,\s")
_APPOSITION: Final = re.compile(
    r"\s*,\s+((?:[^.,;:\n\"“”]|(?<=[A-Z])\.|\n(?!\n)){3,90}?)(?=(?<![A-Z])\.|[,;:]|\s(?:who|said|told)\b)"
)
_GIVEN: Final = re.compile(
    r"(?: [A-Z][a-z]+-[a-z]+)|(?: [A-Z][a-z]+){1,2}(?=, (?:the|an?|[a-z]))"
)  # surname first: "Ito Yun-ha"
_DAYS: Final = frozenset((*calendar.day_name, "Early", "Late"))
_INNER: Final = frozenset({"of", "for", "the", "and", "to"})
_REACH: Final = 600  # characters that "the group" may look back
_SHARE: Final = 0.4  # of country mentions that make a country the article's own


@dataclass(frozen=True)
class ArticleActors:
    """The article's own evidence on actors, worked out when first asked for.

    `place_countries` are alpha-3 codes of places that grounding found in the article, if it has run.
    """

    text: str
    place_countries: tuple[str, ...] = ()
    _persons: dict[str, Phrase | None] = field(default_factory=dict, repr=False, compare=False)  # answers given so far

    @cached_property
    def country(self) -> str | None:
        """The country that most country names, demonyms and places speak of; None where none stands out."""
        counts = Counter([*_country_mentions(self.text), *self.place_countries])
        top = counts.most_common(1)
        return top[0][0] if top and top[0][1] >= _SHARE * sum(counts.values()) else None

    @cached_property
    def bodies(self) -> list[NamedSpan]:
        """Known bodies with their places in the text, in order."""
        return find_named(self.text)

    @cached_property
    def _short_forms(self) -> dict[str, str]:
        """Full names of the article's bodies by their short forms."""
        return {form: n.actor.name for n in self.bodies for form in n.actor.short}

    @cached_property
    def shorts(self) -> dict[str, Phrase]:
        """Acronyms that the article introduces, and short forms of bodies that it names in full."""
        out: dict[str, Phrase] = {}
        for long, acronym in _ACRONYM.findall(self.text):
            if named(acronym) is None and _fits(acronym, long):
                out.setdefault(acronym, replace(read_phrase(long), words=acronym))
        for actor in dict.fromkeys(n.actor for n in self.bodies):
            phrase = Phrase(
                actor.name, actor.name, actor.sector, actor.country, fixed=True, abroad=actor.country is None
            )
            for form in (*actor.short, *_ends(actor.name)):
                out.setdefault(form, phrase)
        return out

    def body_before(self, at: int, noun: str) -> NamedSpan | None:
        """The last known body before character `at` that "the NOUN" can point back to."""
        sectors = anaphor_sectors(noun)
        near = (n for n in reversed(self.bodies) if n.end <= at and at - n.end <= _REACH)
        return next((n for n in near if n.actor.sector in sectors), None) if sectors else None

    def expand(self, words: str) -> str:
        """The words with a short form of a body replaced by its full name ("Observatory head" and the like)."""
        if find_named(words):
            return words
        forms = self._short_forms
        found = next((w for w in words.split() if w in forms), None)
        return words.replace(found, forms[found], 1) if found else words

    def person(self, name: str) -> Phrase | None:
        """What the article says anywhere of the person with this name or surname: fullest name, sector, country."""
        if name not in self._persons:
            self._persons[name] = self._introduced(name)
        return self._persons[name]

    def _introduced(self, name: str) -> Phrase | None:
        found = list(self._introductions(name))
        if not found:
            return None
        full = max((p.name for p in found), key=lambda n: len(n.split()))
        best = max(found, key=lambda p: (p.sector is not None) + (p.country is not None))
        country = best.country or next((p.country for p in found if p.country), None)
        return replace(best, name=best.name if best.fixed else full, country=country)

    def _introductions(self, name: str) -> Iterator[Phrase]:
        """Each place that names the person, read with the title before it or the description behind it."""
        surname = name.rpartition(" ")[2]
        for match in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?!\w)", self.text):
            title, person = _before_name(self.text[max(0, match.start() - 120) : match.start()], surname)
            if not person.endswith(name):
                continue
            given = _GIVEN.match(self.text, match.end()) if person == surname else None
            end = given.end() if given else match.end()
            person += given[0] if given else ""
            known = holder(person)
            if known is not None:
                yield Phrase(person, known.name, known.sector, known.country, known.name, fixed=True, abroad=True)
            said = read_phrase(self.expand(title or self._behind(end)))
            if said.fixed and said.sector == "GOV" and said.noun is None:  # a bare country is no description
                said = replace(said, sector=None)
            country = said.country or (None if said.abroad else assumed_country(said.words))
            yield replace(said, name=person, person=person, country=country, fixed=False)

    def _behind(self, end: int) -> str:
        """What stands between commas behind a name, where it says what the person is; else nothing."""
        match = _APPOSITION.match(self.text, end)
        head = re.split(r"\s(?:of|for|at|in)\s", match[1])[0] if match else ""
        return match[1] if match and role_of(head) is not None else ""


def _country_mentions(text: str) -> Iterator[str]:
    tokens = [m[0] for m in _CAPITALISED.finditer(text)]
    at = 0
    while at < len(tokens):
        size, code = _country_at(tokens, at)
        if code:
            yield code
        at += size


def _country_at(tokens: list[str], at: int) -> tuple[int, str | None]:
    """Words taken and the country named at this place."""
    if not tokens[at][0].isupper():
        return 1, None
    if tokens[at].partition("-")[2] in attached():
        return 1, None
    for count in range(min(4, len(tokens) - at), 0, -1):
        form = re.sub(r"['’]s?$", "", " ".join(tokens[at : at + count]))
        if code := country_by_name(form) or country_by_demonym(form):
            return count, code
    return 1, None


def _ends(name: str) -> list[str]:
    """First or last words of a name that can stand for it: nouns for a body ("the Front", "the Coalition")."""
    words = name.split()
    ends = [w for w in (words[-1], words[0]) if w[:1].isupper()] if len(words) > 1 else []
    roles = [(w, role_of(w)) for w in ends]
    return [w for w, role in roles if role and role.collective and not role.person and role.noun != "state"]


def _fits(acronym: str, long: str) -> bool:
    """Whether the acronym's letters occur in order among the long form's initials."""
    initials = iter("".join(w[0] for w in re.split(r"[\s-]+", long) if w).casefold())
    return all(letter in initials for letter in acronym.casefold().replace("-", ""))


def _before_name(left: str, surname: str) -> tuple[str, str]:
    """The title and description that run up to a surname without a break, and the whole name."""
    comma = re.search(r",\s+$", left)
    tokens = _LEFT_END.split(left[: comma.start()] if comma else left)[-1].split()
    names = 0 if comma else _first_names(tokens)
    split = len(tokens) - names
    start = split
    while start and _belongs(tokens[start - 1]):
        start -= 1
    while start < split and tokens[start].casefold() in _INNER:
        start += 1
    while split < len(tokens) and strip_determiners(f"{tokens[split]} x") == "x":
        split += 1  # "The Berg" at the start of a sentence
    title = strip_determiners(" ".join(tokens[start:split]))
    return "" if comma and role_of(title) is None else title, " ".join([*tokens[split:], surname])


def _first_names(tokens: list[str]) -> int:
    """How many words at the end are first names: capitalised, no title, no country, at most three."""
    count = 0
    while count < min(3, len(tokens)) and _is_first_name(tokens[-1 - count]):
        count += 1
    behind_link = count > 1 and count < len(tokens) and tokens[-1 - count] in _INNER
    return 1 if behind_link else count  # "Minister for the Middle East Jan Berg": only the last can be a name


def _is_first_name(token: str) -> bool:
    if not (token[:1].isupper() or token in ("al", "bin", "de", "van", "von") or token[:3] in ("al-", "el-")):
        return False
    word = token.removesuffix("'s").removesuffix("’s")
    if word in _DAYS:
        return False
    if title_at([word], 0) or is_courtesy(word) or role_of(word) or modifier_sector(word) or word != token:
        return False
    return not (country_by_name(word) or country_by_demonym(word) or named(word))


def _belongs(token: str) -> bool:
    word = re.sub(r"['’]s?$", "", token)
    if word[:1].isupper() or word in _INNER or is_courtesy(word) or title_at([word], 0):
        return True
    return role_of(word) is not None or modifier_sector(word) is not None
