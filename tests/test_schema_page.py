"""docs/schema.md is what the schema says now."""

from __future__ import annotations

from newsview.model.schema import schema
from tests.schema_page import PAGE, page


def test_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.schema_page"


def test_every_key_of_the_schema_is_on_the_page() -> None:
    text, whole = page(), schema()
    for part in (whole, *whole["$defs"].values()):
        for key in part.get("properties", {}):
            assert f"`{key}`" in text
