"""Lazy imports: the modules that show facts are run when the article is on the screen, not before.

Running them takes a fifth of the time until then. Modules named here are bound by ``from newsview.app.render import rows``
without being run; their first use, or ``load``, runs them. So they are used as ``rows.lines(…)``, and names are imported
out of them for types only. What only commands need is imported with the command's module.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import Final

from newsview.app.keymap import Key, command_module

COMMANDS: Final = "newsview.app.commands."

BEFORE_FACTS: Final = (
    "newsview.model.codec",
    "newsview.model.corrections",
    "newsview.model.decisions",
    "newsview.app.state.filters",
    "newsview.app.state.fact_index",
    "newsview.app.state.review",
    "newsview.app.render.rows",
    "newsview.app.render.detail",
    "newsview.model.facts",
    "newsview.workers.events",
    "newsview.describe",
)
"""The modules that show facts. Other threads use some of them."""


def defer() -> None:
    """Binds the modules that are not imported yet in their packages, without running them."""
    for name in BEFORE_FACTS:
        spec = find_spec(name) if name not in sys.modules else None
        if spec is None or spec.loader is None:
            continue
        spec.loader = LazyLoader(spec.loader)
        module = module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        package, _, own = name.rpartition(".")
        setattr(sys.modules[package], own, module)


def load() -> None:
    """Runs the deferred modules, in the main thread and before other threads use them: only one thread may run a module."""
    for name in BEFORE_FACTS:
        vars(sys.modules[name])  # looking at a module is using it


def command_imports(keys: Sequence[Key]) -> Generator[None, None, None]:
    """Imports the modules of the commands of *keys*, and stops after each."""
    for module in dict.fromkeys(map(command_module, keys)):
        import_module(COMMANDS + module)
        yield
