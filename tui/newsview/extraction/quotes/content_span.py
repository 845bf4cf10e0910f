"""Content spans: the code points reported by a clause or phrase, from the token at its head."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from newsview.extraction.lexical.characters import CLAUSE_DASHES, CLOSING_QUOTES, OPENING_QUOTES
from newsview.extraction.quotes.adjacent_cues import is_quote_cue
from newsview.extraction.quotes.content_end import content_end
from newsview.extraction.quotes.cue_lexicon import Cue
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CLAUSES

MAX_CONTENT = 400
"""Maximum tokens of an indirect quote; longer clauses are parser errors, and the bound makes the cost linear."""
_JOINED = 5
"""Maximum tokens from a conjunction into the quoted words that it joins."""
_MARKS = CLAUSE_DASHES | OPENING_QUOTES | CLOSING_QUOTES | {",", ":", ";", "-", "(", "…"}
_EDGE = _MARKS | {"that", "..."}
_LAST = (_MARKS | {"."}) - {"’"}  # the end of a plural possessive: "the voters’"

_OBJECTS = frozenset({"dobj", "pobj", "attr", "dative"})

Ranges = list[tuple[int, int]]
Rule = Callable[[Layout, Token, Cue], Ranges | None]
"""From a cue to the token ranges of its content; None for another construction."""


def clause(layout: Layout, head: Token, without: Iterable[Token] = (), cue: Token | None = None) -> Ranges:
    """The token ranges of the clause or phrase under *head*, minus the subtrees of *without*.

    With a *cue*, they end at the first word that is not reported by it.
    """
    first, last = head.left_edge.i, head.right_edge.i + 1
    if last - first > MAX_CONTENT:
        return []
    inside = layout.subtree(head)
    for token in without:
        inside -= layout.subtree(token)
    last = content_end(layout, head, last, cue)
    return _runs(at for at in range(first, last) if at in inside)


def _runs(indexes: Iterable[int]) -> Ranges:
    runs: Ranges = []
    for at in indexes:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def spans(layout: Layout, ranges: Ranges) -> list[tuple[int, int]]:
    """Code points of the ranges, without marks, commas and "that" at the edges; quotations are included whole."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if last - first > MAX_CONTENT:
            continue
        first, last = _whole_quotations(layout, first, _to_quotation(layout, last))
        last = _with_bracket(layout, first, _with_joined_quotation(layout, last))
        first, last = _trim(layout, first, last)
        last = _whole_word(layout, last)
        if first >= last or not any(token.is_alpha or token.like_num for token in layout.tokens[first:last]):
            continue
        start, end = layout.chars(first, last)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def balanced(layout: Layout, start: int, end: int, *, bare: bool) -> tuple[int, int]:
    """A content span with both marks of a quotation at its edge, or with neither.

    "She said it was “too late.”" has the content "it was “too late.”", including the closing mark. Content that is
    nothing but a quotation has no marks if *bare*, else both. A mark that the article never closes remains single.
    """
    for region in layout.regions_between(start, end):
        quotation = region.quotation
        if not bare and quotation.closed and (start, end) == region.span:
            return quotation.outer_start, quotation.outer_end
        if quotation.outer_start <= start and end <= quotation.outer_end:
            return max(start, quotation.start), min(end, quotation.end)
        if start < quotation.start and quotation.end <= end < quotation.outer_end:
            end = quotation.outer_end
        if end > quotation.end and quotation.outer_start < start <= quotation.start:
            start = quotation.outer_start
    return start, end


def _to_quotation(layout: Layout, last: int) -> int:
    """Quotation after a colon, or after a gerund: "She said she had one quality: “Patience.”", "recalled thinking, “No”"."""
    tokens = layout.tokens
    at = last - 1 if last > 1 and tokens[last - 1].text == "," else last
    if not 0 < at < len(tokens) - 2:
        return last
    before = tokens[at - 1]
    thinking = tokens[at].text == "," and before.tag_ == "VBG" and is_quote_cue(before)
    if thinking or tokens[at].text == ":":
        region = layout.region_of[at + 1] or layout.region_of[at + 2]
        if region is not None and region.before <= at + 2:
            return region.last
    return last


