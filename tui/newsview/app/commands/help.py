"""The command that opens the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def show_help(ui: UI) -> None:
    """Opens the table of keys."""
    from newsview.app.screens.help import Help

    ui.view.open(Help(ui.keys))
