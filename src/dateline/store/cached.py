"""Reports out of their JSON. The same report is met again and again while articles arrive, so the last are kept."""

from __future__ import annotations

import json
from functools import lru_cache

from dateline.model.report import Report


@lru_cache(maxsize=8192)
def report_from(body: str) -> Report:
    """The report that a row holds; keyed by the whole of it, so that what changed is never taken for what was."""
    return Report.from_json(json.loads(body))
