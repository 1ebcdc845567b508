"""Words: which words name verbal events, with their modes. Three sentences a type or more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.wanted import Reader, Want, case, compared, want

AGREE = [
    case(
        "Armenia and Azerbaijan reached an agreement on prisoners.",
        want("AGREE", "agreement", who=["Armenia", "Azerbaijan"]),
    ),
    case(
        "The minister promised compensation to the families.",
        want("AGREE", "promised", who=["minister"], whom=["families"]),
    ),
    case(
        "The two sides agreed on a timetable in Doha.",
        want("AGREE", "agreed", who=["two sides"], places=["Doha"]),
    ),
]
CONSULT = [
    case(
        "The Finnish president met his Swedish counterpart in Turku on Tuesday.",
        want("CONSULT", "met", who=["Finnish president"], whom=["his Swedish counterpart"], places=["Turku"]),
    ),
    case(
        "The UN envoy visited Asmara last week.",
        want("CONSULT visit", "visited", who=["UN envoy"], places=["Asmara"], time=["last week"]),
    ),
    case(
        "Norway is mediating between the government and the rebels.",
        want("CONSULT third-party", "mediating", who=["Norway"], whom=["government", "rebels"]),
    ),
    case(
        "The chancellor spoke by phone with the king of Jordan.",
        want("CONSULT phone", "spoke", who=["chancellor"], whom=["king of Jordan"]),
    ),
    case(
        "Foreign ministers attended a summit in Addis Ababa.",
        want("CONSULT multilateral", "summit", who=["Foreign ministers"], places=["Addis Ababa"]),
    ),
]
SUPPORT = [
    case(
        "Chile praised the peace process.",
        want("SUPPORT", "praised", who=["Chile"]),
    ),
    case(
        "Zambia signed the treaty.",
        want("SUPPORT", "signed", who=["Zambia"]),
    ),
    case(
        "Spain recognised the new government.",
        want("SUPPORT", "recognised", who=["Spain"], whom=["new government"]),
    ),
]
CONCEDE = [
    case(
        "The general apologised to the victims.",
        want("CONCEDE", "apologised", who=["general"], whom=["victims"]),
    ),
    case(
        "The guerrillas declared a truce.",
        want("CONCEDE", "declared", who=["guerrillas"]),
    ),
    case(
        "Myanmar lifted restrictions on travel.",
        want("CONCEDE", "lifted", who=["Myanmar"]),
    ),
]
REQUEST = [
    case(
        "The mayor appealed to donors for tents.",
        want("REQUEST assist", "appealed", who=["mayor"], whom=["donors"]),
    ),
    case(
        "France urged Mali to hold elections.",
        want("REQUEST change", "urged", who=["France"], whom=["Mali"]),
    ),
    case(
        "Opposition leaders demanded the resignation of the president.",
        want("REQUEST yield", "demanded", who=["Opposition leaders"]),
    ),
    case(
        "Bishops called for an end to the violence.",
        want("REQUEST yield", "called", who=["Bishops"]),
    ),
]
ACCUSE = [
    case(
        "Rwanda condemned the massacre.",
        want("ACCUSE disapprove", "condemned", who=["Rwanda"]),
    ),
    case(
        "Prosecutors are investigating the shooting of a teenager in Marseille.",
        want("ACCUSE investigate", "investigating", who=["Prosecutors"]),
        want("ASSAULT firearms", "shooting", whom=["teenager"]),
    ),
    case(
        "Seoul blamed Pyongyang for the delay.",
        want("ACCUSE allege", "blamed", who=["Seoul"], whom=["Pyongyang"]),
    ),
    case(
        "Two officers were charged with murder in Bogota.",
        want("ACCUSE allege", "charged", whom=["Two officers"]),
    ),
]
REJECT = [
    case(
        "Eritrea rejected the proposal.",
        want("REJECT", "rejected", who=["Eritrea"]),
    ),
    case(
        "Russia vetoed the draft resolution.",
        want("REJECT", "vetoed", who=["Russia"]),
    ),
    case(
        "The White House ruled out concessions.",
        want("REJECT yield", "ruled out", who=["White House"]),
    ),
    case(
        "Serbia cancelled the meeting with Kosovo.",
        want("REJECT meet", "cancelled", who=["Serbia"]),
    ),
]
THREATEN = [
    case(
        "The militia threatened villagers with reprisals.",
        want("THREATEN violence", "threatened", who=["militia"], whom=["villagers"]),
    ),
    case(
        "Iran vowed revenge.",
        want("THREATEN violence", "vowed", who=["Iran"]),
    ),
    case(
        "The court issued an arrest warrant for the former president.",
        want("THREATEN arrest", "warrant", who=["court"], whom=["former president"]),
    ),
]
STATEMENT = [
    case(
        '"We have nothing left in the house," said Amina Yusuf, a shopkeeper.',
        want("STATEMENT", "have", who=["Amina Yusuf"], sources=["Amina Yusuf"]),
    ),
    case(
        'The minister told reporters: "The economy will recover within a year."',
        want("STATEMENT", "recover", aux="future", who=["minister"], sources=["minister"]),
    ),
    case(
        '"Nobody believes the generals any more," Daniel Okafor said.',
        want("STATEMENT", "believes", who=["Daniel Okafor"], sources=["Daniel Okafor"]),
    ),
    case(
        "The situation is very bad, a nurse in Taiz said.",
        want("STATEMENT", "bad", who=["nurse"], sources=["nurse"]),
    ),
]


@pytest.mark.parametrize(
    ("text", "wants"), [*AGREE, *CONSULT, *SUPPORT, *CONCEDE, *REQUEST, *ACCUSE, *REJECT, *THREATEN, *STATEMENT]
)
def test_a_sentence_gives_these_claims_and_no_others(read: Reader, text: str, wants: Sequence[Want]) -> None:
    assert compared(read(text), wants) == list(wants)
