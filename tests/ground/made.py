"""Small files in exactly the forms of the sources, written by us: places near Aleppo, with ids and bounds made up."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def geoname(
    number: int,
    name: str,
    at: tuple[float, float],
    code: str,
    *,
    others: str = "",
    country: str = "SY",
    admin1: str = "09",
    population: int = 0,
    changed: str = "2026-05-01",
) -> str:
    """One line of a country dump; `code` is class and code ("P.PPL")."""
    class_, _, feature = code.partition(".")
    head = (number, name, name.replace("’", ""), others, *at, class_, feature, country, "", admin1, "", "", "")
    return "\t".join(map(str, (*head, population, "", 390, "Asia/Damascus", changed)))


def alternate(number: int, place: int, lang: str, name: str, *, preferred: bool = False, historic: bool = False) -> str:
    """One line of alternateNamesV2."""
    flags = ("1" if preferred else "", "", "", "1" if historic else "", "", "")
    return "\t".join(map(str, (number, place, lang, name, *flags)))


DUMP = (
    geoname(170063, "Aleppo", (36.20124, 37.16117), "P.PPLA", others="Alep,ALP,Haleb,حلب", population=1_602_264),
    geoname(900001, "Salhin", (36.184, 37.173), "P.PPLX", others="Salihin,As Salihin"),
    geoname(900002, "Tall Zirr", (36.35, 37.3), "P.PPL", population=900),
    geoname(900003, "Aleppo Governorate", (36.25, 37.5), "A.ADM1", others="Muhafazat Halab"),
    geoname(900004, "Zirr", (36.35, 37.31), "A.ADM3"),
    geoname(900005, "Mustashfa Dar as Safa", (36.2, 37.14), "S.HSP", others="Dar al-Safaa Hospital"),
    geoname(900006, "Mukhayyam Zirr", (36.37, 37.3), "S.CMPRF", others="Zirr Camp"),
    geoname(900007, "Wadi Zirr", (36.37, 37.3), "H.WAD"),
    geoname(900008, "Jabal Zirr", (36.3, 37.3), "T.MT"),
)
ALTERNATES = (
    alternate(1, 900002, "en", "Tell Zeer", preferred=True),
    alternate(2, 900002, "ar", "تل زر"),
    alternate(3, 900002, "link", "https://en.wikipedia.org/wiki/Zirr"),
    alternate(4, 900002, "en", "Zirropolis", historic=True),
)


def write(path: Path, lines: Sequence[str]) -> Path:
    """The lines as a UTF-8 file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def zipped(path: Path, members: dict[str, Sequence[str]]) -> Path:
    """A zip with these files, as GeoNames gives a country."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, lines in members.items():
            archive.writestr(
                zipfile.ZipInfo(name), "\n".join(lines) + "\n"
            )  # without the time: the same bytes each time
    return path


def geonames(folder: Path) -> list[Path]:
    """SY.zip and alternatenames/SY.zip, each with its readme."""
    return [
        zipped(folder / "SY.zip", {"readme.txt": ["Readme"], "SY.txt": DUMP}),
        zipped(folder / "alternatenames" / "SY.zip", {"readme.txt": ["Readme"], "SY.txt": ALTERNATES}),
    ]


def square(south: float, west: float, north: float, east: float) -> list[list[list[float]]]:
    """The coordinates of a polygon with four corners."""
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def feature(properties: Json, kind: str, coordinates: object, **more: object) -> Json:
    """A GeoJSON feature."""
    return {"type": "Feature", **more, "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(path: Path, features: Sequence[Json]) -> Path:
    """A GeoJSON collection, a feature a line as ogr2ogr writes it."""
    body = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    return write(path, ['{ "type": "FeatureCollection", "features": [', body, "] }"])


COD_UPPER = (
    feature(
        {"ADM1_EN": "Aleppo", "ADM1_AR": "حلب", "ADM1_PCODE": "SY02", "ADM0_EN": "Syria", "ADM0_PCODE": "SY",
         "date": "2017-09-28", "validOn": "2018-07-23"},
        "MultiPolygon",
        [square(35.8, 36.6, 36.9, 38.2)],
    ),
)  # fmt: skip
COD_LOWER = (
    feature(
        {"iso3": "SYR", "adm0_name": "Syria", "adm0_pcode": "SY", "adm1_name": "Aleppo", "adm1_pcode": "SY02",
         "adm2_name": "Jebel Saman", "adm2_name1": "جبل سمعان", "adm2_pcode": "SY0200", "valid_on": "2025-01-31",
         "center_lat": 36.2, "center_lon": 37.15},
        "Polygon",
        square(36.0, 37.0, 36.3, 37.4),
    ),
    feature(
        {"iso3": "SYR", "adm0_name": "Syria", "adm0_pcode": "SY", "adm1_name": "Aleppo", "adm1_pcode": "SY02",
         "adm2_name": "Zirr", "adm2_pcode": "SY0299", "valid_on": "2025-01-31"},
        "Polygon",
        # with a hole, in which no district lies
        square(36.3, 37.0, 36.6, 37.6) + square(36.5, 37.5, 36.55, 37.55),
    ),
)  # fmt: skip


def cod_ab(folder: Path) -> list[Path]:
    """Level 1 with the older names of columns, level 2 with today's."""
    return [
        collection(folder / "syr_adm1.geojson", COD_UPPER),
        collection(folder / "syr_admin2.geojson", COD_LOWER),
    ]


