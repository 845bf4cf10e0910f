"""JSON Schema of a saved file: strict about known types, open to unknown keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsview.model import json_text
from newsview.model.facts import SCHEMA_VERSION

_FILES = Path(__file__).with_name("data")


def schema(version: int = SCHEMA_VERSION) -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) of files of *version*. Raises ``LookupError`` for an unknown version."""
    try:
        data = (_FILES / f"facts-v{version}.schema.json").read_bytes()
    except FileNotFoundError as error:
        raise LookupError(f"there is no schema version {version}") from error
    loaded: dict[str, Any] = json_text.quick(data)
    return loaded
