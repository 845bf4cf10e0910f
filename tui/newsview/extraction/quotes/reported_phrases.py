"""Reported phrases: "vowed to A", "urged B to A", "called A B", "accused B of A", "denounced A", "warned of A"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.units import unit_word
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.content_span import Ranges, Rule, is_question
from newsview.extraction.quotes.cue_lexicon import Cue, lexicon, speaking_nouns
from newsview.extraction.quotes.cue_subject import says
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CLAUSES, CUES, PRONOUNS, SPEAKERS, STANCES
from newsview.extraction.quotes.reported_clauses import animate
from newsview.extraction.quotes.speaker_phrase import can_speak, is_time
from newsview.extraction.syntax import (
    FINITE,
    NOUN_POS,
    child_of,
    has_mark,
    is_infinitive,
    is_readable,
    right_child,
    tense,
)

_POINTING = PRONOUNS.it | PRONOUNS.this_or_that | PRONOUNS.him_or_her | PRONOUNS.relative | CLAUSES.what
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def infinitive(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with an infinitive: "She vowed to fight the plan", "She urged them to fight the plan"."""
    clause = right_child(verb, "xcomp", "ccomp") if cue.has("i", "o") else None
    if clause is None or not is_infinitive(clause) or _is_refusal(verb, clause):
        return None
    if clause.lemma_ in CUES.anonymous and child_of(clause, "neg") is not None:
        return None  # "asked not to be named"
    if any(each.dep_ == "prep" and each.lower_ in cue.prepositions for each in verb.rights if each.i < clause.i):
        return None  # "asked for money to repair it": prepositional
    receiver = child_of(verb, "dobj", "dative")
    if receiver is not None and verb.i < receiver.i < clause.i:
        if receiver.lower_ in PRONOUNS.reflexive:
            return None  # "challenged itself to run on wind power"
        if not cue.takes("o", animate=animate(layout, verb)):
            return None
        return _object_to_predicate(layout, receiver, clause, verb)
    frame = "i" if child_of(clause, "nsubj") is None else "o"
    return content_span.clause(layout, clause, cue=verb) if cue.takes(frame, animate=animate(layout, verb)) else None


def _is_refusal(verb: Token, clause: Token) -> bool:
    """Infinitive of speech that is refused or asked for, its own cue: "refused to say when", "wanted to know why"."""
    return (verb.lemma_.lower() in STANCES.withholds and says(clause)) or is_wanted_answer(clause)


def is_wanted_answer(cue: Token) -> bool:
    """As in "wanted to know why it was late", a question; not "wanted us to know that it was late"."""
    wanted = cue.dep_ == "xcomp" and cue.head.lemma_.lower() in STANCES.wants
    return wanted and cue.lemma_ == "know" and is_infinitive(cue) and right_child(cue.head, "dobj") is None


def is_withheld(verb: Token) -> bool:
    """Whether somebody will not give the object: "declined to reveal the amount", "would not discuss the plan"."""
    if verb.lemma_ not in STANCES.withheld:
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_ in STANCES.refuses:
        return True
    before = [(child.dep_, child.lower_) for child in verb.lefts]
    modal = any(dep == "aux" and word in STANCES.unwilling for dep, word in before)
    return modal and any(dep == "neg" for dep, _ in before)


