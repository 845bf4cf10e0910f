"""Fixture of the seed tests: one extractor on the session's pipeline."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from spacy.language import Language

from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline
from tests.places import SEEDS
from tests.seeds.remake import picture


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> Extractor:
    return Extractor(Pipeline(nlp, "the test's"))


@pytest.fixture(scope="session")
def found(extractor: Extractor) -> Callable[[str], dict[str, Any]]:
    """What newsview finds in the seed of that name, looked for once in a run."""
    return cache(lambda stem: picture(extractor, SEEDS / f"{stem}.txt"))
