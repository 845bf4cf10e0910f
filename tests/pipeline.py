"""The spaCy pipelines of a test process, each loaded once."""

from __future__ import annotations

from functools import cache

from newsview.extraction.models import Pipeline, load


@cache
def loaded(name: str | None = None) -> Pipeline:
    """The pipeline *name* (package or folder), or the default. Raises ``ModelMissingError``."""
    return load(name)
