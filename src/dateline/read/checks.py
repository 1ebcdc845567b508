"""What every article must stand before it is read: some words, not too many, in a language that is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dateline.errors import InputError
from dateline.model.article import Article
from dateline.read.furniture import kept_text, mark_dropped
from dateline.read.language import ENGLISH, language_name, language_of
from dateline.settings import Settings

_FULLER = "Give a file that holds the article's text."


def checked(article: Article, settings: Settings) -> Article:
    """The article with `dropped` and `language` filled; raises InputError for one that cannot be read."""
    check_length(len(article.text), settings)
    if not article.text.strip():
        raise InputError("is empty", remedy=_FULLER)
    if "\x00" in article.text:
        raise InputError("holds NUL characters, so it is not text", remedy="Save or export it as plain text first.")
    marked = mark_dropped(article)
    language = language_of(kept_text(marked))
    if language is None:
        raise _no_words(article)
    if language != ENGLISH:
        raise InputError(
            f"is in {language_name(language)} ({language}), and only English is read for now",
            remedy="Give an English text or a translation.",
        )
    return replace(marked, language=language)


def dated(article: Article, today: date | None = None) -> tuple[Article, str | None]:
    """The article without a publication date that lies after today, and the doubt; else as it is, and None.

    Days begin earlier in the east, so tomorrow may be right; `today` is that of this machine unless given.
    """
    latest = (today or datetime.now(tz=UTC).date()) + timedelta(days=1)
    if article.published is None or article.published <= latest:
        return article, None
    doubt = f"its publication date, {article.published}, lies after today; read without it"
    return replace(article, published=None), doubt


def check_length(characters: int, settings: Settings) -> None:
    """Raises InputError for a text of more characters than the settings allow: it is refused, never cut."""
    if characters > settings.max_chars:
        raise InputError(
            f"has {characters:,} characters, more than the {settings.max_chars:,} read as one article",
            remedy="Split it into its articles, or raise DATELINE_MAX_CHARS.",
        )


def _no_words(article: Article) -> InputError:
    if any(c.isalpha() for c in article.text):
        return InputError("holds no article, only lines of a page around one", remedy=_FULLER)
    return InputError("holds no words", remedy=_FULLER)
