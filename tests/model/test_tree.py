"""Trees: look-ups in a parsed sentence, on trees built by hand."""

from __future__ import annotations

import pytest

from dateline.model.annotation import Sentence, Token
from dateline.model.span import Span
from dateline.model.tree import Tree

Row = tuple[str, str, str, int]  # the word, its part of speech, its label, the index of its head


def tree(*rows: Row, glued: frozenset[int] = frozenset()) -> Tree:
    """A tree from rows; the words stand one space apart, those in `glued` right after the word before."""
    tokens: list[Token] = []
    at = 0
    for index, (word, pos, dep, head) in enumerate(rows):
        at += 1 if tokens and index not in glued else 0
        tokens.append(Token(index, at, at + len(word), word, word.lower(), pos, "", dep, head))
        at += len(word)
    return Tree(Sentence(0, 0, 0, at, tuple(tokens)))


# The mayor of Qarrah , Omar Haddad , buried and mourned two boys in the old cemetery
MAYOR = tree(
    ("The", "DET", "det", 1),
    ("mayor", "NOUN", "nsubj", 8),
    ("of", "ADP", "prep", 1),
    ("Qarrah", "PROPN", "pobj", 2),
    (",", "PUNCT", "punct", 1),
    ("Omar", "PROPN", "compound", 6),
    ("Haddad", "PROPN", "appos", 1),
    (",", "PUNCT", "punct", 1),
    ("buried", "VERB", "ROOT", 8),
    ("and", "CCONJ", "cc", 8),
    ("mourned", "VERB", "conj", 8),
    ("boys", "NOUN", "dobj", 10),
    ("in", "ADP", "prep", 11),
    ("the", "DET", "det", 15),
    ("old", "ADJ", "amod", 15),
    ("cemetery", "NOUN", "pobj", 12),
)
BURIED, MAYOR_WORD, BOYS = MAYOR.tokens[8], MAYOR.tokens[1], MAYOR.tokens[11]


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def shown(tree: Tree, span: Span) -> str:
    return " ".join(t.text for t in tree.tokens if span.contains(t.span))


def test_children_come_in_text_order_and_by_label() -> None:
    assert texts(MAYOR.children(BURIED)) == ["mayor", "and", "mourned"]
    assert texts(MAYOR.children(BURIED, "conj", "cc")) == ["and", "mourned"]
    assert MAYOR.children(BURIED, "dobj") == []


def test_a_missing_child_is_none() -> None:
    found = MAYOR.child(BURIED, "nsubj")
    assert found is not None
    assert found.text == "mayor"
    assert MAYOR.child(BURIED, "dobj") is None


def test_the_root_has_no_head_and_ends_every_line_of_ancestors() -> None:
    assert MAYOR.head(BURIED) is None
    assert texts(list(MAYOR.ancestors(MAYOR.tokens[3]))) == ["of", "mayor", "buried"]
    assert list(MAYOR.ancestors(BURIED)) == []


def test_a_subtree_is_the_word_and_all_below_it_in_text_order() -> None:
    assert texts(MAYOR.subtree(BOYS)) == ["boys", "in", "the", "old", "cemetery"]
    assert MAYOR.subtree(BURIED) == list(MAYOR.tokens)
    assert MAYOR.left_edge(MAYOR_WORD).text == "The"


def test_conjuncts_follow_chains() -> None:
    three = tree(
        ("Ali", "PROPN", "nsubj", 5),
        (",", "PUNCT", "punct", 0),
        ("Omar", "PROPN", "conj", 0),
        ("and", "CCONJ", "cc", 2),
        ("Lina", "PROPN", "conj", 2),
        ("fled", "VERB", "ROOT", 5),
    )
    assert texts(three.conjuncts(three.tokens[0])) == ["Ali", "Omar", "Lina"]
    assert texts(three.conjuncts(three.tokens[4])) == ["Lina"]


