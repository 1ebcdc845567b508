"""Who and whom: subjects, objects, passives, relatives, participles, control, nouns with their own arguments."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.extract.wanted import Reader, Want, case, compared, want

PASSIVE = [
    case(
        "The bridge was destroyed by retreating soldiers.",
        want("ASSAULT destroy", "destroyed", who=["retreating soldiers"], whom=["bridge"]),
    ),
    case(
        "Three bakers were abducted in Mosul by masked men.",
        want("ASSAULT abduct", "abducted", who=["masked men"], whom=["Three bakers"], figures=["abducted 3"]),
    ),
    case(
        "Protesters were beaten and arrested by riot police in Caracas.",
        want("ASSAULT beat", "beaten", who=["riot police"], whom=["Protesters"]),
        want("COERCE arrest", "arrested", who=["riot police"], whom=["Protesters"]),
    ),
    case(
        "Two killed, five others injured in Karachi blast",
        want("ASSAULT explosives", "killed", whom=["Two", "five others"], figures=["killed 2", "injured 5"]),
    ),
    case(
        "Mayor shot dead in Honduras",
        want("ASSAULT firearms", "shot", whom=["Mayor"], places=["Honduras"]),
    ),
]
RELATIVE = [
    case(
        "Police arrested 12 people in Tunis after a march against taxes.",
        want(
            "COERCE arrest", "arrested", who=["Police"], whom=["12 people"], places=["Tunis"], figures=["detained 12"]
        ),
        want("PROTEST demo", "march", who=[]),
    ),
    case(
        "The two presidents will meet in Vienna, a week after border clashes killed 17 soldiers.",
        want("CONSULT", "meet", aux="future", who=["The two presidents"], places=["Vienna"]),
        want("ASSAULT", "killed", whom=["17 soldiers"], places=[], figures=["killed 17"]),
    ),
    case(
        "The soldier who killed three nuns in Manila was arrested on Friday.",
        want("ASSAULT", "killed", who=["soldier"], whom=["three nuns"], places=["Manila"], figures=["killed 3"]),
        want("COERCE arrest", "arrested", who=[], whom=["soldier"], time=["Friday"]),
    ),
    case(
        "The men detained by police in Bishkek were released on Sunday.",
        want("COERCE arrest", "detained", who=["police"], whom=["men"], places=["Bishkek"]),
        want("RETREAT release", "released", whom=["men"], time=["Sunday"]),
    ),
    case(
        "The rebels freed the pilots that they had kidnapped in Darfur.",
        want("RETREAT release", "freed", who=["rebels"], whom=["pilots"]),
        want("ASSAULT abduct", "kidnapped", who=["they"], whom=["pilots"], places=["Darfur"]),
    ),
    case(
        "Aid workers reached the refugees, who had fled Bentiu in March.",
        want("MOVE flee", "fled", whom=["refugees"], places=["from: Bentiu"], time=["March"]),
    ),
]
PARTICIPLE = [
    case(
        "Rockets hit a hospital in Tripoli, killing two nurses.",
        want("ASSAULT heavy-weapons", "killing", whom=["two nurses"], figures=["killed 2"]),
    ),
    case(
        "Riot police stormed the campus, arresting 40 students.",
        want("ASSAULT", "stormed", who=["Riot police"], whom=["campus"]),
        want("COERCE arrest", "arresting", who=["Riot police"], whom=["40 students"], figures=["detained 40"]),
    ),
    case(
        "Wounded by shrapnel, the reporter was taken to a clinic in Sidon.",
        want("ASSAULT", "Wounded", whom=["reporter"]),
        want("MOVE evacuate", "taken", whom=["reporter"], places=["to: clinic in Sidon"]),
    ),
]
COORDINATED = [
    case(
        "Rebels and government troops clashed near Marib.",
        want("ASSAULT", "clashed", who=["Rebels", "government troops"], whom=[], places=["Marib"]),
    ),
    case(
        "The president and the prime minister held talks with tribal elders.",
        want("CONSULT", "talks", who=["president", "prime minister"], whom=["tribal elders"]),
    ),
    case(
        "Fighters stormed the prison and freed 80 inmates.",
        want("ASSAULT", "stormed", who=["Fighters"], whom=["prison"]),
        want("RETREAT release", "freed", who=["Fighters"], whom=["80 inmates"]),
    ),
    case(
        "Soldiers shot at farmers and herders outside Jos.",
        want("ASSAULT firearms", "shot", who=["Soldiers"], whom=["farmers", "herders"], places=["Jos"]),
    ),
]
CONTROL = [
    case(
        "The commander ordered his men to withdraw from Aden.",
        want("REQUEST yield", "ordered", who=["commander"], whom=["his men"]),
        want("RETREAT withdraw", "withdraw", aux="hypothetical", who=["his men"], places=["from: Aden"]),
    ),
    case(
        "Heavy shelling forced thousands of families to flee the town of Sloviansk.",
        want("ASSAULT heavy-weapons", "shelling", who=[]),
        want(
            "MOVE flee",
            "flee",
            whom=["thousands of families"],
            places=["from: town of Sloviansk"],
            figures=["displaced 2000-9999"],
        ),
    ),
    case(
        "The rebels agreed to release the nurses.",
        want("AGREE", "agreed", who=["rebels"]),
        want("RETREAT release", "release", aux="future", who=["rebels"], whom=["nurses"]),
    ),
    case(
        "The UN asked Rwanda to withdraw its troops from Goma.",
        want("REQUEST assist", "asked", who=["UN"], whom=["Rwanda"]),
        want("RETREAT withdraw", "withdraw", aux="hypothetical", who=["Rwanda"], places=["from: Goma"]),
    ),
    case(
        "Algeria helped negotiators to reach a deal with the rebels.",
        want("AID", "helped", who=["Algeria"], whom=["negotiators"]),
        want("AGREE", "deal", who=["negotiators"], whom=["rebels"]),
    ),
]
NOUNS = [
    case(
        "The army's shelling of Douma killed nine civilians.",
        want("ASSAULT heavy-weapons", "killed", who=["army"], whom=["nine civilians"], figures=["killed 9"]),
    ),
    case(
        "An attack by Boko Haram on a village near Diffa left 12 people dead.",
        want("ASSAULT", "dead", who=["Boko Haram"], whom=["12 people"], figures=["killed 12"]),
    ),
    case(
        "The withdrawal of French troops from Mali began on Monday.",
        want("RETREAT withdraw", "withdrawal", who=["French troops"], places=["from: Mali"], time=["Monday"]),
    ),
    case(
        "The arrest of three editors in Managua drew criticism from Spain.",
        want("COERCE arrest", "arrest", whom=["three editors"], places=["Managua"], figures=["detained 3"]),
        want("ACCUSE disapprove", "criticism", who=["Spain"]),
    ),
    case(
        "Russian air strikes hit a bakery in Maarat al-Numan.",
        want("ASSAULT aerial", "hit", who=["Russian"], whom=["bakery"]),
    ),
    case(
        "Talks between Ethiopia and Egypt resumed in Khartoum.",
        want("CONSULT", "Talks", who=["Ethiopia", "Egypt"], places=["Khartoum"]),
    ),
]
SHARED = [
    case(
        "Teachers were beaten and arrested by police.",
        want("ASSAULT beat", "beaten", who=["police"], whom=["Teachers"]),
        want("COERCE arrest", "arrested", who=["police"], whom=["Teachers"]),
    ),
    case("Protests from residents stopped the work.", want("PROTEST demo", "Protests", who=["residents"])),
    case(
        "Workers went on strike demanding higher pay.",
        want("PROTEST strike", "strike", who=["Workers"]),
        want("REQUEST yield", "demanding", who=["Workers"]),
    ),
    case(
        "The minister said the attack was unacceptable.",
        want("ACCUSE disapprove", "unacceptable", who=["minister"], sources=["minister"]),
    ),
    case(
        "The envoy said the rebels must leave the town.",
        want("REQUEST change", "must", who=["envoy"], whom=["rebels"], sources=["envoy"]),
        want("RETREAT withdraw", "leave", aux="hypothetical", who=["rebels"], sources=["envoy"]),
    ),
]
RECIPIENTS = [
    case(
        "Peru demanded that Chile return the ship.",
        want("REQUEST yield", "demanded", who=["Peru"], whom=["Chile"]),
    ),
    case("Hungary sought an apology from Serbia.", want("REQUEST yield", "sought", who=["Hungary"], whom=["Serbia"])),
    case(
        "The minister is ready to help Kenya.",
        want("AGREE", "ready", who=["minister"], whom=["Kenya"]),
        want("AID", "help", aux="future", who=["minister"], whom=["Kenya"]),
    ),
    case(
        "The group threatened to kill the mayor.",
        want("THREATEN violence", "threatened", who=["group"], whom=["mayor"]),
    ),
    case("The town was reduced to rubble.", want("CONDITION damaged", "rubble", whom=["town"])),
    case(
        "The charity gave six tonnes of food to families in Mopti.",
        want("AID", "gave", who=["charity"], whom=["families"], places=["Mopti"]),
    ),
    case(
        "Canada gave Ukraine winter tents.",
        want("AID", "gave", who=["Canada"], whom=["Ukraine"]),
    ),
    case(
        "A sniper killed Maria Lopez, a journalist, in Homs.",
        want("ASSAULT firearms", "killed", who=["sniper"], whom=["Maria Lopez"], places=["Homs"]),
    ),
    case(
        "The militants killed twelve people, including five children.",
        want(
            "ASSAULT",
            "killed",
            who=["militants"],
            whom=["twelve people", "five children"],
            figures=["killed 12", "killed 5"],
        ),
    ),
    case(
        "Jordan accused Iran of smuggling weapons.",
        want("ACCUSE allege", "accused", who=["Jordan"], whom=["Iran"]),
    ),
    case(
        "Amnesty accused the junta of bombing a monastery in Sagaing.",
        want("ACCUSE allege", "accused", who=["Amnesty"], whom=["junta"]),
        want("ASSAULT", "bombing", hedge="alleged", who=["junta"], whom=["monastery"], sources=["Amnesty"]),
    ),
    case(
        "Vietnam urged China to stop the drills.",
        want("REQUEST yield", "urged", who=["Vietnam"], whom=["China"]),
    ),
]


@pytest.mark.parametrize(
    ("text", "wants"), [*PASSIVE, *RELATIVE, *PARTICIPLE, *COORDINATED, *CONTROL, *NOUNS, *SHARED, *RECIPIENTS]
)
def test_who_did_it_and_to_whom(read: Reader, text: str, wants: Sequence[Want]) -> None:
    assert compared(read(text), wants) == list(wants)
