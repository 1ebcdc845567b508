"""What is said: the words that a reporting verb puts into its speaker's mouth."""

from __future__ import annotations

from dateline.annotate.quote_forms import ensuing, goes_on_saying, spanning, special_content, trimmed
from dateline.annotate.quote_relays import is_citing
from dateline.annotate.speakers import can_speak
from dateline.lexicon.grammar import word_class
from dateline.lexicon.reporting import reporting
from dateline.model.annotation import Token
from dateline.model.span import Span
from dateline.model.tree import Tree

MARKS = frozenset({"“", "”", '"', "''", "``", "«", "»"})  # tokens that open or close a quotation
CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis")


def contents(tree: Tree, verb: Token, verbs: list[Token]) -> tuple[Span, ...]:
    """The spans of what `verb` reports, in text order; empty where it reports nothing. `verbs`: all cues around."""
    special = special_content(tree, verb)
    if special is not None:
        return special
    clause = next((c for c in tree.children(verb, *CLAUSES) if _is_content(verb, c)), None)
    if clause is None and (verb.lemma not in reporting().saying or _goes_on_doing(tree, verb)):
        return ()
    if clause is None and (interrupted := _interrupted(tree, verb)):
        return interrupted
    if verb.dep == "relcl" and (gap := _gap(tree, verb)):
        return gap
    return _around(tree, verb, verbs, clause)


def _around(tree: Tree, verb: Token, verbs: list[Token], clause: Token | None) -> tuple[Span, ...]:
    """What stands before or after the speaker and the verb, or on both sides."""
    subject = tree.subject(verb)
    edge = _opening(tree, verb, subject)
    first, last = _own_part(tree, verb, verbs)
    before = trimmed(tree.tokens[first:edge]) if _follows_speech(tree, verb, clause, edge) else None
    after = trimmed(tuple(t for t in _after(tree, verb, subject, verbs) if t.index < last))
    if before is None and clause is None and not (_introduces(tree, verb) or _shortened(tree, verb)):
        thing = tree.child(verb, "dobj")
        named = thing is not None and verb.lemma in word_class("reporting_things")
        return spanning(tree.subtree(thing)) if named and thing is not None else ()
    if before is not None and (after is None or not _goes_on(tree, verb, subject)):
        return (before, *ensuing(tree, _ends_at(tree, verb, subject)))
    return tuple(part for part in (before, after) if part is not None)


def _is_content(verb: Token, clause: Token) -> bool:
    if clause.dep == "ccomp":
        return True
    if clause.dep == "xcomp":  # "is said to have", "claimed to have"
        return verb.lemma in {"claim", "deny", "admit"}
    return clause.dep == "parataxis" and clause.index < verb.index


def _goes_on_doing(tree: Tree, verb: Token) -> bool:
    """Whether an infinitive makes it no verb of saying: "the talks continue to falter"."""
    done = tree.child(verb, "xcomp")
    to = tree.child(done, "aux") if done is not None and done.index > verb.index else None
    return to is not None and to.lemma == "to" and tree.child(verb, "nsubj") is not None


def _gap(tree: Tree, verb: Token) -> tuple[Span, ...]:
    """What a relative clause of saying tells of the noun before it: "a raid (which) the army says killed ten"."""
    subject, noun = tree.subject(verb), tree.head(verb)
    if noun is None or verb.lemma not in reporting().saying or subject is None or subject.tag in {"WP", "WDT"}:
        return ()
    then = next((t for t in tree.tokens[verb.index + 1 : verb.index + 3] if t.tag in {"VBD", "VBZ", "VBP", "MD"}), None)
    if then is None or subject.index > verb.index:
        return ()
    end = next((t.index for t in tree.tokens[then.index :] if t.text in {",", ";"}), len(tree.tokens))
    before = [t for t in tree.phrase(noun) if t.index <= noun.index]
    return (*spanning(before), *spanning(tree.tokens[then.index : end]))


def _opening(tree: Tree, verb: Token, subject: Token | None) -> int:
    """The index at which "X said" or "Y was quoted as saying" begins."""
    starts = [verb.index] if subject is None else [verb.index, tree.left_edge(subject).index]
    quoting = [t for t in tree.ancestors(verb) if t.lemma in reporting().quoting] if verb.dep == "pcomp" else []
    for outer in quoting[:1]:
        relay = tree.subject(outer)
        starts += [outer.index] if relay is None else [outer.index, tree.left_edge(relay).index]
    return min(starts)


