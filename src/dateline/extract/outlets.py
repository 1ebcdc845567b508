"""The outlet that tells an article: it is no relay of its own interviews."""

from __future__ import annotations

import re

from dateline.lexicon.reporting import reporting
from dateline.model.article import Article
from dateline.model.span import Span
from dateline.text.layout import words

CREDITED = re.compile(r"\((?P<name>[A-Z][\w. ]{1,30})\) ?[-–—]")  # "BEIRUT (Reuters) -"
ENDS = re.compile(r"[—–-] ?(?P<name>[A-Z]{3,}|[A-Z]\w{2,})\s*$")  # "... in the talks. -REUTERS"
TAIL = 60
HEAD = 600  # characters in which a dispatch names its agency
OWN = frozenset({"this", "our"})  # "told this newspaper"


def own_names(article: Article) -> frozenset[str]:
    """The words that name the article's own outlet, from its publisher and from the line that opens a dispatch."""
    credited = CREDITED.search(article.text, 0, HEAD)
    ending = ENDS.search(article.text, max(0, len(article.text) - TAIL))
    names = [article.publisher or "", *(found["name"] for found in (credited, ending) if found)]
    return frozenset(w for name in names for w in words(name.removeprefix("www."))) - reporting().outlet_words


def is_own(text: str, relay: Span, own: frozenset[str]) -> bool:
    """Whether a relay is the outlet itself: "this newspaper", or a phrase with its name ("the agency's reporter")."""
    told = words(relay.of(text))
    bare = [word.removesuffix("s") if word.removesuffix("s") in own else word for word in told]
    return bool(told) and (told[0] in OWN or any(word in own for word in bare))
