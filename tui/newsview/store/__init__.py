"""Saved facts on disk: read, written whole, journalled, cached, merged with a new extraction.

``files`` replaces a file, ``load`` and ``save`` know what is in it, ``check`` whether that holds together, ``merge``
carries a review over to new facts, ``journal`` keeps every decision until it is saved, ``cache`` keeps
extractions. Nothing here imports spaCy or Textual.
"""

from newsview.store.files import NO_FILE, ConflictError, Stamp, Written
from newsview.store.load import FactsFileError, Loaded, NewerSchemaError, load
from newsview.store.save import LinkedAwayError, NotFactsError, OtherArticleError, facts_bytes, save

__all__ = [
    "NO_FILE",
    "ConflictError",
    "FactsFileError",
    "LinkedAwayError",
    "Loaded",
    "NewerSchemaError",
    "NotFactsError",
    "OtherArticleError",
    "Stamp",
    "Written",
    "facts_bytes",
    "load",
    "save",
]
