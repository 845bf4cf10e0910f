"""Content of a clause that its cue or a conjunction divides: the halves around the cue, coordinated clauses before it."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.lexical.characters import CLAUSE_DASHES
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cue_subject import says
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CLAUSES
from newsview.extraction.syntax import FINITE, VERB_POS

_REACH = 80
"""Maximum tokens of a sentence before its cue, and of a reason after it."""
_SHORTEST = 2
_BREAKS = CLAUSE_DASHES | {";", ":"}


def completed(layout: Layout, made: Attribution) -> Attribution:
    """*made* with the parts of its sentence that are reported too, but that its rule does not reach."""
    if made.cue is None or made.speaker is None:
        return made
    first, last = layout.token_at(made.start), layout.token_at(made.end - 1) + 1
    begin, end = min(made.speaker[0], made.cue[0]), max(made.speaker[1], made.cue[1])
    if end <= first:
        lead = _before_parenthesis(layout, begin, first)
        if lead is not None and not any(token.pos_ in VERB_POS for token in layout.tokens[end:first]):
            made.content.insert(0, lead)
    elif last <= begin:
        if _is_rest(layout, last, begin):
            made.content[-1] = (made.content[-1][0], layout.ends[begin - 2])
        start = _first_conjunct(layout, first)
        if start is not None:
            made.content[0] = (layout.starts[start], made.content[0][1])
        reason = _reason_after(layout, end)
        if reason is not None:
            made.content.append(reason)
    return made


def _is_rest(layout: Layout, last: int, begin: int) -> bool:
    """Whether the tokens ``last:begin`` are the rest of the content, up to a comma: B in "He asked for, and got, B, she said"."""
    if begin - last > _REACH or layout.tokens[begin - 1].text != ",":
        return False
    rest = layout.tokens[last : begin - 1]
    if any(layout.sentence_start[token.i] or token.text in _BREAKS for token in rest):
        return False
    return any(token.is_alpha for token in rest) and not _has_cue(layout, rest)


def _before_parenthesis(layout: Layout, begin: int, first: int) -> tuple[int, int] | None:
    """First half around a cue between commas: "If it rains, the mayor said, nobody will come"."""
    tokens = layout.tokens
    if begin < 2 or tokens[begin - 1].text != "," or tokens[first - 1].text != ",":
        return None
    if tokens[begin - 2].dep_ in {"cc", "prep"}:
        return None  # "was closed and, according to the mayor, sold"
    start = layout.sentence(begin - 1)[0]
    if begin - start > _REACH:
        return None
    while start < begin - 1 and (tokens[start].dep_ == "cc" or tokens[start].is_punct):
        start += 1
    inside = tokens[start : begin - 1]
    if len(inside) < _SHORTEST or _has_cue(layout, inside):
        return None
    return layout.chars(start, begin - 1)


def _first_conjunct(layout: Layout, first: int) -> int | None:
    """Start of a clause coordinated with the content, before it: "A road is closed, and a bridge has fallen, she said"."""
    tokens = layout.tokens
    joint = first - 1
    if joint < 1 or layout.sentence_start[first]:
        return None
    if tokens[joint].dep_ == "cc":
        joint -= 1
    elif tokens[joint].text != ";":
        return None
    start = layout.sentence(joint)[0]
    if joint - start > _REACH:
        return None
    while start < joint and (tokens[start].dep_ == "cc" or tokens[start].is_punct):
        start += 1
    inside = tokens[start:joint]
    if len(inside) < _SHORTEST or _has_cue(layout, inside) or not any(token.tag_ in FINITE for token in inside):
        return None
    return start


def _reason_after(layout: Layout, end: int) -> tuple[int, int] | None:
    """Reason or condition after a cue: "Nobody will come, the mayor said, because it rains"."""
    tokens = layout.tokens
    at = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    if at >= len(tokens) or tokens[at].lower_ not in CLAUSES.reasons or layout.sentence_start[at]:
        return None
    head = tokens[at].head
    if tokens[at].dep_ != "mark" or head.i < at:
        return None
    last = head.right_edge.i + 1
    while last > at and (tokens[last - 1].is_punct or tokens[last - 1].is_space):
        last -= 1
    if last - at > _REACH or _has_cue(layout, tokens[at:last]):
        return None
    return layout.chars(at, last)


def _has_cue(layout: Layout, tokens: list[Token]) -> bool:
    return any(layout.in_speech(token.i) or (token.tag_ in FINITE and says(token)) for token in tokens)
