"""Reported clauses: "She said that A", "A, she said", "A, as she said"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.lexical.characters import CLAUSE_DASHES
from newsview.extraction.quotes import content_span
from newsview.extraction.quotes.content_end import is_silence, is_text
from newsview.extraction.quotes.content_span import Ranges, Rule, is_demonstrative, is_question
from newsview.extraction.quotes.cue_lexicon import Cue, lexicon, speaking_nouns
from newsview.extraction.quotes.cue_subject import inverted_subject, says, subject_of
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CUES, PRONOUNS, STANCES
from newsview.extraction.quotes.speaker_phrase import can_speak, is_time
from newsview.extraction.syntax import (
    FINITE,
    SENTENCE,
    SUBJECT_DEPS,
    VERB_POS,
    child_of,
    has_mark,
    is_finite,
    is_infinitive,
    own_subject,
    right_child,
)

_TO_THAT = 12
"""Maximum tokens between a cue and its "that": an addressee, a day, "in a statement"."""
_INSERTED = 2
"""Minimum tokens before a cue between commas: "Nearby, say"."""
_HEADLINE = 3
"""Minimum tokens of a headline before its cue."""
_SUBJECTS = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})
"""Parts of speech that begin a subject."""
_PRESENT = frozenset({"VBZ", "VBP"})
_BREAKS = CLAUSE_DASHES | {";", "-"}


def animate(layout: Layout, verb: Token) -> bool:
    """Whether the subject can speak or think."""
    return can_speak(subject_of(layout, verb))


def reported_clause(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Clause after a cue: "She said that the plan had failed", "She asked whether it had failed"."""
    for child in verb.rights:
        if child.dep_ != "ccomp" or _is_apart(layout, verb, child):
            continue
        if is_infinitive(child) or not (is_finite(child) or has_mark(child, "that") or _is_subjunctive(child)):
            continue
        if not cue.takes("w" if is_question(child) else "c", animate=animate(layout, verb)):
            continue
        if child.left_edge.i == child.i and says(child) and child.tag_ in FINITE:
            continue  # "He agrees with it, Stone told Acme": no clause begins with its verb
        ranges = content_span.clause(layout, child, cue=verb)
        if ranges:
            start = _start_after_that(layout, verb, child, ranges[0][0])
            if start == ranges[0][0] and not cue.takes("o") and cue.lemma not in CUES.told:
                start = _start_with_subject(layout, verb, child, start)
            ranges[0] = (start, ranges[0][1])
            ranges[-1] = (ranges[-1][0], _with_second_clause(verb, child, ranges[-1][1]))
            ranges[-1] = (ranges[-1][0], _with_contrast(layout, verb, ranges[-1][1]))
            ranges[-1] = (ranges[-1][0], _with_further_clause(layout, verb, ranges[-1][1]))
        return ranges
    return None


def _is_subjunctive(clause: Token) -> bool:
    """As in "suggested people stay at home" and "insisted there be a vote"."""
    return child_of(clause, "expl") is not None or (clause.tag_ == "VB" and child_of(clause, "nsubj") is not None)


def _is_apart(layout: Layout, verb: Token, clause: Token) -> bool:
    """Clause after a semicolon, which is no complement: B in "A, she said; B"."""
    return any(
        token.text == ";" for token in layout.tokens[verb.i + 1 : min(clause.left_edge.i + 1, verb.i + _TO_THAT)]
    )


def _start_after_that(layout: Layout, verb: Token, clause: Token, first: int) -> int:
    """Start after "that" if only the second conjunct is parsed: "She said that it had failed and was dead".

    Words before the "that" of the clause are no part of it: "told members of Acme, the owner, on Monday that it failed".
    """
    own = next((each for each in clause.lefts if each.dep_ == "mark" and each.lower_ in CUES.that), None)
    if own is not None and own.i > first and not any(each.tag_ in FINITE for each in layout.tokens[first : own.i]):
        return own.i + 1
    subject = child_of(clause, *SUBJECT_DEPS, "expl")  # "told a court that charges brought against him are false"
    for at in range(verb.i + 1, min(first, verb.i + _TO_THAT)):
        token = layout.tokens[at]
        if token.lower_ in CUES.that and (token.tag_ == "IN" or (token.tag_ == "WDT" and subject is None)):
            return at + 1
        if token.pos_ == "VERB":
            break
    return first


