"""Every merge in the example record is explained, undone and redone; rebuilt, the record is the same."""

from __future__ import annotations

import pytest

from dateline.incorporate.judging import Author, judge_same, judge_split, judge_undo
from dateline.incorporate.kept import incidents_of
from dateline.incorporate.update import rebuild, update
from dateline.model.reading import Reading
from dateline.store.record import Record
from tests.incorporate.made import derived

ADA = Author("Ada")


@pytest.fixture
def examples_record(dispatch_readings: list[Reading], record: Record) -> Record:
    """The record of the example dispatches."""
    for one in dispatch_readings:
        record.add(one)
    update(record)
    return record


def _merged(record: Record) -> list[dict[str, list[str]]]:
    """The incidents of several reports, each as report id → its claims."""
    found = []
    with record.derived() as tables:
        for one in record.incidents():
            of_report: dict[str, list[str]] = {}
            for claim, report in tables.reports_holding(one["claims"]).items():
                of_report.setdefault(report, []).append(claim)
            found += [of_report] if len(of_report) > 1 else []
    return found


def test_every_merge_is_explained(examples_record: Record) -> None:
    explained = [one.links for one in incidents_of(examples_record, examples_record.incidents())]
    merged = {frozenset(each) for each in _merged(examples_record)}
    assert len(merged) > 2
    linked = 0
    for links in explained:
        if links:
            assert all(sign.reason for link in links for sign in link.signs)
            joined = {links[0].one}
            for _ in links:  # all its reports hang together by links that are told
                joined |= {each for link in links for each in (link.one, link.other) if {link.one, link.other} & joined}
            linked += frozenset(joined) in merged
    assert linked == len(merged)


def test_every_merge_can_be_undone_and_redone(examples_record: Record) -> None:
    record = examples_record
    before = derived(record)
    for reports in _merged(record):
        first, *others = sorted(reports)
        rest = sorted(claim for each in others for claim in reports[each])
        made = judge_split(record, rest[0], reports[first], ADA)
        for claim in rest[1:]:
            judge_split(record, claim, reports[first], ADA)
        update(record)
        apart = derived(record)
        assert record.incident_of(reports[first][0]) != record.incident_of(rest[0])
        last = record.judgements()[-1].number
        for number in range(made.number, last + 1):
            judge_undo(record, number, ADA)
        update(record)
        assert derived(record) == before
        for number in range(last + 1, 2 * last + 2 - made.number):
            judge_undo(record, number, ADA)
        update(record)
        assert derived(record) == apart
        joined = judge_same(record, [reports[first][0], rest[0]], ADA)
        update(record)
        assert record.incident_of(reports[first][0]) == record.incident_of(rest[0])
        for number in (joined.number, *range(made.number, last + 1)):
            judge_undo(record, number, ADA)
        update(record)
        assert derived(record) == before
    assert rebuild(record).same
    assert derived(record) == before
