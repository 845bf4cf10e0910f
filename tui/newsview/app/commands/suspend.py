"""The command that gives the terminal back to the shell until newsview is continued."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def suspend(ui: UI) -> None:
    """Stops the process; ``fg`` continues it where it was."""
    ui.view.suspend()
