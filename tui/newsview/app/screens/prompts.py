"""Dialogs for words to type and for one of many. Imported when the first of them is opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsview.app.screens.dialogs import Dialog, DialogKey, bindings, hint
from newsview.app.widgets.option_list import OptionList
from newsview.app.widgets.text_input import TextInput
from newsview.terminal.printable import printable

_NAME_END: Final = re.compile(r", | · |: ")
"""What stands behind a name in a list."""

TAKE: Final = DialogKey("enter", "take", ("takes it",))
"""Handled by the text input, which submits its words."""
LEAVE: Final = DialogKey("escape", "dismiss(None)", ("leaves it",))
RECALL: Final = DialogKey("up", "recall", ("again:",))
CHOOSE: Final = (
    DialogKey("down", "move(1)", ("choose",)),
    DialogKey("up", "move(-1)", ("choose",)),
    DialogKey("pagedown", "move(10)"),
    DialogKey("pageup", "move(-10)"),
)


class Prompt(Dialog[str | None]):
    """A line to type; the result is what was typed, None for Esc."""

    DEFAULT_CSS = """
    Prompt {
        .dialog { width: 72; max-width: 100%; }
        Static { width: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings([RECALL, LEAVE])

    def __init__(self, question: str, value: str = "", hint: str = "", last: str = "", recall: str = "again:") -> None:
        """*last*: words that one key writes, such as those given before; *recall* is what this key does."""
        super().__init__()
        self._question, self._value, self._hint, self._last = question, value, hint, last
        self._recall = RECALL._replace(hints=(recall,))

    def compose(self) -> ComposeResult:
        """The question, the line, and a hint below it."""
        recall = f"{hint([self._recall])} “{self._last}” · " if self._last else ""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            yield TextInput(self._value)
            yield Static(Content(printable(self._hint or recall + hint([TAKE, LEAVE]))), classes="dialog--hint")

    def action_recall(self) -> None:
        """Writes what was given last."""
        if self._last:
            line = self.query_one(TextInput)
            line.value = self._last
            line.cursor_position = len(line.value)

    @on(TextInput.Submitted)
    def take(self, event: TextInput.Submitted) -> None:
        """Enter gives what was typed."""
        self.dismiss(event.value)


class Pick(Dialog[str | None]):
    """One of many by name: typing narrows the list, ↓ ↑ choose, Enter takes; the result is the id, None for Esc."""

    DEFAULT_CSS = """
    Pick {
        .dialog { width: 72; max-width: 100%; }
        Static { width: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings([*CHOOSE, LEAVE])

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[str, str]],
        marked: Callable[[str | None], None] | None = None,
        *,
        typed: bool = False,
    ) -> None:
        """*marked* is called with the id of each line that becomes the marked one.

        With *typed*, the last line has the words that were typed; its id is ``typed:`` and the words.
        """
        super().__init__()
        self._question, self._report, self._takes_typed = question, marked, typed
        self._choices = [(id_, printable(words)) for id_, words in choices]
        self._left = self._choices
        self._narrowed: str | None = None

    def compose(self) -> ComposeResult:
        """The question, the line that narrows, the list, what can be done."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            yield TextInput(placeholder="type to narrow the list")
            yield OptionList()
            yield Static(classes="dialog--hint")

    def on_mount(self) -> None:
        """Shows everything first."""
        self.narrow()
        super().on_mount()

    @on(TextInput.Changed)
    def narrow(self) -> None:
        """Lists what has all the words that are typed."""
        typed = self.query_one(TextInput).value
        if typed == self._narrowed:
            return
        self._narrowed = typed
        wanted = typed.casefold().split()
        self._left = _matching(self._choices, wanted)
        if self._takes_typed and wanted:
            self._left = [
                *self._left,
                (f"typed:{typed.strip()}", f"“{printable(typed.strip())}” · these words of the article"),
            ]
        self.show_lines()
        self._report_marked()
        shown = hint([*CHOOSE, TAKE, LEAVE]) if self._left else "nothing here has these words"
        self.query_one(".dialog--hint", Static).update(Content(shown))

    def show_lines(self) -> None:
        """Lists what is left of the choices, the first one marked."""
        self.query_one(OptionList).show([words for _, words in self.left])

    def replace_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Takes other words for the same ids; what is listed and marked stays until something else is typed."""
        words = dict(choices)
        self._choices = [(id_, printable(words[id_])) for id_, _ in self._choices]
        self._left = [(id_, printable(words.get(id_, shown))) for id_, shown in self._left]

    @property
    def left(self) -> Sequence[tuple[str, str]]:
        """The choices that have the words that are typed: ids and words."""
        return self._left

    def action_move(self, count: int) -> None:
        """The next or previous one."""
        self.narrow()  # the letters before this key may not have been looked at yet
        self.query_one(OptionList).move(count)

    @on(OptionList.Marked)
    def _report_marked(self) -> None:
        marked = self.query_one(OptionList).marked
        if self._report is not None:
            self._report(self._left[marked][0] if marked is not None else None)

    @on(TextInput.Submitted)
    @on(OptionList.Chosen)
    def take(self) -> None:
        """Enter, or a click, takes the one that is marked."""
        self.narrow()
        marked = self.query_one(OptionList).marked
        if marked is not None:
            self.dismiss(self._left[marked][0])
        else:
            self.query_one(TextInput).over = False


def _matching(choices: Sequence[tuple[str, str]], wanted: Sequence[str]) -> list[tuple[str, str]]:
    """The choices with all *wanted* words (in lower case): those whose name begins with them, then has them, then the rest.

    The name is what stands before a comma or a dot: a role may hold the words of somebody else's name.
    """

    def rank(choice: tuple[str, str]) -> int:
        """How far the words are from the beginning of the name."""
        name = _NAME_END.split(choice[1].casefold(), maxsplit=1)[0]
        if not all(word in name for word in wanted):
            return 2
        return 0 if not wanted or name.startswith(wanted[0]) else 1

    found = [each for each in choices if all(word in each[1].casefold() for word in wanted)]
    return sorted(found, key=rank)
