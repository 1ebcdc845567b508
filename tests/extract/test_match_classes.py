"""Words of the verb classes that PLOVER's types are made of: which event each names, one sentence a row."""

from __future__ import annotations

import pytest

from tests.extract.wanted import Reader

WORDS = [
    # words between parties
    ("The rebels accepted the plan.", "AGREE", "accepted"),
    ("Bolivia is ready to sell gas to Chile.", "AGREE", "ready"),
    ("The committee said it was willing to reopen the case.", "AGREE", "willing"),
    ("The two firms committed to a shared code.", "AGREE", "committed"),
    ("The queen received the Estonian ambassador.", "CONSULT", "received"),
    ("Nepal and Bhutan restored diplomatic relations.", "SUPPORT", "restored"),
    ("The premier defended the decision.", "SUPPORT", "defended"),
    ("The government conceded to the farmers.", "CONCEDE", "conceded"),
    ("The union called off its strike.", "CONCEDE", "called off"),
    ("The court allowed the widow to leave.", "CONCEDE", "allowed"),
    ("The governor backed down.", "CONCEDE", "backed down"),
    ("Ghana lobbied its neighbours to open their markets.", "REQUEST", "lobbied"),
    ("The refugees sought refuge in Malta.", "REQUEST", "sought"),
    ("The consul denied the family a visa.", "REJECT", "denied"),
    ("The board turned down the request.", "REJECT", "turned down"),
    ("Envoys dismissed the appeal.", "REJECT", "dismissed"),
    ("The herders issued an ultimatum.", "THREATEN", "ultimatum"),
    ("Cyprus lodged a complaint with the agency.", "ACCUSE", "lodged"),
    ("Norway summoned the ambassador.", "ACCUSE", "summoned"),
    ("The priest is on trial.", "ACCUSE", "trial"),
    # deeds
    ("The charity donated 40 beds.", "AID", "donated"),
    ("Kenya granted asylum to the singer.", "AID", "granted"),
    ("Panama reopened the border.", "RETREAT", "reopened"),
    ("The junta admitted the observers.", "RETREAT", "admitted"),
    ("Austria recalled its envoy.", "SANCTION", "recalled"),
    ("Kuwait closed its consulate.", "SANCTION", "closed"),
    ("The bank ended the loan.", "SANCTION", "ended"),
    ("Canada banned imports of timber.", "SANCTION", "banned"),
    ("The army sent troops to the valley.", "MOBILIZE", "sent"),
    ("The navy dispatched two warships.", "MOBILIZE", "dispatched"),
    ("The army set up a checkpoint.", "MOBILIZE", "set"),
    ("Officers arrested 30 individuals.", "COERCE", "arrested"),
    ("Police caught the ringleader.", "COERCE", "caught"),
    ("Soldiers discovered a cache of rifles.", "COERCE", "discovered"),
    ("Police broke up the vigil.", "COERCE", "broke up"),
    ("Hackers broke in after they had hacked into the registry.", "COERCE", "hacked"),
    ("Soldiers pushed the insurgents out of the valley.", "CONTROL", "pushed"),
    ("Rioters fought with the police.", "PROTEST", "fought"),
    ("Protesters set fire to a bus.", "PROTEST", "set"),
    ("Raiders set fire to a warehouse.", "ASSAULT", "set"),
    ("The attacker blew himself up.", "ASSAULT", "blew"),
    ("Bulldozers demolished nine houses.", "ASSAULT", "demolished"),
    ("A guard sexually abused two inmates.", "ASSAULT", "abused"),
    ("The gunmen are holding nine hostages.", "ASSAULT", "holding"),
    ("Chad joined the fight against the insurgents.", "ASSAULT", "fight"),
    ("The army began a campaign to retake the valley.", "ASSAULT", "campaign"),
    ("The campaign to retake the town of Ouro has begun.", "CONTROL", "retake"),
    ("Soldiers cleared the town after a battle with the rebels.", "CONTROL", "cleared"),
    ("The agency was given access to the camp.", "RETREAT", "access"),
    ("Envoys are working to secure their release.", "RETREAT", "release"),
    ("The nurses sought an apology.", "REQUEST", "sought"),
    ("The mayor withdrew the fee.", "CONCEDE", "withdrew"),
    ("Norway is working with its allies.", "COOPERATE", "working"),
    ("Japan provided the clinic with equipment.", "AID", "provided"),
]
NOT = [
    ("The clinic set up a fund.", "ASSAULT"),
    ("The troops committed crimes.", "AGREE"),
    ("The library is ready.", "AGREE"),
    ("They are neighbours willing to help.", "AGREE"),
    ("The bank prevented losses.", "COERCE"),
    ("The ambassador closed the door.", "SANCTION"),
    ("The team discovered a comet.", "COERCE"),
    ("Demand for coffee rose.", "REQUEST"),
    ("The officers left the dog alone.", "RETREAT"),
    ("The minister told a news conference that it had rained.", "CONSULT"),
    ("Asked if he was tired, the coach smiled.", "REQUEST"),
    ("A higher toll annoyed the drivers.", "ASSAULT"),
    ("The drought is a threat to farmers.", "THREATEN"),
    ("The distribution of the paper is wide.", "AID"),
    ("They met to discuss the weather and then to defeat boredom.", "ASSAULT"),
]
COUNTED = [
    ("Engineers destroyed dozens of mines.", "ASSAULT", "destroyed"),
    ("Police seized hundreds of rifles.", "COERCE", "seized"),
]


@pytest.mark.parametrize(("text", "event", "trigger"), [*WORDS, *COUNTED])
def test_a_word_names_an_event(read: Reader, text: str, event: str, trigger: str) -> None:
    found = [(claim["event"].split()[0], claim["trigger"]) for claim in read(text)]
    assert (event, trigger) in found


@pytest.mark.parametrize(("text", "event"), NOT)
def test_the_same_word_in_another_use_names_none(read: Reader, text: str, event: str) -> None:
    assert event not in [claim["event"].split()[0] for claim in read(text)]


def test_what_is_counted_decides_and_not_the_number(read: Reader) -> None:
    """Dozens may be people, but dozens of drums are not."""
    assert [claim["event"] for claim in read("Fishermen beat dozens of drums.")] == []
