"""Whether it happened: plans, possibilities, denials; and what hedges it."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

AUX = [
    ("The rebels will release six hostages.", "RETREAT", "future"),
    ("The army plans to deploy 200 soldiers to the border.", "MOBILIZE", "future"),
    ("The envoys are due to meet in Vienna.", "CONSULT", "future"),
    ("The ministers are scheduled to hold talks on Monday.", "CONSULT", "future"),
    ("The army is preparing to storm the city.", "ASSAULT", "future"),
    ("The two sides are expected to sign the accord.", "SUPPORT", "future"),
    ("Troops are about to withdraw from the valley.", "RETREAT", "future"),
    ("Planned talks between Mali and Algeria are on Monday.", "CONSULT", "future"),
    ("The general said the army would attack the town.", "ASSAULT", "future"),
    ("The rebels launched an offensive to retake the town.", "CONTROL", "future"),
    ("Troops could withdraw from the valley.", "RETREAT", "hypothetical"),
    ("The rebels may release the hostages.", "RETREAT", "hypothetical"),
    ("If the army attacks the city, thousands of people would flee.", "ASSAULT", "hypothetical"),
    ("If the army attacks the city, thousands of people would flee.", "MOVE", "hypothetical"),
    ("Residents fear that soldiers would kill them.", "ASSAULT", "hypothetical"),
    ("The bishop urged the rebels to release the girls.", "RETREAT", "hypothetical"),
    ("The rebels threatened to attack the dam.", "THREATEN", None),
    ("A possible attack on the embassy worries diplomats.", "ASSAULT", "hypothetical"),
    ("The army did not bomb the hospital.", "ASSAULT", "negation"),
    ("The army denied bombing the hospital.", "ASSAULT", "negation"),
    ("The army denied that it had bombed the hospital.", "ASSAULT", "negation"),
    ("The rebels failed to capture the town.", "CONTROL", "negation"),
    ("The rebels refused to release the hostages.", "RETREAT", "negation"),
    ("Police have never arrested the killers.", "COERCE", "negation"),
    ("No talks were held between the two sides.", "CONSULT", "negation"),
    ("Police prevented gunmen from storming the palace.", "ASSAULT", "negation"),
    ("Talks planned for Monday did not take place.", "CONSULT", "negation"),
    ("The rebels managed to capture the town.", "CONTROL", None),
    ("The army continued to shell the town.", "ASSAULT", None),
    ("Rebels have started to withdraw from the town.", "RETREAT", None),
    ("Rebels captured the town but will not stay.", "CONTROL", None),
    ("The army bombed the town because the rebels would not leave.", "ASSAULT", None),
    ("The army did not deny that it had bombed the hospital.", "ASSAULT", None),
    ("Nurses came to the square to protest against the law.", "PROTEST", None),
    ("The rebels must release the hostages.", "REQUEST", None),
    ("The rebels must release the hostages.", "RETREAT", "hypothetical"),
    ("Despite protests in Lima, the president signed the decree.", "PROTEST", None),
]
HEDGES = [
    ("The general was reportedly killed in Homs.", "reported"),
    ("The general is said to have been killed in Homs.", "reported"),
    ("The general is believed to have been killed in Homs.", "reported"),
    ("The soldiers allegedly tortured two boys.", "alleged"),
    ("The rebels claim that they killed nine soldiers.", "alleged"),
    ("The rebels claimed to have killed nine soldiers.", "alleged"),
    ("A villager accused soldiers of killing two boys.", "alleged"),
    ("Soldiers were accused of torturing two boys.", "alleged"),
    ("The ministry confirmed that nine soldiers had been killed.", "confirmed"),
    ("The monitors verified that nine people had been killed.", "confirmed"),
    ("Nine soldiers were killed, the ministry confirmed.", "confirmed"),
    ("Islamic State claimed responsibility for a bombing in Kabul.", "alleged"),
    ("There were reports of air strikes in Homs on Monday.", "reported"),
    ("The court heard allegations of torture in Lima.", "alleged"),
    ("The alleged bombing of a market in Homs worried diplomats.", "alleged"),
    ("The report covers the killing of nine people in Homs.", None),
    ("The ministry said that nine soldiers had been killed.", None),
    ("Nine soldiers were killed in Homs.", None),
]


@pytest.mark.parametrize(("text", "event", "aux"), AUX)
def test_whether_it_happened(read: Reader, text: str, event: str, aux: str | None) -> None:
    found = [claim["aux"] for claim in read(text) if claim["event"].split()[0] == event]
    assert found == [aux]


@pytest.mark.parametrize(("text", "hedge"), HEDGES)
def test_how_sure_it_is(read: Reader, text: str, hedge: str | None) -> None:
    found = [claim["hedge"] for claim in read(text) if claim["event"].startswith("ASSAULT")]
    assert found == [hedge]
