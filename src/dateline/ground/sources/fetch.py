"""Downloads for `dateline places add`: the only part of the gazetteer that uses the network."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any

from dateline.errors import InputError
from dateline.ground.sources.records import alpha2

Fetch = Callable[[str, Path], None]
GEONAMES = "https://download.geonames.org/export/dump"
HDX = "https://data.humdata.org/api/3/action/package_show?id=cod-ab-"
SECONDS = 60
LARGEST = 1 << 30  # bytes of one download
_CHUNK = 1 << 16
_OFFLINE = "Try again later, or download it by other means and give it with --from."


class _OnlyHttps(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to https."""

    def redirect_request(  # noqa: PLR0913, PLR0917 (the library's signature)
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """The request to follow; refuses one that leaves https."""
        if not newurl.startswith("https://"):
            raise InputError(f"it leads to {newurl}, which is not https", where=req.full_url, remedy=_OFFLINE)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str, target: Path) -> None:
    """Downloads `url` (https) to `target`; raises InputError with the reason and the remedy."""
    if not url.startswith("https://"):
        raise InputError("only https is used", where=url, remedy=_OFFLINE)
    opener = urllib.request.build_opener(_OnlyHttps)
    request = urllib.request.Request(url, headers={"User-Agent": "dateline-places"})  # noqa: S310 (checked above)
    try:
        with opener.open(request, timeout=SECONDS) as answer, target.open("wb") as out:
            size = 0
            while chunk := answer.read(_CHUNK):
                size += len(chunk)
                if size > LARGEST:
                    raise InputError(f"it is larger than {LARGEST >> 20} MiB", where=url, remedy=_OFFLINE)
                out.write(chunk)
    except urllib.error.HTTPError as error:
        raise InputError(f"the server answers {error.code} {error.reason}", where=url, remedy=_OFFLINE) from error
    except (urllib.error.URLError, HTTPException, TimeoutError, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"it cannot be downloaded: {reason}", where=url, remedy=_OFFLINE) from error


def geonames(country: str, folder: Path, *, fetch: Fetch = fetch) -> dict[Path, str]:
    """GeoNames' dump and alternate names of a country (alpha-3), downloaded into `folder`: file -> address."""
    code = alpha2(country)
    files = [(f"{GEONAMES}/{code}.zip", f"{code}.zip"), (f"{GEONAMES}/alternatenames/{code}.zip", f"{code}-names.zip")]
    for url, name in files:
        fetch(url, folder / name)
    return {folder / name: url for url, name in files}


def cod_ab(country: str, folder: Path, *, fetch: Fetch = fetch) -> tuple[dict[Path, str], str]:
    """The GeoJSON of a country's COD-AB dataset on HDX: file in `folder` -> address, and the licence that HDX names."""
    url = HDX + country.lower()
    about = folder / "cod-ab.json"
    fetch(url, about)
    try:
        package: dict[str, Any] = json.loads(about.read_text(encoding="utf-8"))["result"]
        resources = [(str(each["format"]), str(each["url"]), str(each["name"])) for each in package["resources"]]
        licence = str(package.get("license_title") or "")
    except (ValueError, KeyError, TypeError) as error:
        raise InputError("HDX's answer is not understood", where=url, remedy=_OFFLINE) from error
    about.unlink()
    wanted = [(link, name) for form, link, name in resources if "geojson" in form.lower()]
    if not wanted:
        remedy = "Export its shapefiles as GeoJSON with ogr2ogr and give them with --from."
        raise InputError("the dataset holds no GeoJSON", where=url, remedy=remedy)
    paths: dict[Path, str] = {}
    for number, (link, name) in enumerate(wanted):
        target = folder / f"{number}-{Path(name).name}"
        target = target if target.suffix in (".zip", ".geojson", ".json") else target.with_suffix(Path(link).suffix)
        fetch(link, target)
        paths[target] = link
    return paths, licence
