"""Sentences to parsed sentences, by spaCy with the pinned weights."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dateline.annotate.weights import verified_weights
from dateline.model.annotation import Sentence, Token
from dateline.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Place = tuple[int, int, Span]  # index of the sentence, number of its paragraph, its characters


def load_language() -> Language:
    """The spaCy pipeline that all of Dateline uses, on one thread.

    numpy's matrix product is taken instead of BLIS: the same output, a quarter faster where it was measured. One
    OpenMP thread: more only spin on the short sentences of news.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy  # noqa: PLC0415 (seconds of start-up, only where text is read)
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    set_current_ops(NumpyOps(use_blis=False))
    return spacy.load(verified_weights())


class Parser:
    """Parses sentences in batches; `language` is a spaCy pipeline with tagger, parser, lemmatizer and NER."""

    def __init__(self, language: Language, *, batch: int = 32) -> None:
        self._language = language
        self._batch = batch
        self._strings: dict[int, str] = {}

    def parse(self, text: str, places: Iterable[Place]) -> Iterator[Sentence]:
        """Parsed sentences for `places` in `text`, in the same order."""
        listed = list(places)
        docs = (self._document(span.of(text)) for _, _, span in listed)
        parsed = self._language.pipe(docs, batch_size=self._batch)
        for (index, paragraph, span), doc in zip(listed, parsed, strict=True):
            yield Sentence(index, paragraph, span.start, span.end, self._tokens(doc, span.start))

    def _document(self, text: str) -> Doc:
        doc = self._language.make_doc(text)
        for token in doc[1:]:
            token.is_sent_start = False  # the sentence was split before: one tree for each
        return doc

    def _tokens(self, doc: Doc, offset: int) -> tuple[Token, ...]:
        rows = doc.to_array(["LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]).tolist()
        out = []
        for token, (lemma, pos, tag, dep, ent) in zip(doc, rows, strict=True):
            start = offset + token.idx
            words = token.text
            out.append(
                Token(
                    token.i,
                    start,
                    start + len(words),
                    words,
                    self._string(lemma).lower(),
                    self._string(pos),
                    self._string(tag),
                    self._string(dep),
                    token.head.i,
                    self._string(ent),
                )
            )
        return tuple(out)

    def _string(self, key: int) -> str:
        found = self._strings.get(key)
        if found is None:
            strings: Any = self._language.vocab.strings
            found = self._strings[key] = strings[key] if key else ""
        return found