def wof(number: int, name: str, placetype: str, at: tuple[float, float], **more: object) -> Json:
    """A record of Who's On First."""
    properties = {
        "edtf:cessation": "..",
        "edtf:deprecated": "",
        "geom:latitude": at[0],
        "geom:longitude": at[1],
        "mz:is_current": 1,
        "wof:country": "SY",
        "wof:id": number,
        "wof:lastmodified": 1_700_000_000,
        "wof:name": name,
        "wof:placetype": placetype,
        "wof:superseded_by": [],
    }
    more = {key.replace("__", ":"): value for key, value in more.items()}
    return feature({**properties, **more}, "Point", [at[1], at[0]], id=number)


WOF = (
    wof(421, "Aleppo", "locality", (36.2, 37.15),
        **{"name:eng_x_preferred": ["Aleppo"], "name:deu_x_variant": ["Aleppo-Stadt"]}),
    wof(422, "Tall Zirr", "locality", (36.352, 37.301), **{"name:eng_x_variant": ["Teltzirr"]}),
    wof(423, "Bustan Zirr", "neighbourhood", (36.21, 37.16)),
    wof(424, "Old Zirr", "locality", (36.4, 37.3), **{"edtf:deprecated": "2020-01-01"}),
    wof(425, "Syria", "country", (35, 38)),
    wof(426, "Karm Zirr", "locality", (36.5, 37.3), **{"wof:concordances": {"gn:id": 900002}}),
)  # fmt: skip


def whosonfirst(folder: Path) -> Path:
    """A checkout: a file a record in nested folders, and an alternative geometry beside one."""
    for record in WOF:
        number = str(record["id"])
        body = json.dumps(record, ensure_ascii=False, indent=2)
        write(folder / "data" / number[:3] / number / f"{number}.geojson", [body])
    other = wof(423, "Bustan Zirr", "neighbourhood", (36.21, 37.16), **{"src:alt_label": "made-up"})
    write(folder / "data" / "423" / "423-alt-made-up.geojson", [json.dumps(other)])
    write(folder / "README.md", ["# Made up"])
    return folder


def division(name: str, own: str, subtype: str, at: tuple[float, float], **more: object) -> Json:
    """A division of Overture."""
    names = {"primary": name, "common": {"en": "Kallasah"} if name == "الكلاسة" else None, "rules": None}
    properties = {
        "theme": "divisions", "type": "division", "version": 1, "subtype": subtype, "country": "SY",
        "region": "SY-HL", "names": names,
        "sources": [{"dataset": "OpenStreetMap", "update_time": "2026-02-03T00:00:00Z"}],
    }  # fmt: skip
    return feature({**properties, **more}, "Point", [at[1], at[0]], id=own)


OVERTURE = (
    division("الكلاسة", "0a-1", "neighborhood", (36.19, 37.15)),
    division("Zirr al-Kabira", "0a-2", "locality", (36.42, 37.32), population=1200),
    division("Syria", "0a-3", "country", (35, 38)),
)


def overture(folder: Path) -> Path:
    """GeoJSON by line."""
    return write(folder / "divisions.geojsonseq", [json.dumps(each, ensure_ascii=False) for each in OVERTURE])
