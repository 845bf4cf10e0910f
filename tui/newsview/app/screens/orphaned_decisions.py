"""The list of decisions whose facts were not found again, to look at and to dismiss. Imported when it is first needed."""

from __future__ import annotations

from collections.abc import Sequence
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
    DialogKey("d,x", "mark", ("marks",)),
    DialogKey("D,X", "mark_all", ("marks all",)),
    DialogKey("enter", "close(True)", ("dismisses them",)),
    DialogKey("escape,q", "close(False)", ("keeps all",)),
    DialogKey("j,down", "move(1)"),
    DialogKey("k,up", "move(-1)"),
    DialogKey("pagedown,space", "move(10)"),
    DialogKey("pageup,b", "move(-10)"),
)


class OrphanedDecision(NamedTuple):
    """One decision, in words that are safe to show."""

    id: str
    sign: str
    """``✓``, ``✗`` or ``·``."""
    words: str
    """What it was about."""
    details: str
    """Its status, verdict, note and edits."""


class OrphanList(Dialog[Sequence[str]]):
    """Decisions without facts, one of them described in full; the result is the ids of those to dismiss."""

    DEFAULT_CSS = """
    OrphanList {
        align: center middle;
        &.-w100 { align: center middle; }
        &.-w100 .dialog { width: 90; max-width: 90%; margin: 0; }
        Static { width: 1fr; }
        .orphan--details { padding: 1 0; max-height: 9; }
        &.-w60 .dialog { padding: 0 1; }
        &.-w30, &.-w0, &.-h6, &.-h0 { .orphan--details { padding: 0; max-height: 3; } }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, gone: Sequence[OrphanedDecision]) -> None:
        super().__init__()
        self._gone = gone
        self._dismissed: set[str] = set()

    def compose(self) -> ComposeResult:
        """What these are, the list, the one that is marked in full, what can be done."""
        count = counted(len(self._gone), "decision")
        question = f"{count} whose facts were not found again; kept, unless you dismiss them"
        with Vertical(classes="dialog"):
            yield Static(Content(question), classes="dialog--question")
            yield OptionList()
            yield Static(classes="orphan--details")
            yield Static(Content(hint(KEYS)), classes="dialog--hint")

    def on_mount(self) -> None:
        """Shows them all."""
        self._show_lines()
        self._show_details()

    def _show_lines(self) -> None:
        choices = self.query_one(OptionList)
        marked = choices.marked or 0
        choices.show([self._line(each) for each in self._gone])
        choices.move_to(marked)

    def _line(self, gone: OrphanedDecision) -> str:
        return f"{gone.sign} {'dismiss: ' if gone.id in self._dismissed else ''}{gone.words}"

    @on(OptionList.Marked)
    def _show_details(self) -> None:
        gone = self._gone[self.query_one(OptionList).marked or 0]
        self.query_one(".orphan--details", Static).update(Content(f"{gone.words}\n{gone.details}"))

    def action_move(self, count: int) -> None:
        """The next or previous one."""
        self.query_one(OptionList).move(count)

    def action_mark(self) -> None:
        """Marks the one under the cursor to be dismissed, or takes the mark off, and goes on."""
        choices = self.query_one(OptionList)
        at = choices.marked or 0
        self._dismissed ^= {self._gone[at].id}
        self._show_lines()
        choices.move_to(min(at + 1, len(self._gone) - 1))

    def action_mark_all(self) -> None:
        """Marks all of them, or none where all are."""
        every = {each.id for each in self._gone}
        self._dismissed = set() if self._dismissed == every else every
        self._show_lines()

    def action_close(self, dismissing: bool) -> None:
        """Goes back to the article."""
        self.dismiss([each.id for each in self._gone if dismissing and each.id in self._dismissed])
