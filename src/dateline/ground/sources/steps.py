"""From what a user names to steps: which form each document has, and what it gives for each country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from dateline.errors import InputError
from dateline.ground.sources import cod_ab, geonames, overture, whosonfirst
from dateline.ground.sources.features import BY_LINE, WHOLE, features
from dateline.ground.sources.files import Document, checksum, documents
from dateline.ground.sources.records import Item, LeftOut, SourceArea, SourcePoint, Step

FORMS = "a GeoNames dump, COD-AB, Who's On First or Overture divisions as GeoJSON"
_LICENCES = {
    "geonames": (geonames.LICENCE, False),
    "cod-ab": (cod_ab.LICENCE, False),
    "whosonfirst": (whosonfirst.LICENCE, False),
    "overture": (overture.LICENCE, True),
}
# Forms that hold places but that we do not read, and what to do instead.
_OTHER = {
    ".parquet": "Export it as GeoJSON: overturemaps download --type=division -f geojsonseq, or by DuckDB or ogr2ogr.",
    ".shp": "Export it as GeoJSON: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.shp.",
    ".gpkg": "Export it as GeoJSON: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.gpkg.",
    ".gdb": "Export it as GeoJSON: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.gdb LAYER.",
    ".csv": "Names of your own are added by: dateline places alias FILE.csv.",
    ".bz2": "Unpack it first.",
    ".gz": "Unpack it first.",
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Found = Iterator[tuple[str, Item, str]]


def read_steps(paths: Mapping[Path, str], *, country: str | None = None) -> list[Step]:
    """What the files, folders and zips give, a step for each form and country; `country` (alpha-3) keeps only its own.

    `paths` are given with the names under which they are recorded: an address, or the path as it was typed.
    Raises InputError for the first damaged document, for one whose form is not known, and where nothing is left.
    """
    by_form: dict[str, list[Document]] = defaultdict(list)
    origins: dict[str, dict[Path, str]] = defaultdict(dict)
    for path, said in paths.items():
        known = 0
        inside = documents(path)
        for document in inside:
            form = form_of(document, strict=len(inside) == 1)
            if form:
                known += 1
                by_form[form].append(document)
                origins[form.removesuffix(" names")][path] = said
        if not known:
            raise _unknown(path, inside)
    steps = [step for form, found in _readings(by_form) for step in _steps(form, found, origins[form], country)]
    if not steps:
        whose = f" of {country}" if country else ""
        raise InputError(f"no places{whose} in it", where=next(iter(paths.values()), ""), remedy=f"Give {FORMS}.")
    return steps


def form_of(document: Document, *, strict: bool = True) -> str | None:
    """The form of a document: geonames, geonames names, cod-ab, whosonfirst, overture; None for none.

    Not `strict`: a form that is not read is passed over, for it may lie beside one that is.
    """
    if document.name.endswith(".txt") and not document.name.startswith("readme"):
        first = next((line for _, line in document.lines()), "")
        if geonames.is_dump(first):
            return "geonames"
        return "geonames names" if geonames.is_alternates(first) else None
    if document.name.endswith((*BY_LINE, *WHOLE)):
        return _form_of_features(document, strict=strict)
    other = next((hint for end, hint in _OTHER.items() if document.name.endswith(end)), None)
    if other and strict:
        raise InputError(
            f"files of the form {Path(document.name).suffix} are not read", where=document.where, remedy=other
        )
    return None


def _form_of_features(document: Document, *, strict: bool) -> str | None:
    for _, feature in islice(features(document), 1):
        for form, fits in _FITS.items():
            if fits(feature["properties"]):
                return form
    if not strict:
        return None
    raise InputError("GeoJSON of a form that is not known", where=document.where, remedy=f"Give {FORMS}.")


_FITS: Mapping[str, Callable[[Mapping[str, object]], bool]] = {
    "whosonfirst": whosonfirst.is_whosonfirst,
    "cod-ab": cod_ab.is_cod_ab,
    "overture": overture.is_overture,
}


def _readings(by_form: Mapping[str, list[Document]]) -> Iterator[tuple[str, Found]]:
    dumps, names = by_form.get("geonames", []), by_form.get("geonames names", [])
    if dumps or names:
        yield "geonames", geonames.read(dumps, names)
    for form, read in (("cod-ab", cod_ab.read), ("whosonfirst", whosonfirst.read), ("overture", overture.read)):
        if by_form.get(form):
            yield form, read(by_form[form])


def _steps(form: str, found: Found, origins: Mapping[Path, str], country: str | None) -> list[Step]:
    licence, share_alike = _LICENCES[form]
    steps: dict[str, Step] = {}
    stray: dict[str, int] = defaultdict(int)
    seen: set[tuple[str, str]] = set()
    for code, item, day in found:
        if not code or (country and code != country):
            stray[item.why if isinstance(item, LeftOut) else "other countries"] += 1
            continue
        step = steps.setdefault(code, Step(form, code, licence, share_alike))
        step.as_of = max(step.as_of, day) if _DAY.fullmatch(day) else step.as_of
        if isinstance(item, SourcePoint) and (code, item.reference) in seen:
            step.left_out["given twice"] += 1
        elif isinstance(item, SourcePoint):
            seen.add((code, item.reference))
            step.points.append(item)
        elif isinstance(item, SourceArea):
            step.areas.append(item)
        else:
            step.left_out[item.why] += 1
    kept = [step for step in steps.values() if step.points]
    for step in kept[:1]:  # what has no country is told once
        step.left_out.update(stray)
    files = tuple((said, checksum(path)) for path, said in origins.items())
    for step in kept:
        step.files = files
    return kept


def _unknown(path: Path, inside: Sequence[Document]) -> InputError:
    for document in inside:
        form_of(document, strict=True)  # says what to do with a form that is not read
    return InputError("no file of a known form in it", where=str(path), remedy=f"Give {FORMS}.")
