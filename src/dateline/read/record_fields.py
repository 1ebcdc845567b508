"""One JSON object to an article: its keys, what is wrong with them, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dateline.errors import InputError
from dateline.model.article import Article

_SHAPE = 'Give {"text": "...", "published": "YYYY-MM-DD"}, with id, title, publisher and url where known.'
_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object stands: its document's name, what a person is told, its number in a document of several."""

    name: str
    where: str
    number: int | None = None

    @property
    def default_name(self) -> str:
        """The name of an article that brings no id: unlike the others of its document."""
        return self.name if self.number is None else f"{self.name}-{self.number}"


def article_of(value: object, place: Place, *, published: date | None, raw_hash: str) -> tuple[Article, list[str]]:
    """The article that `value` holds and what is doubtful in it; raises InputError where it holds none.

    A key other than the text that has no usable value counts as absent, with a doubt; unknown keys are ignored.
    """
    if not isinstance(value, dict):
        raise InputError(f"is {_kind(value)}, not an object", remedy=_SHAPE)
    text = _text(value)
    doubts: list[str] = []
    name = value.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        value = value | {"id": str(name)}
    article = Article(
        name=_string(value, "id", doubts) or place.default_name,
        text=text,
        url=_string(value, "url", doubts),
        publisher=_string(value, "publisher", doubts),
        title=_string(value, "title", doubts),
        published=_day(_string(value, "published", doubts), doubts) or published,
        origin=place.where,
        raw_hash=raw_hash,
    )
    return article, doubts


def _text(value: dict[str, Any]) -> str:
    if "text" not in value:
        raise InputError("has no text", remedy=_SHAPE)
    text = value["text"]
    if not isinstance(text, str):
        raise InputError(f"has a text that is {_kind(text)}, not a string", remedy=_SHAPE)
    if not text.strip():
        raise InputError("has an empty text", remedy=_SHAPE)
    if (at := _half_character(text)) is not None:
        raise InputError(
            f"has half a character (a lone surrogate, U+{ord(text[at]):04X}) at {at} in its text",
            remedy="Write it again with whole characters: the program that made it cut one in two.",
        )
    return text


def _string(value: dict[str, Any], key: str, doubts: list[str]) -> str | None:
    found = value.get(key)
    if found is None:
        return None
    if not isinstance(found, str):
        doubts.append(f"its {key} is {_kind(found)}, not a string; read without it")
        return None
    if _half_character(found) is not None or "\x00" in found:
        doubts.append(f"its {key} holds half a character or a NUL; read without it")
        return None
    return found.strip() or None


def _day(written: str | None, doubts: list[str]) -> date | None:
    if written is None:
        return None
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        doubts.append(f"its published is {written[:40]!r}, no date of the form YYYY-MM-DD; read without it")
        return None


def _half_character(text: str) -> int | None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "null")
