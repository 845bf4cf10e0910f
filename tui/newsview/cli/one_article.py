"""One article with its facts, for commands that take a text or saved facts by name."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from newsview.cli.analyses import sources
from newsview.errors import UsageError
from newsview.inputs.archive_rows import ReadingOptions
from newsview.model.facts import Analysis
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.cli.extractor import LimitedExtractor


def one_analysis(file: str, options: ReadingOptions, extractor: Callable[[], LimitedExtractor]) -> Analysis:
    """The corrected facts of the article or saved facts *file*. Raises ``NewsviewError``.

    ``UsageError`` if it is a folder, pattern or archive with several articles.
    """
    found = list(islice(sources([file], options, extractor), 2))
    if len(found) != 1:
        raise UsageError(f"{printable(file)}: name one article, not {'several' if found else 'an empty archive'}")
    return found[0].read()
