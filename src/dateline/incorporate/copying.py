"""Copies of an article, found as it is added.

Which articles are compared depends on those two alone, not on how common a fingerprint is by now: so the order of
arrival changes nothing.
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import Any

from dateline.model.article import Article, Dropped
from dateline.model.span import Span
from dateline.reconcile.copies import Printed, compare, printed
from dateline.reconcile.copy import Copy
from dateline.reconcile.copy_index import enough
from dateline.store.derived import Derived

Json = dict[str, Any]


def derive_copies(derived: Derived, article_id: str) -> None:
    """Finds the copies of an article, unless that was done: its text never changes, and judgements are not about it."""
    if derived.sizes([article_id]):
        return
    mine = _printed(_article(derived.article(article_id)), article_id)
    shared = derived.sharing(mine.fingerprints)
    own = len(mine.fingerprints)
    sizes = derived.sizes(shared)
    near = [each for each in sorted(shared) if enough(shared[each], own, sizes[each])]
    found = (compare(mine, _printed(_article(derived.article(each)), each)) for each in near)
    derived.put_fingerprints(article_id, mine.fingerprints)
    derived.put_copies(article_id, [_row(copy) for copy in found if copy])


@lru_cache(maxsize=512)
def _printed(article: Article, name: str) -> Printed:
    """Kept for a while: an article that is reprinted is compared with each new reprint."""
    return printed(article, name=name)


def _article(body: Json) -> Article:
    return Article(
        body["id"],
        body["text"],
        publisher=body["publisher"],
        title=body["title"],
        published=date.fromisoformat(body["published"]) if body["published"] else None,
        dropped=tuple(Dropped(Span(each["start"], each["end"]), each["reason"]) for each in body["dropped"]),
    )


def _row(copy: Copy) -> Json:
    return {
        "a": copy.a,
        "b": copy.b,
        "kind": copy.kind,
        "share_a": copy.share_a,
        "share_b": copy.share_b,
        "reason": copy.reason,
        "body": json.dumps(copy.to_json(), ensure_ascii=False, separators=(",", ":")),
    }
