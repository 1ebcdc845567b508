"""Folding of place names, so that spellings of one name meet.

`fold_name` removes only what never tells two names apart in the news (case, marks, hyphens, the form of the Arabic
article). `loose_key` also merges what transliterations vary (vowels, doubled letters, q/k, kh/h): it is for looking a
name up inside a country that the context has already settled.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile("['’‘`´ʼʻʿʾʹʺ′ˈ“”\"]")
_SEPARATORS = re.compile(r"[\s\-‐‑‒–—_/.,;:()\[\]&]+")
# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"})
_ARTICLE = frozenset({"al", "el", "ul", "il"})
# The article before a sun letter takes that letter: "ash-Shaykh", "ad-Dumayr".
_ASSIMILATED = re.compile(r"^[aeu](sh|th|dh|[nrstdz])$")
_SHORT = {"saint": "st", "sainte": "st", "ste": "st", "sankt": "st", "mount": "mt", "fort": "ft"}
_LOOSE_STEPS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"kh|gh(?=.)", "h"),
        (r"ck|q|c(?!h)", "k"),
        (r"sh|ch", "c"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh|ts|tz", "z"),
        (r"w|ou|oo", "u"),
        (r"y|j", "i"),
        (r"(?<=[^aeiou])h", ""),
        (r"[aeiou]*[ou][aeiou]*", "u"),
        (r"[aei]+", "a"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)[au]h?$", ""),
    )
)


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """The name in lower case without marks, apostrophes and hyphens, words joined by one blank; "" for none.

    The Arabic article has one form ("ash-Shaykh", "el-Sheikh": "al ..."), a final "ah" is "a", "Saint" is "st".
    """
    words = _SEPARATORS.sub(" ", _APOSTROPHES.sub("", _strip_marks(name))).split()
    return " ".join(_word(word, words[i + 1] if i + 1 < len(words) else "") for i, word in enumerate(words))


def without_article(folded: str) -> str:
    """A folded name without its leading Arabic article: "al raqqa" gives "raqqa"."""
    return folded[3:] if folded.startswith("al ") and len(folded) > 4 else folded


@lru_cache(maxsize=65_536)
def loose_key(name: str) -> str:
    """A key that spellings of one name in different transliterations share; far too loose to search the world with."""
    words = [word for word in fold_name(name).split() if word != "al"]
    key = "".join(words)
    for pattern, replacement in _LOOSE_STEPS:
        key = pattern.sub(replacement, key)
    return key


def _strip_marks(name: str) -> str:
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c != "ـ")


def _word(word: str, following: str) -> str:
    if following and (word in _ARTICLE or _is_assimilated(word, following)):
        return "al"
    if len(word) > 3 and word.endswith("ah"):
        return word[:-1]
    return _SHORT.get(word, word) if following else word


def _is_assimilated(word: str, following: str) -> bool:
    match = _ASSIMILATED.match(word)
    return match is not None and following.startswith(match[1])
