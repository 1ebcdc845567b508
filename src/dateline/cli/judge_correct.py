"""`dateline judge correct`: one field of a claim says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dateline.cli import judging
from dateline.errors import UsageError
from dateline.model.correction import FIELDS, NONE, value_of

if TYPE_CHECKING:
    from dateline.incorporate.judging import Author
    from dateline.model.judgement import Judgement
    from dateline.store.record import Record


@click.command(name="correct", short_help="A claim says something else.")
@click.argument("key", metavar="CLAIM")
@click.argument("field", type=click.Choice(FIELDS, case_sensitive=False), metavar="FIELD")
@click.argument("value", metavar="VALUE")
@judging.author_options
def command(key: str, field: str, value: str, *, asked: judging.Asked) -> None:
    """Correct what was read out of an article; the machine's own reading is kept beside it.

    \b
    FIELD    VALUE
    event    a type, such as ASSAULT
    mode     one of the type's modes, such as aerial; none
    aux      happened, future, hypothetical, negation or historical
    place    a name, a gazetteer id (geonames:170063), NAME,LAT,LON; none
    day      2016-12-07; 2016-12-07..2016-12-09; none
    source   the name of who says so first; none for the outlet itself
    killed, injured, … (any measure)   14; 14..20; 14..; ..20; none
    share    0.4; 0.4..0.5; none
    """  # noqa: D301 (click's mark for lines that stay as they are)
    judging.judge(asked, lambda record, by: _correct(record, key, (field, value), by))


def _correct(record: Record, key: str, correction: tuple[str, str], author: Author) -> Judgement:
    from dateline.incorporate.judged import judged
    from dateline.incorporate.judging import claim_of, judge_correct

    field, said = correction
    claim_id = claim_of(record, key)
    article = record.article(record.article_of(claim_id))
    # As it counts: a mode must fit the type that was corrected before.
    (claim,) = judged(record, [each for each in article["claims"] if each["id"] == claim_id])
    return judge_correct(record, claim_id, (field, _value(field, said.strip(), claim)), author)


def _value(field: str, said: str, claim: dict[str, Any]) -> Any:  # noqa: ANN401 (JSON)
    if field == "place":
        from dateline.cli.places_sources import places_file
        from dateline.ground.place_meant import place_meant

        return None if said == NONE else place_meant(said, added=places_file())
    try:
        return value_of(field, said, claim)
    except ValueError as error:
        raise UsageError(f"{said!r} is no value of {field}: {error}") from error
