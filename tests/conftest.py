"""What tests of several areas share: one loaded pipeline, and texts parsed as newsview parses an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction import components
from newsview.extraction.models import load
from newsview.extraction.pipeline import merge, parse
from newsview.reading.build import build_article


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, loaded once in a run."""
    return load().nlp


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Callable[[str], Doc]:
    """A text as the merged Doc of its paragraphs, its entities grouped."""

    def parse_text(text: str) -> Doc:
        article = build_article(text)
        merged = merge(parse(nlp, article, article.paragraphs), article.published)
        assert merged is not None, "the text has no words"
        return components.newsview_entities(merged.doc)

    return parse_text


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose cache, journal and settings are this test's own."""
    return {"HOME": str(tmp_path), "XDG_CACHE_HOME": "", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""}
