"""W3C Web Annotation: read as JSON-LD by pyld, and held to what the data model requires.

The reader has no network: the context is a short one of our own, with the terms that we use and what the recommendation
makes of them. A term that it does not know would be dropped in expansion, which a test would see.
"""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from dateline.export.annotations import CONTEXT, selectors, summary, write_annotations
from tests.export.made import FLIGHT, HEAD, SHELLING
from tests.factories import DISPATCH, reading, stored

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ID = {"@type": "@id"}
TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector")},
    **{name: f"{AS}{name}" for name in ("AnnotationCollection", "AnnotationPage")},
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "value": f"{RDF}value",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "body": {"@id": f"{OA}hasBody"} | _ID,
    "target": {"@id": f"{OA}hasTarget"} | _ID,
    "source": {"@id": f"{OA}hasSource"} | _ID,
    "selector": {"@id": f"{OA}hasSelector"} | _ID,
    "first": {"@id": f"{AS}first"} | _ID,
    "last": {"@id": f"{AS}last"} | _ID,
    "partOf": {"@id": f"{AS}partOf"} | _ID,
    "items": {"@id": f"{AS}items", "@container": "@list"} | _ID,
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "describing": f"{OA}describing",
    "tagging": f"{OA}tagging",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
}


def _offline(url: str, options: object) -> dict[str, Any]:  # noqa: ARG001 (pyld's signature)
    assert url == CONTEXT
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}


def _written(*readings: dict[str, Any]) -> Any:  # noqa: ANN401 (what json gives)
    out = io.StringIO(newline="")
    count = write_annotations(readings, out)
    made = json.loads(out.getvalue(), parse_constant=pytest.fail)
    assert made["total"] == count
    return made


@pytest.fixture(scope="module")
def made() -> Any:  # noqa: ANN401 (as above)
    """The collection of one article with an address and two claims, and one without either."""
    return _written(reading(SHELLING, FLIGHT, **HEAD).to_json(), reading(SHELLING, name="other").to_json())


def test_json_ld_expands_with_nothing_lost(made: Any) -> None:  # noqa: ANN401
    (collection,) = jsonld.expand(made, {"documentLoader": _offline})
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    (page,) = collection[f"{AS}first"]
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    items = page[f"{AS}items"][0]["@list"]
    assert [one["@type"] for one in items] == [[f"{OA}Annotation"]] * 3
    for one, written in zip(items, made["first"]["items"], strict=True):
        assert len(one) == len(written)
        assert one[f"{OA}motivatedBy"] == [{"@id": f"{OA}describing"}]
        (target,) = one[f"{OA}hasTarget"]
        quote, position = target[f"{OA}hasSelector"]
        assert quote["@type"] == [f"{OA}TextQuoteSelector"]
        assert len(quote) == len(written["target"]["selector"][0])
        assert set(position) == {"@type", f"{OA}start", f"{OA}end"}


def test_the_model_has_what_it_requires(made: Any) -> None:  # noqa: ANN401
    """Context first, ids, types, and at least one target each: as the recommendation says for every object."""
    assert next(iter(made)) == "@context"
    assert (made["@context"], made["type"]) == (CONTEXT, "AnnotationCollection")
    page = made["first"]
    assert (page["type"], page["partOf"], page["startIndex"], made["last"]) == (
        "AnnotationPage",
        made["id"],
        0,
        page["id"],
    )
    ids = [made["id"], page["id"], *(one["id"] for one in page["items"])]
    assert len(set(ids)) == 5
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_the_target_is_the_sentence_in_its_article(made: Any) -> None:  # noqa: ANN401
    first, _, last = made["first"]["items"]
    assert first["target"]["source"] == "https://news.example/1"
    assert last["target"]["source"].startswith("urn:uuid:")
    quote, position = first["target"]["selector"]
    assert quote["exact"] == DISPATCH[position["start"] : position["end"]]
    assert DISPATCH.startswith(quote["prefix"] + quote["exact"] + quote["suffix"])


def test_the_body_is_the_reading(made: Any) -> None:  # noqa: ANN401
    line, data, tag = made["first"]["items"][0]["body"]
    assert line["value"] == (
        "ASSAULT heavy-weapons · happened · 14 killed, 30.. injured · Qarrah · 2021-03-01 to 2021-03-02 · "
        "according to The local council < Meridian Press"
    )
    assert json.loads(data["value"]) == reading(SHELLING, **HEAD).to_json()["claims"][0]
    assert (tag["purpose"], tag["value"]) == ("tagging", "ASSAULT")


def test_the_same_claim_has_the_same_id_each_time() -> None:
    one, other = (_written(reading(SHELLING).to_json()) for _ in range(2))
    assert one == other


def test_a_collection_of_nothing_has_no_page() -> None:
    assert set(_written(reading().to_json())) == {"@context", "id", "type", "label", "total"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a b", "ftp://x.example", "", "https://a.example/<x>"])
def test_only_an_address_of_the_web_is_a_source(url: str) -> None:
    (one,) = _written(reading(SHELLING, url=url).to_json())["first"]["items"]
    assert one["target"]["source"].startswith("urn:uuid:")


def test_a_claim_of_words_alone_has_a_short_summary() -> None:
    (row,) = stored(FLIGHT)
    assert summary(row.claim) == "MOVE flee · happened · 180..220 displaced"


@given(text=st.text(min_size=1, max_size=90), data=st.data())
def test_both_selectors_find_the_same_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote, position = selectors({"start": start, "end": end}, text)
    before = position["start"] - len(quote["prefix"])
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text[before : before + len(around)] == around
    assert text[position["start"] : position["end"]] == quote["exact"]
