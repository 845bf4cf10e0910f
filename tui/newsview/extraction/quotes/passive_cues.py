"""Passive cues: "It was said that A", "A was denounced by X", "A is expected to B", "asked about A"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.lexical.characters import APOSTROPHES
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.content_span import Ranges, Rule, is_question
from newsview.extraction.quotes.cue_lexicon import Cue
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES
from newsview.extraction.quotes.reported_clauses import as_clause
from newsview.extraction.quotes.reported_phrases import is_empty_object, is_named_before
from newsview.extraction.quotes.speaker_phrase import can_speak
from newsview.extraction.syntax import agent_of, child_of, is_infinitive, right_child


def is_passive(verb: Token, cue: Cue) -> bool:
    """Passive cue: "was asked", "asked about it, he" and "a man accused of it"; not "he's said that".

    The parser labels the "'s" of "he's said that" as a passive auxiliary, as it does in "he's expected".
    """
    deps = {child.dep_ for child in verb.children}
    plain = cue.takes("c") and not cue.takes("o")
    if "auxpass" in deps or "nsubjpass" in deps:
        contracted = any(child.dep_ == "auxpass" and child.text[0] in APOSTROPHES for child in verb.children)
        about = any(child.dep_ == "prep" and child.lower_ in cue.prepositions for child in verb.rights)
        return not (contracted and plain and (about or deps & {"ccomp", "dobj"}))
    if plain and deps & {"ccomp"}:
        return False
    if (
        verb.lower_ in CUES.asked
        and verb.dep_ in {"advcl", "prep", "acl", "ROOT"}
        and not deps & {"nsubj", "aux", "dobj"}
    ):
        return True
    bare = not deps & {"aux", "nsubj"}
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and bare:  # "was elected a fellow and admitted to the academy"
        return verb.head.tag_ == "VBN" and child_of(verb.head, "auxpass") is not None
    return verb.tag_ == "VBN" and bare and verb.dep_ in {"acl", "advcl", "relcl", "prep"}


def passive_clause(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Passive with a clause: "It was reported that the plan had failed", "She was told that it had failed"."""
    clause = right_child(verb, "ccomp")
    if clause is None or is_infinitive(clause) or not cue.takes("w" if is_question(clause) else "c"):
        return None
    return content_span.clause(layout, clause, cue=verb)


def passive_infinitive(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Passive with an infinitive; the subject is content too: "The plan is expected to fail"."""
    clause = right_child(verb, "xcomp")
    if clause is None or not is_infinitive(clause) or not cue.strong & {"c", "o"} or cue.lemma in CUES.factive:
        return None
    return _with_subject(layout, verb, content_span.clause(layout, clause, cue=verb))


def passive_description(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Passive with a prepositional object: "The plan was described by her as a failure", "was accused of lying"."""
    about = {"as"} if cue.takes("a") else set[str]()
    about |= cue.about if cue.takes("r") else set()
    part = next((each for each in verb.rights if each.dep_ == "prep" and each.lower_ in about), None)
    if part is None or child_of(verb, "nsubjpass") is None:
        return None
    return _with_subject(layout, verb, content_span.clause(layout, part, cue=verb))


def passive_predicate(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Passive with a predicate in marks: "The plan has been called “a failure”"."""
    named = right_child(verb, "oprd")
    if named is None or not cue.takes("s"):
        return None
    if not any(layout.region_of[at] is not None for at in range(verb.i + 1, named.right_edge.i + 1)):
        return None
    return _with_subject(layout, verb, content_span.clause(layout, named, cue=verb))


def passive_object(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Passive with an agent: "The plan was denounced by the mayor"; not "was approved by the end of next year"."""
    subject = child_of(verb, "nsubjpass")
    if subject is None or not can_speak(agent_of(verb)) or not cue.takes("n") or is_question(subject):
        return None  # "approved by the end of next year", "whose plan is praised by many"
    if is_empty_object(cue, subject) or is_named_before(layout, cue, subject):
        return None  # "was questioned by a judge", "the appeal was dismissed by the court"
    if cue.lemma in CUES.citing and can_speak(subject):
        return None  # "The minister was quoted by Yonhap": the subject is a source
    return content_span.clause(layout, subject)


def _with_subject(layout: Layout, verb: Token, ranges: Ranges) -> Ranges:
    subject = child_of(verb, "nsubjpass")
    return [*content_span.clause(layout, subject), *ranges] if subject is not None and ranges else ranges


PASSIVE: tuple[Rule, ...] = (
    as_clause,
    passive_clause,
    passive_infinitive,
    passive_description,
    passive_predicate,
    passive_object,
)