def _own_part(tree: Tree, verb: Token, verbs: list[Token]) -> tuple[int, int]:
    """The token range between semicolons that part the cue from other cues: "X says ...; Y says ..."."""
    first, last = 0, len(tree.tokens)
    for mark in tree.tokens:
        if mark.text == ";" and any((other.index < mark.index) != (verb.index < mark.index) for other in verbs):
            first = mark.index + 1 if mark.index < verb.index else first
            last = min(last, mark.index) if mark.index > verb.index else last
    return first, last


def _interrupted(tree: Tree, verb: Token) -> tuple[Span, ...]:
    """What "X said" is set into, in two parts: "The army, X said, had ..."; empty where it stands elsewhere."""
    head, inside = tree.head(verb), tree.subtree(verb)
    if verb.dep != "parataxis" or head is None:
        return ()
    if head.index < verb.index and not any(c.index > inside[-1].index for c in tree.children(head, "conj")):
        return ()
    before, after = trimmed(tree.tokens[: inside[0].index]), trimmed(tree.tokens[inside[-1].index + 1 :])
    return (before, after) if before is not None and after is not None else ()


def _follows_speech(tree: Tree, verb: Token, clause: Token | None, edge: int) -> bool:
    """Whether what is said stands before the speaker: "..., X said" or “...,” said X."""
    if edge < 3:
        return False
    left = [t for t in tree.tokens[:edge] if t.pos != "SPACE"]
    closed = bool(left) and left[-1].text[:1] in ",”\"?!'’–—"
    heads = [t for t in left if t.pos in {"VERB", "AUX"}]
    if left and left[0].pos == "ADP":
        heads = [t for t in heads if t.dep != "acl"]  # "in a statement issued late"
    ends = all(t.pos in {"PUNCT", "SPACE"} for t in tree.tokens[verb.index + 1 :]) or _quoted_last(tree, verb)
    apart = verb.dep == "conj" and ends and closed and tree.subject(verb) is not None  # "…, the agency said."
    if (verb.dep in {"conj", "relcl", "acl", "xcomp"} and not apart) or (
        verb.dep == "advcl" and (clause is not None or verb.tag == "VBG")
    ):
        return False
    if clause is not None and clause.index > verb.index:
        return closed and any(t.text in MARKS for t in left[-2:])
    if closed and left[0].text in MARKS and left[-1].text in MARKS:
        return True  # “Enough,” said the mayor
    unclosed_ok = ends or (clause is not None and clause.index < edge)
    return bool(heads) and (closed or unclosed_ok)


def _quoted_last(tree: Tree, verb: Token) -> bool:
    """Whether nothing but the outlet follows: "... the army was quoted as saying by state media"."""
    inside = [t for child in tree.children(verb, "prep", "agent") for t in tree.subtree(child)]
    rest = [t for t in tree.tokens[verb.index + 1 :] if t.pos not in {"PUNCT", "SPACE"}]
    return verb.dep == "pcomp" and rest == [t for t in inside if t.pos not in {"PUNCT", "SPACE"}]


def _introduces(tree: Tree, verb: Token) -> bool:
    """Whether speech follows the verb at once: a colon, a quotation mark, or "that"."""
    right = [t for t in tree.tokens[verb.index + 1 : verb.index + 8] if t.pos != "SPACE"]
    own = next((number for number, t in enumerate(right) if t.tag == "VBG" and reporting().attributes(t.lemma)), 8)
    return any(t.text in {":", "that"} or t.text in MARKS for t in right[:own])  # no "announced a raid, saying that"


def _shortened(tree: Tree, verb: Token) -> bool:
    """Whether a headline leaves out a verb of what is said: "Niger says two towns hit", "PM says unaware of talks"."""
    thing = tree.child(verb, "dobj")
    hit = tree.child(thing, "acl") if thing is not None else None
    return verb.lemma == "say" and (tree.child(verb, "acomp") is not None or (hit is not None and hit.tag == "VBN"))


def _ends_at(tree: Tree, verb: Token, subject: Token | None) -> int:
    """The index at which "X said" or "said X" ends."""
    return max(verb.index, tree.subtree(subject)[-1].index if subject and subject.index > verb.index else verb.index)


