"""One article: its fingerprints and copies, its reports with their keys and links. Nothing here looks at incidents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from dateline.incorporate.rulings import Rulings
from dateline.lexicon.agencies import UNNAMED
from dateline.model.article import Article
from dateline.model.report import Report
from dateline.reconcile import blocks
from dateline.reconcile.agency import agency_credits
from dateline.reconcile.compare import KEPT, Link, Sign, compare
from dateline.reconcile.reports import reports_of
from dateline.store.derived import Derived

Row = dict[str, Any]


def derive_reports(derived: Derived, article_id: str, rulings: Rulings) -> list[str]:
    """Makes the reports of an article that has none, with keys and links; returns their ids."""
    rows = rulings.counted(derived.claims(of_article=article_id))
    (article,) = derived.articles([article_id])
    reports = reports_of(rows, agency=agency_of(article), apart=rulings.apart_in([row.id for row in rows]))
    keys = {report.id: _hashed(blocks.keys(report)) for report in reports}
    derived.put_reports(reports, keys)
    derived.put_links(_links(derived, {report.id: report for report in reports}, keys))
    return [report.id for report in reports]


def agency_of(article: Article) -> str | None:
    """The agency that an article as a whole is credited to; None where it is none, several, or "agencies"."""
    names = {credit.name for credit in agency_credits(article.text, title=article.title)} - {UNNAMED}
    return names.pop() if len(names) == 1 else None


def _hashed(keys: blocks.Keys) -> dict[int, bool]:
    """Keys as numbers that a database finds fast, each with whether it is the report's own."""
    return dict.fromkeys(map(_number, keys.inner), False) | dict.fromkeys(map(_number, keys.own), True)


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True)


def _links(derived: Derived, mine: dict[str, Report], keys: dict[str, dict[int, bool]]) -> list[Row]:
    """The links of the article's reports with all that they meet, those of the article itself among them."""
    holders: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for report_id, of_report in keys.items():
        for key, own in of_report.items():
            holders[key].append((report_id, own))
    met: dict[int, set[str]] = defaultdict(set)
    for key, number, own in derived.meeting(holders):
        met[number].update(report_id for report_id, mine_own in holders[key] if own or mine_own)
    others = derived.numbered(met)
    pairs = {frozenset((one, others[number].id)) for number in met for one in met[number]}
    known = mine | {report.id: report for report in others.values()}
    found = (compare(*(known[each] for each in sorted(pair))) for pair in pairs if len(pair) == 2)
    return [link_row(link) for link in sorted(found, key=lambda each: (each.one, each.other)) if link.score >= KEPT]


def link_row(link: Link) -> Row:
    """A link as the record keeps it, nothing rounded."""
    told = {"claims": link.claims, "signs": [[sign.name, sign.weight, sign.reason] for sign in link.signs]}
    return {"one": link.one, "other": link.other, "score": link.score, "signs": json.dumps(told, ensure_ascii=False)}


def link_from(row: Row) -> Link:
    """The link of a row."""
    told = json.loads(row["signs"])
    one, other = told["claims"]
    return Link(row["one"], row["other"], row["score"], tuple(Sign(*each) for each in told["signs"]), (one, other))


def links_from(rows: Iterable[Row]) -> list[Link]:
    """The links of rows, in their order."""
    return [link_from(row) for row in rows]