def predicate(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with object and predicate in marks: "She called the plan “a failure”"; naming without marks is no quote."""
    if not cue.takes("s") or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return None  # "a scheme called “Open Doors”"
    named = right_child(verb, "oprd", "ccomp")
    receiver = right_child(verb, "dobj")
    if named is None and (receiver is None or cue.takes("n") or right_child(verb, "prt") is not None):
        return None
    # "called the mayor “a fool”" can be parsed as one noun phrase
    part = named or receiver
    last = part.right_edge.i + 1 if part is not None else verb.i + 1
    quoted = any(layout.region_of[at] is not None for at in range(verb.i + 1, last))
    return [(verb.i + 1, last)] if quoted else None


def described_as(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with object and "as": "She described the plan as a failure"."""
    if not cue.takes("a"):
        return None
    receiver = child_of(verb, "dobj")
    role = next((each for each in verb.rights if each.dep_ == "prep" and each.lower_ == "as"), None)
    if receiver is None or role is None:
        return _as_before_marks(layout, verb, receiver)
    if receiver.i > verb.i:
        return _object_to_predicate(layout, receiver, role, verb)
    return [*content_span.clause(layout, receiver), (role.i, role.right_edge.i + 1)]


def _as_before_marks(layout: Layout, verb: Token, receiver: Token | None) -> Ranges | None:
    """Object and "as" before a quotation, wherever it is parsed: "described the idea that it failed as “absurd”"."""
    if receiver is None or receiver.i < verb.i:
        return None
    for at in range(receiver.i + 1, verb.right_edge.i):
        region = layout.region_of[min(at + 2, len(layout.tokens) - 1)]
        if layout.tokens[at].lower_ == "as" and region is not None and region.before == at + 1:
            return [(receiver.left_edge.i, region.last)]
    return None


def accused_of(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with object and preposition: "She accused the mayor of lying", "She compared it to a farce"."""
    receiver = right_child(verb, "dobj") if cue.has("r") else None
    if receiver is None or not cue.takes("r"):
        return None
    for part in (*verb.rights, *receiver.rights):
        if part.lower_ in CUES.beside and layout.tokens[part.i - 1].text == ",":
            continue  # "attacked the plan, with others calling it a farce"
        if part.dep_ == "prep" and part.lower_ in cue.about and part.i > receiver.i:
            return _object_to_predicate(layout, receiver, part, verb)
    return None


def _object_to_predicate(layout: Layout, receiver: Token, part: Token, verb: Token) -> Ranges | None:
    """The tokens from the object to the end of its predicate: "accused the mayor of lying"; not its "and left"."""
    ranges = content_span.clause(layout, part, cue=verb)
    return [(receiver.left_edge.i, ranges[-1][1])] if ranges else None


def gerund(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with a gerund: "She denied taking the money", "Others reported being sent home"."""
    clause = right_child(verb, "xcomp", "ccomp") if cue.has("g") else None
    if clause is None or "VBG" not in {clause.tag_, tense(clause)} or not cue.takes("g", animate=animate(layout, verb)):
        return None
    return content_span.clause(layout, clause, cue=verb)


def prepositional(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with a prepositional object: "She warned of a failure", "She called on them to vote"."""
    if not cue.has("p") or not cue.takes("p", animate=animate(layout, verb)):
        return None
    if any(child.dep_ == "dobj" and child.tag_ == "DT" for child in verb.rights):
        return None  # "she said that about every plan"
    for child in verb.rights:
        if child.dep_ in {"prep", "prt"} and child.lower_ in cue.prepositions:
            inner = child_of(child, "pobj", "pcomp")
            if inner is None or inner.ent_type_ in {"DATE", "TIME"} or inner.lower_ in _POINTING:
                continue
            if child.lower_ in CUES.targets and is_only_person(inner):
                return None  # "lashed out at the mayor"
            ranges = content_span.clause(layout, inner, cue=verb)
            marks = layout.has_marks(content_span.spans(layout, ranges))
            if cue.lemma in CUES.topical and not (is_question(inner) or marks or is_withheld(verb)):
                return None  # "spoke about the plan"
            clause = right_child(verb, "xcomp", "advcl")
            if ranges and clause is not None and is_infinitive(clause) and clause.left_edge.i == ranges[-1][1]:
                return [(ranges[0][0], clause.right_edge.i + 1)]
            if child.lower_ in CUES.addressing.get(cue.lemma, ()) and (clause is None or cue.lemma == "appeal"):
                return None  # "called on his mother", "appealed to the Supreme Court"
            return ranges
    clause = right_child(verb, "advcl", "xcomp", "ccomp")
    if clause is not None and is_infinitive(clause) and "for" in cue.prepositions and has_mark(clause, "for"):
        ranges = content_span.clause(layout, clause, cue=verb)
        return [(clause.left_edge.i + 1, ranges[-1][1])] if ranges else None
    return None


def particle_object(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with particle and object: "She laid out a plan", "She played down the risk"."""
    if not cue.particles:
        return None
    particle, receiver = right_child(verb, "prt"), right_child(verb, "dobj")
    if particle is None or receiver is None or particle.lower_ not in cue.particles:
        return None
    return content_span.clause(layout, receiver, cue=verb)


def noun_object(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Verb with an object: "She denounced the plan"; not "citing two officials", where the object is a source."""
    receiver = (right_child(verb, "dobj") or _free_relative(verb)) if cue.has("n") else None
    if receiver is None or not cue.takes("n", animate=animate(layout, verb)):
        return None
    if (cue.lemma in CUES.citing and can_speak(receiver)) or (cue.lemma in CUES.topical and not is_withheld(verb)):
        return None
    if is_empty_object(cue, receiver) or _has_own_report(receiver):
        return None
    tokens = layout.tokens
    if tokens[receiver.left_edge.i - 1].text == "," != tokens[verb.i + 1].text:
        return None  # "she recalled in her memoir, “A Life”": no object
    last = [child for child in verb.rights if child.dep_ == "dobj"]
    ranges = content_span.clause(layout, receiver, cue=verb)
    if ranges and len(last) > 1:
        ranges[-1] = (ranges[-1][0], last[-1].right_edge.i + 1)  # one name split by the parser
    if ranges and cue.takes("c") and (end := _end_of_clause(layout, ranges[-1][1])) is not None:
        return [(ranges[0][0], end)]
    if is_named_before(layout, cue, receiver):
        return None
    if ranges:
        for part in verb.rights:
            if part.dep_ == "prep" and part.left_edge.i == ranges[-1][1] and part.lower_ in CUES.topics:
                ranges[-1] = (ranges[-1][0], part.right_edge.i + 1)
    return ranges


def _end_of_clause(layout: Layout, at: int) -> int | None:
    """End of the clause whose subject is parsed as an object: "predicted rain Saturday is likely"; None for an object."""
    while at < len(layout.tokens) and is_time(layout.tokens[at]) and not layout.sentence_start[at]:
        at += 1
    if at >= len(layout.tokens) or layout.sentence_start[at] or layout.tokens[at].tag_ not in FINITE:
        return None
    verb = layout.tokens[at]
    verb = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    return verb.right_edge.i + 1 if layout.region_of[at] is None and verb.i >= at and is_readable(verb) else None


def _has_own_report(noun: Token) -> bool:
    """Object whose relative clause is the report: "attacked a plan which he said was wasteful"."""
    return any(
        clause.dep_ == "relcl" and says(clause) and right_child(clause, "ccomp") is not None for clause in noun.rights
    )


def is_named_before(layout: Layout, cue: Cue, noun: Token) -> bool:
    """Object of an announcement that tells nothing of it: "announced the date"; not "announced the date of the vote"."""
    if not cue.takes("c") or cue.lemma in STANCES.denies or is_withheld(noun.head) or _is_claim(noun):
        return False
    first = noun.left_edge
    if first.head != noun or first.lower_ not in SPEAKERS.definite or noun.right_edge.i > noun.i:
        return False
    return not any(layout.region_of[each] for each in range(first.i, noun.i + 1))


def is_empty_object(cue: Cue, receiver: Token) -> bool:
    """Object without content: "denied it", "praised Mary Stone", "claimed 17 lives", "weighed 9 pounds"."""
    if _is_only_name(receiver) or (cue.has("r") and is_only_person(receiver)):
        return True
    if cue.lemma in CUES.refusing and not _is_claim(receiver):
        return True  # "rejected the offer"
    if receiver.lower_ in PRONOUNS.indefinite and cue.lemma not in STANCES.denies:
        return True  # "said nothing about the plan", "denied everything"
    if receiver.ent_type_ == "MONEY" and cue.lemma in CUES.empty_objects:
        return True  # "is claiming more than $20m in damages"
    if cue.lemma in CUES.measuring:
        return _is_measure(receiver)
    if cue.lemma in CUES.interrogate:
        return speaking_nouns().get(receiver.lemma_.lower()) in SPEAKERS.people
    return receiver.lemma_.lower() in CUES.empty_objects.get(cue.lemma, ())


def _is_claim(noun: Token) -> bool:
    """Noun of what somebody says or thinks: "the claim", "the idea"; not "the offer", "the plan"; or any with marks or "what"."""
    said = lexicon("nouns").get(noun.lemma_.lower())
    if noun.pos_ not in NOUN_POS:
        return True
    return said is not None and said.takes("c") and not said.takes("i")


def is_only_person(noun: Token) -> bool:
    """As in "the mayor", "her supporters", "Mary Stone": who is meant, and nothing said of them; not "the mayor’s plan"."""
    if any(child.dep_ in {"relcl", "acl", "prep", "appos"} for child in noun.rights):
        return False
    return _is_only_name(noun) or speaking_nouns().get(noun.lemma_.lower()) in SPEAKERS.people


def _is_only_name(noun: Token) -> bool:
    """As in "it", "him", "the United Nations" and "Mary Stone": what is meant, and nothing said of it."""
    if noun.lower_ in _POINTING:
        return True
    inside = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]
    return noun.ent_type_ in _NAMES and all(
        each.ent_type_ in _NAMES or each.pos_ in {"DET", "PROPN"} for each in inside
    )


def _is_measure(noun: Token) -> bool:
    """As in "9 pounds", "a ton" and "more than half a ton": so much of a unit."""
    if noun.lower_ in FUNCTION.more_or_less:
        than = child_of(noun, "prep")
        noun = (child_of(than, "pobj") if than is not None else None) or noun
    before = noun.doc[noun.left_edge.i : noun.i]
    return unit_word(noun.lower_) and any(each.dep_ == "nummod" or each.lower_ in CLAUSES.counting for each in before)


def _free_relative(verb: Token) -> Token | None:
    """Free relative clause as object: "She denounced what he called a failure"."""
    clause = right_child(verb, "ccomp")
    return clause if clause is not None and clause.left_edge.lower_ in CLAUSES.what else None


PHRASES: tuple[Rule, ...] = (
    infinitive,
    predicate,
    described_as,
    accused_of,
    gerund,
    prepositional,
    particle_object,
    noun_object,
)
