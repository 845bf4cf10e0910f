"""The palette: every action, theme and model by name. Its list is made when it is opened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from newsview.app.commands.orphans import GoneKeys
from newsview.app.keymap import KEYS, Key, written
from newsview.app.settings import settings_file
from newsview.terminal.printable import printable


class PaletteKeys(GoneKeys):
    """The action that offers all others."""

    keys: Sequence[Key] = KEYS
    """The table of keys, with the user's own."""
    models: Callable[[], Sequence[str]] = tuple
    """The names of the models that can be switched to; looking for them takes a moment."""

    def action_palette(self) -> None:
        """Offers everything by name."""
        self.ask(self._choose())

    async def _choose(self) -> None:
        offered = [(f"key {key.name}", f"{key.help}  ({written(key)})") for key in self.keys if key.name != "palette"]
        offered += [(f"theme {name}", f"theme: {name}") for name in sorted(self.app.available_themes)]
        offered += [
            (f"model {name}", f"extract again with the model {name}") for name in await asyncio.to_thread(self.models)
        ]
        chosen = await self.ask_one_of("What shall be done?", offered)
        if chosen is None:
            return
        kind, _, name = chosen.partition(" ")
        if kind == "theme":
            self.app.theme = name
            self.settle(f'theme = "{name}" in {printable(str(settings_file()))} keeps it')
        elif kind == "model":
            self.use_model(name)
        else:
            # when this dialogue has ended: the action may begin another
            self.call_later(self.run_action, next(key.action for key in self.keys if key.name == name))

    def use_model(self, name: str) -> None:
        """Extracts the facts again with another model."""
        raise NotImplementedError