def _start_with_subject(layout: Layout, verb: Token, clause: Token, first: int) -> int:
    """Start with a subject, or its first part, parsed as an object: "She said the plan for the port was dead"."""
    subject, own = own_subject(verb), child_of(clause, *SUBJECT_DEPS, "expl")
    region = layout.region_of[min(verb.i + 2, len(layout.tokens) - 1)]
    if region is not None and own is None and not region.is_speech and region.after == first:
        return region.before  # "said “too much noise” would hurt the port"
    if subject is None or subject.i > verb.i or first - verb.i > content_span.MAX_CONTENT:
        return first
    if own is not None and layout.tokens[own.left_edge.i - 1].dep_ != "cc":
        return first
    at = verb.i + 1
    while at < first:
        token = layout.tokens[at]
        if token.dep_ == "prep" and token.head == verb:
            at = token.right_edge.i + 1
        elif token.pos_ in _SUBJECTS and not is_time(token) and layout.region_of[at] is None:
            return at
        elif token.text == ":" or token.pos_ == "VERB":
            return first
        else:
            at += 1
    return first


def _with_second_clause(verb: Token, clause: Token, last: int) -> int:
    """End with a coordinated clause that has its own subject: "She said it was late, but nobody was tired"."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.i > clause.i and is_silence(child):
            return last
        if child.dep_ == "conj" and child.i > clause.i and child.lemma_.lower() not in lexicon("verbs"):
            return child.right_edge.i + 1 if child_of(child, "nsubj", "nsubjpass", "expl") is not None else last
    return last


def _with_contrast(layout: Layout, verb: Token, last: int) -> int:
    """End with a contrast that has no verb: "She said fees rose over the year, but by two percent since May"."""
    tokens = layout.tokens
    near = range(max(verb.i + 1, last - 1), min(last + 2, len(tokens)))
    at = next((at for at in near if tokens[at].lower_ in STANCES.contrast and tokens[at - 1].text == ","), None)
    if at is None:
        return last
    phrase = next((child for child in verb.rights if child.left_edge.i == at + 1 and child.dep_ == "prep"), None)
    if phrase is None or any(token.tag_ in FINITE for token in phrase.subtree):
        return last
    return phrase.right_edge.i + 1


def _with_further_clause(layout: Layout, verb: Token, last: int) -> int:
    """End with a clause that follows marks, or the verb of a subject: "said “A” the bridge would open", "said plans to shut it would fail"."""
    region = layout.region_of[last - 1] or layout.region_of[max(last - 2, 0)]
    if region is not None and region.last_mark in ",.":
        return last
    first, end = (last, last) if region is None else (region.last, region.after)
    for child in verb.rights:
        if child.dep_ == "ccomp" and first <= child.left_edge.i <= end:
            bare = own_subject(child) is None and layout.tokens[last - 1].text != ","
            return child.right_edge.i + 1 if bare or region is not None else last
    return last


def that_clause(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """That-clause under any governor: "She said in a statement that the plan had failed"."""
    if not cue.takes("c", animate=animate(layout, verb)):
        return None
    for at in range(verb.i + 1, min(len(layout.tokens), verb.i + _TO_THAT)):
        token = layout.tokens[at]
        if token.dep_ == "acl" and token.tag_ == "VBN" and is_text(token.head):
            continue  # "said in a statement emailed to reporters that"
        if layout.sentence_start[at] or token.pos_ in VERB_POS or layout.region_of[at] is not None:
            return None
        if token.dep_ == "dobj" and _has_clause(token):
            return None  # "made the claim that …", "showed a path that …": clause of the noun
        if token.lower_ != "that":
            continue
        if _is_of_noun(layout, at):
            return None
        if is_demonstrative(token):
            return None
        if (token.tag_ == "IN" or at == verb.i + 1 or _follows_addressee(token, verb)) and token.head.i > at:
            return _clause_under_governor(layout, token, verb)
    return None


def _has_clause(noun: Token) -> bool:
    """Whether a clause after the object is its own: of a claim, or of what nobody tells something; not "a chance that"."""
    thing = noun.pos_ == "NOUN" and not (can_speak(noun) or is_time(noun)) and noun.lemma_ not in CUES.chances
    return thing or noun.lemma_.lower() in lexicon("nouns")


def _is_of_noun(layout: Layout, that: int) -> bool:
    """Clause of the noun before it: "held firm despite claims that it failed"; not "said in a statement that it failed"."""
    noun = layout.tokens[that - 1]
    cue = lexicon("nouns").get(noun.lemma_.lower()) if noun.pos_ == "NOUN" and noun.dep_ == "pobj" else None
    return cue is not None and cue.takes("c") and noun.head.lower_ not in CUES.venues


def _follows_addressee(that: Token, verb: Token) -> bool:
    """As in "told the paper that he fought", parsed as a relative clause; not "told the man that was hurt"."""
    relative = that.head.dep_ == "relcl" and that.head.head.dep_ == "dobj" and that.head.head.head.i == verb.i
    subject = child_of(that.head, "nsubj", "nsubjpass")
    return relative and verb.lemma_ == "tell" and subject is not None and subject.i == that.i + 1


def _clause_under_governor(layout: Layout, that: Token, verb: Token) -> Ranges | None:
    """The tokens from *that* to the end of the subtree of its highest governor after the cue."""
    top = that.head
    while top.head.i > that.i and top.head.i != top.i:
        top = top.head
    ranges = content_span.clause(layout, top, cue=verb)
    if not ranges or ranges[-1][1] <= that.i + 1:
        return None
    noun = top.head
    measured = top.dep_ == "acl" and noun.head == verb and noun.lemma_ in CUES.chances
    return [(noun.left_edge.i if measured else that.i + 1, ranges[-1][1])]


def preposed_clause(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Clause before a cue: "The plan had failed, she said", "The plan, she said, had failed"."""
    if not cue.takes("c"):
        return None
    complement = right_child(verb, "ccomp", "xcomp", "dobj")
    if complement is not None and _is_apart(layout, verb, complement):
        complement = None
    if complement is not None and cue.lemma != "tell":
        return None
    clauses = [child for child in verb.lefts if child.dep_ == "ccomp" and not is_infinitive(child)]
    first = next((child for child in clauses if child.tag_ != "VBG" or is_finite(child)), None)
    if first is None or any(token.text in _BREAKS for token in layout.tokens[first.right_edge.i + 1 : verb.i]):
        return None
    if any(_is_colon(layout, at) for at in range(first.i, verb.i) if layout.tokens[at].text == ":"):
        return None  # "“Tax hurts shops,” Page 8: I disagree"
    # "The plan had failed, and nobody was working on it, she said": two coordinated clauses
    joined = clauses[-1] if len(clauses) > 1 and layout.tokens[clauses[-1].left_edge.i - 1].dep_ == "cc" else first
    return [(first.left_edge.i, joined.right_edge.i + 1)] if joined is not first else content_span.clause(layout, first)


