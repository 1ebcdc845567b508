"""The annotator: all annotations of an article, nothing where the article was not read."""

from __future__ import annotations

import pytest

from dateline.annotate.annotator import Annotator
from dateline.annotate.parser import Parser
from dateline.model.annotation import Annotated
from dateline.model.article import Article, Dropped
from dateline.model.span import Span

TEXT = (
    "Shells killed at least nine people in Qarrah on Monday, the local council said.\n\n"
    "Subscribe for 5 dollars until 1 May 2030 in Berlin, said our editor.\n\n"
    "“We buried them in Qarrah on Tuesday,” Omar Haddad told Reuters."
)
OFFER = TEXT.split("\n\n")[1]


@pytest.fixture(scope="module")
def annotator(parser: Parser) -> Annotator:
    return Annotator(parser, {"Qarrah", "May", "March", "August"}.__contains__)


def everywhere(found: Annotated) -> list[Span]:
    """The place of every annotation."""
    spans = [sentence.span for sentence in found.sentences]
    spans += [mention.span for mention in found.mentions]
    spans += [time.span for time in found.times]
    spans += [quantity.span for quantity in found.quantities]
    spans += [token.span for sentence in found.sentences for token in sentence.tokens if not token.text.isspace()]
    return spans + [span for quote in found.quotes for span in (*quote.sources, *quote.cues, *quote.contents)]


def test_an_article_gets_all_that_the_annotator_promises(annotator: Annotator) -> None:
    found = annotator.annotate(Article("a", TEXT))
    assert found.article.text == TEXT
    assert all(getattr(found, name) for name in annotator.gives)
    assert annotator.needs == ("article",)


def test_annotations_are_what_the_text_says(annotator: Annotator) -> None:
    found = annotator.annotate(Article("a", TEXT))
    assert [each.span.of(TEXT) for each in found.times] == ["Monday", "1 May 2030", "Tuesday"]
    assert "at least nine" in [each.span.of(TEXT) for each in found.quantities]
    assert [quote.sources[0].of(TEXT) for quote in found.quotes] == ["the local council", "our editor", "Omar Haddad"]
    assert ("Qarrah", "GPE") in [(each.span.of(TEXT), each.kind) for each in found.mentions]


def test_annotations_come_in_text_order(annotator: Annotator) -> None:
    found = annotator.annotate(Article("a", TEXT))
    for spans in (
        [each.span for each in found.sentences],
        [each.span for each in found.mentions],
        [each.span for each in found.times],
        [each.span for each in found.quantities],
    ):
        assert spans == sorted(spans)


def test_nothing_is_annotated_in_what_was_dropped(annotator: Annotator) -> None:
    """A dropped passage gives no sentence, mention, quotation, time or quantity; the rest keeps its places."""
    where = Span(TEXT.index(OFFER), TEXT.index(OFFER) + len(OFFER))
    whole = annotator.annotate(Article("a", TEXT))
    found = annotator.annotate(Article("a", TEXT, dropped=(Dropped(where, "furniture"),)))
    assert any(span.overlaps(where) for span in everywhere(whole))
    assert not any(span.overlaps(where) for span in everywhere(found))
    assert {s.span for s in found.sentences} == {s.span for s in whole.sentences if not s.span.overlaps(where)}


def test_an_article_that_was_dropped_whole_has_no_annotations(annotator: Annotator) -> None:
    found = annotator.annotate(Article("a", TEXT, dropped=(Dropped(Span(0, len(TEXT)), "furniture"),)))
    assert everywhere(found) == []


@pytest.mark.parametrize("text", ["", "   \n\n "])
def test_an_empty_article_has_no_annotations(annotator: Annotator, text: str) -> None:
    assert everywhere(annotator.annotate(Article("a", text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Troops left Mosul in May. They came back in August.",
        "It began in March 2011 and went on to 4 May 2015.",
        "In May and August shells fell.",
        "Shelling went on from March to August.",
    ],
)
def test_months_are_no_towns(annotator: Annotator, text: str) -> None:
    """May, March and August stand in the gazetteer too."""
    found = annotator.annotate(Article("a", text))
    assert not {each.span.of(text) for each in found.mentions} & {"May", "March", "August"}
    assert found.times


def test_a_since_clause_is_one_time(annotator: Annotator) -> None:
    text = "More than 100,000 people have died since it began in March 2011."
    found = annotator.annotate(Article("a", text))
    assert [each.span.of(text) for each in found.times] == ["since it began in March 2011"]
    assert [each.span.of(text) for each in found.quantities if each.unit == "count"] == ["More than 100,000"]


def test_articles_are_annotated_one_by_one_and_alike(annotator: Annotator) -> None:
    """What stands in one article changes nothing in the next."""
    articles = [Article("a", TEXT), Article("b", "Aid came. Qarrah is quiet."), Article("a", TEXT)]
    first, _, again = annotator.annotate_all(articles)
    assert first == again == annotator.annotate(articles[0])