@pytest.mark.parametrize(
    ("head", "whole", "expected"),
    [
        (1, False, "The mayor of Qarrah"),  # "of" goes on naming, the apposition does not
        (11, False, "boys"),
        (11, True, "boys in the old cemetery"),
        (15, False, "the old cemetery"),
    ],
)
def test_a_phrase_is_what_names_the_thing(*, head: int, whole: bool, expected: str) -> None:
    span = MAYOR.phrase_span(MAYOR.tokens[head], whole=whole)
    assert shown(MAYOR, span) == expected


def test_a_phrase_keeps_the_words_before_a_hyphen_and_the_article_before_them() -> None:
    """As in "The Britain-based group": the words that a hyphen joins are one word."""
    hyphenated = tree(
        ("The", "DET", "det", 4),
        ("Britain", "PROPN", "npadvmod", 3),
        ("-", "PUNCT", "punct", 3),
        ("based", "VERB", "amod", 4),
        ("group", "NOUN", "nsubj", 5),
        ("left", "VERB", "ROOT", 5),
        glued=frozenset({2, 3}),
    )
    assert hyphenated.phrase_span(hyphenated.tokens[4]) == Span(0, len("The Britain-based group"))


def test_the_first_half_of_a_hyphenated_word_begins_its_phrase() -> None:
    held = tree(
        ("rebel", "NOUN", "npadvmod", 2),
        ("-", "PUNCT", "punct", 2),
        ("held", "VERB", "amod", 3),
        ("towns", "NOUN", "nsubj", 4),
        ("starve", "VERB", "ROOT", 4),
        glued=frozenset({1, 2}),
    )
    assert held.phrase_span(held.tokens[3]) == Span(0, len("rebel-held towns"))


def test_a_relative_clause_is_no_part_of_the_name() -> None:
    clause = tree(
        ("Police", "NOUN", "nsubj", 4),
        ("who", "PRON", "nsubj", 2),
        ("fled", "VERB", "relcl", 0),
        (",", "PUNCT", "punct", 0),
        ("returned", "VERB", "ROOT", 4),
    )
    assert shown(clause, clause.phrase_span(clause.tokens[0])) == "Police"


@pytest.mark.parametrize(("label", "found"), [("nsubj", True), ("nsubjpass", True), ("csubj", True), ("dobj", False)])
def test_the_subject_may_be_active_passive_or_a_clause(*, label: str, found: bool) -> None:
    made = tree(("Rebels", "NOUN", label, 1), ("fled", "VERB", "ROOT", 1))
    assert (made.subject(made.tokens[1]) is not None) == found


@pytest.mark.parametrize(("position", "word"), [(0, "The"), (3, None), (4, "mayor"), (9999, None)])
def test_a_token_is_found_by_its_character(position: int, word: str | None) -> None:
    found = MAYOR.token_at(position)
    assert (found.text if found else None) == word


@pytest.mark.parametrize(
    ("words", "head"),
    [((0, 3), "mayor"), ((5, 6), "Haddad"), ((13, 15), "cemetery"), ((4, 7), "Haddad"), ((12, 15), "in")],
)
def test_the_head_of_a_span_is_the_word_that_the_others_hang_from(words: tuple[int, int], head: str) -> None:
    """Marks at the edges do not count; a whole prepositional phrase hangs from its preposition."""
    first, last = (MAYOR.tokens[index] for index in words)
    found = MAYOR.head_of(Span(first.start, last.end))
    assert found is not None
    assert found.text == head


def test_a_span_without_tokens_has_no_head() -> None:
    assert MAYOR.head_of(Span(900, 910)) is None


def test_words_within_a_span_lie_in_it_as_a_whole() -> None:
    """A span that begins inside of "mayor" has "of Qarrah" alone."""
    span = Span(MAYOR.tokens[1].start + 1, MAYOR.tokens[3].end)
    assert [token.text for token in MAYOR.within(span)] == ["of", "Qarrah"]
    assert MAYOR.within(MAYOR.sentence.span) == list(MAYOR.tokens)
