"""How a notebook shows an analysis: the page is made by an exporter that is registered here, as ``model`` has none."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

Page = Callable[[Any], str]
"""From an ``Analysis`` to a whole HTML document."""

_registered: list[Page] = []


def register(page: Page) -> None:
    """Show every analysis with *page* from now on."""
    _registered[:] = [page]


def framed(analysis: object) -> str | None:
    """The registered page of *analysis* in a frame of its own, so that its styles stay inside; None without one."""
    if not _registered:
        return None
    page = escape(_registered[0](analysis), quote=True)
    return f'<iframe sandbox srcdoc="{page}" style="width: 100%; height: 36em; border: 0"></iframe>'
