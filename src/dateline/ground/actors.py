"""Who a mention names: one actor for all mentions of it in an article, with PLOVER sector and country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.ground.actors_article import ArticleActors
from dateline.ground.actors_phrase import Phrase, read_phrase
from dateline.lexicon.persons import assumed_country
from dateline.lexicon.roles import role_of
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
    {"GOV", "MIL", "REB", "OPP", "COP", "CVL", "HLH", "EDU", "JUD", "LEG", "PTY", "LAB", "AGR", "REL", "CRM", "ELI"}
)

_STATE = frozenset({"GOV", "MIL", "SPY"})


@dataclass(frozen=True, slots=True)
class ActorResolver:
    """Turns the words of actors, recipients and sources into `Actor` records, article by article.

    With `use_dominant` an actor without a country of its own ("the army", "residents") takes the country that most of
    the article speaks of.
    """

    use_dominant: bool = True

    def resolve_article(
        self, text: str, mentions: Sequence[tuple[Span, Span | None]], *, place_countries: Sequence[str] = ()
    ) -> dict[Span, Actor]:
        """The actor of each mention (its span, and that of its antecedent or None), keyed by the mention's span.

        `place_countries` are alpha-3 codes of the article's grounded places, one for each place named, which weigh in
        when the article's own country is worked out. Raises ValueError where a span reaches past the text.
        """
        article = ArticleActors(text, tuple(place_countries))
        return {span: self._resolve(article, span, antecedent) for span, antecedent in mentions}

    def _resolve(self, article: ArticleActors, span: Span, antecedent: Span | None) -> Actor:
        words = span.of(article.text)
        if words.casefold() in _PRONOUNS:
            if antecedent is None or antecedent == span:
                return Actor(words)
            span = antecedent
        phrase = self._read(article, span)
        if antecedent is not None and antecedent != span and phrase.sector is None and phrase.country is None:
            phrase = _more(phrase, self._read(article, antecedent))
        return Actor(phrase.name, phrase.country, phrase.sector)

    def _read(self, article: ArticleActors, span: Span) -> Phrase:
        words = span.of(article.text)
        phrase = read_phrase(words)
        if phrase.fixed:
            return phrase
        short = article.shorts.get(phrase.words)
        if short is not None:
            return short
        phrase = _in_full(article, words, phrase)
        name = phrase.person or (phrase.words if phrase.noun is None and phrase.words[:1].isupper() else None)
        if name is not None and (known := article.person(name)) is not None:
            return self._placed(article, _more(replace(phrase, name=known.name), known))
        body = article.body_before(span.start, phrase.words)
        if body is not None:
            return replace(phrase, name=body.actor.name, sector=body.actor.sector, country=body.actor.country)
        return self._placed(article, phrase)

    def _placed(self, article: ArticleActors, phrase: Phrase) -> Phrase:
        """The phrase with a country: the one that its office belongs to, else the article's own."""
        if phrase.country or phrase.abroad:
            return phrase
        country = assumed_country(phrase.words)
        if country is None and self.use_dominant and _is_local(phrase):
            country = article.country
        return replace(phrase, country=country)


def _is_local(phrase: Phrase) -> bool:
    """Whether the actor may be taken to belong to the country that the article is about.

    Not so for named persons who serve a state: officials of other states comment on every war.
    """
    role = role_of(phrase.noun) if phrase.noun else None
    if phrase.person is not None and phrase.sector in _STATE:
        return role is not None and role.local
    return phrase.sector in _LOCAL or (role is not None and role.civ)


def _in_full(article: ArticleActors, words: str, phrase: Phrase) -> Phrase:
    """The phrase read again with short forms of bodies in full; its own words stay its name."""
    full = article.expand(words)
    if full == words:
        return phrase
    said = read_phrase(full)
    return replace(said, words=phrase.words, name=said.person or phrase.name, fixed=False)


def _more(phrase: Phrase, other: Phrase) -> Phrase:
    """The phrase with what it lacks taken from another reading of the same actor."""
    return replace(
        phrase,
        sector=phrase.sector or other.sector,
        noun=phrase.noun or other.noun,
        country=phrase.country or other.country,
        abroad=phrase.abroad or (other.abroad and phrase.country is None and other.country is None),
    )
