"""The overview as lines with looks at a given width, and the places on them that the cursor goes to.

Where there is room, speakers and dates stand beside each other. A cell is what Enter leads from: a name, a count, a
date, a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.cells import cell_len

from newsview.app.render.canvas import Canvas, Cell
from newsview.app.render.rows import Piece
from newsview.app.render.wrapping import pad, truncate
from newsview.compare.overview_lines import DateLine, Figure, FigureLine, Overview, Place, SpeakerLine
from newsview.terminal.plural import counted

WIDE: Final = 100
"""Cells from which speakers and dates stand beside each other."""
BETWEEN: Final = 3
"""Cells between them."""
COUNT: Final = 2
"""Cells of a column of counts besides its name."""

SIGNS: Final[Mapping[str, tuple[str, str, str]]] = {
    "accepted": ("✓", "accepted", "accepted"),
    "rejected": ("✗", "rejected", "rejected"),
    "true": ("=", "true", "true"),
    "false": ("≠", "false", "false"),
    "unclear": ("?", "unclear", "unclear"),
    "changed": ("!", "changed since", "changed"),
    "noted": ("†", "with a note", "plain"),
    "guessed": ("→?", "speakers guessed", "unclear"),
    "not reviewed": ("·", "not reviewed", "dim"),
}
"""The sign, the words and the look of each state of the review."""


class _Block:
    """Lines under a title that are not wider than *width*, with their cells; column 0 is the gutter of the cursor."""

    def __init__(self, title: str, note: str, width: int) -> None:
        self.width = width
        self.lines: list[list[Piece]] = []
        self.cells: list[Cell] = []
        named = truncate(title, width)
        rest = truncate(f" {note}" if note else "", width - cell_len(named))
        rule = " " + "─" * max(0, width - cell_len(named) - cell_len(rest) - 1)
        self.lines.append([Piece(named, "bar"), Piece(rest, "dim"), Piece(rule[: max(0, width)], "dim")])

    def begin(self) -> None:
        """Begin a line."""
        self.lines.append([Piece("  ")])

    @property
    def used(self) -> int:
        """The cells of the present line."""
        return _cells(self.lines[-1])

    def add(self, text: str, look: str = "plain") -> None:
        """Add words that lead nowhere."""
        self.lines[-1].append(Piece(text, look))

    def lead(self, text: str, look: str, places: Sequence[Place], said: str) -> None:
        """Add words that lead to *places*; blanks around them are not marked by the cursor."""
        at, bare = self.used, text.strip()
        start = at + cell_len(text) - cell_len(text.lstrip())
        if places:
            self.cells.append(Cell(len(self.lines) - 1, start, start + cell_len(bare), places, said))
        self.add(text, look)


def compose(overview: Overview, width: int, *, published: bool, reading: bool = False) -> Canvas:
    """The overview at *width* cells.

    *published*: whether the day of publication is known; *reading*: whether more facts may come.
    """
    undated = "no dated facts" if published else "no dated facts; the day of publication is not known"
    return _laid_out(overview, width, undated, " yet" if reading else "")


def _laid_out(overview: Overview, width: int, undated: str, yet: str) -> Canvas:
    """The parts in their places; *undated* is said without dates, *yet* is added where a part is empty."""
    review = _review(overview, width)
    if width < WIDE:
        blocks = [
            _speakers(overview, width, yet),
            _dates(overview, width, undated + yet),
            _figures(overview, width, yet),
        ]
        return _stacked([[[review, *blocks]]])
    left = (width - BETWEEN) // 2
    column = [_speakers(overview, left, yet), _figures(overview, left, yet)]
    return _stacked([[[review]], [column, [_dates(overview, width - BETWEEN - left, undated + yet)]]])


def _stacked(rows: Sequence[Sequence[Sequence[_Block]]]) -> Canvas:
    """Rows of columns of blocks, with an empty line between blocks that stand below each other."""
    lines: list[list[Piece]] = []
    cells: list[Cell] = []
    sections: list[int] = []
    for columns in rows:
        top, x = len(lines), 0
        height = max(sum(len(block.lines) + 1 for block in column) for column in columns)
        lines += [[] for _ in range(height)]
        for column in columns:
            y = top
            for block in column:
                if block.cells:
                    sections.append(len(cells))
                cells += [
                    cell._replace(line=y + cell.line, start=x + cell.start, end=x + cell.end) for cell in block.cells
                ]
                y += len(block.lines) + 1
            _fill(lines, top, height - 1, column, first=not x)
            x += column[0].width + BETWEEN
    return Canvas(lines[:-1], cells, sections)


def _fill(lines: list[list[Piece]], top: int, height: int, column: Sequence[_Block], *, first: bool) -> None:
    """Append the lines of a column to *height* lines from number *top*; behind another column, with a rule between."""
    own = [line for block in column for line in (*block.lines, [])]
    for number in range(height):
        line = own[number] if number < len(own) else []
        lines[top + number] += [] if first else [Piece(" │ ", "dim")]
        lines[top + number] += [*line, Piece(" " * max(0, column[0].width - _cells(line)))]


def _cells(line: Sequence[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in line)


# The review


def _review(overview: Overview, width: int) -> _Block:
    block = _Block("Review", counted(overview.facts, "fact"), width)
    block.begin()
    for name, (sign, words, look) in SIGNS.items():
        places = overview.review[name]
        if not places and name not in ("accepted", "rejected", "not reviewed"):
            continue
        text = f"{sign} {len(places):,} {words}"
        if block.used + cell_len(text) > width:
            block.begin()
        block.lead(text, look if places else "dim", places, words)
        block.add("   ")
    return block


# Speakers


def _speakers(overview: Overview, width: int, yet: str) -> _Block:
    columns = [*overview.stances, "open"]
    block = _Block("Speakers", f"{len(overview.speakers):,}" if overview.speakers else "", width)
    room = max(8, width - 2 - sum(len(name) + COUNT for name in columns))
    name_width = min(room, max((cell_len(_titled(line)) for line in overview.speakers), default=0) + 2)
    if not overview.speakers:
        block.begin()
        block.add(truncate(f"nobody is quoted by name{yet}", width - 2), "dim")
        return block
    block.begin()
    block.add(" " * name_width + "".join(f" {name} " for name in columns), "dim")
    for line in overview.speakers:
        _speaker(block, line, columns, name_width)
    return block


def _titled(line: SpeakerLine) -> str:
    return f"{line.name}, {line.role}" if line.role else line.name


def _speaker(block: _Block, line: SpeakerLine, columns: Sequence[str], width: int) -> None:
    block.begin()
    name = truncate(line.name, width - 1)
    block.lead(name, "strong", line.places, line.name)
    left = width - cell_len(name)
    role = truncate(f", {line.role}", left - 1) if line.role and left > 6 else ""
    block.add(pad(role, left), "dim")
    for column in columns:
        places = line.open if column == "open" else line.counts[column]
        shown = f"{len(places):,}" if places else "·"
        look = _LOOKS.get(column, "plain") if places else "dim"
        words = "not reviewed" if column == "open" else column
        doubt = "?" if any(place.fact in line.guessed for place in places) else " "
        block.lead(f"{shown:>{len(column) + 1}}{doubt}", look, places, f"{line.name} · {words}")


_LOOKS: Final[Mapping[str, str]] = {"denied": "false", "doubted": "unclear", "refused": "unclear", "open": "dim"}


# Dates


def _dates(overview: Overview, width: int, undated: str) -> _Block:
    block = _Block("When", "○ later than the article" if any(each.later for each in overview.dates) else "", width)
    if not overview.dates:
        block.begin()
        block.add(truncate(undated, width - 2), "dim")
        return block
    wide = min(max(cell_len(each.label) for each in overview.dates), 16, width // 2)
    before = ""
    for each in overview.dates:
        _date(block, each, wide, repeated=each.label == before)
        before = each.label
    return block


def _date(block: _Block, line: DateLine, wide: int, *, repeated: bool) -> None:
    block.begin()
    label = "" if repeated else truncate(line.label, wide)
    block.add(pad(label, wide), "strong")
    block.add(" ○ " if line.later else " ● ", "bar")
    room = block.width - block.used
    block.lead(_around(line, room), "plain", [line.place], f"{line.label} · {line.words}")


def _around(line: DateLine, room: int) -> str:
    """The sentence of a date in *room* cells; begins before the date's words if these would be cut off."""
    at = line.sentence.find(line.words)
    reach = at + len(line.words)
    if at < 0 or reach < room or cell_len(line.sentence) <= room:
        return truncate(line.sentence, room)
    begin = min(reach - room * 3 // 4, len(line.sentence) - room + 2)
    start = line.sentence.find(" ", max(0, begin)) + 1
    return truncate(f"…{line.sentence[min(start or at, at) :]}", room)


# Figures


def _figures(overview: Overview, width: int, yet: str) -> _Block:
    block = _Block("Figures", "by what they are of" if overview.figures else "", width)
    if not overview.figures:
        block.begin()
        block.add(f"no figures{yet}", "dim")
    wide = min(max((cell_len(each.subject) for each in overview.figures), default=0), width // 4 + 2)
    for line in overview.figures:
        _figure_line(block, line, max(wide, 12))
    return block


def _figure_line(block: _Block, line: FigureLine, wide: int) -> None:
    block.begin()
    block.add(pad(line.subject or "(of nothing named)", wide), "strong" if line.subject else "dim")
    block.add("  ")
    left = block.used
    for figure, by in _with_speakers(line.figures):
        room = block.width - left - (2 if figure.joint else 0)
        words = truncate(figure.words, room)
        said = said_by(by, room - cell_len(words)) if by and room - cell_len(words) > 6 else ""
        joint = f" {figure.joint} " if figure.joint and block.used > left else ""
        if block.used > left and block.used + cell_len(joint + words + said) > block.width:
            block.begin()
            block.add(" " * (left - block.used))
            joint = f"{figure.joint} "
        block.add(joint, "dim")
        block.lead(words, "plain", [figure.place], f"{line.subject or 'figure'}: {figure.words}")
        block.add(said, "dim")


def said_by(by: str, width: int) -> str:
    """Who says something, in brackets, in *width* cells; where it is too long its end stays, which has the verb.

    "(…Quill denied)": what is denied must not look said.
    """
    said = f" ({by})"
    while cell_len(said) > width and by:
        by = by[1:]
        said = f" (…{by})"
    return said


def _with_speakers(figures: Sequence[Figure]) -> Iterator[tuple[Figure, str]]:
    """Each figure with who says so, named behind the last of several by the same."""
    for at, figure in enumerate(figures):
        following = figures[at + 1] if at + 1 < len(figures) else None
        yield figure, "" if following is not None and following.by == figure.by else figure.by
