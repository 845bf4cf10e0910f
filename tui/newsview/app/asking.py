"""Dialogs that ask for words or for one of many. Imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsview.app.dialogs import Dialog
from newsview.printable import printable


class Prompt(Dialog[str | None]):
    """A line to type; the result is what was typed, None for Esc."""

    DEFAULT_CSS = """
    Prompt {
        .dialog { width: 72; }
        Static { width: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._question, self._value, self._hint = question, printable(value), hint

    def compose(self) -> ComposeResult:
        """The question, the line, and a hint below it."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            yield Input(self._value, select_on_focus=False)
            yield Static(Content(printable(self._hint or "Enter takes it, Esc leaves it")), classes="dialog--line")

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Enter gives what was typed."""
        self.dismiss(event.value)


class Pick(Dialog[str | None]):
    """One of many by name: typing narrows the list, ↓ ↑ choose, Enter takes; the result is the id, None for Esc."""

    DEFAULT_CSS = """
    Pick {
        .dialog { width: 72; }
        Static { width: 1fr; }
        OptionList { height: auto; max-height: 14; background: $surface; border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._question = question
        self._choices = [(id_, printable(words)) for id_, words in choices]

    def compose(self) -> ComposeResult:
        """The question, the line that narrows, the list."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            yield Input(placeholder="type to narrow the list")
            yield OptionList()

    def on_mount(self) -> None:
        """Shows everything first."""
        self._fill("")

    def _fill(self, typed: str) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        wanted = typed.casefold().split()
        for id_, words in self._choices:
            if all(word in words.casefold() for word in wanted):
                options.add_option(Option(Content(words), id=id_))
        options.highlighted = 0 if options.option_count else None

    def action_move(self, count: int) -> None:
        """The next or previous one."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = ((options.highlighted or 0) + count) % options.option_count

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Typing narrows the list."""
        self._fill(event.value)

    @on(Input.Submitted)
    def take(self) -> None:
        """Enter takes the one that is marked."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    @on(OptionList.OptionSelected)
    def click(self, event: OptionList.OptionSelected) -> None:
        """A click takes one."""
        self.dismiss(event.option.id)
