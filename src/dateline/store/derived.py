"""What is derived, written and read inside one transaction: fingerprints, copies, reports, links, incidents.

Knows tables and JSON only: what the rows mean is `dateline.incorporate`'s.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, select

from dateline.model.article import Article, Dropped
from dateline.model.judgement import Judgement, Subject
from dateline.model.report import Report
from dateline.model.span import Span
from dateline.store import judgements
from dateline.store.cached import report_from
from dateline.store.parts import in_parts
from dateline.store.queries import stored_claims
from dateline.store.rows import Row
from dateline.store.stored import StoredClaim
from dateline.store.tables import article, claim, dropped, meta
from dateline.store.tables_derived import (
    DERIVED,
    copy,
    fingerprint,
    incident,
    incident_claim,
    incident_term,
    link,
    pending,
    report,
    report_key,
)
from dateline.store.terms import terms_of

METHOD: Final = "method"  # the key in `meta` of what made the derived rows


class Derived:
    """The derived rows, on an open transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # what there is to do

    def pending(self) -> list[str]:
        """The ids of articles whose derived rows are still to be made, in order."""
        return list(self._connection.execute(select(pending.c.article_id).order_by(pending.c.article_id)).scalars())

    def mark(self, article_ids: Iterable[str]) -> None:
        """Makes articles pending."""
        there = set(self.pending())
        self._insert(pending, [{"article_id": each} for each in sorted(set(article_ids) - there)])

    def mark_all(self) -> None:
        """Makes every article pending."""
        self._connection.execute(delete(pending))
        self._connection.execute(insert(pending).from_select(["article_id"], select(article.c.id)))

    def settle(self, article_ids: Iterable[str]) -> None:
        """Takes articles off the list of what is pending."""
        for some in in_parts(sorted(article_ids)):
            self._connection.execute(delete(pending).where(pending.c.article_id.in_(some)))

    def clear(self) -> None:
        """Removes all that is derived."""
        for table in DERIVED:
            self._connection.execute(delete(table))

    def method(self) -> str | None:
        """What made the derived rows; None where nothing has been made."""
        return self._connection.execute(select(meta.c.value).where(meta.c.key == METHOD)).scalar()

    def set_method(self, value: str) -> None:
        """Says what made the derived rows."""
        self._connection.execute(delete(meta).where(meta.c.key == METHOD))
        self._insert(meta, [{"key": METHOD, "value": value}])

    # what is not derived

    def judgements(self) -> list[Judgement]:
        """Every judgement, oldest first."""
        return judgements.all_judgements(self._connection)

    def judge(self, made: Judgement) -> Judgement:
        """Writes a judgement and makes its articles pending; gives it back with its number."""
        self.mark(self.articles_of(self.claims_meant(made.subjects).values()))
        return judgements.add_judgement(self._connection, made)

    def claims_meant(self, subjects: Iterable[Subject]) -> dict[Subject, str]:
        """The ids of the claims that judgements' subjects name now, as far as there are any."""
        return judgements.claims_meant(self._connection, subjects)

    def claims(self, *, of_article: str | None = None, ids: Collection[str] = ()) -> list[StoredClaim]:
        """The claims of an article in the order of the text, or those of the given ids in the order of their ids."""
        if of_article is not None:
            return list(stored_claims(self._connection, [claim.c.article_id == of_article]))
        found = (stored_claims(self._connection, [claim.c.id.in_(some)]) for some in in_parts(sorted(ids)))
        return sorted((row for rows in found for row in rows), key=lambda row: row.id)

    def articles_of(self, claim_ids: Collection[str]) -> set[str]:
        """The ids of the articles that claims were read in."""
        return set(self._values(claim.c.article_id, claim.c.id, claim_ids))

    def articles(self, ids: Collection[str]) -> list[Article]:
        """Articles as far as comparing them needs: text, title, outlet, day, and what was dropped."""
        rows = [row for some in in_parts(sorted(ids)) for row in self._rows(article, article.c.id.in_(some))]
        left_out: dict[str, list[Dropped]] = defaultdict(list)
        for some in in_parts(sorted(ids)):
            for row in self._rows(dropped, dropped.c.article_id.in_(some)):
                left_out[row["article_id"]].append(Dropped(Span(row["start"], row["end"]), row["reason"]))
        heads = ("name", "text", "url", "publisher", "title", "published", "language")
        return [Article(**{key: row[key] for key in heads}, dropped=tuple(left_out[row["id"]])) for row in rows]

    # fingerprints and copies

    def has_fingerprints(self, article_id: str) -> bool:
        """Whether those of an article are there."""
        query = select(fingerprint.c.number).where(fingerprint.c.article_id == article_id).limit(1)
        return self._connection.execute(query).first() is not None

    def put_fingerprints(self, article_id: str, numbers: Collection[int]) -> None:
        """The fingerprints of an article that has none yet."""
        count = len(numbers)
        self._insert(fingerprint, [{"number": n, "article_id": article_id, "count": count} for n in sorted(numbers)])

    def sharing(self, numbers: Collection[int]) -> dict[str, tuple[int, int]]:
        """The articles that carry any of `numbers`: how many of them, and how many fingerprints they have in all."""
        found: dict[str, tuple[int, int]] = {}
        columns = (fingerprint.c.article_id, func.count().label("shared"), func.max(fingerprint.c.count).label("size"))
        for some in in_parts(sorted(numbers)):
            query = select(*columns).where(fingerprint.c.number.in_(some)).group_by(fingerprint.c.article_id)
            for row in self._connection.execute(query):
                before, _ = found.get(row.article_id, (0, 0))
                found[row.article_id] = (before + row.shared, row.size)
        return found

    def put_copies(self, rows: Iterable[Row]) -> None:
        """Copies that are not there yet."""
        self._insert(copy, list(rows))

    def copies_among(self, article_ids: Collection[str]) -> list[Row]:
        """The copies of which both articles are among those given, in order."""
        wanted = set(article_ids)
        rows = [row for some in in_parts(sorted(wanted)) for row in self._rows(copy, copy.c.a.in_(some))]
        return sorted((row for row in rows if row["b"] in wanted), key=lambda row: (row["a"], row["b"]))

    # reports and links

    def reports(self, *, of_article: str | None = None, ids: Collection[str] = ()) -> list[Report]:
        """The reports of an article, or those of the given ids, in the order of their ids."""
        if of_article is not None:
            bodies = self._values(report.c.body, report.c.article_id, [of_article])
        else:
            bodies = self._values(report.c.body, report.c.id, ids)
        return sorted(map(report_from, bodies), key=lambda each: each.id)

    def drop_reports(self, article_id: str) -> set[str]:
        """Removes the reports of an article with their keys and links, and the incidents that they were in.

        Returns the ids of all reports that those incidents held: they are in no incident now.
        """
        mine = select(report.c.id).where(report.c.article_id == article_id)
        within = select(incident_claim.c.incident_id).where(incident_claim.c.report_id.in_(mine))
        incidents = set(self._connection.execute(within).scalars())
        left = self._values(incident_claim.c.report_id, incident_claim.c.incident_id, incidents)
        self.drop_incidents(incidents)
        self._connection.execute(delete(report).where(report.c.article_id == article_id))
        return set(left)

    def put_reports(self, reports: Sequence[Report], keys: Mapping[str, Mapping[int, bool]]) -> None:
        """Reports with their keys: for each report's id, key → whether it is one of its own."""
        rows = [
            {
                "id": each.id,
                "article_id": each.article_id,
                "family": each.family,
                "status": each.status,
                "body": json.dumps(each.to_json(), ensure_ascii=False, separators=(",", ":")),
            }
            for each in reports
        ]
        self._insert(report, rows)
        numbers = self._numbers([each.id for each in reports])
        held = ((number, key, own) for each, number in numbers.items() for key, own in sorted(keys[each].items()))
        self._insert(report_key, [{"key": key, "report": number, "own": own} for number, key, own in held])

    def _numbers(self, ids: Collection[str]) -> dict[str, int]:
        query = select(report.c.id, report.c.number)
        return {
            row.id: row.number
            for some in in_parts(sorted(ids))
            for row in self._connection.execute(query.where(report.c.id.in_(some)))
        }

    def meeting(self, keys: Collection[int]) -> Iterator[tuple[int, int, bool]]:
        """Who holds these keys: (key, the report's number, whether the key is one of its own)."""
        columns = (report_key.c.key, report_key.c.report, report_key.c.own)
        for some in in_parts(sorted(keys)):
            for row in self._connection.execute(select(*columns).where(report_key.c.key.in_(some))):
                yield row.key, row.report, row.own

    def numbered(self, numbers: Collection[int]) -> dict[int, Report]:
        """Reports by their numbers."""
        query = select(report.c.number, report.c.body)
        return {
            row.number: report_from(row.body)
            for some in in_parts(sorted(numbers))
            for row in self._connection.execute(query.where(report.c.number.in_(some)))
        }

    def put_links(self, rows: Iterable[Row]) -> None:
        """Links as rows: one, other, score, signs (JSON)."""
        self._insert(link, list(rows))

    def neighbours(self, ids: Collection[str], least: float) -> set[str]:
        """The reports that have a link of at least `least` with one of these."""
        found: set[str] = set()
        for some in in_parts(sorted(ids)):
            for near, far in ((link.c.one, link.c.other), (link.c.other, link.c.one)):
                query = select(far).where(near.in_(some), link.c.score >= least)
                found.update(self._connection.execute(query).scalars())
        return found

    def links_among(self, ids: Collection[str]) -> list[Row]:
        """The links of which both reports are among those given, in order."""
        wanted = set(ids)
        rows = [row for some in in_parts(sorted(wanted)) for row in self._rows(link, link.c.one.in_(some))]
        return sorted((row for row in rows if row["other"] in wanted), key=lambda row: (row["one"], row["other"]))

    # incidents

    def membership(self, report_ids: Collection[str]) -> dict[str, set[str]]:
        """The incidents that hold claims of these reports, each with all its claims' ids."""
        within = self._values(incident_claim.c.incident_id, incident_claim.c.report_id, report_ids)
        found: dict[str, set[str]] = defaultdict(set)
        for some in in_parts(sorted(set(within))):
            columns = (incident_claim.c.incident_id, incident_claim.c.claim_id)
            for row in self._connection.execute(select(*columns).where(incident_claim.c.incident_id.in_(some))):
                found[row.incident_id].add(row.claim_id)
        return dict(found)

    def reports_holding(self, claim_ids: Collection[str]) -> dict[str, str]:
        """The reports that claims of incidents are in, by the claims' ids."""
        columns = (incident_claim.c.claim_id, incident_claim.c.report_id)
        return {
            row.claim_id: row.report_id
            for some in in_parts(sorted(claim_ids))
            for row in self._connection.execute(select(*columns).where(incident_claim.c.claim_id.in_(some)))
        }

    def drop_incidents(self, ids: Collection[str]) -> None:
        """Removes incidents; their claims stay."""
        for some in in_parts(sorted(ids)):
            self._connection.execute(delete(incident_claim).where(incident_claim.c.incident_id.in_(some)))
            self._connection.execute(delete(incident).where(incident.c.id.in_(some)))

    def put_incidents(self, made: Iterable[tuple[Row, Mapping[str, str]]]) -> None:
        """Incidents, each with the report of each of its claims."""
        rows, within, terms = list[Row](), list[Row](), list[Row]()
        for row, holder in made:
            rows.append(row)
            within += [{"claim_id": each, "incident_id": row["id"], "report_id": holder[each]} for each in holder]
            terms += terms_of(row["id"], json.loads(row["body"]))
        for table, some in ((incident, rows), (incident_term, terms), (incident_claim, within)):
            self._insert(table, some)

    def snapshot(self) -> dict[str, dict[str, int]]:
        """A hash of the JSON of every incident and copy by its id, to tell what a rebuilding changed."""
        incidents = self._connection.execute(select(incident.c.id, incident.c.body))
        copies = self._connection.execute(select(copy.c.a, copy.c.b, copy.c.body))
        return {
            "incidents": {row.id: hash(row.body) for row in incidents},
            "copies": {f"{row.a} {row.b}": hash(row.body) for row in copies},
        }

    def _insert(self, table: Table, rows: list[Row]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _rows(self, table: Table, condition: ColumnElement[bool]) -> list[Row]:
        return [dict(row) for row in self._connection.execute(select(table).where(condition)).mappings()]

    def _values(self, wanted: Any, key: Any, keys: Collection[str]) -> list[str]:  # noqa: ANN401 (columns)
        return [
            value
            for some in in_parts(sorted(keys))
            for value in self._connection.execute(select(wanted).where(key.in_(some))).scalars()
        ]
