"""The parser: tokens that stand where the article has them, one tree a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.annotate.parser import Parser
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

Parse = Callable[[str], list[Tree]]

TEXTS = [
    "Shells fell on the market of Qarrah. Nine people died.",
    "Rebels took the hill.\n\nThe army “didn't” comment — not on Monday.",
    "😀 Café owners fled Москва-Street; 14,000 didn’t.",
    "The town\r\nof Qarrah fell.\r\n\r\nAid came.",
    "U.S.-backed fighters (SDF) won't leave.",
    "Nine died.No one was held.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_is_what_the_article_has_there(parse: Parse, text: str) -> None:
    for tree in parse(text):
        assert tree.tokens
        for token in tree.tokens:
            assert token.text == text[token.start : token.end]
            assert tree.sentence.span.contains(token.span) or token.text.isspace()


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_is_one_tree(parse: Parse, text: str) -> None:
    """One root, every head inside the sentence, indexes that count from 0."""
    for tree in parse(text):
        assert sum(token.head == token.index for token in tree.tokens) == 1
        assert [token.index for token in tree.tokens] == list(range(len(tree.tokens)))
        assert all(0 <= token.head < len(tree.tokens) for token in tree.tokens)


def test_a_sentence_is_not_split_again(parser: Parser) -> None:
    """Where sentences end was decided before: two of them given as one stay one tree."""
    text = "He left. They stayed."
    (sentence,) = parser.parse(text, [(0, Span(0, len(text)))])
    assert sum(token.head == token.index for token in sentence.tokens) == 1


def test_sentences_are_counted_and_keep_their_paragraphs(parser: Parser) -> None:
    text = "Aid came. Shells fell. Rebels fled."
    places = [(3, Span(0, 9)), (3, Span(10, 22)), (4, Span(23, 35))]
    parsed = list(parser.parse(text, places))
    assert [(s.paragraph, s.span) for s in parsed] == places
    assert [s.index for s in parsed] == [0, 1, 2]


def test_what_lies_between_the_given_sentences_is_not_parsed(parser: Parser) -> None:
    text = "Aid came. Share this page now! Rebels fled."
    first, last = parser.parse(text, [(0, Span(0, 9)), (1, Span(31, 43))])
    assert [token.text for token in (*first.tokens, *last.tokens)] == ["Aid", "came", ".", "Rebels", "fled", "."]


def test_a_long_article_is_parsed_whole_and_in_order(parse: Parse) -> None:
    """Longer than what goes through the parser at a time: no sentence is lost or out of place."""
    text = " ".join(f"Convoy {number} reached the town of Qarrah after a long night." for number in range(120))
    trees = parse(text)
    assert len(trees) == 120
    assert [tree.tokens[1].text for tree in trees] == [str(number) for number in range(120)]
    assert {tree.tokens[-1].text for tree in trees} == {"."}
    assert [tree.sentence.index for tree in trees] == list(range(120))


def test_a_batch_of_one_gives_the_same_parse(parser: Parser, parse: Parse) -> None:
    text = "Shells fell on Qarrah. Nine people died. The army denied that it had fired."
    whole = [tree.sentence for tree in parse(text)]
    single = Parser(parser._language, batch=1)
    assert list(single.parse(text, [(s.paragraph, s.span) for s in whole])) == whole


def test_nothing_to_parse_is_no_sentence(parser: Parser) -> None:
    assert list(parser.parse("", [])) == []
    assert list(parser.parse_all([])) == []


def test_texts_that_are_parsed_together_are_parsed_alike(parser: Parser) -> None:
    """One text's sentences do not depend on the texts beside it, and an empty text keeps its place."""
    texts = [
        ("Shells fell.", [(0, Span(0, 12))]),
        ("", []),
        ("Aid came. Rebels fled.", [(0, Span(0, 9)), (1, Span(10, 22))]),
    ]
    together = parser.parse_all(texts)
    assert together == [parser.parse(*text) for text in texts]
    assert [len(sentences) for sentences in together] == [1, 0, 2]


@pytest.mark.parametrize("text", TEXTS)
def test_classes_and_lemmas_are_what_the_whole_pipeline_gives(parser: Parser, text: str) -> None:
    """Looking word forms up once is quicker than the pipeline's own steps, and must not read otherwise."""
    (sentence,) = parser.parse(text, [(0, Span(0, len(text)))])
    doc = parser._language.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    whole = parser._language(doc)
    expected = [(token.text, token.tag_, token.pos_, token.lemma_.lower()) for token in whole]
    assert [(token.text, token.tag, token.pos, token.lemma) for token in sentence.tokens] == expected


def test_words_come_with_lemma_class_role_and_label(parse: Parse) -> None:
    """The parts of a plain sentence are what a grammar book says."""
    (tree,) = parse("Soldiers killed three men in Baghdad on Monday.")
    by_word: dict[str, Token] = {token.text: token for token in tree.tokens}
    assert (by_word["killed"].lemma, by_word["killed"].pos, by_word["killed"].dep) == ("kill", "VERB", "ROOT")
    assert (by_word["Soldiers"].lemma, by_word["Soldiers"].dep) == ("soldier", "nsubj")
    assert (by_word["men"].lemma, by_word["men"].dep) == ("man", "dobj")
    assert (by_word["Baghdad"].ent, by_word["Monday"].ent, by_word["in"].ent) == ("GPE", "DATE", "")


def test_lemmas_are_in_lower_case(parse: Parse) -> None:
    (tree,) = parse("SYRIAN State TV quoted General Orlov.")
    assert all(token.lemma == token.lemma.lower() for token in tree.tokens)
