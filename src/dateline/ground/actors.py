"""Who a mention names: one actor for all mentions of it in an article, with kind, country and PLOVER sector."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.ground.actors_article import ArticleActors
from dateline.ground.actors_phrase import Phrase, of_body, read_phrase
from dateline.ground.actors_shared import does_force, shared_noun
from dateline.ground.actors_where import Placed
from dateline.lexicon.actors import named
from dateline.lexicon.countries import countries, country_by_demonym
from dateline.lexicon.persons import assumed_country
from dateline.lexicon.roles import foreign, role_of, state_body
from dateline.model.grounded import Actor
from dateline.model.span import Span

_PRONOUNS = frozenset(
    (
        *("i", "me", "my", "we", "us", "our", "ours", "you", "your", "he", "him", "his", "she", "her", "hers"),
        *("it", "its", "they", "them", "their", "theirs", "who", "whom", "whose", "which", "that", "this"),
        *("these", "those", "himself", "herself", "itself", "themselves", "ourselves", "one", "others"),
    )
)
_LOCAL = frozenset(
    {
        "GOV",
        "MIL",
        "REB",
        "OPP",
        "COP",
        "CVL",
        "HLH",
        "EDU",
        "JUD",
        "LEG",
        "PTY",
        "LAB",
        "AGR",
        "REL",
        "CRM",
        "ELI",
        "BUS",
    }
)
_POSSESSED = re.compile(r"(?:its|their|his|her)\s", re.IGNORECASE)
_OWNER = re.compile(r"([A-Z][\w-]+)['’]s? ")
_ARTICLES_OWN = "the country that the article speaks of"
_STATE = frozenset({"GOV", "MIL", "SPY"})


@dataclass(frozen=True, slots=True)
class ActorResolver:
    """Turns the words of actors, recipients and sources into `Actor` records, article by article.

    With `use_dominant` an actor without a country of its own ("the army", "residents") takes the country that the
    places around it lie in, else the one that most of the article speaks of.
    """

    use_dominant: bool = True

    def resolve_article(
        self,
        text: str,
        mentions: Sequence[tuple[Span, Span | None]],
        *,
        places: Sequence[Placed] = (),
        published: date | None = None,
        publisher: str | None = None,
    ) -> dict[Span, Actor]:
        """The actor of each mention (its span, and that of its antecedent or None), keyed by the mention's span.

        `places` are spans of the article's grounded places with the alpha-3 code of the country that each lies in: they
        weigh in when countries are worked out. `published` decides between names that changed. Raises ValueError where
        a span reaches past the text.
        """
        article = ArticleActors(text, tuple(places), published, publisher)
        return {span: self._resolve(article, span, antecedent) for span, antecedent in mentions}

    def _resolve(self, article: ArticleActors, span: Span, antecedent: Span | None) -> Actor:
        words = span.of(article.text)
        if words.casefold() in _PRONOUNS:
            if antecedent is None or antecedent == span:
                return Actor(words, reason="a pronoun")
            span = antecedent
        phrase = self._read(article, span)
        if antecedent is not None and antecedent != span and phrase.sector is None and phrase.country is None:
            phrase = _more(phrase, self._read(article, antecedent))
        return _actor(_as_person(phrase))

    def _read(self, article: ArticleActors, span: Span) -> Phrase:
        words = span.of(article.text)
        phrase = read_phrase(words)
        if (known := article.around(span) or article.known(phrase, words)) is not None:
            return known
        phrase = article.settled(_in_full(article, words, phrase), words)
        if (forces := _adjective(article, phrase, span)) is not None:
            return forces
        if article.countries.is_place(span):
            return self._placed(article, replace(phrase, person=None), span)
        if (person := _person(article, phrase)) is not None:
            return self._placed(article, person, span)
        body = article.body_before(span.start, phrase.words)
        if body is not None:
            return replace(of_body(phrase.words, body), reason=f"the last such body named before “{phrase.words}”")
        return _described(article, self._placed(article, phrase, span))

    def _placed(self, article: ArticleActors, phrase: Phrase, span: Span) -> Phrase:
        """The phrase with a country: the one that its office belongs to, else the article's own."""
        if phrase.country or phrase.abroad:
            return phrase
        country = assumed_country(phrase.words)
        if country is not None:
            return replace(phrase, country=country, reason="where the office has this name")
        if article.voice is not None and _is_officer(phrase):
            return replace(phrase, country=article.voice, reason="the publisher's country")
        if phrase.person is None and (country := article.countries.inside(span)):
            return replace(phrase, country=country, reason="the country of the place that is named")
        if (owner := _OWNER.match(phrase.words)) and (chief := article.persons.by_name(owner[1])) and chief.country:
            return replace(phrase, country=chief.country, reason=f"the country of {chief.name}")
        country = self._assumed(article, phrase, span)
        return replace(phrase, country=country, reason=_ARTICLES_OWN) if country else phrase

    def _assumed(self, article: ArticleActors, phrase: Phrase, span: Span) -> str | None:
        if not self.use_dominant:
            return None
        if phrase.sector in _STATE and _POSSESSED.match(span.of(article.text)):
            return None  # "its army": whose is for whoever reads the sentence
        if phrase.sector in _STATE and phrase.words.partition(" ")[0].casefold() in foreign():
            return None
        if _is_local(phrase):
            return article.countries.near(span.start)
        role = role_of(phrase.noun) if phrase.noun else None
        anybody = phrase.sector is None and (phrase.person is not None or (role is not None and role.person))
        return article.countries.clear if anybody else None


