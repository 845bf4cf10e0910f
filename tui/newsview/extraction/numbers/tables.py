"""Cached access to the data files of this package."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files(__package__) / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """The JSON file ``data/<name>.json``; keys that begin with an underscore are source and licence."""
    content: dict[str, Any] = json.loads((_DATA / f"{name}.json").read_text("utf-8"))
    return content


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the tab-separated file ``data/<name>.tsv``, without its comment lines."""
    lines = (_DATA / f"{name}.tsv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list *key* of the JSON file *name* as a set."""
    return frozenset(table(name)[key])
