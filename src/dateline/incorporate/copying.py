"""Copies of an article, found as it is added.

Which articles are compared depends on those two alone, not on how common a fingerprint is by now: so the order of
arrival changes nothing.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from dateline.model.article import Article
from dateline.reconcile.copies import Printed, compare, printed
from dateline.reconcile.copy import Copy
from dateline.reconcile.copy_index import enough
from dateline.store.derived import Derived

Json = dict[str, Any]


def derive_copies(derived: Derived, article_id: str) -> None:
    """Finds the copies of an article, unless that was done: its text never changes, and judgements are not about it."""
    if derived.has_fingerprints(article_id):
        return
    (article,) = derived.articles([article_id])
    mine = _printed(article)
    own = len(mine.fingerprints)
    shared = derived.sharing(mine.fingerprints)
    near = [each for each, (count, size) in shared.items() if enough(count, own, size)]
    found = [compare(mine, _printed(other)) for other in derived.articles(near)]
    derived.put_fingerprints(article_id, mine.fingerprints)
    derived.put_copies(_row(copy) for copy in found if copy)


@lru_cache(maxsize=512)
def _printed(article: Article) -> Printed:
    """Kept for a while: an article that is reprinted is compared with each new reprint."""
    return printed(article)


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
