"""What is not needed to show the article: its modules are run a moment later, when the article is on the screen.

Importing the whole reader takes as long as a third of Textual. Modules named here are bound by
``from newsview.app import moves`` without being run; whatever is used first, or ``load``, runs them. So they are used
as ``moves.step(…)``, and names are imported out of them for types only.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import Final

FIRST: Final = (
    "newsview.model.codec",
    "newsview.model.corrections",
    "newsview.app.state.bookmark",
    "newsview.model.decisions",
    "newsview.app.state.filters",
    "newsview.app.state.fact_index",
    "newsview.app.state.review",
    "newsview.app.render.rows",
    "newsview.model.facts",
    "newsview.workers.events",
    "newsview.describe",
)
"""What shows facts. Other threads use some of it."""

LAST: Final = (
    "newsview.app.state.clipboard",
    "newsview.app.state.decide",
    "newsview.app.state.edits",
    "newsview.app.state.word_search",
    "newsview.app.state.selection",
    "newsview.app.state.navigation",
    "newsview.app.state.filter_actions",
    "newsview.app.state.field_values",
)
"""What only keys use, all of them in the main thread."""


def postpone() -> None:
    """Binds the modules that are not imported yet in their packages, without running them."""
    for name in (*FIRST, *LAST):
        spec = find_spec(name) if name not in sys.modules else None
        if spec is None or spec.loader is None:
            continue
        spec.loader = LazyLoader(spec.loader)
        module = module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        package, _, own = name.rpartition(".")
        setattr(sys.modules[package], own, module)


def load(names: Sequence[str]) -> None:
    """Runs what was postponed, in the main thread and before other threads use it: a module is run by one at a time."""
    for name in names:
        vars(sys.modules[name])  # looking at a module is using it
