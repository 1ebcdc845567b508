"""What annotation puts on an article: sentences, tokens, mentions, quotes, time expressions, quantities.

All of it is linguistic; nothing here knows what a claim is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model.article import Article
from dateline.model.issue import Issue
from dateline.model.signal import Signal
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parsed sentence.

    `index` counts tokens within its sentence; `head` is the index of its syntactic head in the same sentence (its
    own index for the root). `pos` is a Universal POS tag, `tag` a Penn tag, `dep` a ClearNLP label, `ent` an
    OntoNotes entity label or "".
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str = ""

    @property
    def span(self) -> Span:
        """The token's characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its parse; `index` counts sentences, `paragraph` counts paragraphs, both from 0."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """The sentence's characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """A named or common-noun mention; `kind` is an OntoNotes label (PERSON, ORG, NORP, GPE, LOC, FAC, EVENT)."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Something said or thought: spans of whose it is, of the cue (the verb of saying) and of what is said.

    `sources` has the whole words ("Omar Haddad, the mayor"); it may be empty (an unattributed quotation). `chain` has
    the names alone, the speaker first, then who relays it. `direct` is True for words in quotation marks. `kind` is
    "said", or "private" for what is believed, meant or felt: it makes nobody the source of a claim.
    """

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    direct: bool = False
    chain: tuple[Span, ...] = ()
    kind: str = "said"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time, not yet resolved.

    `kind` is a TIMEX3 type (DATE, TIME, DURATION, SET). `rule` names the pattern that matched, `parts` its pieces
    as (name, value) pairs, e.g. (("weekday", "2"), ("direction", "past")).
    `date` is the date inside a "since": "2015" in "since 2015", None elsewhere. `value` is the TIMEX3 value where
    grounding could tell it from the words, also of what is no interval of days ("P3D", "XXXX-WXX-5").
    """

    span: Span
    kind: str
    rule: str
    parts: tuple[tuple[str, str], ...] = ()
    date: Span | None = None
    value: str | None = None

    def inside(self) -> TimeExpression | None:
        """The date inside a "since" as an expression of its own; None where there is none."""
        of = self.part("of")
        if self.date is None or of is None:
            return None
        return TimeExpression(self.date, self.kind, of, self.parts[1:])

    def part(self, name: str) -> str | None:
        """The piece called `name`, or None."""
        return next((value for key, value in self.parts if key == name), None)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a word for one, with its qualifier: the closed interval `low`..`high` (None: no bound).

    `unit` is "count" for whole numbers, "share" for a fraction between 0 and 1, else what is measured ("money",
    "percent", "distance", "age", "time", "ordinal", "year"). `span` covers qualifier and number ("at least 61"),
    `number` the number alone ("61").
    """

    span: Span
    number: Span
    low: float | None
    high: float | None
    unit: str = "count"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with all its annotations, in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    signals: tuple[Signal, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
