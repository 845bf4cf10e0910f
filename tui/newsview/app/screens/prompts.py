"""Dialogs that ask for words or for one of many. Imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsview.app.screens.dialogs import Dialog
from newsview.app.widgets.option_list import Choices
from newsview.app.widgets.text_input import TypedLine
from newsview.terminal.printable import printable


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
        self._question, self._value, self._hint = question, value, hint

    def compose(self) -> ComposeResult:
        """The question, the line, and a hint below it."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            yield TypedLine(self._value)
            yield Static(Content(printable(self._hint or "Enter takes it, Esc leaves it")), classes="dialog--hint")

    @on(TypedLine.Submitted)
    def take(self, event: TypedLine.Submitted) -> None:
        """Enter gives what was typed."""
        self.dismiss(event.value)


class Pick(Dialog[str | None]):
    """One of many by name: typing narrows the list, ↓ ↑ choose, Enter takes; the result is the id, None for Esc."""

    DEFAULT_CSS = """
    Pick {
        .dialog { width: 72; }
        Static { width: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    def __init__(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._question = question
        self._choices = [(id_, printable(words)) for id_, words in choices]
        self._left = self._choices
        self._narrowed: str | None = None

    def compose(self) -> ComposeResult:
        """The question, the line that narrows, the list, what can be done."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            yield TypedLine(placeholder="type to narrow the list")
            yield Choices()
            yield Static(classes="dialog--hint")

    def on_mount(self) -> None:
        """Shows everything first."""
        self.narrow()

    @on(TypedLine.Changed)
    def narrow(self) -> None:
        """Lists what has all the words that are typed."""
        typed = self.query_one(TypedLine).value
        if typed == self._narrowed:
            return
        self._narrowed = typed
        wanted = typed.casefold().split()
        self._left = [each for each in self._choices if all(word in each[1].casefold() for word in wanted)]
        self.query_one(Choices).show([words for _, words in self._left])
        hint = "↓ ↑ choose · Enter takes it, Esc leaves it" if self._left else "nothing here has these words"
        self.query_one(".dialog--hint", Static).update(Content(hint))

    def action_move(self, count: int) -> None:
        """The next or previous one."""
        self.narrow()  # the letters before this key may not have been looked at yet
        self.query_one(Choices).move(count)

    @on(TypedLine.Submitted)
    @on(Choices.Chosen)
    def take(self) -> None:
        """Enter, or a click, takes the one that is marked."""
        self.narrow()
        marked = self.query_one(Choices).marked
        if marked is not None:
            self.dismiss(self._left[marked][0])
        else:
            self.query_one(TypedLine).over = False
