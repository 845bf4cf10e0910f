"""The help screen: the table of keys, grouped, as people read it. Imported when it is first opened."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsview.app.keymap import Group, Key, written
from newsview.app.screens.dialogs import Dialog, DialogKey, bindings, hint

COLUMNS: Final[tuple[tuple[Group, ...], ...]] = (("Move", "Look"), ("Review", "Article"))
"""The groups of keys beside each other where there is room, else below each other."""

LEGEND = (
    ("▌", "stands in the current sentence"),
    ("›", "where the pane stands"),
    ("✓ ✗ ·", "accepted, rejected, not reviewed"),
    ("= ≠ ?", "the claim is true, false, unclear"),
    ("†", "with a note"),
    ("✎", "corrected by you"),
    ("→ →?", "who is meant by “he”: by the text, by a guess"),
    ("2× ↑ ↓", "mentions; a change up, down"),
    ("“…” plain", "quoted words; mixed and indirect ones without marks"),
    ("▸ ▾", "several facts of little weight in one row; the same, opened"),
    ("! * ~", "a finding: does not fit, deserves a look; changed since an older version"),
    ("●", "decisions that are not saved"),
)

IN_THE_ARTICLE = (
    ("reversed", "reverse", "the current fact"),
    ("italic", "italic", "the words of a quote, tinted where there are colours"),
    ("bold", "bold", "numbers and dates"),
    ("underlined", "underline", "names"),
    ("speaker", "bold underline", "who says the current quote, what the current number is of"),
    ("cue", "italic underline", "the words that say so: “said”, “according to”"),
)
"""How words of the article look, each as an example of itself, and what it means."""


KEYS: Final = (
    DialogKey("escape,question_mark,q,enter", "dismiss", ("closes",)),
    DialogKey("j,down", "scroll(1)"),
    DialogKey("k,up", "scroll(-1)"),
    DialogKey("space,pagedown", "page(1)"),
    DialogKey("b,pageup", "page(-1)"),
)
"""The keys of the help itself."""

INDENT: Final = 12
"""Cells from the edge to the meanings of the keys."""


def help_text(keys: Sequence[Key], groups: Sequence[Group], width: int) -> Content:
    """The table of *keys* of some groups, *width* cells wide, and, below the last group of all, what the signs mean."""
    parts: list[str | tuple[str, str]] = []
    for group in groups:
        parts.append((f"{group}\n", "bold underline"))
        parts += [part for key in keys if key.group == group for part in _line(written(key), key.help, width)]
        parts.append("\n")
    if groups[-1] == COLUMNS[-1][-1]:
        parts.append(("Signs\n", "bold underline"))
        parts += [part for sign, meaning in LEGEND for part in _line(sign, meaning, width)]
        parts += ["\n", ("In the article\n", "bold underline")]
        parts += [part for sign, look, meaning in IN_THE_ARTICLE for part in _line(sign, meaning, width, look)]
    return Content.assemble(*parts).rstrip()


def _line(sign: str, meaning: str, width: int, look: str = "bold") -> list[str | tuple[str, str]]:
    lines = wrap(meaning, max(16, width - INDENT))
    gap = " " * max(1, INDENT - 2 - cell_len(sign))
    return ["  ", (sign, look), gap, f"\n{' ' * INDENT}".join(lines), "\n"]


class _Column(Static):
    """Some groups of the table, written for the width that they have."""

    def __init__(self, keys: Sequence[Key], groups: Sequence[Group]) -> None:
        super().__init__()
        self._keys, self._groups = keys, groups
        self._written = 0

    def on_resize(self, event: events.Resize) -> None:
        """Breaks the lines anew where the width has changed."""
        width = self.content_size.width
        if width != self._written:
            self._written = width
            self.update(help_text(self._keys, self._groups, width))


class Help(Dialog[None]):
    """All keys; any of the closing keys goes back."""

    DEFAULT_CSS = """
    Help {
        align: center middle;
        .dialog { width: 1fr; max-width: 116; padding: 1 2 0 2; scrollbar-size-vertical: 1;
            scrollbar-background: $surface; scrollbar-color: $foreground 25%; }
        &.-w100 { align: center middle; }
        &.-w100 .dialog { width: 1fr; max-width: 116; padding: 1 2 0 2; margin: 0; }
        .columns { layout: horizontal; height: auto; }
        _Column { width: 1fr; margin-bottom: 1; padding-right: 1; }
        &.-w60 .columns, &.-w30 .columns, &.-w0 .columns { layout: vertical; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The table in a box that scrolls where it is higher than the screen."""
        with VerticalScroll(classes="dialog help") as box:
            box.border_title = "Keys"
            box.border_subtitle = hint(KEYS)
            with Container(classes="columns"):
                for groups in COLUMNS:
                    yield _Column(self._keys, groups)

    def action_scroll(self, lines: int) -> None:
        """Scrolls by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, direction: int) -> None:
        """Scrolls by a page."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=direction * max(1, box.size.height - 1), animate=False)
