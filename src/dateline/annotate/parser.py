"""Sentences to parsed sentences, by spaCy with the pinned weights."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.annotate.steps import Steps
from dateline.annotate.weights import verified_weights
from dateline.annotate.word_forms import COMPONENTS, WordForms
from dateline.model.annotation import Sentence, Token
from dateline.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST_RUN = 3_000  # characters that go through the parser as one text; more costs memory and gains nothing
Place = tuple[int, Span]  # number of a sentence's paragraph, its characters


def load_language() -> Language:
    """The spaCy pipeline that all of Dateline uses, on one thread.

    numpy's matrix product is taken instead of BLIS: the same output, a quarter faster where it was measured. The
    matrix libraries of the process are held to one thread: on the short sentences of news more threads only wait for
    each other (three times the processor time on two cores).
    """
    import spacy  # noqa: PLC0415 (seconds of start-up, only where text is read)
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    threadpool_limits(limits=1)
    set_current_ops(NumpyOps(use_blis=False))
    return spacy.load(verified_weights())


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring sentences of one article that are parsed together; `article` is its place in the batch."""

    article: int
    text: str
    places: tuple[Place, ...]

    @property
    def start(self) -> int:
        return self.places[0][1].start

    @property
    def words(self) -> str:
        return self.text[self.start : self.places[-1][1].end]


class Parser:
    """Parses sentences in batches; `language` is a spaCy pipeline with tagger, parser, lemmatizer and NER."""

    def __init__(self, language: Language, *, batch: int = 32) -> None:
        self._language = language
        self._steps = Steps(language, without=COMPONENTS, batch=batch)
        self._forms = WordForms(language)
        self._strings: dict[int, str] = {}

    def parse(self, text: str, places: Iterable[Place]) -> tuple[Sentence, ...]:
        """Parsed sentences for `places` in `text`, in the same order."""
        return self.parse_all([(text, list(places))])[0]

    def parse_all(self, texts: Sequence[tuple[str, list[Place]]]) -> list[tuple[Sentence, ...]]:
        """The sentences of several texts, parsed together: spaCy is faster on many.

        Neighbouring sentences go through it as one text; the sentence boundaries are those of the places.
        """
        runs = [run for number, (text, places) in enumerate(texts) for run in _runs(number, text, places)]
        docs = [self._document(run) for run in runs]
        self._steps.annotate(docs)
        out: list[list[Sentence]] = [[] for _ in texts]
        for run, doc in zip(runs, docs, strict=True):
            sentences = out[run.article]
            for paragraph, span, tokens in self._sentences(doc, run):
                sentences.append(Sentence(len(sentences), paragraph, span.start, span.end, tokens))
        return [tuple(sentences) for sentences in out]

    def _document(self, run: _Run) -> Doc:
        doc = self._language.make_doc(run.words)
        starts = {span.start - run.start for _, span in run.places}
        first = [[1 if token.idx in starts else -1] for token in doc]  # split before: one tree for each sentence
        column: Any = np.array(first, dtype=np.int64).reshape(-1, 1).astype(np.uint64)  # as spaCy holds what is below 0
        return doc.from_array(["SENT_START"], column)

    def _sentences(self, doc: Doc, run: _Run) -> Iterator[tuple[int, Span, tuple[Token, ...]]]:
        """Paragraph, characters and tokens of each sentence; a token belongs to the sentence in which it begins."""
        rows = self._rows(doc)
        begins = [run.start + token.idx for token in doc]
        stops = [span.start for _, span in run.places[1:]]
        first = 0
        for (paragraph, span), stop in zip(run.places, [*stops, run.places[-1][1].end], strict=True):
            last = bisect_left(begins, stop, first)
            tokens = _tokens(rows[first:last], begins[first:last])
            first = last
            if tokens:
                yield paragraph, span, tokens

    def _rows(self, doc: Doc) -> list[tuple[str, str, str, str, str, int, str]]:
        """Word, lemma, part of speech, tag, label, distance to the head, entity label of each token."""
        string = self._string
        numbers = doc.to_array(["TAG", "DEP", "HEAD", "ENT_TYPE"]).tolist()
        words = [token.text for token in doc]
        labels = [string(dep) for _, dep, _, _ in numbers]
        forms = [
            (word, string(row[0]), label, before == "expl")
            for word, row, label, before in zip(words, numbers, labels, ["", *labels[:-1]], strict=True)
        ]
        return [
            (word, lemma, pos, string(tag), label, _signed(head), string(ent))
            for word, (lemma, pos), (tag, _, head, ent), label in zip(
                words, self._forms.of(forms), numbers, labels, strict=True
            )
        ]

    def _string(self, key: int) -> str:
        found = self._strings.get(key)
        if found is None:
            strings: Any = self._language.vocab.strings
            found = self._strings[key] = strings[key] if key else ""
        return found


def _tokens(rows: list[tuple[str, str, str, str, str, int, str]], starts: list[int]) -> tuple[Token, ...]:
    out = []
    for number, ((word, lemma, pos, tag, dep, head, ent), start) in enumerate(zip(rows, starts, strict=True)):
        above = number + head
        out.append(
            Token(
                number,
                start,
                start + len(word),
                word,
                lemma,
                pos,
                tag,
                dep,
                above if 0 <= above < len(rows) else number,
                ent,
            )
        )
    return tuple(out)


def _runs(number: int, text: str, places: Iterable[Place]) -> Iterator[_Run]:
    """Neighbouring sentences with nothing but white space between them, up to `LONGEST_RUN` characters."""
    run: list[Place] = []
    for place in places:
        near = bool(run) and not text[run[-1][1].end : place[1].start].strip()
        if run and (not near or place[1].end - run[0][1].start > LONGEST_RUN):
            yield _Run(number, text, tuple(run))
            run = []
        run.append(place)
    if run:
        yield _Run(number, text, tuple(run))


def _signed(head: int) -> int:
    """SpaCy gives the distance to the head as an unsigned number of 64 bits."""
    return head - 2**64 if head >= 2**63 else head
