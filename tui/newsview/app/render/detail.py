"""The current fact as the lines of the detail strip: a line about its review, its words whole, its values, the verdict.

With one line, that is a status line: what was decided comes first, because the end is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len

from newsview import describe
from newsview.app.render import rows
from newsview.app.render.rows import MARKS, Piece
from newsview.app.render.wrapping import truncate, wrap
from newsview.app.state.fact_index import FactIndex, Row
from newsview.model.facts import Decision, Entity, Fact, Quote, kind_name

if TYPE_CHECKING:
    from newsview.app.state.review import Review
    from newsview.model.finding import Finding

Line = list[Piece]
SEPARATOR: Final = Piece(" · ", "dim")


class Remarks(NamedTuple):
    """What is said besides the fact: a notice in the place of the first line, a hint in the last one if that is free."""

    notice: str = ""
    hint: str = ""
    reading: bool = False
    """Whether more facts may come."""
    fold_keys: str = ""
    """What can be done with several facts that share a row."""


def lines(review: Review, remarks: Remarks, width: int, height: int, first: int) -> list[Line]:
    """At most *height* lines of *width* cells on the current fact, the first one of at most *first* cells."""
    if review.finding is not None:
        return _finding(review, review.finding, remarks, width, height, first)
    fact, row, notice = review.fact, review.place.row, remarks.notice
    hint = [Piece(_whole_parts(remarks.hint, width), "dim")]
    if review.fold:
        from newsview.app.render import folds  # not every article has some

        said, words = folds.detail(review, review.fold, remarks.fold_keys)
        below = _shortened(_wrapped([Piece(words)], width), height - 1, width) if height > 1 else []
        return [_cut([Piece(notice or said)], first), *below]
    if fact is None or row is None:
        shown = notice or (height == 1 and remarks.hint) or _no_fact(review, remarks.reading)
        return [_cut([Piece(shown)], first), hint][:height]
    decision = review.decisions.get(fact.id)
    if height == 1:
        return [_cut([Piece(notice or remarks.hint or _status_line(review, row, decision))], first)]
    head = [Piece(notice, "strong")] if notice else _head(review, row, fact, decision)
    body = _body(review.index, fact, [_about_findings(review, fact.id), _judged(decision)], width, height - 1)
    if remarks.hint and len(body) < height - 1:
        body += [*([] for _ in range(height - 2 - len(body))), hint]
    return [_cut(head, first), *body]


def passage(review: Review, offset: int, fact: str | None, said: str, width: int, height: int) -> list[Line]:
    """At most *height* lines of *width* cells on a place elsewhere: *said* and the review, then a quote or the sentence."""
    found = review.index.by_id.get(fact or "")
    at = review.article.sentence_index(offset) or 0
    decision = review.decisions.get(found.id) if found is not None else None
    status = decision.status if decision else None
    head = [Piece(said, "strong"), SEPARATOR, Piece(f"sentence {at + 1}", "dim")]
    if found is not None and not (decision and decision.verdict):
        head += [SEPARATOR, Piece(status or "not reviewed", status or "dim")]
    verdict = [SEPARATOR, *judged] if (judged := _judged(decision)) else []
    if isinstance(found, Quote):
        words = rows.words(review.index, found)
    else:
        sentence = review.article.sentences[at] if review.article.sentences else None
        words = [Piece(describe.flat(review.article.text[sentence.start : sentence.end]))] if sentence else []
    if height == 1:
        return [_cut([*head, SEPARATOR, *words], width)]
    return [_cut([*head, *verdict], width), *_shortened(_wrapped(words, width), height - 1, width)]


def _finding(review: Review, finding: Finding, remarks: Remarks, width: int, height: int, first: int) -> list[Line]:
    """The lines on the current finding: its check and decision, what does not fit, its other place, its note."""
    from newsview.app.render import finding_lines  # findings come after the first screen

    if height == 1:
        return [_cut([Piece(remarks.notice or finding_lines.status_line(review, finding))], first)]
    notice, room = remarks.notice, height - 1
    head = [Piece(notice, "strong")] if notice else finding_lines.head(review, finding)
    others = [finding_lines.other_place(review, finding, width), finding_lines.judged(review.decisions.get(finding.id))]
    below = [_cut(line, width) for line in others if line][: room - 1]
    message = _shortened(_wrapped(finding_lines.message(finding), width), room - len(below), width)
    return [_cut(head, first), *message, *below]


def _about_findings(review: Review, fact: str) -> Line:
    """What the findings at a fact (its id) say."""
    if not review.mark(fact) and review.changed_here is None and not review.removed_here:
        return []
    from newsview.app.render import finding_lines

    return finding_lines.about_fact(review, fact)


def _no_fact(review: Review, reading: bool) -> str:
    """The line for a sentence in which no fact is current."""
    if not review.article.sentences:
        return "an empty article"
    here = review.place.sentence
    if reading:
        said = "no facts yet"
    elif review.pane is not None and review.shown_in(here):
        said = f"no {review.pane} of it are shown here"
    else:
        said = "none of its facts is shown" if review.index.in_sentence(here) else "no facts here"
    if review.removed_here:
        from newsview.app.render.finding_lines import removed_words  # an older version is rare

        said += f" · {removed_words(review.removed_here)}"
    return f"sentence {here + 1} · {said}"


def _status_line(review: Review, row: Row, decision: Decision | None) -> str:
    """Everything on one line: ``✓ accepted · = true (audit) · note: page 4 · Jane Doe told: “We…” · quote · sentence 2``."""
    fact = review.index.by_id[row.fact]
    sign = f"{describe.MARKS[decision.status]} " if decision and decision.status else ""
    if decision is not None and decision.was is not None:
        sign += f"{truncate(describe.was_words(decision.was), 60)} · now "
        decision = replace(decision, was=None)
    elif decision is not None:
        said = [describe.VERDICTS.get(decision.verdict or "", ""), describe.flat(decision.source or "")]
        noted = f"note: {describe.flat(decision.note)}" if decision.note else ""
        shown = " · ".join(each for each in (*said, noted) if each)
        sign += f"{truncate(shown, 60)} · " if shown else ""
    sentence = review.place.sentence + 1
    sign += "".join(piece.text for piece in _about_findings(review, fact.id)[:1])
    sign += " · " if review.mark(fact.id) or review.changed_here is not None or review.removed_here else ""
    return (
        f"{sign}{rows.headline(review.index, fact)} · sentence {sentence} · {rows.status(review.index, row, decision)}"
    )


def _head(review: Review, row: Row, fact: Fact, decision: Decision | None) -> Line:
    """The line about the review: mark, kind, which of how many, sentence, decision."""
    status = decision.status if decision else None
    pane = review.panes[kind_name(fact)]
    number = pane.place_of(row.fact)
    count = f" {number + 1:,}/{pane.facts:,}" if number is not None else ""
    parts = [f"{rows.KIND_WORDS[kind_name(fact)](fact)}{count}"]
    if isinstance(fact, Entity) and len(fact.mentions) > 1:
        parts.append(f"mention {max(row.part, 0) + 1} of {len(fact.mentions)}")
    parts.append(f"sentence {review.place.sentence + 1}")
    if status or not (decision and decision.verdict):
        parts.append(status or "not reviewed")
    return [MARKS[status], Piece(f" {parts[0]}", "strong"), Piece("".join(f" · {part}" for part in parts[1:]), "dim")]


def _body(index: FactIndex, fact: Fact, said: Sequence[Line], width: int, height: int) -> list[Line]:
    """The words and values of *fact*, and what is *said* of it, on at most *height* lines; values are cut first."""
    words, values = rows.words(index, fact), _joined(rows.VALUES[kind_name(fact)](index, fact))
    of_words, of_values = _wrapped(words, width), _wrapped(values, width)
    of_review = _wrapped(_separated(said), width)
    of_review = _shortened(of_review, max(1, height - len(of_words)), width)
    room = max(1, height - len(of_review))
    if len(of_words) + len(of_values) > room and values:
        of_words, of_values = _wrapped([*words, SEPARATOR, *values], width), []
    return [*_shortened(of_words, room, width), *of_values, *of_review][:height]


def _judged(decision: Decision | None) -> Line:
    """Verdict and source, note, corrections, and the decision before the fact changed."""
    if decision is None:
        return []
    parts: Line = []
    if decision.was:
        parts.append(Piece(f"{describe.was_with_source(decision.was)} · decide again", "changed"))
    if decision.verdict:
        parts.append(Piece(describe.VERDICTS[decision.verdict], decision.verdict))
    if decision.source:
        parts.append(Piece(f"source: {describe.flat(decision.source)}"))
    if decision.note:
        parts.append(Piece(f"note: {describe.flat(decision.note)}"))
    if decision.edits:
        parts.append(Piece(describe.edit_words(decision), "dim"))
    return _joined(parts)


def _joined(parts: Sequence[Piece] | Iterator[Piece]) -> Line:
    """*parts* with a separator between them."""
    return [each for part in parts for each in (SEPARATOR, part)][1:]


def _separated(lines: Sequence[Line]) -> Line:
    """*lines* as one, with a separator between those that are not empty."""
    return [piece for line in lines if line for piece in (SEPARATOR, *line)][1:]


def _wrapped(pieces: Line, width: int) -> list[Line]:
    """*pieces* on lines of *width* cells, broken at blanks; no lines for no words."""
    text = "".join(piece.text for piece in pieces)
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece.text))
    found: list[Line] = []
    for start, end in wrap(text, 0, len(text), width) if text.strip() else ():
        end = start + len(text[start:end].rstrip())  # blanks at the end may be wider than the line
        cuts = (
            (max(start, low), min(end, high), piece) for (low, high), piece in zip(pairwise(ends), pieces, strict=True)
        )
        found.append([Piece(text[low:high], piece.look) for low, high, piece in cuts if low < high])
    return found


def _shortened(wrapped: list[Line], height: int, width: int) -> list[Line]:
    """At most *height* lines; an ellipsis at the end where lines were left out."""
    if len(wrapped) <= height:
        return wrapped
    *kept, last = wrapped[:height]
    cut = _cut(last, width - 1)
    return [*kept, cut if cut and cut[-1].text.endswith("…") else [*cut, Piece("…")]]


def _whole_parts(hint: str, width: int) -> str:
    """As many parts of *hint*, from its first one, as have room whole; the first one is cut if it has none."""
    while cell_len(hint) > width and " · " in hint:
        hint = hint.rpartition(" · ")[0]
    return truncate(hint, width)


def _cut(line: Line, width: int) -> Line:
    """*line* in at most *width* cells, with an ellipsis where it was too long."""
    found: Line = []
    for piece in line:
        text = truncate(piece.text, width) if width > 0 else ""
        if text:
            found.append(Piece(text, piece.look))
        width -= cell_len(text)
        if text != piece.text:
            break
    return found
