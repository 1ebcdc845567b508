"""What a number counts: people and things ("count"), or money, distance, age, time, temperature, or nothing at all."""

from __future__ import annotations

import re
from functools import cache

from dateline.annotate.number_words import SPACE, any_of
from dateline.annotate.quantity_cores import COUNT, ORDINAL, SHARE, Core
from dateline.lexicon.numbers import number_words

NONE = ""  # a name or part of a word: no quantity
_LOOK_BACK = 24
_MONEY = re.compile(r"(?:\b[A-Z]{1,2})?[$£€¥₹₽]\s?\Z|\b(?:USD|EUR|GBP|Rs\.?|US)\s\Z")
_AGE_BEFORE = re.compile(r"\b(?:aged|ages|age|age of|aged between)\s\Z|[a-z],\s\Z", re.IGNORECASE)
_NAMED_AGE = re.compile(r"[A-Za-z],\s\Z")
_PERSON = re.compile(r"\b[A-Z][\w’'-]+,\s\Z")
_ACRONYM = re.compile(r"\b[A-Z]{2,5}\)?\s?-?\s?\Z|\([A-Z]\s\Z")
_AGE_AFTER = re.compile(
    r"(?:\s?-\s?|\s)?(?:year|month|week|day)s?(?:\s?-\s?|\s)olds?\b|\s?years?\sof\sage\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\s?%|\s?(?:percent|per\scent|pct)\b", re.IGNORECASE)
_POINTS = re.compile(r"(?:\s?%|-?\s?percentage)(?:\s|-)points?\b", re.IGNORECASE)
_COMPOUND = re.compile(r"-([A-Za-z]+)")
_PEOPLE_COMPOUNDS = frozenset({"strong", "member", "man", "person", "woman"})
_YEAR_BEFORE = re.compile(r"\b(?:in|since|during|until|by|from|of|and|to)\s\Z", re.IGNORECASE)
_PLURAL = re.compile(r"\s[a-z]+(?:s|men|ren|ple)\b")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s?\Z")
_CLOCK = re.compile(r"[:.]\d{2}(?!\d)\s?(?:[ap]\.?m\b|gmt\b)|:\d{2}|\s?[ap]\.?m\.?\b", re.IGNORECASE)
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:this|that|the|any|every|each|which|another|some|last|first|only|no|former|latter)\s\Z",
    re.IGNORECASE,
)
_NOT_ONE_AFTER = re.compile(
    r"\s(?:another|can|could|must|should|may|might|would|has to|never|knows"
    r"|of the (?:most|largest|biggest|main|few|worst))\b"
    r"|['’]s\b",
    re.IGNORECASE,
)
_OF_AFTER = re.compile(r"\sof\s", re.IGNORECASE)
_HALF_BEFORE = re.compile(r"\b(?:first|second|other|last|better|a)\s\Z", re.IGNORECASE)
_HALF_AFTER = re.compile(
    r"\s(?:an?\s)?(?:hour|dozen|million|past|year|brother|sister|century|decade|day|hourly|way|a)\b", re.IGNORECASE
)
_SCORES_AFTER = re.compile(
    r"\s(?:of|more|others|were|are|have|had|dead|killed|injured|wounded|missing|(?:[a-z]+ed))\b", re.IGNORECASE
)


@cache
def _noun() -> re.Pattern[str]:
    """The next word as a measured thing, with an adjective of nationality before currencies."""
    return re.compile(
        rf"(?:{SPACE}|-)?(?:(?-i:[A-Z])\w+{SPACE})??({any_of(number_words().nouns)})\b(?!['’]?\w)", re.IGNORECASE
    )


def unit_of(text: str, core: Core, end: int) -> str:
    """What the number counts; `end` is where its qualifier ends. NONE where it is part of a name or a set phrase."""
    if core.unit == SHARE:
        return _share_unit(text, core)
    if core.unit == ORDINAL:
        return ORDINAL
    if _PERCENT.match(text, core.end) or _POINTS.match(text, core.end):
        return "percent" if _POINTS.match(text, core.end) else SHARE
    before = text[max(0, core.start - _LOOK_BACK) : core.start]
    if _is_name(text, core, before):
        return NONE
    return _measured(text, core, before) or _measured_by_noun(text, core, end) or _plain(text, core, before, end)


