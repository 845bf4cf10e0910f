"""The list of several articles: what each is, how much of it is to review, its verdicts, what is unsaved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsview.app.ports import ArticleSummary
from newsview.app.render.wrapping import pad, truncate
from newsview.app.screens.prompts import Pick
from newsview.app.widgets.option_list import OptionList
from newsview.app.widgets.text_input import TextInput
from newsview.terminal.plural import counted

UNKNOWN: Final = ArticleSummary()
HERE: Final = "▸ "
"""Stands before the name of the article that is open."""
SIGN: Final = 2
"""Cells of the sign before the marked line."""


class Columns(NamedTuple):
    """Widths of the columns in cells; 0: left out."""

    name: int
    title: int
    words: int
    left: int
    verdicts: int


def columns(width: int, names: Sequence[str]) -> Columns:
    """The columns at *width* cells: what has no room goes, the title first, then verdicts and words."""
    verdicts, words, left = 14 if width >= 64 else 0, 8 if width >= 52 else 0, 12
    room = max(1, width - verdicts - words - left - 2)
    name = min(max(map(cell_len, names), default=1) + len(HERE), room if room < 36 else max(18, room * 2 // 5))
    title = room - name - 2
    return Columns(name if title >= 12 else room, title if title >= 12 else 0, words, left, verdicts)


def line(widths: Columns, name: str, said: ArticleSummary, here: bool) -> str:
    """The line of an article: ``market.txt  Exporters lift the forecast   540 w    12 of 66  = 3  ≠ 1  ●``."""
    sign = HERE if here else " " * len(HERE)
    title = truncate(said.error or said.title, widths.title)
    parts = [sign, pad(truncate(name, max(1, widths.name - len(HERE))), max(1, widths.name - len(HERE)))]
    if widths.title:
        parts += ["  ", pad(title, widths.title)]
    if widths.words:
        parts.append(f"{said.words:>{widths.words},}" if said.words else " " * widths.words)
    parts.append(f"{_left(said):>{widths.left}}")
    if widths.verdicts:
        judged = (("=", said.true), ("≠", said.false), ("?", said.unclear))
        verdicts = "  " + " ".join(f"{mark}{count:,}" for mark, count in judged if count)
        parts.append(pad(truncate(verdicts, widths.verdicts), widths.verdicts))
    return "".join([*parts, " ●" if said.unsaved else "  "])


def _left(said: ArticleSummary) -> str:
    if said is UNKNOWN:
        return "…"
    if said.error:
        return "unreadable"
    if said.facts is None:
        return "new"
    return f"{said.open:,} of {said.facts:,}" if said.open else f"✓ {said.facts:,}"


class ArticleTable(Pick):
    """The articles, one of which is chosen; the result is its number as a string, None for Esc."""

    DEFAULT_CSS = """
    ArticleTable {
        align: center middle;
        .dialog { width: 100%; max-width: 130; }
        &.-w100 { align: center middle; }
        &.-w100 .dialog { width: 96%; max-width: 130; margin: 0; }
        .dialog TextInput, .dialog TextInput:focus { width: 1fr; border: none; padding: 0; height: 1; margin-bottom: 1; background: $background; }
        .dialog--hint { margin-top: 1; }
        &.-h6, &.-h0, &.-w30, &.-w0 { .dialog--hint { margin-top: 0; } .dialog TextInput { margin-bottom: 0; } }
        .articles--columns { color: $foreground-muted; }
        &.-w30 .articles--columns, &.-w0 .articles--columns, &.-h6 .articles--columns { display: none; }
    }
    """

    def __init__(self, names: Sequence[str], number: int) -> None:
        """*number* is the article that is open; it is marked first."""
        self._names, self._number = names, number
        self._said = [UNKNOWN] * len(names)
        super().__init__("Which article?", self._searched())

    def _searched(self) -> list[tuple[str, str]]:
        """The words by which each article is found."""
        pairs = zip(self._names, self._said, strict=True)
        return [(str(at), f"{name}, {said.title}") for at, (name, said) in enumerate(pairs)]

    def compose(self) -> ComposeResult:
        """What these are, the line that narrows, the names of the columns, the list, what can be done."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._summary()), classes="dialog--question")
            yield TextInput(placeholder="type to narrow the list")
            yield Static(classes="articles--columns")
            yield OptionList()
            yield Static(classes="dialog--hint")

    def _summary(self) -> str:
        known = [said for said in self._said if said is not UNKNOWN]
        left = sum(said.open for said in known)
        to_review = sum(said.to_review for said in known)
        whole = counted(len(self._names), "article")
        if len(known) < len(self._names):
            return f"{whole} · {len(known):,} looked at …"
        unsaved = sum(said.unsaved for said in known)
        parts = [whole, f"{to_review:,} to review" if to_review else "all reviewed"]
        parts += [f"{counted(left, 'fact')} to go" if left else "", f"● {unsaved:,} unsaved" if unsaved else ""]
        return " · ".join(part for part in parts if part)

    def describe(self, summaries: Mapping[int, ArticleSummary]) -> None:
        """Shows what is known of the articles with these numbers now."""
        for number, said in summaries.items():
            self._said[number] = said
        self.replace_choices(self._searched())
        if self.query(OptionList):
            self.query_one(".dialog--question", Static).update(Content(self._summary()))
            self._show(keep=True)

    def show_lines(self) -> None:
        """Lists what is left of the articles; the one that is open is marked first."""
        self._show(keep=False)

    def _show(self, *, keep: bool) -> None:
        options = self.query_one(OptionList)
        widths = columns(max(1, options.size.width - SIGN), self._names)
        heads = f"{'':{SIGN + len(HERE)}}{pad('article', max(1, widths.name - len(HERE)))}"
        heads += f"  {pad('title', widths.title)}" if widths.title else ""
        heads += f"{'words':>{widths.words}}" if widths.words else ""
        heads += f"{'to review':>{widths.left}}" + ("  verdicts" if widths.verdicts else "")
        self.query_one(".articles--columns", Static).update(Content(heads))
        numbers = [int(id_) for id_, _ in self.left]
        marked = options.marked
        options.show([line(widths, self._names[at], self._said[at], at == self._number) for at in numbers])
        if keep and marked is not None:
            options.move_to(min(marked, len(numbers) - 1))
        elif self._number in numbers:
            options.move_to(numbers.index(self._number))

    def on_resize(self) -> None:
        """Sets the columns for the width that there is now."""
        self.call_after_refresh(self._show, keep=True)
