"""What the tests of the seeds share: one extractor on the session's pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> Extractor:
    return Extractor(Pipeline(nlp, "the test's"))
