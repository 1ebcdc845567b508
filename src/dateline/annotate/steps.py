"""Runs spaCy's components over documents, its parser and entity recognizer step by step under Python's own lock.

Their own loop gives the interpreter's lock away and, in the builds that Cython 3 makes, takes it back for a moment in
every check of every step, which is more than half of their time. Driven from here the lock stays where it is. The
steps, the weights and the result are the same; a test holds them to spaCy's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TOGETHER: Final = 1_200  # words that are read together; each costs 20 KB, and fewer are slower


class Steps:
    """The components of `language` but for those named in `without`, in order."""

    def __init__(self, language: Language, *, without: Sequence[str], batch: int) -> None:
        self._components: list[Any] = [part for name, part in language.pipeline if name not in without]
        self._batch = batch

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Annotates the documents in place; those of about one length together, since they take as many steps."""
        for some in _together(sorted(docs, key=len), self._batch):
            for component in self._components:
                if _steps(component):
                    _run(component, some)
                else:
                    list(component.pipe(some, batch_size=len(some)))


def _steps(component: Any) -> bool:  # noqa: ANN401 (spaCy's components share no type)
    """Whether a component goes through the words by transitions, one at a time."""
    return hasattr(component, "transition_states") and component.cfg.get("beam_width", 1) == 1


def _run(component: Any, docs: list[Doc]) -> None:  # noqa: ANN401 (the same)
    """What the component's own `pipe` does, all documents a step further at a time."""
    states = component.moves.init_batch(docs)
    left = [state for state in states if not state.is_final()]
    if left:
        scorer = component.model.predict(docs)
        while left:
            left = component.transition_states(left, scorer.predict(left))
        scorer.clear_memory()
    component.set_annotations(docs, states)


def _together(docs: Sequence[Doc], most: int) -> Iterator[list[Doc]]:
    """Up to `most` documents at a time, of up to `TOGETHER` words (or one)."""
    some: list[Doc] = []
    words = 0
    for doc in docs:
        if some and (len(some) >= most or words + len(doc) > TOGETHER):
            yield some
            some, words = [], 0
        some.append(doc)
        words += len(doc)
    if some:
        yield some
