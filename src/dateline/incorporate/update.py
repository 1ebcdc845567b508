"""What is derived brought up to date after articles came in or judgements were made, or made anew as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.incorporate.articles import derive_reports
from dateline.incorporate.copying import derive_copies
from dateline.incorporate.regroup import Tick, reach, regroup
from dateline.incorporate.rulings import Rulings
from dateline.store.derived import Derived
from dateline.store.record import Record

METHOD: Final = "4"  # to be raised with every change after which the same articles give other copies or incidents


@dataclass(frozen=True, slots=True)
class Changes:
    """What a rebuilding came to: how much there is, and what is not what it was."""

    incidents: int
    copies: int
    new_incidents: tuple[str, ...] = ()
    gone_incidents: tuple[str, ...] = ()
    other_incidents: tuple[str, ...] = ()
    changed_copies: int = 0

    @property
    def same(self) -> bool:
        """Whether everything came out as it was before."""
        return not (self.new_incidents or self.gone_incidents or self.other_incidents or self.changed_copies)


def is_pending(record: Record) -> int:
    """How many articles are not in incidents yet; all of them where another version of the method made those."""
    with record.derived() as derived:
        return record.counts().articles if _is_stale(derived) else len(derived.pending())


def update(record: Record, *, tick: Tick | None = None) -> int:
    """Makes what is pending; returns how many articles that were. One transaction: a crash leaves it pending."""
    if not is_pending(record):
        return 0
    with record.deriving() as derived:
        if _is_stale(derived):
            derived.clear()
            derived.mark_all()
        return _settle(derived, tick)


def rebuild(record: Record, *, tick: Tick | None = None) -> Changes:
    """Makes everything anew in one transaction, and says what came out different."""
    with record.deriving() as derived:
        before = derived.snapshot()
        derived.clear()
        derived.mark_all()
        _settle(derived, tick)
        return _changes(before, derived.snapshot())


def _is_stale(derived: Derived) -> bool:
    return derived.method() not in (None, METHOD)


def _settle(derived: Derived, tick: Tick | None) -> int:
    """Articles first, each by itself; then the incidents that they reach."""
    articles = derived.pending()
    rulings = Rulings.of(derived)
    changed: set[str] = set()
    touched: set[str] = set()
    for done, article_id in enumerate(articles):
        if tick:
            tick("articles", done, len(articles))
        touched |= reach(derived, [report.id for report in derived.reports(of_article=article_id)], rulings)
        touched |= derived.drop_reports(article_id)
        derive_copies(derived, article_id)
        changed.update(derive_reports(derived, article_id, rulings))
    there = {report.id for report in derived.reports(ids=touched)}
    regroup(derived, changed, there, rulings, tick=tick)
    derived.settle(articles)
    derived.set_method(METHOD)
    return len(articles)


def _changes(before: dict[str, dict[str, int]], after: dict[str, dict[str, int]]) -> Changes:
    was, now = before["incidents"], after["incidents"]
    copies = before["copies"].items() ^ after["copies"].items()
    return Changes(
        incidents=len(now),
        copies=len(after["copies"]),
        new_incidents=tuple(sorted(now.keys() - was.keys())),
        gone_incidents=tuple(sorted(was.keys() - now.keys())),
        other_incidents=tuple(sorted(each for each in now.keys() & was.keys() if now[each] != was[each])),
        changed_copies=len({pair for pair, _ in copies}),
    )
