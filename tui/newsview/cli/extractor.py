"""The extractor of a command, loaded when the first article needs it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor


@lru_cache(maxsize=1)
def extractor_for(model: str | None) -> Extractor:
    """The extractor with the spaCy pipeline *model*, or the default one; the same at every call.

    Raises ``ModelMissingError``.
    """
    from newsview.workers.sandbox import leave_removed_folder

    leave_removed_folder()
    # deferred: importing spaCy takes a second, and saved facts need none
    from newsview.extraction.extract import Extractor

    return Extractor.for_model(model)
