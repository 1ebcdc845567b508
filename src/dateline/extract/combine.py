"""One claim a trigger: which triggers of a sentence tell of one event and are told as one."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.extract.match import Match
from dateline.extract.syntax import agent
from dateline.lexicon.grammar import word_class
from dateline.model.annotation import Token
from dateline.model.tree import Tree

# acts of speech that name the deed they are about with a noun, and no more
NAMING = frozenset({"CONCEDE", "REQUEST", "REJECT", "THREATEN"})
LEGAL = frozenset({"SANCTION", "ACCUSE"})  # "charged with murder", "sentenced to death"
OUTCOMES = frozenset({"killed", "injured"})
# "reached a deal", "held talks": the noun names the event
NOUN_FIRST = frozenset({"AGREE", "CONSULT", "COOPERATE"})

COMPLETED = frozenset({"CONTROL", "CONDITION"})
CHAIN = 4  # steps from an attack to the word that stands for it


@dataclass
class Group:
    """A trigger with the triggers that it absorbed: their arguments and figures are told with its own."""

    main: Match
    absorbed: list[Match] = field(default_factory=list)


def combine(tree: Tree, matches: list[Match]) -> list[Group]:
    """Groups in text order; every match is the main one of a group or absorbed by one."""
    by_index = {m.token.index: m for m in matches}
    owner: dict[int, int] = {}
    for match in matches:
        target = _absorber(tree, match, by_index)
        if target is not None and target.token.index != match.token.index:
            owner[match.token.index] = target.token.index
    groups = {m.token.index: Group(m) for m in matches if m.token.index not in owner}
    for index in owner:
        at, seen = index, {index}
        while at in owner and owner[at] not in seen:
            at = owner[at]
            seen.add(at)
        if at in groups:
            groups[at].absorbed.append(by_index[index])
        else:
            groups[index] = Group(by_index[index])  # a ring of absorbers: tell each
    return [groups[index] for index in sorted(groups)]


def _absorber(tree: Tree, match: Match, by_index: dict[int, Match]) -> Match | None:
    """The match that tells `match` with it, or None."""
    token = match.token
    if (vow := _vowed(tree, match, by_index)) is not None:
        return vow
    if match.rule.event == "ASSAULT":
        return _outcome_of(tree, match, by_index) or _spoken_of(tree, match, by_index)
    head = tree.head(token)
    if (act := _spoken_of(tree, match, by_index) or _named_again(tree, match, by_index)) is not None:
        return act
    if head is None or token.pos == "VERB" or token.dep not in {"dobj", "nsubjpass", "nsubj"}:
        object_ = tree.child(token, "dobj", "nsubjpass") if token.pos == "VERB" else None
        other = by_index.get(object_.index) if object_ is not None else None
        same = other is not None and other.rule.event == match.rule.event
        return other if same and match.rule.event in NOUN_FIRST else None
    other = by_index.get(head.index)
    if other is not None and other.rule.event == match.rule.event and match.rule.event not in NOUN_FIRST:
        return other
    return None


def _named_again(tree: Tree, match: Match, by_index: dict[int, Match]) -> Match | None:
    """The verb that a noun of the same event only completes: "fought for control", "buried under rubble"."""
    prep = tree.head(match.token) if match.token.dep == "pobj" else None
    verb = by_index.get(prep.head) if prep is not None else None
    same = verb is not None and verb.is_verb and verb.rule.event == match.rule.event
    return verb if same and match.rule.event in COMPLETED else None


def _spoken_of(tree: Tree, match: Match, by_index: dict[int, Match]) -> Match | None:
    """The verbal act whose object a noun only names: "declared a truce", "demanded his resignation"."""
    token, head = match.token, tree.head(match.token)
    if token.pos == "VERB" or head is None:
        return None
    through = token.dep == "pobj" and head.lemma in {"for", "to", "with", "of"}
    verb = tree.head(head) if through else head if token.dep in {"dobj", "nsubjpass"} else None
    other = by_index.get(verb.index) if verb is not None else None
    if other is None or other.rule.event == match.rule.event:
        return None
    if other.rule.event in NAMING or (other.rule.event == "SUPPORT" and match.rule.event == "AGREE"):
        return other
    return other if match.rule.measure is not None and other.rule.event in LEGAL else None


def _vowed(tree: Tree, match: Match, by_index: dict[int, Match]) -> Match | None:
    """The threat that a deed is only the content of: "vowed to continue fighting"."""
    at = match.token
    while at.dep in {"xcomp", "dobj"} and (head := tree.head(at)) is not None:
        other = by_index.get(head.index)
        if other is not None and other.rule.event == "THREATEN":
            return other
        at = head
    return None


def _outcome_of(tree: Tree, match: Match, by_index: dict[int, Match]) -> Match | None:
    """The outcome ("killed 61") that an attack in the same clause is told with; or a coordinated first outcome."""
    token = match.token
    for other in by_index.values():
        if other.rule.event != "ASSAULT" or other.token.index == token.index:
            continue
        if _second_outcome(tree, match, other) or _does(tree, match, other):
            return other
        if other.rule.measure not in OUTCOMES or match.rule.measure in OUTCOMES:
            continue
        whole = _whole(tree, token)
        if other.token.pos == "VERB" and _in_clause(tree, whole, tree.head(whole), other.token):
            return other
        if other.token.pos != "VERB" and _left_so(tree, token, other.token):
            return other
    return None


def _whole(tree: Tree, attack: Token) -> Token:
    """The word that stands for an attack in its clause: "hours of shelling", "raids and shelling", "rebel shelling"."""
    at = attack
    for _ in range(CHAIN):
        head = tree.head(at)
        above = tree.head(head) if head is not None and at.dep in {"pobj", "pcomp"} and head.lemma == "of" else None
        if head is not None and at.dep == "conj" and head.pos in {"NOUN", "PROPN"}:
            at = head
        elif head is not None and at.dep == "acl" and at.tag == "VBG" and head.index == at.index - 1:
            at = head  # a noun that the parser took for a participle
        elif above is not None and (above.pos == "NUM" or above.lemma in word_class("numeric") | word_class("series")):
            at = above
        else:
            break
    return at


def _does(tree: Tree, match: Match, other: Match) -> bool:
    """Whether an attack noun is the subject of the verb that tells the same attack: "air strikes hit a bakery"."""
    whole = _whole(tree, match.token)
    subject = whole.pos != "VERB" and whole.dep in {"nsubj", "nsubjpass"}
    return subject and other.token.pos == "VERB" and whole.head == other.token.index


def _left_so(tree: Tree, attack: Token, outcome: Token) -> bool:
    """Whether an attack left somebody so: "the raid left 12 people dead", "the raid caused deaths", "shot dead"."""
    verb = tree.head(outcome)
    for _ in range(2):  # "left [people dead]": the outcome may hang from what was left
        if verb is not None and verb.pos != "VERB":
            verb = tree.head(verb)
    if verb is None:
        return False
    leaves = verb.lemma in word_class("causing") and _whole(tree, attack).head == verb.index
    return verb.index == attack.index or leaves


def _second_outcome(tree: Tree, match: Match, first: Match) -> bool:
    """As in "Killed 18 and wounded dozens", "18 dead and 20 wounded": the second is told with the first."""
    both = match.rule.measure in OUTCOMES and first.rule.measure in OUTCOMES
    head = tree.head(match.token)
    if not both or head is None or first.token.index > match.token.index:
        return False
    joined = match.token.dep in {"conj", "advcl"} and head.index == first.token.index
    other_doer = tree.child(match.token, "nsubj") is not None and match.token.pos == "VERB"
    beside = match.rule.measure == "injured" and match.token.pos == "ADJ" and first.token.index < match.token.index
    others = any(t.lemma in {"other", "more", "another"} for t in (*tree.subtree(match.token)[:6], head))
    follows = match.rule.measure == "injured" and others and agent(tree, match.token) is None
    return (joined and not other_doer) or beside or follows


def _in_clause(tree: Tree, attack: Token, head: Token | None, outcome: Token) -> bool:
    """Whether an attack (a verb, or the noun that stands for it) and a verb of outcome are told in one clause."""
    if attack.pos == "VERB" and _participle(outcome, attack):
        return True
    if head is None:
        return False
    if (
        attack.dep == "advcl"
        and attack.tag == "VBG"
        and attack.head == outcome.index
        and not tree.child(attack, "mark")
    ):
        return True  # "were killed in rebel shelling", read as a participle
    if attack.pos != "VERB":
        direct = head.index == outcome.index and attack.dep in {"nsubj", "nsubjpass"}
        relative = outcome.dep in {"relcl", "acl"} and outcome.head == attack.index
        return direct or relative or _because(tree, attack, outcome)
    mark = tree.child(attack, "advmod", "mark") if attack.dep == "advcl" and attack.head == outcome.index else None
    return mark is not None and mark.lemma == "when"


def _because(tree: Tree, attack: Token, outcome: Token) -> bool:
    """Whether the outcome came of the attack: "killed in", "wounded by", "injured as a result of the shelling"."""
    at = attack
    for _ in range(CHAIN):
        at = tree.tokens[at.head]
        if at.index == outcome.index:
            return True
        if at.dep == "conj" or at.lemma not in word_class("because"):
            return False
    return False


def _participle(outcome: Token, attack: Token) -> bool:
    """Whether the outcome is a participle of the attack: "hit a hospital, killing two"."""
    return outcome.dep in {"advcl", "xcomp"} and outcome.tag == "VBG" and outcome.head == attack.index
