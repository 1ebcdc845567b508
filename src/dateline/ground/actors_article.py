"""What an article as a whole says of its actors: countries, acronyms, short forms, bodies, persons."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from dateline.ground.actors_choice import Evidence, choose
from dateline.ground.actors_persons import Persons
from dateline.ground.actors_phrase import Phrase, country_in, of_body, read_phrase, strip_determiners
from dateline.ground.actors_where import Countries, Placed
from dateline.lexicon.actors import NamedActor, NamedSpan, find_named, is_acronym, on_day, readings
from dateline.lexicon.roles import anaphor_sectors, role_of
from dateline.model.span import Span

_ACRONYM: Final = re.compile(
    r"((?:[A-Z][\w’'&-]*)(?:\s+(?:of|for|the|and|in|on|to|al|[A-Z][\w’'&-]*)){1,9})\s*\(([A-Z][A-Za-z-]{1,9})\)"
)
_REACH: Final = 600  # characters that "the group" may look back
_SPEAKS_FOR_STATE: Final = frozenset({"GOV", "MIL"})

Choice = tuple[NamedActor | None, str]


@dataclass(frozen=True)
class ArticleActors:
    """The article's own evidence on actors, worked out when first asked for.

    `places` are spans of grounded places with the country each lies in, `published` the day of publication and
    `publisher` the outlet, where known.
    """

    text: str
    places: tuple[Placed, ...] = ()
    published: date | None = None
    publisher: str | None = None
    _chosen: dict[str, Choice] = field(default_factory=dict, repr=False, compare=False)  # answers given so far

    @cached_property
    def countries(self) -> Countries:
        """The countries that the article speaks of."""
        return Countries(self.text, self.places)

    @cached_property
    def persons(self) -> Persons:
        """The persons that the article names."""
        return Persons(self.text, self.expand)

    @cached_property
    def voice(self) -> str | None:
        """The country of a publisher that is an organ of a state: offices without a country are its own."""
        said = read_phrase(self.publisher) if self.publisher else None
        return said.country if said and said.sector in _SPEAKS_FOR_STATE else None

    @cached_property
    def _names(self) -> list[NamedSpan]:
        return find_named(self.text)

    @cached_property
    def bodies(self) -> list[NamedSpan]:
        """Known bodies with their places in the text, in order."""
        found = ((n, self.choice(self.text[n.start : n.end])[0]) for n in self._names)
        return [replace(n, actor=on_day(actor, self.published)) for n, actor in found if actor is not None]

    @cached_property
    def _ends(self) -> list[int]:
        return [n.end for n in self.bodies]

    @cached_property
    def _evidence(self) -> Evidence:
        """Names count as spelled out where they are nobody else's and no acronyms."""
        forms = ((self.text[n.start : n.end], n.actor) for n in self._names)
        spelled = frozenset(a.name for form, a in forms if not is_acronym(form) and len(readings(form)) == 1)
        return Evidence(spelled, self.countries.counts, self.published)

    def choice(self, name: str) -> Choice:
        """The body that a known name means in this article, or None where that stays open; and why."""
        if name not in self._chosen:
            found = readings(name)
            self._chosen[name] = choose(name, found, self._evidence) if found else (None, "")
        return self._chosen[name]

    @cached_property
    def _short_forms(self) -> dict[str, str]:
        """Full names of the article's bodies by their short forms."""
        return {form: n.actor.name for n in self.bodies for form in n.actor.short}

    @cached_property
    def introduced(self) -> dict[str, Phrase]:
        """Acronyms that the article itself explains in brackets, and the long names, as one body."""
        out: dict[str, Phrase] = {}
        for spelled, acronym in _ACRONYM.findall(self.text):
            long = strip_determiners(spelled)
            found = find_named(long)
            if found and found[-1].end == len(long):
                out.setdefault(acronym, of_body(acronym, self._now(found[-1].actor)))
            elif _fits(acronym, long):
                body = NamedActor(long, read_phrase(long).sector or "", read_phrase(long).country)
                phrase = replace(
                    of_body(acronym, body), sector=body.sector or None, reason=f"the article calls it {acronym}"
                )
                out.setdefault(acronym, phrase)
                out.setdefault(long, phrase)
        return out

    @cached_property
    def shorts(self) -> dict[str, Phrase]:
        """Short forms of bodies that the article names in full."""
        out: dict[str, Phrase] = {}
        for actor in dict.fromkeys(n.actor for n in self.bodies):
            for form in (*actor.short, *_ends(actor.name)):
                out.setdefault(form, of_body(actor.name, actor))
        return out

    def _now(self, actor: NamedActor) -> NamedActor:
        return on_day(actor, self.published)

    def body_before(self, at: int, noun: str) -> NamedActor | None:
        """The last known body before character `at` that "the NOUN" can point back to."""
        sectors = anaphor_sectors(noun)
        if not sectors:
            return None
        for body in reversed(self.bodies[: bisect_right(self._ends, at)]):
            if at - body.end > _REACH:
                return None
            if body.actor.sector in sectors:
                return body.actor
        return None

    def expand(self, words: str) -> str:
        """The words with short forms of bodies in full ("Observatory head"), and names that others share made clear."""
        found = _named_in(words)
        for name in reversed(found):
            form = words[name.start : name.end]
            meant = self.choice(form)[0]
            if meant is not None and meant.name != name.actor.name:
                words = words[: name.start] + meant.name + words[name.end :]
        forms = {} if found else self._short_forms
        short = next((w for w in words.split() if w in forms), None)
        return words.replace(short, forms[short], 1) if short else words

    def around(self, span: Span) -> Phrase | None:
        """The known body whose name a mention is only a part of ("the Levant" in the name of an armed group)."""
        at = bisect_right(self._ends, span.end - 1)
        body = self.bodies[at] if at < len(self.bodies) else None
        if body is None or body.start > span.start or body.end - body.start <= len(span.of(self.text)):
            return None
        return replace(of_body(span.of(self.text), body.actor), reason="a part of its name")

    def known(self, phrase: Phrase, words: str) -> Phrase | None:
        """The body, state or office holder that a mention names by itself, or by a form that the article explains."""
        if phrase.words in self.introduced:
            return self.introduced[phrase.words]
        if phrase.body is not None or phrase.fixed:
            return self.settled(phrase, words)
        short = self.shorts.get(phrase.words)
        return self.settled(short, short.words) if short else None

    def settled(self, phrase: Phrase, words: str) -> Phrase:
        """The phrase with the body that its name means here, as it was called then; open where that is not clear."""
        for name in _named_in(words):
            meant, why = self.choice(words[name.start : name.end])
            if meant is None:
                return _left_open(phrase, why, readings(words[name.start : name.end]))
            if phrase.body is not None:
                return self._as_of_then(phrase, meant, why)
        return phrase

    def _as_of_then(self, phrase: Phrase, meant: NamedActor, why: str) -> Phrase:
        now = self._now(meant)
        sector = now.sector if phrase.sector in {meant.sector, None} or phrase.fixed else phrase.sector
        why = f"the name of {meant.name} on the day of publication" if now.name != meant.name else why
        country = now.country if phrase.fixed else phrase.country
        return replace(phrase, name=now.name, sector=sector, country=country, body=now, reason=why)


@functools.lru_cache(maxsize=1 << 15)  # the same few names come back in every article
def _named_in(words: str) -> tuple[NamedSpan, ...]:
    return tuple(find_named(words))


def _left_open(phrase: Phrase, why: str, found: Sequence[NamedActor]) -> Phrase:
    """The phrase without what hangs on the body: only what the other words say, or what all bodies have in common."""
    role = role_of(phrase.noun) if phrase.noun else None
    common = {actor.sector for actor in found} if len(found) > 1 else set()
    sector = role.sector if role else next(iter(common)) if len(common) == 1 else None
    country = country_in(phrase.words)
    return replace(phrase, name=phrase.words, sector=sector, country=country, body=None, abroad=True, reason=why)


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
