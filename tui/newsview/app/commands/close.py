"""The command of Esc: ends the search, else the filters, else the extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsview.app.commands import extraction, search, view

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


def close(ui: UI) -> None:
    """Closes what is open, or stops the extraction."""
    if search.end_search(ui):
        ui.refresh()
    elif view.remove_filters(ui):
        ui.refresh("showing everything again")
    else:
        ui.refresh(f"stopped reading · {ui.key('extract')} reads again" if extraction.stop(ui) else "")
