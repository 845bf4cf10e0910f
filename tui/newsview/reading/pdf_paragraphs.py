"""Lines of a PDF file joined to paragraphs, with the hyphens at their ends kept or taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from newsview.model.data_files import sections
from newsview.reading.paragraphs import NARROWEST
from newsview.reading.pdf_lines import Line

_FINISHED = re.compile(r"[.!?:…][\"”’')\]]{0,3}[¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3}\Z")
_DIVIDED = re.compile(r"([^\W_]+)-\Z")
_FIRST = re.compile(r"[^\W_]+(-?)")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_FULL = 0.72
"""Minimum share of the column width for a line that may have been wrapped."""

_FITS = 0.9
"""Share of the column width within which the next line's first word would have fitted."""

_GAP = 1.35
"""Distance of two lines, as a multiple of the usual one, from which on a paragraph ends between them."""

_OTHER_SIZE = 1.12
"""Ratio of sizes from which on a heading and its text are apart."""

_MANY = 0.25
"""Share of a column's lines that begin at its margin."""

_INDENT = 0.8, 4.0
"""Least and greatest indent of a paragraph's first line, as multiples of the text's size."""


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """*lines* joined to paragraphs: a full line continues; a short line that ends a sentence ends the paragraph."""
    lengths = sorted(len(line.text) for line in lines)
    width = max(lengths[len(lengths) * 9 // 10], NARROWEST) if lengths else NARROWEST
    usual = _usual_distance(lines)
    margins = _margins(lines)
    words = _words(lines)
    together = ""
    for line, following in pairwise([*lines, None]):
        if line is None:
            break
        together += line.text
        if following is None or _ends_paragraph(line, following, width, usual, margins):
            yield together
            together = ""
        else:
            together = _continued(together, following.text, words)
    if together:
        yield together


def _usual_distance(lines: Sequence[Line]) -> float:
    """The median distance of a line from the one below it, in sizes of the text; 0 if unknown."""
    distances = sorted(
        (one.y - two.y) / one.size for one, two in pairwise(lines) if one.size and 0 < one.y - two.y < 4 * one.size
    )
    return distances[len(distances) // 2] if distances else 0.0


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """The words inside the lines, in lower case: evidence for what a divided word is."""
    found: set[str] = set()
    for line in lines:
        inside = line.text.lower().rstrip("-").split(" ")[1:-1]
        found.update(match[0] for word in inside for match in _WORDS.finditer(word))
    return frozenset(found)


def _ends_paragraph(line: Line, following: Line, width: int, usual: float, margins: Mapping[int, float]) -> bool:
    """Whether a paragraph ends between the two lines, in a column of about *width* characters."""
    small = following.text[:1].islower()
    finished = _FINISHED.search(line.text) is not None
    if _DIVIDED.search(line.text) is not None and following.text[:1].isalnum():
        return False
    if following.text.startswith("• ") or line.row or following.row:
        return True
    if not small and line.size and _stands_apart(line, following, usual):
        return True
    if finished and _is_indented(line, following, margins):
        return True
    first_word = following.text.split(maxsplit=1)[0]
    if finished and len(line.text) + 1 + len(first_word) < width * _FITS:
        return True
    return len(line.text) < width * _FULL and not small and not (line.size and _is_filled(line, following))


def _stands_apart(line: Line, following: Line, usual: float) -> bool:
    """Whether more than the usual distance, or another size, separates two lines of a column."""
    sizes = sorted((line.size, following.size))
    if sizes[0] and sizes[1] > _OTHER_SIZE * sizes[0]:
        return True
    return bool(usual) and (line.y - following.y) / line.size > _GAP * usual


def _is_indented(line: Line, following: Line, margins: Mapping[int, float]) -> bool:
    """Whether *following* stands to the right of the line above, or with it to the right of their column's margin."""
    if line.column != following.column:
        return False
    least, greatest = _INDENT
    left = min(line.x, margins.get(line.column, line.x))
    return least * line.size < following.x - left < greatest * line.size and following.x > line.x - 1


def _margins(lines: Sequence[Line]) -> dict[int, float]:
    """Where lines begin that have no indent, by column, in points: the leftmost place where many of them do."""
    margins: dict[int, float] = {}
    for column in {line.column for line in lines}:
        starts = Counter(round(line.x) for line in lines if line.column == column)
        many = [x for x, count in starts.items() if count >= _MANY * starts.total()]
        if many:
            margins[column] = min(many)
    return margins


def _is_filled(line: Line, following: Line) -> bool:
    """A line of a narrow column: it reaches about as far as the next one."""
    return abs(line.x - following.x) < 1 and line.column > 0 and _FINISHED.search(line.text) is None


def _continued(together: str, following: str, words: frozenset[str]) -> str:
    """*together* as the line before *following*: with a space, without one behind a hyphen, or without the hyphen."""
    divided = _DIVIDED.search(together)
    if divided is None or not following[:1].isalnum():
        return f"{together} "
    second = _FIRST.match(following)
    if second is None or not (divided[1].isalpha() and following[0].islower()):
        return together  # "1,200-" and "1,400", "Anglo-" and "American"
    if together[: divided.start()].endswith("-") or second[1]:
        return together  # "six-year-" and "old", "six-" and "year-old"
    return together if keeps_hyphen(divided[1].lower(), second[0].lower(), words) else together[:-1]


def keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether the parts of a word that is divided at its hyphen are a compound: "three-part", not "gov-ernor".

    *words* are those of the text, in lower case. Evidence there comes before the lists of parts.
    """
    if first + second in words or first + second in _parts("closed"):
        return False
    if f"{first}-{second}" in words:
        return True
    if second in _parts("endings") or first in _parts("prefixes") or len(first) == 1:
        return False
    if second in _parts("second"):
        return len(second) > 3 or first in words or first in _parts("first")
    if first in _parts("first"):
        return len(second) > 2
    return first in words and second in words and len(first) > 2 and len(second) > 3


@cache
def _parts(section: str) -> frozenset[str]:
    return sections("newsview.reading", "compounds")[section]
