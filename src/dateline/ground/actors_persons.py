"""The persons of an article: by surname, by title, by the office that is said instead of the name."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from dateline.ground.actors_phrase import Phrase, read_phrase, strip_determiners
from dateline.lexicon.actors import named
from dateline.lexicon.countries import country_by_demonym, country_by_name
from dateline.lexicon.persons import assumed_country, holder, is_courtesy, title_at
from dateline.lexicon.roles import modifier_sector, role_of

_LEFT_END: Final = re.compile(r"[;:!?\"“”()\n]|(?<=[a-z]{4})\.\s|,\s")
_APPOSITION: Final = re.compile(
    r"\s*,\s+((?:[^.,;:\n\"“”]|(?<=[A-Z])\.|\n(?!\n)){3,90}?)(?=(?<![A-Z])\.|[,;:]|\s(?:who|said|told)\b)"
)
_GIVEN: Final = re.compile(
    r"(?: [A-Z][a-z]+-[a-z]+)|(?: [A-Z][a-z]+){1,2}(?=, (?:the|an?|[a-z]))"
)  # surname first: "Ito Yun-ha"
_DAYS: Final = frozenset((*calendar.day_name, "Early", "Late"))
_INNER: Final = frozenset({"of", "for", "the", "and", "to"})
_WORD: Final = re.compile(r"\w+")
_AT_START: Final = re.compile(r"(?<![\w-])\w+")
_NAME: Final = r"\s+((?:[A-Z][\w.'’-]*\s+|al-|bin\s+|de\s+){0,3}[A-Z][\w'’-]*[^\W_])"


@dataclass(frozen=True)
class Persons:
    """The persons that a text names; `expand` writes short forms of bodies out."""

    text: str
    expand: Callable[[str], str]
    _named: dict[str, Phrase | None] = field(default_factory=dict, repr=False, compare=False)  # answers given so far
    _titled: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, repr=False, compare=False)

    def by_name(self, name: str) -> Phrase | None:
        """What the article says anywhere of the person with this name or surname: fullest name, sector, country."""
        if name not in self._named:
            self._named[name] = self._introduced(name)
        return self._named[name]

    def in_office(self, title: str, country: str | None) -> Phrase | None:
        """The only person whom the article gives this title, of that country where one is known; else None."""
        if title not in self._titled:
            self._titled[title] = tuple(self._holding(title))
        fit = {p.name: p for p in self._titled[title] if None in (country, p.country) or p.country == country}
        return next(iter(fit.values())) if len(fit) == 1 else None

    def _holding(self, title: str) -> Iterator[Phrase]:
        for match in re.finditer(rf"(?<![\w-])(?i:{re.escape(title)}){_NAME}", self.text):
            found = holder(match[1]) or holder(match[1].rpartition(" ")[2])
            if found is not None:
                yield Phrase(match[1], found.name, found.sector, found.country, found.name, fixed=True)
            elif (known := self.by_name(match[1])) is not None:
                yield known

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
        for start in self._standings(surname):
            title, person = _before_name(self.text[max(0, start - 120) : start], surname)
            if not person.endswith(name):
                continue
            given = _GIVEN.match(self.text, start + len(surname)) if person == surname else None
            end = given.end() if given else start + len(surname)
            person += given[0] if given else ""
            known = holder(person)
            if known is not None:
                yield Phrase(person, known.name, known.sector, known.country, known.name, fixed=True, abroad=True)
            said = read_phrase(self.expand(title or self._behind(end)))
            if said.fixed and said.sector == "GOV" and said.noun is None:  # a bare country is no description
                said = replace(said, sector=None)
            country = said.country or (None if said.abroad else assumed_country(said.words))
            yield replace(said, name=person, person=person, country=country, fixed=False)

    def _standings(self, name: str) -> Iterator[int]:
        """Where a name of one word stands in the text as a whole word."""
        first = _WORD.match(name)
        for start in self._words.get(first[0], ()) if first else ():
            end = start + len(name)
            if self.text.startswith(name, start) and not _WORD.match(self.text, end):
                yield start

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for match in _AT_START.finditer(self.text):
            found.setdefault(match[0], []).append(match.start())
        return found

    def _behind(self, end: int) -> str:
        """What stands between commas behind a name, where it says what the person is; else nothing."""
        match = _APPOSITION.match(self.text, end)
        head = re.split(r"\s(?:of|for|at|in)\s", match[1])[0] if match else ""
        return match[1] if match and role_of(head) is not None else ""


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
