"""How an analysis is shown in a notebook and checked: by an exporter and by checks that are registered here, as ``model`` has none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsview.model.finding import Finding

Page = Callable[[Any], str]
"""From an ``Analysis`` to a whole HTML document."""

Checker = Callable[[Any], "Sequence[Finding]"]
"""From an ``Analysis`` to its findings."""

_registered: list[Page] = []
_checkers: list[Checker] = []


def register(page: Page) -> None:
    """Show every analysis with *page* from now on."""
    _registered[:] = [page]


def framed(analysis: object) -> str | None:
    """The registered page of *analysis* in a frame of its own, so that its styles stay inside; None without one."""
    if not _registered:
        return None
    page = escape(_registered[0](analysis), quote=True)
    return f'<iframe sandbox srcdoc="{page}" style="width: 100%; height: 36em; border: 0"></iframe>'


def register_checks(checker: Checker) -> None:
    """Find the findings of every analysis with *checker* from now on."""
    _checkers[:] = [checker]


def findings(analysis: object) -> Sequence[Finding]:
    """The findings of *analysis*. Raises ``LookupError`` if no checks are registered."""
    if not _checkers:
        raise LookupError("no checks are registered; import newsview.api")
    return _checkers[0](analysis)
