"""Deeds: which words name material events, with their modes and what they count. Three sentences a type or more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.lexicon.triggers import Rule, trigger_rules
from tests.extract.wanted import Reader, Want, case, compared, want

ASSAULT = [
    case(
        "Gunmen shot dead a judge in Quetta.",
        want("ASSAULT firearms", "shot", who=["Gunmen"], whom=["judge"], places=["Quetta"], figures=["killed 1"]),
    ),
    case(
        "Two villagers were killed by a landmine near Jamalpur.",
        want("ASSAULT explosives", "killed", whom=["Two villagers"], places=["Jamalpur"], figures=["killed 2"]),
    ),
    case(
        "Warplanes bombed a market in Hodeidah.",
        want("ASSAULT aerial", "bombed", who=["Warplanes"], places=["market in Hodeidah"]),
    ),
    case(
        "Rebels attacked an army base outside Maiduguri with rockets.",
        want("ASSAULT heavy-weapons", "attacked", who=["Rebels"]),
    ),
    case(
        "The bodies of nine miners were found in a ditch.",
        want("ASSAULT", "bodies", figures=["killed 9"]),
    ),
    case(
        "Militants kidnapped 14 schoolgirls in northern Nigeria.",
        want(
            "ASSAULT abduct",
            "kidnapped",
            who=["Militants"],
            whom=["14 schoolgirls"],
            places=["northern Nigeria"],
            figures=["abducted 14"],
        ),
    ),
]
CONTROL = [
    case(
        "Kurdish fighters captured the town of Tal Abyad from Islamic State.",
        want(
            "CONTROL capture",
            "captured",
            who=["Kurdish fighters"],
            whom=["Islamic State"],
            places=["town of Tal Abyad"],
        ),
    ),
    case(
        "The Houthis have controlled Sanaa since 2014.",
        want("CONTROL hold", "controlled", who=["Houthis"], places=["Sanaa"], time=["since 2014"]),
    ),
    case(
        "Government forces have lost control of Kunduz.",
        want("CONTROL lose", "lost", who=["Government forces"], places=["Kunduz"]),
    ),
    case(
        "Kabul fell to the Taliban in August 2021.",
        want("CONTROL capture", "fell", who=["Taliban"], places=["Kabul"], time=["August 2021"]),
    ),
    case(
        "Soldiers entered the city of Benghazi on Friday.",
        want("CONTROL contest", "entered", who=["Soldiers"], places=["city of Benghazi"], time=["Friday"]),
    ),
]
RETREAT = [
    case(
        "Ethiopian troops withdrew from Mekelle on Monday.",
        want("RETREAT withdraw", "withdrew", who=["Ethiopian troops"], places=["from: Mekelle"]),
    ),
    case(
        "The rebels freed six hostages.",
        want("RETREAT release", "freed", who=["rebels"], whom=["six hostages"]),
    ),
    case(
        "The prime minister resigned on Sunday.",
        want("RETREAT resign", "resigned", who=["prime minister"], time=["Sunday"]),
    ),
    case(
        "Guerrillas handed over their weapons in Colombia.",
        want("RETREAT disarm", "handed over", who=["Guerrillas"], places=["Colombia"]),
    ),
    case(
        "The army allowed aid convoys into the enclave.",
        want("RETREAT access", "allowed", who=["army"]),
    ),
    case(
        "A ceasefire took effect in Libya on Friday.",
        want("RETREAT ceasefire", "ceasefire", places=["Libya"], time=["Friday"]),
    ),
]
MOVE = [
    case(
        "More than 3,000 people fled the fighting in Goma.",
        want("MOVE flee", "fled", whom=["More than 3,000 people"], figures=["displaced 3001-"]),
        want("ASSAULT", "fighting", places=["Goma"]),
    ),
    case(
        "Buses evacuated 400 patients from Mariupol to Odessa.",
        want(
            "MOVE evacuate",
            "evacuated",
            whom=["400 patients"],
            places=["from: Mariupol", "to: Odessa"],
            figures=["evacuated 400"],
        ),
    ),
    case(
        "About 500 refugees returned to Burundi.",
        want(
            "MOVE return", "returned", whom=["About 500 refugees"], places=["to: Burundi"], figures=["returned 450-550"]
        ),
    ),
    case(
        "The floods left 12,000 people homeless in Sindh.",
        want("MOVE flee", "homeless", whom=["12,000 people"], places=["Sindh"], figures=["displaced 12000"]),
    ),
]
CONDITION = [
    case(
        "Some 20,000 civilians are trapped in the city of Raqqa.",
        want(
            "CONDITION trapped",
            "trapped",
            whom=["Some 20,000 civilians"],
            places=["city of Raqqa"],
            figures=["trapped 18000-22000"],
        ),
    ),
    case(
        "Seven fishermen are missing off the coast of Libya.",
        want("CONDITION missing", "missing", whom=["Seven fishermen"], figures=["missing 7"]),
    ),
    case(
        "Hospitals in Gaza face a severe shortage of fuel.",
        want("CONDITION shortage", "shortage"),
    ),
    case(
        "The explosion damaged a school in Kharkiv.",
        want("CONDITION damaged", "damaged", whom=["school"], places=["school in Kharkiv"]),
    ),
    case(
        "A cholera outbreak spread through the camps.",
        want("CONDITION disease", "outbreak"),
    ),
]
COERCE = [
    case(
        "Police arrested 35 demonstrators in Minsk.",
        want(
            "COERCE arrest",
            "arrested",
            who=["Police"],
            whom=["35 demonstrators"],
            places=["Minsk"],
            figures=["detained 35"],
        ),
    ),
    case(
        "Turkey deported two journalists to Greece.",
        want("COERCE deport", "deported", who=["Turkey"], whom=["two journalists"], places=["to: Greece"]),
    ),
    case(
        "The authorities imposed a curfew in Colombo.",
        want("COERCE curfew", "curfew", who=["authorities"], places=["Colombo"]),
    ),
    case(
        "The government banned rallies in the capital.",
        want("COERCE restrict", "banned", who=["government"], places=["capital"]),
    ),
    case(
        "Customs officers seized a cache of rifles at the port of Beira.",
        want("COERCE seize", "seized", who=["Customs officers"], places=["port of Beira"]),
    ),
    case(
        "Loyalist troops have besieged the town of Madaya for months.",
        want("COERCE restrict", "besieged", who=["Loyalist troops"], places=["town of Madaya"]),
    ),
]
PROTEST = [
    case(
        "Thousands of people marched through Tbilisi against the law.",
        want(
            "PROTEST demo", "marched", who=["Thousands of people"], places=["Tbilisi"], figures=["protesters 2000-9999"]
        ),
    ),
    case(
        "Nurses went on strike in Harare over unpaid wages.",
        want("PROTEST strike", "strike", who=["Nurses"], places=["Harare"]),
    ),
    case(
        "Students hurled stones at the police in Dhaka.",
        want("PROTEST riot", "hurled", who=["Students"], whom=["police"], places=["Dhaka"]),
    ),
    case(
        "Farmers blocked a highway near Lyon.",
        want("PROTEST obstruct", "blocked", who=["Farmers"], places=["highway near Lyon"]),
    ),
    case(
        "The opposition boycotted the election.",
        want("PROTEST boycott", "boycotted", who=["opposition"]),
    ),
]
MOBILIZE = [
    case(
        "Poland deployed 2,000 soldiers to the border with Belarus.",
        want(
            "MOBILIZE troops",
            "deployed",
            who=["Poland"],
            figures=["fighters 2000"],
            places=["to: border with Belarus"],
        ),
    ),
    case(
        "Police patrolled the streets of Nairobi.",
        want("MOBILIZE police", "patrolled", who=["Police"]),
    ),
    case(
        "The militia recruited hundreds of teenagers in the camps.",
        want("MOBILIZE militia", "recruited", who=["militia"], whom=["hundreds of teenagers"]),
    ),
]
AID = [
    case(
        "Qatar donated fuel to Lebanon.",
        want("AID", "donated", who=["Qatar"], whom=["Lebanon"]),
    ),
    case(
        "The Red Cross delivered food to families in Juba.",
        want("AID", "delivered", who=["Red Cross"], whom=["families"], places=["Juba"]),
    ),
    case(
        "Firefighters rescued five people from the rubble.",
        want("AID", "rescued", who=["Firefighters"], whom=["five people"]),
    ),
]
SANCTION = [
    case(
        "A court in Cairo sentenced eleven men to death.",
        want("SANCTION convict", "sentenced", who=["court"], whom=["eleven men"], figures=["detained 11"]),
    ),
    case(
        "Moscow expelled two Czech diplomats.",
        want("SANCTION expel", "expelled", who=["Moscow"], whom=["two Czech diplomats"]),
    ),
    case(
        "Sudan severed ties with Iran.",
        want("SANCTION discontinue", "severed", who=["Sudan"], whom=["Iran"]),
    ),
    case(
        "The European Union imposed sanctions on Belarus.",
        want("SANCTION", "sanctions", who=["European Union"], whom=["Belarus"]),
    ),
]
COOPERATE = [
    case(
        "India and Japan held a joint exercise in the Bay of Bengal.",
        want("COOPERATE", "joint exercise", who=["India", "Japan"], places=["Bay of Bengal"]),
    ),
    case(
        "Niger shared intelligence with Chad.",
        want("COOPERATE", "shared", who=["Niger"], whom=["Chad"]),
    ),
    case(
        "Kenya cooperates with Somalia on border security.",
        want("COOPERATE", "cooperates", who=["Kenya"], whom=["Somalia"]),
    ),
]


@pytest.mark.parametrize(
    ("text", "wants"),
    [*ASSAULT, *CONTROL, *RETREAT, *MOVE, *CONDITION, *COERCE, *PROTEST, *MOBILIZE, *AID, *SANCTION, *COOPERATE],
)
def test_a_sentence_gives_these_claims_and_no_others(read: Reader, text: str, wants: Sequence[Want]) -> None:
    assert compared(read(text), wants) == list(wants)


def words(rule: Rule) -> list[object]:
    conditions = [word for wanted in rule.conditions.values() for word in wanted]
    return [*rule.recipients, *rule.actors, *conditions]


def test_the_words_of_rules_are_words() -> None:
    """YAML 1.1 reads a bare "on", "off" or "no" as a boolean, and then the word is never found."""
    wrong = {
        rule.number for rules in trigger_rules().values() for rule in rules for w in words(rule) if w in {True, False}
    }
    assert wrong == set()
