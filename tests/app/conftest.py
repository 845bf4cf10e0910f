"""The reader's tests wait as ``rest`` says; those without a screen share a review of the sample article."""

from __future__ import annotations

import pytest

from newsview.app.state.review import Review
from tests.app import springfield
from tests.app.rest import pytest_asyncio_loop_factories, rest

__all__ = ["pytest_asyncio_loop_factories", "rest"]


@pytest.fixture
def review() -> Review:
    article = springfield.article()
    return Review(article, springfield.facts(article))
