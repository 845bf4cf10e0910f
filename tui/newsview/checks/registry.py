"""The registry of checks: one row each, and those of other packages (entry points of the group ``newsview.checks``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import entry_points
from typing import Final

from newsview.checks import rows_of_figures, rows_of_words
from newsview.checks.check import Check
from newsview.errors import UsageError

GROUP: Final = "newsview.checks"
"""Group of the entry points that give checks of other packages, each a ``Check``."""


CHECKS: Final[tuple[Check, ...]] = (*rows_of_words.CHECKS, *rows_of_figures.CHECKS)


@cache
def checks() -> tuple[Check, ...]:
    """All checks: the registry's, and those of other packages by name. Raises ``UsageError`` for one that is no check."""
    return (*CHECKS, *_of_others())


def _of_others() -> Iterator[Check]:
    taken = {each.name for each in CHECKS} | {each.code for each in CHECKS}
    for point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        try:
            check = point.load()
        except (ImportError, AttributeError) as error:
            raise UsageError(
                f"check {point.name} ({point.value}) cannot be loaded: {error}; remove its package"
            ) from error
        if not isinstance(check, Check):
            raise UsageError(
                f"check {point.name} ({point.value}) is no newsview.checks.check.Check; remove its package"
            )
        if taken & {check.name, check.code}:
            raise UsageError(f"check {point.name} ({point.value}) has a name that is taken; remove its package")
        taken |= {check.name, check.code}
        yield check


def is_of_others(check: Check) -> bool:
    """Whether *check* is that of another package."""
    return check not in CHECKS


def named(name: str) -> Check | None:
    """The check with the name or code *name*."""
    return next((each for each in checks() if name.lower() in (each.name, each.code.lower())), None)


FAMILIES: Final = {
    "names": "N",
    "dates": "D",
    "conversions": "U",
    "changes": "A",
    "parts": "T",
    "ranges": "R",
    "headline": "H",
    "quotations": "Q",
    "amounts": "M",
    "sources": "S",
}
"""Families of checks: the first letter of their codes."""


def selected(select: Sequence[str], ignore: Sequence[str]) -> list[Check]:
    """The checks that *select* names (all, if it is empty) without those of *ignore*: names, codes or families.

    Raises ``UsageError`` for a name that is none of them.
    """
    wanted = {code for name in select for code in _codes(name)}
    left_out = {code for name in ignore for code in _codes(name)}
    return [each for each in checks() if (not select or each.code in wanted) and each.code not in left_out]


def _codes(name: str) -> list[str]:
    check = named(name)
    if check is not None:
        return [check.code]
    if name.lower() in FAMILIES:
        return [each.code for each in checks() if each.code.startswith(FAMILIES[name.lower()])]
    known = [*FAMILIES, *(each.name for each in checks())]
    raise UsageError(f"there is no check {name!r}; there are {', '.join(known)}")
