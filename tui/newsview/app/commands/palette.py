"""The palette: every action, theme and model by name. Its list is made when it is opened."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newsview.app import theme_setting
from newsview.app.commands import extraction
from newsview.app.keymap import Group, written
from newsview.app.settings import settings_file
from newsview.errors import CannotWriteError
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.commands.context import UI


_GROUPS: Final[Sequence[Group]] = ("Review", "Article", "Look", "Move")
"""The order of the groups of keys: whoever opens the palette seldom looks for the arrows."""


def open_palette(ui: UI) -> None:
    """Offers everything by name."""
    ui.ask(_choose(ui))


async def _choose(ui: UI) -> None:
    models = await asyncio.to_thread(ui.opened.models) if ui.opened is not None else ()
    keys = sorted((key for key in ui.keys if key.name != "palette"), key=lambda key: _GROUPS.index(key.group))
    # what is chosen, by the id that the list gives back
    actions = {f"key {key.name}": key.action for key in keys}
    themes = {f"theme {name}": name for name in ui.view.themes()}
    sources = {f"model {name}": name for name in models}
    before = ui.view.theme

    def preview(marked: str | None) -> None:
        """Shows the theme that is marked, else the one before."""
        wanted = themes.get(marked or "", before)
        if wanted != ui.view.theme:
            ui.view.use_theme(wanted)

    chosen = await ui.pick(
        "What shall be done?",
        [(f"key {key.name}", f"{key.help}  ({written(key)}) · {key.group.lower()}") for key in keys]
        + [(id_, f"theme: {name}") for id_, name in themes.items()]
        + [(id_, f"extract again with the model {name}") for id_, name in sources.items()],
        preview,
    )
    preview(chosen)
    if chosen in themes:
        await _keep_theme(ui, themes[chosen])
    elif chosen in sources:
        extraction.use_model(ui, sources[chosen])
    elif chosen in actions:
        ui.view.run_later(actions[chosen])  # when this dialogue has ended: the action may begin another


async def _keep_theme(ui: UI, name: str) -> None:
    file = settings_file()
    try:
        await asyncio.to_thread(theme_setting.keep, file, name)
    except CannotWriteError as error:
        ui.refresh(printable(str(error)))
    else:
        ui.refresh(f"the theme is {name}, also the next time ({printable(str(file))})")
