"""What a pronoun stands for: the nearest fitting actor before it, in its own sentence or the two before.

A pronoun that speaks may also stand for whoever spoke last: "it added" for the last body that spoke, "he said" for the
last person, where no actor near it fits.
"""

from __future__ import annotations

from bisect import bisect_left

from dateline.extract.scene import Scene
from dateline.extract.syntax import clause_verb
from dateline.lexicon.roles import role_of
from dateline.model.annotation import Token
from dateline.model.claim import ActorRef
from dateline.model.span import Span
from dateline.model.tree import Tree

REACH = 2  # sentences back
PERSON = frozenset({"he", "she", "him", "her", "himself", "herself"})
SEVERAL = frozenset({"they", "them", "their", "themselves"})
THING = frozenset({"it", "its", "itself"})
PRONOUNS = PERSON | SEVERAL | THING
SPOKE = 8  # quotations back in which the last speaker is looked for
SALIENT = ("nsubj", "nsubjpass", "agent", "pobj", "dobj")  # subjects stand for more pronouns than objects


def antecedent(scene: Scene, tree: Tree, pronoun: Token) -> Span | None:
    """The words that `pronoun` most likely stands for, or None where nothing before it fits."""
    wanted = pronoun.text.lower()
    if wanted not in PRONOUNS:
        return None
    spoke = _last_speaker(scene, pronoun)
    if spoke is not None and wanted not in PERSON:
        return spoke
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
            best = min(found, key=lambda t: (SALIENT.index(t.dep), -t.index))
            unnamed = scene.kinds.get(best.start, best.ent) != "PERSON"
            return spoke if spoke is not None and unnamed else earlier.phrase_span(best)
    return spoke


def _last_speaker(scene: Scene, pronoun: Token) -> Span | None:
    """Of a pronoun that speaks, the last named source before it that it can stand for."""
    quotes = scene.annotated.quotes
    here = bisect_left(quotes, pronoun.start, key=lambda quote: quote.contents[0].start)
    around = quotes[max(0, here - SPOKE) : here + SPOKE]
    if not any(quote.chain and quote.chain[0] == pronoun.span for quote in around):
        return None
    for quote in reversed(quotes[max(0, here - SPOKE) : here]):
        name = quote.chain[0] if quote.kind == "said" and quote.chain else None
        if name is None or name.start >= pronoun.start:
            continue
        tree = scene.trees[scene.sentence_of(name)]
        head = tree.head_of(name)
        if head is not None and _may_be(scene, tree, head, pronoun.text.lower()):
            return name
    return None


def _may_be(scene: Scene, tree: Tree, noun: Token, pronoun: str) -> bool:
    role = role_of(noun.text.lower())
    person = scene.kinds.get(noun.start, noun.ent) == "PERSON" or (role is not None and role.person)
    plural = noun.tag in {"NNS", "NNPS"} or bool(tree.children(noun, "conj"))
    if noun.pos not in {"NOUN", "PROPN"}:
        return False
    return plural if pronoun in SEVERAL else not plural and person == (pronoun in PERSON)


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


def reference(scene: Scene, span: Span) -> ActorRef:
    """An actor or a source as written; for a pronoun with what it stands for."""
    tree = scene.trees[scene.sentence_of(span)]
    head = tree.head_of(span)
    return ActorRef(span, antecedent=antecedent(scene, tree, head) if head is not None else None)
