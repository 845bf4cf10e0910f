"""Quotations of the headline that the text has in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import Final, NamedTuple

from newsview.checks.evidence import Evidence, Found, Quotation
from newsview.checks.words import LISTS, alternatives, words
from newsview.model.article import Paragraph

LEAST_WORDS: Final = 4
LEAST_CONTENT: Final = 3
"""Words of a headline's quotation, and of those how many that are no function words, at least."""
LEAST_EQUAL: Final = 4
"""Words of a shorter quotation that are the same in the text, all but one."""
ALIKE: Final = 0.75
"""Share of the words of a headline's quotation that one quotation of the text must have."""
MOST_CHANGED: Final = 2
"""Words that differ in one quotation; where more do, it is another one."""
MOST_ANNOUNCING: Final = 300
"""Code points of the longest first paragraph that may be a headline which ends with a sentence."""
MOST_QUOTATIONS: Final = 3
"""Quotations of a headline that are looked at."""
MOST_LEFT_OUT: Final = 3
"""Words that a headline leaves out of a quotation at one place, where it is not another sentence."""
MOST_WORDS: Final = 80
"""Words of the longest quotation of the text that is compared."""
_STEM: Final = 4
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MARKS = re.compile(r"[“‘'\"]([^“”‘\"\n]{12,160}?)[”’'\"](?!\w)")
_CUT = re.compile(r"…|\.\.|[\[\]]")
"""Marks of a quotation that is cut, or has words of the paper's own."""
_ANNOUNCING = re.compile(r"([^.“”\"\n]{3,120}): [“\"][^“”\"\n]{12,160}[”\"]")
_SAID = re.compile(rf"\b(?:{alternatives('speech')})\b")
_NEGATIONS = words("negations")
_FUNCTION = words("function_words") - _NEGATIONS
_FULL_FORMS: Final = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}
"""Negated forms from which the "not" cannot be cut off."""


class _Compared(NamedTuple):
    """A quotation of the headline beside one of the text: how many words they share in one order, and what differs."""

    quotation: Quotation
    equal: int
    changed: Sequence[str]


def headline_quotation(evidence: Evidence) -> Iterator[Found]:
    """Words in quote marks in the headline that the quotation in the text has otherwise: “We have never had three good years”.

    Not a shortened quotation, one with words in brackets, one whose small words or forms differ, or one of fewer than four words; of one with few
    words that carry meaning, all others are the same ("I would do it again", "I would never do it again").
    """
    head = evidence.headline or _announcing(evidence)
    if head is None:
        return
    title = evidence.text[head.start : head.end]
    for match in islice(_MARKS.finditer(title), MOST_QUOTATIONS):
        mine = _words(match[1])
        is_whole = len(mine) >= LEAST_WORDS and _CUT.search(match[1]) is None
        found = _nearest(evidence, mine, head.end) if is_whole else None
        if found is None or not _is_another(mine, found):
            continue
        start, said = head.start + match.start(1), " ".join(found.changed)
        yield Found(
            message=f"the quotation in the text has {'not ' if found.changed[0] in mine else ''}“{said}”",
            places=[
                evidence.place(start, head.start + match.end(1)),
                evidence.place(found.quotation.start, found.quotation.end),
            ],
        )


def _announcing(evidence: Evidence) -> Paragraph | None:
    """The first paragraph if it is a few words and a whole sentence in quote marks: "Mayor on the quay: “Who pays?”"."""
    first = evidence.article.paragraphs[0] if evidence.article.paragraphs else None
    if first is None or first.end - first.start > MOST_ANNOUNCING:
        return None
    match = _ANNOUNCING.fullmatch(evidence.text, first.start, first.end)
    return first if match is not None and _SAID.search(match[1]) is None else None


def _nearest(evidence: Evidence, mine: Sequence[str], body: int) -> _Compared | None:
    """The quotation behind *body* that shares most words with *mine*; None if one has all of them, or none has enough."""
    wanted = {word for word in mine if word not in _FUNCTION and word not in _NEGATIONS}
    best: _Compared | None = None
    for quotation in evidence.quotations:
        theirs = _words(quotation.text) if quotation.start >= body else []
        missing = len(wanted) - len(wanted & set(theirs))
        if not wanted or missing > max(1, (1 - ALIKE) * len(wanted)) or len(theirs) > MOST_WORDS:
            continue
        if f" {' '.join(mine)} " in f" {' '.join(theirs)} ":
            return None
        found = _Compared(quotation, *_compared(mine, theirs))
        if best is None or found.equal > best.equal:
            best = found
    return best


def _is_another(mine: Sequence[str], found: _Compared) -> bool:
    """Whether the words say something else than those of the text, and are so near that they are meant for them."""
    content = sum(word not in _FUNCTION and word not in _NEGATIONS for word in mine)
    others = sum(word in mine for word in found.changed)
    if not 1 <= len(found.changed) <= MOST_CHANGED or found.equal < ALIKE * len(mine):
        return False
    if content - others >= LEAST_CONTENT:
        return True
    return found.equal >= LEAST_EQUAL and found.equal == len(mine) - others and len(found.changed) == 1


def _words(text: str) -> list[str]:
    """The words of *text* in lower case, with "not" as a word of its own: "won't" is "will", "not"."""
    found: list[str] = []
    for word in (each.lower().replace("’", "'") for each in _WORD.findall(text)):
        if word in _FULL_FORMS or word.endswith("n't"):
            found += (_FULL_FORMS.get(word, word.removesuffix("n't")), "not")
        else:
            found.append(word)
    return found


def _compared(mine: Sequence[str], theirs: Sequence[str]) -> tuple[int, Sequence[str]]:
    """How many of *mine* stand in *theirs* in the same order, and the words that change the meaning.

    (0, ()) if *mine* has words of its own at an end, or leaves out so many that it is another sentence.
    """
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0, ()
    changed: list[str] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        inside = blocks[0].b < c and d <= blocks[-1].b
        last = b == len(mine) == b - a + blocks[-1].a + blocks[-1].size and b - a == 1 == d - c
        added = _added(mine[a:b], theirs[c:d])
        if (added and not inside and not (last and blocks[-1].size >= LEAST_EQUAL)) or (
            inside and d - c > MOST_LEFT_OUT
        ):
            return 0, ()
        changed += added or [word for word in theirs[c:d] if inside and word in _NEGATIONS]
    return sum(block.size for block in blocks), changed


def _added(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The words of *mine* that say something else than *theirs*, which stand in their place.

    Not a name for a pronoun, and not another form or way of writing: "want" and "wanted", "five" and "5".
    """
    if theirs and all(word in _FUNCTION for word in theirs):
        return [word for word in mine if word in _NEGATIONS]
    added = [word for word in mine if word not in _FUNCTION]
    if len(added) == len(theirs) == 1 and _is_form(added[0], theirs[0]):
        return []
    return added


def _is_form(one: str, other: str) -> bool:
    """Whether the two are forms of one word, or one number in a word and in digits."""
    small = LISTS["small"]
    if one.isdigit() or other.isdigit():
        return any(a.isdigit() and b in small and int(a) == small.index(b) for a, b in ((one, other), (other, one)))
    return one[:_STEM] == other[:_STEM] and one not in _NEGATIONS
