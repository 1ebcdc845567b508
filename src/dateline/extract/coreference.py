"""What a pronoun stands for: the nearest fitting actor before it, in its own sentence or the two before."""

from __future__ import annotations

from dateline.extract.scene import Scene
from dateline.extract.syntax import clause_verb
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

REACH = 2  # sentences back
PERSON = frozenset({"he", "she", "him", "her", "himself", "herself"})
SEVERAL = frozenset({"they", "them", "their", "themselves"})
THING = frozenset({"it", "its", "itself"})
PRONOUNS = PERSON | SEVERAL | THING
SALIENT = ("nsubj", "nsubjpass", "agent", "pobj", "dobj")  # subjects stand for more pronouns than objects


def antecedent(scene: Scene, tree: Tree, pronoun: Token) -> Span | None:
    """The words that `pronoun` most likely stands for, or None where nothing before it fits."""
    wanted = pronoun.text.lower()
    if wanted not in PRONOUNS:
        return None
    at = tree.sentence.index
    for back in range(REACH + 1):
        if at - back < 0:
            break
        earlier = scene.trees[at - back]
        own = _own_subject(tree, pronoun) if not back else None
        found = [
            t
            for t in earlier.tokens
            if (back or (t.index < pronoun.index and t.index != own)) and _fits(scene, earlier, t, wanted)
        ]
        if found:
            return earlier.phrase_span(min(found, key=lambda t: (SALIENT.index(t.dep), -t.index)))
    return None


def _own_subject(tree: Tree, pronoun: Token) -> int | None:
    """The subject of the verb whose object the pronoun is: "soldiers had beaten them" are not the soldiers."""
    verb = clause_verb(tree, pronoun)
    subject = tree.subject(verb) if verb is not None else None
    return subject.index if subject is not None else None


def _fits(scene: Scene, tree: Tree, noun: Token, pronoun: str) -> bool:
    if noun.dep not in SALIENT or noun.pos not in {"NOUN", "PROPN"} or noun.ent in {"DATE", "TIME"}:
        return False
    if noun.dep in {"pobj", "dobj"} and not scene.classes(noun) & {"PEOPLE", "ARMED"}:
        return False
    role = role_of(noun.text.lower())
    plural = noun.tag in {"NNS", "NNPS"} or bool(tree.children(noun, "conj"))
    named = scene.kinds.get(noun.start, noun.ent)
    if pronoun in PERSON:
        return named == "PERSON" or (role is not None and role.person and not plural)
    if pronoun in SEVERAL:
        return scene.is_actor(noun) and (plural or (role is not None and role.collective))
    return not plural and (named in {"ORG", "GPE"} or (role is not None and not role.person))
