"""Dialogs over the reader: their frame, and the question with one key an answer. Imported when the first is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, Protocol, TypeVar, runtime_checkable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Static

from newsview.app.key_queue import HandlesKeys
from newsview.terminal.printable import printable

DialogResult = TypeVar("DialogResult")

SIGNS: Final = {
    "escape": "Esc",
    "enter": "Enter",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "comma": ",",
    "full_stop": ".",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "tab": "Tab",
}
"""How keys are written that are not letters."""


@runtime_checkable
class ShowsPassage(Protocol):
    """A screen with a passage that a dialog may be about."""

    def show_passage_above(self, box: Region) -> bool:
        """Scrolls the passage to where it can be read above *box*; False if that is not possible."""
        ...


class DialogKey(NamedTuple):
    """Some keys of a dialog that do the same."""

    keys: str
    """As Textual names them, separated by commas; the first is named in the hint."""
    action: str
    hints: Sequence[str] = ()
    """What they do in a word or two, from the longest wording to the shortest; wordings that are missing leave them out."""


def bindings(keys: Sequence[DialogKey]) -> list[BindingType]:
    """The bindings of a dialog's table of *keys*."""
    return [
        *(Binding(key.keys, key.action, show=False) for key in keys),
        Binding("ctrl+z", "app.suspend_process", show=False),
    ]


def hint(keys: Sequence[DialogKey], wording: int = 0) -> str:
    """What the *keys* do, in one of their wordings: ``↓ ↑ choose · Enter takes it``."""
    signs: dict[Sequence[str], str] = {}
    for key in keys:
        if len(key.hints) > wording:
            before = signs.get(key.hints)
            signs[key.hints] = _sign(key) if before is None else f"{before} {_sign(key).rpartition('+')[2]}"
    return " · ".join(f"{sign} {hints[wording]}".rstrip() for hints, sign in signs.items())


def _sign(key: DialogKey) -> str:
    modifier, plus, name = key.keys.split(",")[0].rpartition("+")
    return f"{modifier.capitalize()}{plus}{SIGNS.get(name, name)}"


class Dialog(ModalScreen[DialogResult]):
    """A box over the panes, beside or below the article, so that the passage that it is about can be read.

    Its contents are in a container of the class ``dialog``.
    """

    DEFAULT_CSS = """
    Dialog {
        align: center bottom;
        background: transparent;
        .dialog {
            width: auto;
            min-width: 40;
            max-width: 90%;
            height: auto;
            max-height: 90%;
            padding: 0 2;
            background: $surface;
            color: $foreground;
            border: heavy $primary;
            border-title-color: $foreground;
            border-subtitle-color: $foreground;
        }
        .dialog--line { width: auto; }
        .dialog--text { width: 1fr; padding-bottom: 1; }
        TextInput { width: 64; max-width: 100%; }
        .dialog--question { width: auto; max-width: 100%; padding-bottom: 1; }
        .dialog--hint { width: 1fr; color: $foreground-muted; }

        /* Wide: over the panes, above the strip with the current fact. */
        &.-w100 {
            align: right bottom;
            .dialog { width: 40%; max-width: 40%; padding: 1 2; margin-bottom: 6; }
        }

        /* Below the article; where lines are few, no frame around the line to type in. */
        &.-w60 .dialog { width: 100%; max-width: 100%; }
        &.-h15, &.-w60 {
            TextInput { border: none; padding: 0; height: 1; margin-bottom: 1; background: $background; }
        }

        /* Where every line counts: no frames, and what does not fit can be scrolled to. */
        &.-w30, &.-w0, &.-h6, &.-h0 {
            .dialog { border: none; padding: 0 1; margin: 0; min-width: 0; max-width: 100%; max-height: 100%; overflow-y: auto; }
            .dialog--question { height: 1; padding: 0; text-wrap: nowrap; text-overflow: ellipsis; }
            TextInput { border: none; padding: 0; height: 1; }
        }
    }
    """

    def on_mount(self) -> None:
        """Moves what is under the box out of the way, once the box has its place."""
        self.call_after_refresh(self._clear_passage)

    def _clear_passage(self) -> None:
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        box = self.query(".dialog")
        if isinstance(below, ShowsPassage) and box and not below.show_passage_above(box.first().region):
            self.styles.align_vertical = "top"


class Message(HandlesKeys, Dialog[None]):
    """Some lines to read; any key closes them."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """The title, the lines, a hint."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(printable(self._title), "bold"), classes="dialog--question")
            for line in self._lines:
                yield Static(Content(printable(line)), classes="dialog--text")
            yield Static(Content("any key closes"), classes="dialog--hint")

    async def handle_key(self, event: events.Key) -> bool:
        """Closes it."""
        self.dismiss()
        return True


class Choice(HandlesKeys, Dialog[str]):
    """A question with an answer for each of a few keys; the result is the key.

    Keys that are separated by commas share one line of words.
    """

    def __init__(self, question: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question, and a line for each answer."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            for key, words in self._choices.items():
                shown = "Esc" if key == "escape" else key.replace(",", " ")
                yield Static(Content.assemble((f"{shown:>5}", "bold"), f"  {printable(words)}"), classes="dialog--line")

    async def handle_key(self, event: events.Key) -> bool:
        """Takes the answer; other keys do nothing."""
        if event.key in (each for keys in self._choices for each in keys.split(",")):
            self.dismiss(event.key)
        return True

    def on_click(self, event: events.Click) -> None:
        """A click on an answer gives it."""
        lines = list(self.query(".dialog--line"))
        if event.widget in lines:
            self.dismiss(list(self._choices)[lines.index(event.widget)].partition(",")[0])
