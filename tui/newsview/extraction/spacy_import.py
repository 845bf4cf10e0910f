"""Import of spaCy without its command line, which ``import spacy`` loads for one function: a quarter of its time.

The command line brings web clients, a shell and its schemas. Afterwards spaCy is as it was: ``import spacy.cli`` and
``spacy.cli`` load it, ``spacy.info`` calls it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_LEFT_OUT: Final = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy, if it is not imported yet."""
    if "spacy" in sys.modules:
        return
    stubs = {name: ModuleType(name) for name in _LEFT_OUT}
    vars(stubs["spacy.cli.info"])["info"] = _info
    sys.modules.update(stubs)
    try:
        vars(import_module("spacy"))["__getattr__"] = _attribute
    finally:
        for name in _LEFT_OUT:
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """``spacy.info``, loaded when it is called."""
    return import_module("spacy.cli.info").info(*arguments, **options)


def _attribute(name: str) -> ModuleType:
    """The attribute ``cli`` of spaCy, which is missing until the command line is imported."""
    if name == "cli":
        return import_module("spacy.cli")
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")


import_spacy()
spacy_version: Final[str] = import_module("spacy.about").__version__
"""The version of the imported spaCy."""
