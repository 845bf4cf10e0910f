"""Content spans: the code points reported by a clause or phrase, from the token at its head."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import CLAUSE_DASHES, CLOSING_QUOTES, OPENING_QUOTES
from newsview.extraction.quotes.cue_lexicon import Cue, lexicon
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import CLAUSES
from newsview.extraction.syntax import FINITE, SUBJECT_DEPS, VERB_POS, tense

MAX_CONTENT = 400
"""Maximum tokens of an indirect quote; longer clauses are parser errors, and the bound makes the cost linear."""
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
    inside = {token.i for token in head.subtree}
    for token in without:
        inside.difference_update(each.i for each in token.subtree)
    last = _content_end(layout, head, last, cue)
    return _runs(at for at in range(first, last) if at in inside)


def _runs(indexes: Iterable[int]) -> Ranges:
    runs: Ranges = []
    for at in indexes:
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _content_end(layout: Layout, head: Token, last: int, cue: Token | None) -> int:
    """The token at which the content of *cue* ends because another cue or the reporter follows.

    "He said it was late and added that …", "She said it failed, calling it …", "It will rain, according to …".
    """
    for at in range(head.i + 1, last):
        token = layout.tokens[at]
        if _ends_content(layout, token, head, cue):
            return token.left_edge.i if token.left_edge.i > head.i else at
    return last


def _ends_content(layout: Layout, child: Token, head: Token, outer: Token | None) -> bool:
    kind = child.pos_
    if kind == "NOUN":
        return _is_reporter_apposition(layout, child) or _ends_in_description(layout, child, head, outer)
    if child.lower_ == "according":
        return True
    if kind not in VERB_POS or layout.region_of[child.i] is not None:
        return False
    cue = lexicon("verbs").get(child.lemma_.lower())
    says = cue is not None and cue.kind == "say"
    paused = child.left_edge.i > 0 and layout.tokens[child.left_edge.i - 1].is_punct
    if child.dep_ == "advcl" and child.tag_ == "VBG" and _is_after_quotation(layout, child.left_edge.i):
        return True
    if child.dep_ == "relcl" and paused and outer is not None and _is_name(child.head):
        # "said it would sue Ada Quill, who runs the port": the reporter's, if nothing follows
        return child.right_edge.i + 1 >= head.right_edge.i
    if child.dep_ in {"advcl", "relcl"}:
        return says and paused and (child.dep_ == "relcl" or child.tag_ == "VBG")
    if child.dep_ != "conj":
        return False
    if any(each.dep_ in SUBJECT_DEPS for each in child.children):
        # "said it was late, and others said it was early": the tense of both cues
        joined = layout.tokens[child.left_edge.i - 1].dep_ == "cc"
        return says and joined and outer is not None and child.tag_ == outer.tag_
    if outer is not None and child.tag_ in FINITE and child.tag_ == outer.tag_ != tense(head):
        # "denies that it was a crime and goes to great lengths": the tense of the second verb is that of the cue
        return True
    if not says or cue is None or tense(child) not in {"VBD", "VBZ", "VBP"}:
        return False
    if any(each.dep_ == "auxpass" or (each.dep_ == "aux" and each.lemma_ == "have") for each in child.lefts):
        return False  # "said he had considered it but had been reassured": a second cue has the form "said … and added"
    return cue.takes("c") or (outer is not None and tense(child) == tense(outer) and cue.takes("w"))


def _is_name(noun: Token) -> bool:
    """Name of somebody or something; not "29 May"."""
    return noun.pos_ == "PROPN" and noun.ent_type_ not in {"DATE", "TIME"}


def _ends_in_description(layout: Layout, noun: Token, head: Token, outer: Token | None) -> bool:
    """Description of a name at the end, by the reporter: "said it would sue Ada Quill, the owner of the port"."""
    if outer is None or noun.dep_ != "appos" or not _is_name(noun.head) or layout.region_of[noun.i] is not None:
        return False
    paused = layout.tokens[noun.left_edge.i - 1].text == ","
    return paused and noun.right_edge.i + 1 >= head.right_edge.i


def _is_after_quotation(layout: Layout, at: int) -> bool:
    """Comma after a quotation that ends the content: "said it was “too late,” dropping its earlier promise"."""
    for before in (at - 2, at - 3):
        region = layout.region_of[before] if before >= 0 else None
        if region is not None and region.after <= at and region.last >= at - 2:
            return any(layout.tokens[each].text == "," for each in range(region.last - 1, at))
    return False


def _is_reporter_apposition(layout: Layout, noun: Token) -> bool:
    """Apposition by the reporter: "said that it had failed, a claim the mayor denies"."""
    cue = lexicon("nouns").get(noun.lemma_)
    if cue is None or cue.kind != "say" or layout.region_of[noun.i] is not None:
        return False
    first = noun.left_edge.i
    if layout.tokens[first - 1].text not in {",", "-", "–", "—"}:
        return False
    indefinite = layout.tokens[first].lower_ in FUNCTION.indefinite
    return indefinite and any(child.dep_ in {"relcl", "acl"} for child in noun.rights)


def spans(layout: Layout, ranges: Ranges) -> list[tuple[int, int]]:
    """Code points of the ranges, without marks, commas and "that" at the edges; quotations are included whole."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if last - first > MAX_CONTENT:
            continue
        first, last = _whole_quotations(layout, first, _to_quotation(layout, last))
        first, last = _trim(layout, first, last)
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
    """Quotation after a colon: "She said she had one quality: “Patience.”"."""
    tokens = layout.tokens
    if last + 2 < len(tokens) and tokens[last].text == ":":
        region = layout.region_of[last + 1] or layout.region_of[last + 2]
        if region is not None and region.before <= last + 2:
            return region.last
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
