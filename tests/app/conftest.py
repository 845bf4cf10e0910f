"""The reader's tests without a screen share a review of the sample article."""

from __future__ import annotations

import pytest

from newsview.app.state.review import Review
from tests.app import springfield


@pytest.fixture
def review() -> Review:
    article = springfield.article()
    return Review(article, springfield.facts(article))