def percent_end(text: str, core: Core) -> int:
    """Where the per cent sign or word after the number ends; the number's own end without one."""
    found = _PERCENT.match(text, core.end)
    return found.end() if found else core.end


def _is_name(text: str, core: Core, before: str) -> bool:
    """Whether a word before it makes the number a name: "Resolution 2254", "Gate 3", "DDG 70", "number one"."""
    word = _WORD_BEFORE.search(before)
    if not core.digits:
        return word is not None and word.group(1).lower() == "number"
    if _ACRONYM.search(before) and not _PLURAL.match(text, core.end):
        return True
    if not word:
        return False
    return word.group(1).lower() in number_words().designators or word.group(1) in number_words().capital_designators


def _measured(text: str, core: Core, before: str) -> str:
    """Money, ages, clock times: what the signs around the number say."""
    if _MONEY.search(before):
        return "money"
    if _CLOCK.match(text, core.end):
        return "time"
    if _AGE_AFTER.match(text, core.end):
        return "age"
    if _AGE_BEFORE.search(before) and not _NAMED_AGE.search(before):
        return "age"
    if core.digits and 0 < (core.low or 0) < 110:
        following = text[core.end : core.end + 1]
        if (following == "," and _NAMED_AGE.search(before)) or (following == "." and _PERSON.search(before)):
            return "age"
    return ""


def _measured_by_noun(text: str, core: Core, end: int) -> str:
    if core.suffix:
        return number_words().nouns.get(core.suffix, NONE) or "other"
    for at in (core.end, end):
        found = _noun().match(text, at)
        if found:
            word = found.group(1).lower()
            unit = number_words().nouns[" ".join(word.split())]
            # An adjective stands only before a currency: "2 million US dollars", but "three Syrian days" is no unit
            if unit == "money" or found.group().strip(" -\n").lower() == word:
                return unit
    return ""


def _plain(text: str, core: Core, before: str, end: int) -> str:
    compound = _COMPOUND.match(text, end)
    if compound and compound.group(1).lower() not in _PEOPLE_COMPOUNDS:
        return NONE
    if _is_other_word(text, core, before):
        return NONE
    if _looks_like_a_year(text, core, before):
        return "year"
    if core.low is not None and not float(core.low).is_integer():
        return "decimal"
    return COUNT


def _is_other_word(text: str, core: Core, before: str) -> bool:
    """Whether a number word is another word here: the pronoun "one", the verb "scores", "tens" without "of"."""
    word = text[core.start : core.end].lower()
    if word == "one":
        return _is_pronoun(text, core, before)
    if word == "scores":
        return not _SCORES_AFTER.match(text, core.end)
    return word == "tens" and not _OF_AFTER.match(text, core.end)


def _is_pronoun(text: str, core: Core, before: str) -> bool:
    """Whether "one" counts nothing: "this one", "one another", "one can"; "that one of them died" does count."""
    if _NOT_ONE_AFTER.match(text, core.end):
        return True
    return bool(_NOT_ONE_BEFORE.search(before)) and not _OF_AFTER.match(text, core.end)


def _looks_like_a_year(text: str, core: Core, before: str) -> bool:
    if not core.digits or core.end - core.start != 4 or not 1900 <= (core.low or 0) < 2060:
        return False
    return bool(_YEAR_BEFORE.search(before)) and not _PLURAL.match(text, core.end)


def _share_unit(text: str, core: Core) -> str:
    word = text[core.start : core.end].lower()
    before = text[max(0, core.start - _LOOK_BACK) : core.start]
    if word == "half" and (_HALF_BEFORE.search(before) or _HALF_AFTER.match(text, core.end)):
        return NONE
    return SHARE
