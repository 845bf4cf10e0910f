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
    "newsview.codec",
    "newsview.corrections",
    "newsview.app.bookmarking",
    "newsview.app.decisions",
    "newsview.app.filtering",
    "newsview.app.linking",
    "newsview.app.review",
    "newsview.app.rows",
    "newsview.facts",
    "newsview.progress",
    "newsview.wording",
)
"""What shows facts. Other threads use some of it."""

LAST: Final = (
    "newsview.app.copying",
    "newsview.app.deciding",
    "newsview.app.editing",
    "newsview.app.finding",
    "newsview.app.mark",
    "newsview.app.moves",
    "newsview.app.narrowing",
    "newsview.app.values",
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
