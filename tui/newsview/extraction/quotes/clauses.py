"""Attributions by a verb and its complement in the parse: one small function for each construction."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from newsview.extraction.quotes import content
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cues import Cue, lexicon
from newsview.extraction.quotes.layout import FINITE, Layout
from newsview.extraction.quotes.speakers import can_speak, noun_before, phrase, subject_of

Rule = Callable[[Layout, Token, Cue], list[tuple[int, int]] | None]
"""From a cue to the token ranges of its content, or None where the construction is another one."""

_ASKED = frozenset({"asked", "told", "pressed", "questioned", "quizzed", "reminded", "informed", "warned"})
_WH = frozenset({"who", "whom", "what", "which", "when", "where", "why", "how", "whether", "if", "whose"})


def by_verb(layout: Layout) -> list[Attribution]:
    """The attributions of every verb of the lexicon that stands outside quoted speech."""
    verbs = lexicon("verbs")
    found = []
    for token in layout.tokens:
        if token.pos_ == "VERB" and not layout.in_speech(token.i):
            cue = verbs.get(token.lemma_.lower())
            if cue is not None:
                attribution = _attribute(layout, token, cue)
                if attribution is not None:
                    found.append(attribution)
    return found


def _attribute(layout: Layout, verb: Token, cue: Cue) -> Attribution | None:
    passive = is_passive(verb)
    for rule in PASSIVE if passive else ACTIVE:
        ranges = rule(layout, verb, cue)
        spans = content.spans(layout, ranges) if ranges else []
        if spans:
            speaker = agent_of(verb) if passive else subject_of(layout, verb) or noun_before(layout, verb)
            attribution = Attribution(spans, rule.__name__, cue=(verb.i, verb.i + 1), says=cue.kind == "say")
            if speaker is not None and not layout.in_speech(speaker.i):
                first, last, head = phrase(layout, speaker, avoid=verb.i)
                attribution.speaker, attribution.head = (first, last), head
            return attribution
    return None


def is_passive(verb: Token) -> bool:
    """As in "was asked", and the bare participle of "asked about it, he" and "a man accused of it"."""
    deps = {child.dep_ for child in verb.children}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if verb.lower_ in _ASKED and verb.dep_ in {"advcl", "prep", "acl"} and not deps & {"nsubj", "aux", "dobj"}:
        return True
    return (
        verb.tag_ == "VBN"
        and "aux" not in deps
        and "nsubj" not in deps
        and verb.dep_ in {"acl", "advcl", "relcl", "prep"}
    )


def agent_of(verb: Token) -> Token | None:
    """As in "by X" of a passive."""
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            for each in child.children:
                if each.dep_ == "pobj":
                    return each
    return None


def animate(layout: Layout, verb: Token) -> bool:
    """Whether the subject can speak or think."""
    return can_speak(subject_of(layout, verb))


def child_of(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies *deps*."""
    for child in token.children:
        if child.dep_ in deps:
            return child
    return None


def is_infinitive(token: Token) -> bool:
    """As in "to A"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def is_question(clause: Token) -> bool:
    """As in "whether A", "what A": an indirect question."""
    first = clause.left_edge
    return first.lower_ in _WH or (first.dep_ == "prep" and first.i + 1 < len(first.doc) and first.nbor().lower_ in _WH)


def reported_clause(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She said that the plan had failed" or "The plan, she said, had failed"."""
    for child in verb.children:
        if child.dep_ != "ccomp":
            continue
        if is_infinitive(child) and child_of(child, "nsubj") is not None:
            if cue.takes("o"):
                return content.clause(layout, child, [verb] if verb.i in (child.i,) else [])
            continue
        finite = child.tag_ in FINITE or any(
            each.tag_ in FINITE and each.dep_ in {"aux", "auxpass", "cop"} for each in child.children
        )
        if is_question(child) and not cue.takes("w", animate=animate(layout, verb)):
            continue
        if not is_question(child) and not cue.takes("c", animate=animate(layout, verb)):
            continue
        if finite or cue.takes("s") or child.i < verb.i:
            ranges = content.clause(layout, child, cue=verb)
            if ranges and child.i > verb.i:
                ranges[-1] = (ranges[-1][0], _with_second_clause(verb, child, ranges[-1][1]))
            return ranges
    return None


def _with_second_clause(verb: Token, clause: Token, last: int) -> int:
    """As in "She said it was late, but nobody was tired": a clause joined to the cue that has its own subject and no cue."""
    for child in verb.children:
        if child.dep_ == "conj" and child.i > clause.i and child.lemma_.lower() not in lexicon("verbs"):
            return child.right_edge.i + 1 if child_of(child, "nsubj", "nsubjpass", "expl") is not None else last
    return last


