"""How: the mode of an event from its trigger, else from the weapon in its clause, sentence, or the sentence before."""

from __future__ import annotations

import pytest

from dateline.lexicon.triggers import trigger_rules
from dateline.model.codebook import MODES
from tests.extract.wanted import Reader

FORCE = [
    ("Militants kidnapped a teacher.", "abduct"),
    ("Guards beat two prisoners.", "beat"),
    ("Officers tortured a student.", "torture"),
    ("Soldiers raped dozens of women.", "sexual"),
    ("Gunmen assassinated a senator.", "targeted"),
    ("Soldiers burned ten houses.", "destroy"),
    ("A man stabbed a policeman.", "primitive"),
    ("Attackers with machetes killed four farmers.", "primitive"),
    ("A sniper killed a nurse.", "firearms"),
    ("Gunmen opened fire on a bus.", "firearms"),
    ("A car bomb killed four people.", "explosives"),
    ("A landmine killed four people.", "explosives"),
    ("A suicide bomber killed four people.", "suicide-attack"),
    ("A man detonated an explosive vest, killing four people.", "suicide-attack"),
    ("Air strikes killed four people.", "aerial"),
    ("Helicopters dropped barrel bombs on the market.", "aerial"),
    ("A helicopter dropped bombs of chlorine on the market.", "unconventional"),
    ("Militants attacked a gas plant.", None),
    ("Warplanes attacked the port.", "aerial"),
    ("A drone killed four fighters.", "drone"),
    ("A drone strike killed four fighters.", "drone"),
    ("Tanks shelled the town.", "heavy-weapons"),
    ("Rockets killed four people.", "heavy-weapons"),
    ("Mortar rounds hit a school.", "heavy-weapons"),
    ("Police fired tear gas at protesters.", "crowd-control"),
    ("Police fired rubber bullets at protesters.", "crowd-control"),
    ("The army used chlorine against the rebels.", "unconventional"),
    ("Rebels killed four soldiers.", None),
]
NEAR = [
    ("A bomb went off in a market. Four people were killed.", ["explosives", "explosives"]),
    ("Jets bombed the village. Four people were killed.", ["aerial", "aerial"]),
    ("A suicide bomber drove up. An explosion killed four people.", ["suicide-attack"]),
    ("Rebels with rifles killed a guard and soldiers shelled a hill.", ["firearms", "heavy-weapons"]),
]
OTHERS = [
    ("The president visited Oslo.", "CONSULT visit"),
    ("Oman brokered talks between the two sides.", "CONSULT third-party"),
    ("Leaders met at a summit in Cairo.", "CONSULT multilateral"),
    ("The minister phoned his counterpart.", "CONSULT phone"),
    ("The charity appealed to donors.", "REQUEST assist"),
    ("Kenya urged the parties to stop fighting.", "REQUEST yield"),
    ("Kenya urged the cabinet to reform the law.", "REQUEST change"),
    ("The mayor called on donors for help.", "REQUEST assist"),
    ("The union demanded his release.", "REQUEST yield"),
    ("Ghana condemned the coup.", "ACCUSE disapprove"),
    ("Prosecutors are investigating the general.", "ACCUSE investigate"),
    ("Chad accused Sudan of meddling.", "ACCUSE allege"),
    ("The rebels ruled out a handover.", "REJECT yield"),
    ("The president cancelled a visit.", "REJECT meet"),
    ("The junta threatened the villagers.", "THREATEN violence"),
    ("A judge issued an arrest warrant against the general.", "THREATEN arrest"),
    ("Troops withdrew from the valley.", "RETREAT withdraw"),
    ("Norway invited the rebels to a summit.", "REQUEST meet"),
    ("The rebels released two pilots.", "RETREAT release"),
    ("The militia laid down its arms.", "RETREAT disarm"),
    ("The truce holds in most areas.", "RETREAT ceasefire"),
    ("The army allowed inspectors into the plant.", "RETREAT access"),
    ("The governor resigned.", "RETREAT resign"),
    ("The governor stepped down.", "RETREAT resign"),
    ("Students demonstrated in Seoul.", "PROTEST demo"),
    ("A mob rioted in Lae.", "PROTEST riot"),
    ("There were violent protests in Lae.", "PROTEST riot"),
    ("Dockers are on strike in Mombasa.", "PROTEST strike"),
    ("Prisoners began a hunger strike.", "PROTEST hunger"),
    ("Shopkeepers boycotted the market.", "PROTEST boycott"),
    ("Protesters blocked the road.", "PROTEST obstruct"),
    ("Youths vandalised a statue.", "PROTEST vandalize"),
    ("A court convicted the general.", "SANCTION convict"),
    ("Ukraine expelled the ambassador.", "SANCTION expel"),
    ("Sweden suspended aid to Mali.", "SANCTION discontinue"),
    ("Peru recalled its ambassador.", "SANCTION withdraw"),
    ("Finland deployed troops.", "MOBILIZE troops"),
    ("Police patrolled the market.", "MOBILIZE police"),
    ("Kenya deployed riot police.", "MOBILIZE police"),
    ("The rebels recruited boys.", "MOBILIZE militia"),
    ("Police seized weapons.", "COERCE seize"),
    ("The junta banned the party.", "COERCE restrict"),
    ("The regime censored the papers.", "COERCE censor"),
    ("The mayor imposed a curfew.", "COERCE curfew"),
    ("The president declared martial law.", "COERCE martial-law"),
    ("The president declared a state of emergency.", "COERCE martial-law"),
    ("Police arrested a writer.", "COERCE arrest"),
    ("Spain deported two men.", "COERCE deport"),
    ("The army cut off water to the town.", "COERCE withhold"),
    ("Spies hacked the ministry.", "COERCE cyber"),
    ("Rebels captured the town of Bria.", "CONTROL capture"),
    ("Rebels hold the town of Bria.", "CONTROL hold"),
    ("The army lost the town of Bria.", "CONTROL lose"),
    ("Troops entered the town of Bria.", "CONTROL contest"),
    ("Villagers fled.", "MOVE flee"),
    ("Nurses evacuated the patients.", "MOVE evacuate"),
    ("Refugees returned home.", "MOVE return"),
    ("The town is besieged.", "CONDITION besieged"),
    ("The town has been under siege for months.", "CONDITION besieged"),
    ("Miners are trapped.", "CONDITION trapped"),
    ("Villages suffer from a shortage of water.", "CONDITION shortage"),
    ("The quake damaged the bridge.", "CONDITION damaged"),
    ("Two climbers went missing.", "CONDITION missing"),
    ("Doctors report a cholera outbreak.", "CONDITION disease"),
]
RULELESS = {
    "REJECT assist", "REJECT change", "THREATEN restrict", "THREATEN relations", "THREATEN expel",
    "THREATEN territory", "MOBILIZE weapons", "COERCE misinformation",
}  # fmt: skip


