"""Where a name stands: whether the words around it say that it is a place, whatever the tagger made of it."""

from __future__ import annotations

from dateline.lexicon.actors import named
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Sentence, Token

OPENING = 16  # tokens of the line that opens a dispatch, split off from its first sentence
_AFTER_PLACE = frozenset({",", "(", "-", "--", "–", "—"})
_DASHES = _AFTER_PLACE - {",", "("}


def words_of(run: list[Token]) -> str:
    """The words of a run with the hyphens closed up: "Bab al-Nayrab"."""
    return " ".join(t.text for t in run).replace(" - ", "-")


def is_place(sentence: Sentence, run: list[Token], *, person: bool, known: bool) -> bool:
    """Whether a name is a place by where it stands; groups and acronyms are places somewhere too, but not meant.

    `person` says that the tagger takes it for a person, `known` that the article has a person of that name.
    """
    if _opens_dispatch(sentence, run):
        return True
    if all(t.text.isupper() for t in run) or named(words_of(run)) is not None:
        return False
    if not person:
        return _before(sentence, run) in word_class("locating") or _after(sentence, run) in word_class("located")
    return stands_strictly(sentence, run) or (not known and len(run) == 1 and _stands_unless_known(sentence, run))


def stands_strictly(sentence: Sentence, run: list[Token]) -> bool:
    """Whether only a place can stand here: "in X", "fled X", "the heart of X", "X province"."""
    before, after = _before(sentence, run), _after(sentence, run)
    if before in word_class("locating_strictly") or after in word_class("located"):
        return True
    return before == "of" and _before_of(sentence, run) in word_class("located") | word_class("parts_of_places")


def _stands_unless_known(sentence: Sentence, run: list[Token]) -> bool:
    """Whether a place stands here more often than a person: "captured X", "withdrew from X", "east of X"."""
    before = _before(sentence, run)
    if before in word_class("locating_unless_known"):
        return True
    at = _leading(sentence, run)
    if at is None:
        return False
    word = sentence.tokens[at]
    if word.lemma in {"from", "to"}:
        return sentence.tokens[word.head].lemma in word_class("moving")
    return word.lemma == "of" and _before_of(sentence, run) in word_class("locating_unless_known")


def _opens_dispatch(sentence: Sentence, run: list[Token]) -> bool:
    """Whether the capitals are a dispatch's place: "ALEPPO, Dec 8 (AGENCY) -", "ALEPPO -- The army said"."""
    after = sentence.tokens[run[-1].index + 1 : run[-1].index + 2]
    if run[0].index or not after or after[0].text not in _AFTER_PLACE:
        return False
    line = len(sentence.tokens) < OPENING
    return line or (after[0].text in _DASHES and after[0].start > run[-1].end and all(t.text.isupper() for t in run))


def _leading(sentence: Sentence, run: list[Token]) -> int | None:
    """The index of the word before a name and its article; None where it opens the sentence."""
    at = run[0].index - 1
    at -= at >= 0 and sentence.tokens[at].lemma == "the"
    return at if at >= 0 else None


def _before(sentence: Sentence, run: list[Token]) -> str:
    at = _leading(sentence, run)
    return "" if at is None else sentence.tokens[at].lemma


def _before_of(sentence: Sentence, run: list[Token]) -> str:
    """The word before "of X"; "" for none."""
    at = _leading(sentence, run)
    return sentence.tokens[at - 1].lemma if at else ""


def _after(sentence: Sentence, run: list[Token]) -> str:
    at = run[-1].index + 1
    return sentence.tokens[at].lemma if at < len(sentence.tokens) else ""