def parenthetical(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "The plan, she said, had failed" where the parser hangs "said" under "failed"."""
    if verb.dep_ != "parataxis" or not cue.takes("c") or child_of(verb, "nsubj") is None:
        return None
    if child_of(verb, "ccomp", "dobj", "xcomp") is not None:
        return None
    return content.clause(layout, verb.head, [verb])


def as_clause(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "The plan had failed, as she said.": what stands beside the as-clause is reported."""
    if verb.dep_ != "advcl" or not cue.takes("c"):
        return None
    mark = child_of(verb, "mark", "advmod")
    if mark is None or mark.lower_ != "as" or child_of(verb, "ccomp", "dobj") is not None:
        return None
    return content.clause(layout, verb.head, [verb])


def infinitive(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She vowed to fight the plan" or "She urged them to fight the plan"."""
    clause = child_of(verb, "xcomp", "ccomp")
    if clause is None or not is_infinitive(clause) or clause.i < verb.i:
        return None
    receiver = child_of(verb, "dobj", "dative")
    if receiver is not None and receiver.i < clause.i:
        return (
            [(receiver.left_edge.i, clause.right_edge.i + 1)] if cue.takes("o", animate=animate(layout, verb)) else None
        )
    if child_of(clause, "nsubj") is not None:
        return content.clause(layout, clause) if cue.takes("o", animate=animate(layout, verb)) else None
    return content.clause(layout, clause) if cue.takes("i", animate=animate(layout, verb)) else None


def predicate(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She called the plan a failure" or "They consider it done"."""
    if not cue.takes("s"):
        return None
    named = child_of(verb, "oprd", "ccomp")
    return [(verb.i + 1, named.right_edge.i + 1)] if named is not None and named.i > verb.i else None


def described_as(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She described the plan as a failure"."""
    if not cue.takes("a"):
        return None
    role = next((each for each in verb.children if each.dep_ == "prep" and each.lower_ == "as"), None)
    receiver = child_of(verb, "dobj")
    if role is None or receiver is None or role.i < verb.i:
        return None
    if receiver.i > verb.i:
        return [(receiver.left_edge.i, role.right_edge.i + 1)]
    return [*content.clause(layout, receiver), (role.i, role.right_edge.i + 1)]


def accused_of(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She accused the mayor of lying"."""
    receiver = child_of(verb, "dobj")
    if receiver is None or receiver.i < verb.i or not cue.takes("r"):
        return None
    about = next((e for e in verb.children if e.dep_ == "prep" and e.lower_ in cue.about and e.i > receiver.i), None)
    if about is None:
        return None
    return [(receiver.left_edge.i, about.right_edge.i + 1)]


def gerund(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She denied taking the money"."""
    clause = child_of(verb, "xcomp", "ccomp")
    if clause is None or clause.tag_ != "VBG" or clause.i < verb.i or not cue.takes("g", animate=animate(layout, verb)):
        return None
    return content.clause(layout, clause)


def prepositional(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She warned of a failure" or "She called for a vote"."""
    if not cue.takes("p"):
        return None
    for child in verb.children:
        if child.dep_ in {"prep", "prt"} and child.lower_ in cue.prepositions and child.i > verb.i:
            inner = child_of(child, "pobj", "pcomp")
            if inner is not None:
                return content.clause(layout, inner)
    return None


def noun_object(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "She denounced the plan"."""
    receiver = child_of(verb, "dobj")
    if receiver is None or not cue.takes("n", animate=animate(layout, verb)):
        return None
    return content.clause(layout, receiver)


def passive_clause(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "It was reported that the plan had failed" or "She was told that it had failed"."""
    clause = child_of(verb, "ccomp")
    if clause is None or not (cue.takes("w") if is_question(clause) else cue.takes("c")) or is_infinitive(clause):
        return None
    return content.clause(layout, clause)


def passive_infinitive(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "The plan is expected to fail": subject and infinitive are what is expected."""
    clause = child_of(verb, "xcomp")
    if clause is None or not is_infinitive(clause) or clause.i < verb.i:
        return None
    if not (cue.strong & {"c", "o"}):
        return None
    subject = child_of(verb, "nsubjpass")
    ranges = content.clause(layout, clause)
    return [*content.clause(layout, subject), *ranges] if subject is not None and ranges else ranges


def passive_description(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "The plan was described by her as a failure" or "The mayor was accused of lying"."""
    subject = child_of(verb, "nsubjpass")
    about = {"as"} if cue.takes("a") else set()
    about |= cue.about if cue.takes("r") else set()
    part = next((e for e in verb.children if e.dep_ == "prep" and e.lower_ in about), None)
    if subject is None or part is None:
        return None
    return [*content.clause(layout, subject), *content.clause(layout, part)]


def passive_object(layout: Layout, verb: Token, cue: Cue) -> list[tuple[int, int]] | None:
    """As in "The plan was denounced by the mayor"."""
    subject = child_of(verb, "nsubjpass")
    if subject is None or agent_of(verb) is None or not cue.takes("n"):
        return None
    return content.clause(layout, subject)


ACTIVE: tuple[Rule, ...] = (
    reported_clause,
    parenthetical,
    as_clause,
    infinitive,
    predicate,
    described_as,
    accused_of,
    gerund,
    prepositional,
    noun_object,
)
PASSIVE: tuple[Rule, ...] = (as_clause, passive_clause, passive_infinitive, passive_description, passive_object)