def _adjective(article: ArticleActors, phrase: Phrase, span: Span) -> Phrase | None:
    """An adjective of nation with what it belongs to: the noun of its list, or the forces whose deed follows."""
    if country_by_demonym(phrase.words) is None:
        return None
    if noun := shared_noun(article.text, span):
        return replace(read_phrase(f"{phrase.words} {noun}"), reason="with the noun that the list ends in")
    if does_force(article.text, span):
        return replace(_of_state(phrase, "military"), sector="MIL", reason="a deed of armed forces")
    return None


def _person(article: ArticleActors, phrase: Phrase) -> Phrase | None:
    """The phrase under the person's full name, if it is a name; a single word without a title may be anything."""
    bare = phrase.noun is None and phrase.words[:1].isupper() and not country_by_demonym(phrase.words)
    name = phrase.person or (phrase.words if bare else None)
    known = article.persons.by_name(name) if name is not None else None
    if known is None:
        return None
    person = known.name if phrase.person is not None or " " in known.name else None
    return _more(replace(phrase, name=known.name, person=person), known)


def _described(article: ArticleActors, phrase: Phrase) -> Phrase:
    """A phrase of common nouns: the office holder whom the article names elsewhere, or the body of the state."""
    if phrase.noun is None or phrase.person is not None or _bare(phrase) is None:
        return phrase
    role = role_of(phrase.noun)
    if role is not None and role.person and not phrase.plural and role.sector:
        one = article.persons.in_office(phrase.noun, phrase.country)
        return replace(one, reason=f"the only “{phrase.noun}” named in the article") if one else phrase
    usual = state_body(phrase.noun)
    return _of_state(phrase, usual) if usual and phrase.country else phrase


def _bare(phrase: Phrase) -> str | None:
    """The noun of a phrase that is only a noun, with at most its country before it; else None."""
    country = countries()[phrase.country] if phrase.country else None
    known = {form.casefold() for form in (*country.demonyms, *country.names)} if country else set()
    before = phrase.words.casefold().removesuffix(_last_words(phrase)).strip()
    before = before.removesuffix("'s").removesuffix("’s")
    return phrase.noun if before in {"", *known} else None


def _last_words(phrase: Phrase) -> str:
    """The noun as the phrase ends in it, which may be a plural."""
    count = len((phrase.noun or "").split())
    return " ".join(phrase.words.casefold().split()[-count:])


def _of_state(phrase: Phrase, usual: str) -> Phrase:
    """The one body of this kind that a state has, under its own name where that is known."""
    state = countries()[phrase.country or ""]
    name = f"{state.demonyms[0] if state.demonyms else state.name} {usual}"
    body = named(name)
    if body is not None and body.country == phrase.country:
        return replace(phrase, name=body.name, body=body)
    return replace(phrase, name=name)


def _is_local(phrase: Phrase) -> bool:
    """Whether the actor may be taken to belong to the country that the article is about.

    Not so for named persons who serve a state: officials of other states comment on every war.
    """
    role = role_of(phrase.noun) if phrase.noun else None
    if phrase.person is not None and phrase.sector in _STATE:
        return role is not None and role.local
    return phrase.sector in _LOCAL or (role is not None and role.civ)


def _is_officer(phrase: Phrase) -> bool:
    """Whether a person is meant who serves a state."""
    role = role_of(phrase.noun) if phrase.noun else None
    serves = role is not None and role.person and role.sector in _STATE
    return phrase.sector in _STATE and (phrase.person is not None or serves)


def _in_full(article: ArticleActors, words: str, phrase: Phrase) -> Phrase:
    """The phrase read again with short forms of bodies in full; its own words stay its name."""
    full = article.expand(words)
    if full == words:
        return phrase
    said = read_phrase(full)
    return replace(said, words=phrase.words, name=said.person or phrase.name, fixed=False, body=None)


def _more(phrase: Phrase, other: Phrase) -> Phrase:
    """The phrase with what it lacks taken from another reading of the same actor."""
    return replace(
        phrase,
        sector=phrase.sector or other.sector,
        noun=phrase.noun or other.noun,
        country=phrase.country or other.country,
        abroad=phrase.abroad or (other.abroad and phrase.country is None and other.country is None),
        reason=phrase.reason or other.reason,
    )


def _as_person(phrase: Phrase) -> Phrase:
    """People of whom nothing else is said are civilians, as PLOVER has it."""
    role = role_of(phrase.noun) if phrase.noun and phrase.sector is None else None
    return replace(phrase, sector="CVL") if role and role.civ and not role.source else phrase


def _actor(phrase: Phrase) -> Actor:
    body = phrase.body
    return Actor(phrase.name, phrase.country, phrase.sector, _kind(phrase), phrase.reason, body.id if body else None)


def _kind(phrase: Phrase) -> str | None:
    """What is named; None where the words do not tell."""
    if phrase.body is not None:
        return "body"
    if phrase.person is not None and (phrase.sector or " " in phrase.person or phrase.person != phrase.words):
        return "person"
    if phrase.fixed:
        return "state"
    role = role_of(phrase.noun) if phrase.noun else None
    if role is None:
        return None
    if role.person and not phrase.plural and not role.collective:
        return "role"
    return "group" if role.person or role.collective else "thing"
