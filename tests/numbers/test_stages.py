"""Tests of the stages of a number: which modules set its fields."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsview.extraction import numbers
from newsview.extraction.numbers.quantity import Quantity

FIELDS = Quantity._fields
STAGES = {"quantity_reader", "join_quantities", "classify", "qualify", "relate"}


def _settings() -> Iterator[tuple[str, str]]:
    """(field, module) of every argument of ``Quantity`` and ``_replace`` in the package."""
    for path in sorted(Path(numbers.__path__[0]).glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            made = isinstance(call.func, ast.Name) and call.func.id == "Quantity"
            if made:
                yield from ((FIELDS[at], path.stem) for at in range(len(call.args)))
            if made or (isinstance(call.func, ast.Attribute) and call.func.attr == "_replace"):
                yield from ((keyword.arg or "**", path.stem) for keyword in call.keywords)


SETTINGS = set(_settings())


@pytest.mark.parametrize("field", FIELDS)
def test_field_is_set_by_at_most_three_modules(field: str) -> None:
    modules = {module for name, module in SETTINGS if name == field}
    assert 1 <= len(modules) <= 3, f"{field} is set in {sorted(modules)}"


def test_only_stages_make_quantities() -> None:
    assert {module for _, module in SETTINGS} == STAGES
    assert "**" not in {name for name, _ in SETTINGS}