@pytest.mark.parametrize(("text", "mode"), FORCE)
def test_how_force_was_used(read: Reader, text: str, mode: str | None) -> None:
    assert [claim["event"] for claim in read(text)] == [f"ASSAULT {mode}" if mode else "ASSAULT"]


@pytest.mark.parametrize(("text", "modes"), NEAR)
def test_the_nearest_weapon_gives_the_mode(read: Reader, text: str, modes: list[str]) -> None:
    assert [claim["event"] for claim in read(text)] == [f"ASSAULT {mode}" for mode in modes]


@pytest.mark.parametrize(("text", "event"), OTHERS)
def test_the_trigger_gives_the_mode(read: Reader, text: str, event: str) -> None:
    assert [claim["event"] for claim in read(text)] == [event]


def test_every_mode_that_the_lexicon_gives_has_a_case() -> None:
    ours = {f"ASSAULT {mode}" for _, mode in FORCE if mode} | {event for _, event in OTHERS}
    given = {f"{rule.event} {rule.mode}" for rules in trigger_rules().values() for rule in rules if rule.mode}
    assert given <= ours


def test_modes_of_the_codebook_without_a_rule_are_known() -> None:
    ours = {f"ASSAULT {mode}" for _, mode in FORCE if mode} | {event for _, event in OTHERS}
    everything = {f"{event} {mode}" for event, modes in MODES.items() for mode in modes}
    assert everything - ours == RULELESS