def _with_joined_quotation(layout: Layout, last: int) -> int:
    """End with quoted words that are joined to the last ones: "said it was “late” and a “total failure”"."""
    tokens, end = layout.tokens, last
    while end and (tokens[end - 1].is_punct or tokens[end - 1].dep_ == "cc") and layout.region_of[end - 1] is None:
        end -= 1
    region = layout.region_of[end - 1] if end else None
    joint = next((at for at in range(end, min(end + 2, len(tokens))) if tokens[at].dep_ == "cc"), None)
    if region is None or joint is None:
        return last
    for at in range(joint + 1, min(joint + _JOINED, len(tokens))):
        after = layout.region_of[at]
        if after is not None:
            return last if after.is_speech else after.last
        if tokens[at].pos_ not in {"DET", "ADJ", "ADV", "PUNCT"} or layout.sentence_start[at]:
            return last
    return last


def _with_bracket(layout: Layout, first: int, last: int) -> int:
    """End of the sentence for content cut at a semicolon in brackets: "said it cost 4m euros (£3m; $5m) a year"."""
    if last >= len(layout.tokens) or layout.tokens[last].text != ";":
        return last
    words = [token.text for token in layout.tokens[first:last]]
    if words.count("(") <= words.count(")"):
        return last
    return layout.sentence(last)[1]


def _whole_word(layout: Layout, last: int) -> int:
    """End of a compound that the parser cuts: "U-turns"."""
    tokens = layout.tokens
    while last and last + 1 < len(tokens) and tokens[last].text == "-":
        if layout.starts[last] != layout.ends[last - 1] or layout.starts[last + 1] != layout.ends[last]:
            break
        last += 2
    return last


def _whole_quotations(layout: Layout, first: int, last: int) -> tuple[int, int]:
    opening = layout.region_of[first] if first < len(layout.tokens) else None
    if opening is not None and first > opening.first:
        first = opening.first
    closing = layout.region_of[last - 1] if last else None
    if closing is not None and last < closing.last:
        last = closing.last
    return first, last


def _is_edge(layout: Layout, token: Token) -> bool:
    """Whether *token* is excluded at the start of a content; not the pronoun of "“That is late”" or of "that plan"."""
    if token.lower_ == "that" and (
        layout.region_of[token.i] is not None
        or is_demonstrative(token)
        or (token.dep_ == "nsubj" and token.tag_ == "DT")
    ):
        return False
    return token.lower_ in _EDGE


def _trim(layout: Layout, first: int, last: int) -> tuple[int, int]:
    tokens = layout.tokens
    while first < last and (_is_edge(layout, tokens[first]) or tokens[first].is_space):
        inner = layout.region_of[first + 1] if first + 1 < last else None
        if inner is not None and inner.before == first and inner.last < last - 1:
            break  # “necessary” weapons: the mark closes inside the content
        first += 1
    while last > first and (
        tokens[last - 1].text in _LAST or tokens[last - 1].is_space or tokens[last - 1].dep_ == "cc"
    ):
        region = layout.region_of[last - 1]
        if region is not None and (region.last == last or tokens[last - 1].dep_ == "cc"):
            break
        last -= 1
    return first, last


def is_question(clause: Token) -> bool:
    """Indirect question: "whether A", "to what A"."""
    first = clause.left_edge
    return first.lower_ in CLAUSES.questions or (
        first.dep_ == "prep" and first.i + 1 < len(first.doc) and first.nbor().lower_ in CLAUSES.questions
    )


def is_demonstrative(that: Token) -> bool:
    """Demonstrative "that" before a singular object: "disputed that account"; not before a clause."""
    return that.dep_ == "det" and that.head.dep_ in _OBJECTS and that.head.tag_ == "NN"
