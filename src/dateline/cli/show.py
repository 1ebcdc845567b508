"""`dateline show`: an article, a claim or an incident with every claim's words, source and reason."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import click

from dateline import wording
from dateline.cli import confidence, options, terminal
from dateline.cli.incidents import find
from dateline.cli.incorporating import up_to_date
from dateline.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.reconcile.incident import Incident
    from dateline.store.record import Record
    from dateline.store.stored import Match
    from dateline.wording import Json

_LISTED: Final = 10
_HEX: Final = frozenset("0123456789abcdef")


@click.command(name="show")
@click.argument("key", metavar="ID")
@options.database
@options.as_json
@click.option("--text", "with_text", is_flag=True, help="Write the article's text before its claims.")
@options.sifting
def command(key: str, *, db: str | None, as_json: bool | None, with_text: bool, sieve: confidence.Sieve) -> None:
    """Show an article, a claim or an incident in full.

    ID is an article's name, or the id of an article, claim or incident; the first digits that no other has will do.
    --min-confidence and --as-of are for articles and incidents: a claim that is asked for by its id is shown whatever
    it has.
    """
    from dateline.incorporate.relations import relations

    with options.open_record(db) as record:
        up_to_date(record)
        articles, incident = _look_up(record, key, sieve)
        beside = relations(record, incident, among=_known(record, sieve)) if incident else []
    sieve.tell()
    if terminal.wants_json(as_json):
        told = {"related": [relation.to_json() for relation, _ in beside]}
        for value in [incident.to_json() | told] if incident else articles:
            terminal.write_json(value)
        return
    from dateline.cli.dossier import print_dossier

    console = terminal.console()
    if incident:
        print_dossier(console, incident, beside)
    for article in articles:
        _print_article(console, article, with_text=with_text)


def _look_up(record: Record, key: str, sieve: confidence.Sieve) -> tuple[list[Json], Incident | None]:
    """The articles to show, with the claims that are asked for, and the incident that holds them if one is meant."""
    matches = record.matches(key) if key else []
    incidents = _incidents(record, key, confidence.Sieve(sieve.least, as_of=sieve.as_of))
    if len(matches) + len(incidents) > 1:
        labels = [f"{match.kind} {match.id}  {match.label}" for match in matches]
        labels += [f"incident {one.id}  {one.event} {one.place or ''}".rstrip() for one in incidents]
        raise UsageError(f"{key} may mean:\n  {_listed(labels)}\n", remedy="Give one of these ids, or more digits.")
    if matches:
        return [_as_judged(record, _meant(record, matches[0], sieve))], None
    if incidents:
        return [_as_judged(record, each) for each in _of_incident(record, incidents[0])], incidents[0]
    raise _unknown(record, key)


def _known(record: Record, sieve: confidence.Sieve) -> tuple[Incident, ...] | None:
    """The incidents of the claims that pass; None where all do: then the record has them."""
    from dateline.store.filters import Filters

    again = confidence.Sieve(sieve.least, as_of=sieve.as_of)  # what is left out is told once
    return find(record, Filters(), again) if sieve.narrows else None


def _incidents(record: Record, key: str, sieve: confidence.Sieve) -> list[Incident]:
    """The incidents of the claims that pass, as `dateline incidents` groups them: an id depends on the claims."""
    from dateline.incorporate.kept import incidents_of
    from dateline.store.filters import Filters

    if not key or not _HEX.issuperset(key.lower()):
        return []
    if sieve.narrows:
        return [one for one in find(record, Filters(), sieve) if one.id.startswith(key.lower())]
    return incidents_of(record, record.incidents_beginning(key))


def _listed(labels: list[str]) -> str:
    more = [f"and {len(labels) - _LISTED} more"] if len(labels) > _LISTED else []
    return "\n  ".join(labels[:_LISTED] + more)


def _meant(record: Record, match: Match, sieve: confidence.Sieve) -> Json:
    if match.kind == "article":
        return sieve.sifted(record.article(match.id))
    article = record.article(record.article_of(match.id))
    return article | {"claims": [claim for claim in article["claims"] if claim["id"] == match.id], "issues": []}


def _as_judged(record: Record, article: Json) -> Json:
    from dateline.incorporate.judged import judged

    return article | {"claims": judged(record, article["claims"])}


def _of_incident(record: Record, incident: Incident) -> list[Json]:
    ids = set(incident.claim_ids)
    found = [record.article(each) for each in sorted({row.article_id for row in incident.claims})]
    return [one | {"claims": [claim for claim in one["claims"] if claim["id"] in ids], "issues": []} for one in found]


def _unknown(record: Record, key: str) -> UsageError:
    close = get_close_matches(key, record.names(), n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(close)}?" if close else "dateline incidents and dateline search list ids."
    return UsageError(f"the record has no article, claim or incident {key!r}", remedy=hint)


def _print_article(console: Console, article: Json, *, with_text: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from dateline.cli.claim_card import print_claim

    console.print(Text(wording.headline(article), style="bold reverse"))
    facts = (article["url"], f"{len(article['text']):,} characters", f"article {article['hash']}")
    console.print(Text(" · ".join(wording.plain(fact) for fact in facts if fact) + "\n", style="dim"))
    if with_text:
        paragraphs = (wording.plain(line) for line in article["text"].split("\n"))
        console.print(Padding(Text("\n".join(paragraphs)), (0, 0, 1, 2)))
    for claim in article["claims"]:
        print_claim(console, claim, article)
    for issue in article["issues"]:
        words = f" (“{wording.plain(issue['text'])}”)" if issue.get("text") else ""
        remedy = f". {issue['remedy']}" if issue["remedy"] else ""
        console.print(Text(f"doubt, {issue['stage']}: {wording.plain(issue['reason'])}{words}{remedy}", style="dim"))
