"""Small screens over the reader that ask one thing. Imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsview.app.key_queue import TakesKeys
from newsview.terminal.printable import printable

DialogResult = TypeVar("DialogResult")


class Dialog(ModalScreen[DialogResult]):
    """A box in the middle of the screen, over the reader; its contents are in a container of the class ``dialog``."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        .dialog {
            width: auto;
            max-width: 90%;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $surface;
            color: $foreground;
            border: heavy $primary;
        }
        .dialog--line { width: auto; }
        TypedLine { width: 64; max-width: 100%; }
        .dialog--question { width: auto; max-width: 100%; padding-bottom: 1; }
        .dialog--hint { width: 1fr; color: $foreground 75%; }

        /* Where lines are few: no blank ones, and no frame around the line to type in. */
        &.-low {
            .dialog { padding: 0 2; }
            TypedLine { border: none; padding: 0; height: 1; margin-bottom: 1; background: $background; }
        }

        /* Where every line counts: no frames, and what does not fit can be scrolled to. */
        &.-tiny, &.-dot, &.-flat, &.-speck {
            .dialog { border: none; padding: 0 1; max-width: 100%; max-height: 100%; overflow-y: auto; }
            .dialog--question { height: 1; padding: 0; text-wrap: nowrap; text-overflow: ellipsis; }
            TypedLine { border: none; padding: 0; height: 1; }
        }
    }
    """


class Choice(TakesKeys, Dialog[str]):
    """A question with an answer for each of a few keys; the result is the key."""

    def __init__(self, question: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question, and a line for each answer."""
        with Vertical(classes="dialog"):
            yield Static(Content(printable(self._question)), classes="dialog--question")
            for key, words in self._choices.items():
                shown = "Esc" if key == "escape" else key
                yield Static(Content.assemble((f"{shown:>4}", "bold"), f"  {printable(words)}"), classes="dialog--line")

    async def take_key(self, event: events.Key) -> bool:
        """Takes the answer; other keys do nothing."""
        if event.key in self._choices:
            self.dismiss(event.key)
        return True

    def on_click(self, event: events.Click) -> None:
        """A click on an answer gives it."""
        lines = list(self.query(".dialog--line"))
        if event.widget in lines:
            self.dismiss(list(self._choices)[lines.index(event.widget)])
