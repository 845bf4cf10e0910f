"""newsview: extraction of entities, quotes and numbers from news articles; reader, command line and API.

The public names are imported on first use: importing newsview imports neither spaCy nor Textual.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsview._version import __version__
    from newsview.api import arrow_schema, check, extract, extract_batch, extract_many, tables
    from newsview.errors import NewsviewError
    from newsview.model.article import Article
    from newsview.model.facts import Analysis, Entity, Number, Quote
    from newsview.model.finding import Finding

__all__ = [
    "Analysis",
    "Article",
    "Entity",
    "Finding",
    "NewsviewError",
    "Number",
    "Quote",
    "__version__",
    "arrow_schema",
    "check",
    "extract",
    "extract_batch",
    "extract_many",
    "tables",
]

_HOME = {
    "Analysis": "newsview.model.facts",
    "Article": "newsview.model.article",
    "Entity": "newsview.model.facts",
    "Finding": "newsview.model.finding",
    "NewsviewError": "newsview.errors",
    "Number": "newsview.model.facts",
    "Quote": "newsview.model.facts",
    "__version__": "newsview._version",
    "arrow_schema": "newsview.api",
    "check": "newsview.api",
    "extract": "newsview.api",
    "extract_batch": "newsview.api",
    "extract_many": "newsview.api",
    "tables": "newsview.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newsview' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
