"""Part of speech and lemma of words, looked up once for each form.

spaCy's attribute ruler and lemmatizer decide by a word, its tag and its label alone (but for "there is" and a few
colloquial pairs such as "gon na"), yet they take a quarter of the pipeline's time when asked for every token. Here they
are asked once for each form and remembered; a test holds the result to the whole pipeline's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Form = tuple[str, str, str, bool]  # the word, its tag, its label, whether an expletive ("there") stands before it
COMPONENTS = ("attribute_ruler", "lemmatizer")
MOST = 200_000  # forms kept; more would be names and numbers that never come back
EXPLETIVE = ("there", "EX", "expl")


class WordForms:
    """Knows the lemma (lower case) and the Universal POS tag of every form that it has seen."""

    def __init__(self, language: Language) -> None:
        self._vocab = language.vocab
        self._steps: list[Any] = [language.get_pipe(name) for name in COMPONENTS]
        self._known: dict[Form, tuple[str, str]] = {}

    def of(self, forms: list[Form]) -> list[tuple[str, str]]:
        """Lemma and part of speech of each form, in order."""
        missing = {form for form in forms if form not in self._known}
        if missing:
            if len(self._known) + len(missing) > MOST:
                self._known.clear()
                missing = set(forms)
            self._learn(sorted(missing))
        return [self._known[form] for form in forms]

    def _learn(self, forms: Iterable[Form]) -> None:
        rows: list[tuple[str, str, str]] = []
        places: list[tuple[Form, int]] = []
        for form in forms:
            if form[3]:
                rows.append(EXPLETIVE)
            elif rows and rows[-1][2] == EXPLETIVE[2]:
                rows.append((".", ".", "punct"))  # so that no form is taken for one after an expletive
            places.append((form, len(rows)))
            rows.append(form[:3])
        doc = self._asked(rows)
        for form, at in places:
            self._known[form] = (doc[at].lemma_.lower(), doc[at].pos_)

    def _asked(self, rows: list[tuple[str, str, str]]) -> Doc:
        from spacy.tokens import Doc as SpacyDoc  # noqa: PLC0415 (seconds of start-up, only where text is read)

        words, tags, deps = (list(column) for column in zip(*rows, strict=True))
        doc = SpacyDoc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for step in self._steps:
            doc = step(doc)
        return doc