def quoted_as_saying(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Clause before one who is quoted: "The bridge will open, the mayor was quoted as saying"."""
    quoted = verb.head.head
    if verb.dep_ != "pcomp" or quoted.lower_ not in CUES.quoted or not cue.takes("c"):
        return None
    first = next((child for child in quoted.lefts if child.dep_ == "ccomp" and is_finite(child)), None)
    return content_span.clause(layout, first) if first is not None else None


def inverted_clause(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Clause before an inverted cue, the subject parsed as an object: "Village ‘abandoned’, say residents"."""
    if not cue.takes("c") or inverted_subject(layout, verb) is None:
        return None
    return [(layout.sentence(verb.i)[0], verb.i - 1)]


def parenthetical(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Clause around a cue that is parsed as its dependent: "The plan, she said, had failed"."""
    if verb.dep_ != "parataxis" or not cue.takes("c") or child_of(verb, "nsubj") is None:
        return None
    if child_of(verb, "ccomp", "dobj", "xcomp") is not None:
        return None
    host = verb.head.head if verb.head.dep_ in {"aux", "auxpass"} else verb.head
    ranges = _after_colon(layout, content_span.clause(layout, host, [verb]), verb)
    if host.i < verb.i:
        # "The plan had failed, she said, although others deny it": the last clause is the reporter's
        later = [child for child in host.rights if child.i > verb.i and child.dep_ == "advcl"]
        if later and later[0].lemma_.lower() in lexicon("verbs"):
            ranges = [each for each in ranges if each[0] < verb.i]
    return ranges


def inserted_cue(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Clause around an inverted cue between commas: "The dollar could, say analysts, fall", "Nearby, say farmers, it rained"."""
    tokens = layout.tokens
    first, last = layout.sentence(verb.i)
    subject = right_child(verb, "nsubj")
    if subject is None or not cue.takes("c") or verb.i - first < _INSERTED or tokens[verb.i - 1].text != ",":
        return None
    comma = next((at for at in range(subject.i + 1, min(subject.i + _HEADLINE, last)) if tokens[at].text == ","), None)
    before = tokens[first : verb.i - 1]
    if comma is None or last - first > SENTENCE:
        return None
    if any(token.tag_ in FINITE for token in before) and before[-1].pos_ != "AUX":
        return None  # "The bridge is old, says Ann Lee, a builder"
    if tokens[comma + 1].dep_ == "det" and tokens[comma + 1].head.head == subject:
        return None  # "By contrast, says Ann Lee, a farmer, it is dry": parenthetical
    if any(says(token) for token in tokens[comma:last] if token.tag_ in FINITE):
        return None
    first += tokens[first].dep_ == "cc"
    return [(first, verb.i - 1), (comma + 1, last)]


def _after_colon(layout: Layout, ranges: Ranges, verb: Token) -> Ranges:
    """The ranges after a colon before the cue: "The answer was short: the plan, she said, had failed"."""
    colon = next((at for first, last in ranges for at in range(first, min(last, verb.i)) if _is_colon(layout, at)), -1)
    return [(max(first, colon + 1), last) for first, last in ranges if last > colon + 1]


def _is_colon(layout: Layout, at: int) -> bool:
    return layout.tokens[at].text in {":", ";"} and layout.region_of[at] is None


def as_clause(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Clause beside an as-clause: "The plan had failed, as she said", "As she told reporters, it had failed"."""
    if verb.dep_ != "advcl" or not cue.takes("c") or not has_mark(verb, "as"):
        return None
    if any(not _is_as_clause_object(child, cue) for child in verb.children if child.dep_ in {"ccomp", "dobj", "xcomp"}):
        return None
    if any(child.dep_ == "prep" and child.lower_ in cue.prepositions for child in verb.rights):
        return None
    return content_span.clause(layout, verb.head, [verb])


def _is_as_clause_object(complement: Token, cue: Cue) -> bool:
    """Object of the cue in an as-clause: "as she put it", "as she told reporters"; not "as she told her story"."""
    if complement.dep_ == "dobj" and cue.takes("o"):
        return can_speak(complement) and speaking_nouns().get(complement.lemma_.lower()) != "text"
    return cue.lemma == "put" and complement.lower_ in PRONOUNS.it


def headline_clause(layout: Layout, verb: Token, cue: Cue) -> Ranges | None:
    """Headline without a verb before its cue: "Flood plan too costly, council warns"; not "After the vote, she said"."""
    subject = own_subject(verb)
    ends = layout.blocks[layout.block_at(verb.i)].end == verb.i + 1
    if not ends or subject is None or verb.tag_ not in _PRESENT or not cue.takes("c"):
        return None
    comma = subject.left_edge.i - 1
    first = layout.sentence(max(comma, 0))[0]
    if comma - first < _HEADLINE or layout.tokens[comma].text != "," or subject.right_edge.i + 1 != verb.i:
        return None
    return [(first, comma)]


CLAUSES: tuple[Rule, ...] = (
    inserted_cue,
    inverted_clause,
    reported_clause,
    parenthetical,
    that_clause,
    preposed_clause,
    quoted_as_saying,
    as_clause,
    headline_clause,
)