def _goes_on(tree: Tree, verb: Token, subject: Token | None) -> bool:
    """Whether the quotation goes on after the cue: “...,” he said, “...” or: ..., X said, adding that."""
    right = [t for t in tree.tokens[_ends_at(tree, verb, subject) + 1 :] if t.pos != "SPACE"]
    return len(right) > 3 and right[0].text in {",", "–", "—"} and any(t.text in MARKS for t in right[:3])


def _after(tree: Tree, verb: Token, subject: Token | None, verbs: list[Token]) -> tuple[Token, ...]:
    """Tokens from after the cue to the end of the sentence, or to the next cue that is not part of what is said."""
    start = verb.index + 1
    told = tree.child(verb, "dobj", "dative") if verb.lemma == "tell" else None
    if subject is not None and subject.index > verb.index:
        start = tree.subtree(subject)[-1].index + 1
    elif told is not None and told.index > verb.index:
        start = tree.phrase(told)[-1].index + 1
    # "Saying that they were beaten, she asked for an inquiry"
    leads = verb.dep == "advcl" and verb.tag in {"VB", "VBG"} and verb.head > verb.index
    inside = leads or verb.dep == "relcl" or (verb.dep == "advcl" and tree.child(verb, "mark") is not None)
    stop = tree.subtree(verb)[-1].index + 1 if inside else len(tree.tokens)
    for other in verbs:
        if other.index > verb.index and _apart(tree, verb, other):
            stop = min(stop, _clause_start(tree, other))
    for other in tree.tokens[start:stop]:
        own = other.head == verb.index and goes_on_saying(tree, other)
        if own or _next_act(tree, verb, other) or is_citing(tree, other):
            stop = min(stop, other.index, *(t.index for t in tree.children(other, "aux") if t.index > start))
    lead = _lead(tree, verb, tree.tokens[start : min(start + 9, stop)])
    return tree.tokens[lead + 1 if lead is not None else start : max(stop, start)]


def _next_act(tree: Tree, verb: Token, other: Token) -> bool:
    """Whether `other` tells what the speaker does next, which is not said: "said the dam was safe and urged calm"."""
    head = tree.head(other)
    if other.dep != "conj" or head is None or tree.subject(other) is not None:
        return False
    if not reporting().attributes(other.lemma):
        return False
    beside = tree.subject(head)
    if head.index == verb.index:
        return True
    resumed = _perfect(tree, verb) and _perfect(tree, other) and any(t.tag == "MD" for t in tree.children(head, "aux"))
    return beside is not None and other.tag == verb.tag and (resumed or not can_speak(beside))


def _perfect(tree: Tree, verb: Token) -> bool:
    """As in "has said that it will fight on and has rejected talks": the two verbs belong together."""
    return any(t.lemma == "have" for t in tree.children(verb, "aux"))


def _lead(tree: Tree, verb: Token, tokens: tuple[Token, ...]) -> int | None:
    """The index of the colon or the "that" after which speech begins, as in "said in a statement that ..."."""
    clause = next((c for c in tree.children(verb, "ccomp") if c.index > verb.index), None)
    for number, token in enumerate(tokens):
        if token.text == ":":
            rest = [t for t in tree.tokens[token.index + 1 :] if t.pos != "SPACE"]
            plain = all(t.pos not in {"VERB", "AUX"} for t in tokens[:number])
            return token.index if plain or not rest or rest[0].text in MARKS else None
        if token.lemma == "that" and token.dep == "mark" and clause in {None, tree.head(token)}:
            return token.index
    return None


def _clause_start(tree: Tree, verb: Token) -> int:
    """The index at which the clause of `verb` begins: its conjunction, its subject, or itself."""
    own, mark = tree.subject(verb), tree.child(verb, "mark")
    starts = [verb.index, *(tree.left_edge(t).index for t in (own, mark) if t is not None)]
    return min(starts)


def _apart(tree: Tree, verb: Token, other: Token) -> bool:
    """Whether `other` reports beside `verb` rather than inside what it reports."""
    head, mark = tree.head(other), tree.child(other, "mark")
    if mark is not None and mark.lemma in word_class("contrasts"):
        return True
    aside = other.tag == "VBN" and tree.child(other, "aux", "auxpass") is None  # "a man, said to be a pilot, ..."
    return other.dep in {"conj", "advcl"} and head is not None and head.index == verb.index and not aside
