"""Atom (RFC 4287): incidents as a feed, for readers and alerts; places as GeoRSS points with their radius.

An incident says nothing of when it was written down, so the feed that was written before tells what is new: an entry
whose content is the same keeps its `updated`, any other gets the present moment. The same incidents twice are the same
bytes. An entry's id is made of the incident's id, which changes with the claims that it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from dateline.model.ids import content_id

if TYPE_CHECKING:
    Element = Any  # of lxml, which ships no types

Json = dict[str, Any]
ATOM: Final = "http://www.w3.org/2005/Atom"
GEORSS: Final = "http://www.georss.org/georss"
_EVENT: Final = "urn:dateline:event"
_STATUS: Final = "urn:dateline:status"
_CONTENT: Final = "urn:dateline:content"  # of the category that holds the hash of an entry's content


@dataclass(frozen=True, slots=True)
class About:
    """What the feed says of itself. `id` must stay the same for one filter; `link` is where the feed will lie."""

    title: str
    id: str = "urn:dateline:incidents"
    link: str | None = None
    author: str = "Dateline"


@dataclass(frozen=True, slots=True)
class Before:
    """A feed that was written before: of each entry by its id the hash of its content and when it was last updated."""

    entries: Mapping[str, tuple[str, datetime]]
    updated: datetime


def read_before(raw: bytes) -> Before | None:
    """What a feed of `write_atom` said; None for anything else, such as a file that is empty or damaged."""
    from lxml import etree  # noqa: PLC0415 (only where a feed is written)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
        return Before(dict(map(_entry_before, root.iter(_name("entry")))), _moment(root))
    except (etree.XMLSyntaxError, ValueError, TypeError):
        return None


def write_atom(
    incidents: Iterable[Json], out: BinaryIO, *, about: About, before: Before | None = None, now: datetime | None = None
) -> int:
    """Writes the incidents (as `Incident.to_json` gives them) in their order; returns how many.

    `before` is the feed of the same filter that was written last, `now` an aware moment, the present one by default.
    """
    from lxml import etree  # noqa: PLC0415 (as above)

    moment = (now or datetime.now(tz=UTC)).astimezone(UTC).replace(microsecond=0)
    known = before.entries if before else {}
    entries = [_Entry.of(incident, known, moment) for incident in incidents]
    root = etree.Element(_name("feed"), nsmap={None: ATOM, "georss": GEORSS})
    same = before is not None and known == {entry.id: (entry.digest, entry.updated) for entry in entries}
    _add(root, "id", about.id)
    _add(root, "title", about.title)
    _add(root, "updated", _written(before.updated if before and same else moment))
    _add(etree.SubElement(root, _name("author")), "name", about.author)
    _add(root, "generator", "Dateline")
    if about.link:
        etree.SubElement(root, _name("link"), rel="self", href=_clean(about.link), type="application/atom+xml")
    for entry in entries:
        entry.write(etree.SubElement(root, _name("entry")))
    etree.indent(root)
    out.write(etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n")
    return len(entries)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry as it will be written."""

    id: str
    title: str
    lines: tuple[str, ...]
    incident: Json
    point: tuple[str, str | None] | None  # degrees; metres around
    digest: str
    updated: datetime

    @classmethod
    def of(cls, incident: Json, known: Mapping[str, tuple[str, datetime]], now: datetime) -> _Entry:
        key, title, lines = f"urn:dateline:incident:{incident['id']}", _title(incident), tuple(_lines(incident))
        point = _point(incident)
        digest = content_id("atom", title, lines, point, incident["event"], incident["status"])
        old = known.get(key)
        return cls(key, title, lines, incident, point, digest, old[1] if old and old[0] == digest else now)

    def write(self, element: Element) -> None:
        """Fills an <entry>."""
        from lxml import etree  # noqa: PLC0415 (as above)

        _add(element, "id", self.id)
        _add(element, "title", self.title)
        _add(element, "updated", _written(self.updated))
        terms = ((_EVENT, self.incident["event"]), (_STATUS, self.incident["status"]), (_CONTENT, self.digest))
        for scheme, term in terms:
            etree.SubElement(element, _name("category"), scheme=scheme, term=_clean(term))
        _add(element, "content", "\n".join(self.lines)).set("type", "text")
        if self.point:
            point, radius = self.point
            etree.SubElement(element, f"{{{GEORSS}}}point").text = point
            if radius:
                etree.SubElement(element, f"{{{GEORSS}}}radius").text = radius


def _title(incident: Json) -> str:
    """Such as "14 killed · ASSAULT · Qarrah, SYR · 2021-03-02"; what did not happen says its status."""
    figures = ", ".join(map(_figure, incident["figures"]))
    status = "" if incident["status"] == "happened" else incident["status"]
    parts = (figures, incident["event"], status, _where(incident), _days(incident))
    return " · ".join(part for part in parts if part)


def _lines(incident: Json) -> Iterator[str]:
    yield _title(incident)
    for figure in incident["figures"]:
        low, high = figure.get("low"), figure.get("high")
        if (low, high) != (figure["best"].get("low"), figure["best"].get("high")):
            disputed = "; the origins disagree" if figure.get("disagree") else ""
            yield f"{figure['measure']}: {_interval(low, high)} over all that is said{disputed}"
    if incident["sources"]:
        yield f"According to: {'; '.join(source['name'] for source in incident['sources'])}"
    yield f"Articles: {'; '.join(incident['articles'])}"


def _where(incident: Json) -> str:
    return ", ".join(part for part in (incident["place"], incident["country"]) if part)


def _days(incident: Json) -> str:
    first, last = incident["from"], incident["to"]
    return f"{first} to {last}" if first and last and first != last else first or last or ""


def _figure(figure: Json) -> str:
    return f"{_interval(figure['best'].get('low'), figure['best'].get('high'))} {figure['measure']}"


def _interval(low: float | None, high: float | None) -> str:
    if low == high:
        return _number(low)
    if high is None:
        return f"{_number(low)} or more"
    return f"up to {_number(high)}" if low is None else f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    return "an unknown number" if value is None else f"{value:.15g}"


def _point(incident: Json) -> tuple[str, str | None] | None:
    """Latitude and longitude in degrees (WGS 84) and the radius in metres, as GeoRSS writes them; None for no point."""
    lat, lon, radius = incident.get("lat"), incident.get("lon"), incident.get("radius_km")
    if lat is None or lon is None:
        return None
    return f"{lat:.6f} {lon:.6f}", None if radius is None else f"{radius * 1000:.0f}"


def _entry_before(entry: Element) -> tuple[str, tuple[str, datetime]]:
    digests = [each.get("term") for each in entry.iter(_name("category")) if each.get("scheme") == _CONTENT]
    return entry.findtext(_name("id")), ("".join(digests), _moment(entry))


def _moment(element: Element) -> datetime:
    moment = datetime.fromisoformat(element.findtext(_name("updated")))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _add(parent: Element, name: str, text: str) -> Element:
    from lxml import etree  # noqa: PLC0415 (as above)

    made = etree.SubElement(parent, _name(name))
    made.text = _clean(text)
    return made


def _name(local: str) -> str:
    return f"{{{ATOM}}}{local}"


def _clean(text: str) -> str:
    """The text without what XML cannot hold: controls, halves of characters, and two code points that are none."""
    return "".join(
        c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
