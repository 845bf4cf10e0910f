"""The reader's program, ended at a moment: ``python -m tests.terminal.imported MODULE:CLASS.METHOD FILE ARTICLE``.

When the METHOD is called for the first time, the modules that have been run by then are written to FILE, one a
line, and how often Textual draws. The module is changed as it is imported: importing it here would change what is to be seen.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

from newsview.cli.main import main


def run_modules() -> list[str]:
    """The executed modules; deferred ones are recognised by the class of their module object."""
    return sorted(name for name, module in sys.modules.items() if type(module).__name__ != "_LazyModule")


class Ending(Loader, MetaPathFinder):
    """Import hook that replaces a method by one that writes the imported modules to *file* and exits."""

    def __init__(self, method: str, file: Path) -> None:
        self._module, _, path = method.partition(":")
        self._class, _, self._method = path.partition(".")
        self._file = file
        self._loader: Loader | None = None

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module itself, loaded by way of this object."""
        found = PathFinder.find_spec(fullname, path) if fullname == self._module else None
        if found is not None:
            self._loader, found.loader = found.loader, self
        return found

    def create_module(self, spec: ModuleSpec) -> None:
        """As usual."""

    def exec_module(self, module: ModuleType) -> None:
        """Runs the module and puts the method into it."""
        assert self._loader is not None
        self._loader.exec_module(module)
        setattr(getattr(module, self._class), self._method, self._end)
        # what no key has needed is imported a moment later; on a busy machine that moment comes before there are facts
        vars(module)["WARM_UP"] = 3600.0

    def _end(self, *arguments: object, **named: object) -> None:
        frames = sys.modules["textual.constants"].MAX_FPS
        facts = [f"frames: {frames}", *(["gc enabled"] if gc.isenabled() else [])]
        self._file.write_text("\n".join([*run_modules(), *facts]))
        os._exit(0)


if __name__ == "__main__":
    sys.meta_path.insert(0, Ending(sys.argv[1], Path(sys.argv[2])))
    main(sys.argv[3:])
