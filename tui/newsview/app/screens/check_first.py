"""The list of sentences to check first, each with its reasons. Imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from newsview.app.screens.dialogs import Dialog, DialogKey, bindings, hint
from newsview.app.widgets.option_list import OptionList
from newsview.terminal.plural import counted

KEYS: Final = (
    DialogKey("enter", "take", ("goes to it",)),
    DialogKey("escape,q,w", "dismiss(None)", ("leaves",)),
    DialogKey("j,down", "move(1)"),
    DialogKey("k,up", "move(-1)"),
    DialogKey("pagedown,space", "move(10)"),
    DialogKey("pageup,b", "move(-10)"),
)


class Reasoned(NamedTuple):
    """A sentence and the reasons to check it, in words that are safe to show."""

    text: str
    reasons: Sequence[str]


class CheckFirst(Dialog[int | None]):
    """Sentences, the reasons of the marked one below them; the result is the number of the one to go to, None for Esc."""

    DEFAULT_CSS = """
    CheckFirst {
        .dialog { width: 72; max-width: 100%; }
        Static { width: 1fr; }
        .first--reasons { padding: 1 0; max-height: 6; }
        &.-h15, &.-h6, &.-h0 { .first--reasons { padding: 0; max-height: 3; } }
        &.-w30, &.-w0 { .first--reasons { padding: 0; max-height: 3; } }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, ranked: Sequence[Reasoned], marked: Callable[[int], None]) -> None:
        """*marked* is called with the number of each sentence that the user comes by."""
        super().__init__()
        self._ranked, self._report = ranked, marked

    def compose(self) -> ComposeResult:
        """What these are, the list, the reasons for the marked one, what can be done."""
        with Vertical(classes="dialog"):
            yield Static(
                Content(f"{counted(len(self._ranked), 'sentence')} to check first"), classes="dialog--question"
            )
            yield OptionList()
            yield Static(classes="first--reasons")
            yield Static(Content(hint(KEYS)), classes="dialog--hint")

    def on_mount(self) -> None:
        """Shows them all."""
        self.query_one(OptionList).show([f"{at}. {each.text}" for at, each in enumerate(self._ranked, 1)])
        self._show_reasons()
        super().on_mount()

    @property
    def _marked(self) -> int:
        return self.query_one(OptionList).marked or 0

    @on(OptionList.Marked)
    def _show_reasons(self) -> None:
        self.query_one(".first--reasons", Static).update(Content(" · ".join(self._ranked[self._marked].reasons)))
        self._report(self._marked)

    def action_move(self, count: int) -> None:
        """The next or previous one."""
        self.query_one(OptionList).move(count)

    @on(OptionList.Chosen)
    def action_take(self) -> None:
        """Goes to the sentence that is marked."""
        self.dismiss(self._marked)
