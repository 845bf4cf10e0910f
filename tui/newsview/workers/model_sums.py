"""Check of the default model's files against the SHA-256 sums in this package.

A version does not pin bytes, and to load a pipeline is to run code: a mirror may have other files under the same name.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path

from newsview.model.data_files import data_text
from newsview.workers.model_files import DEFAULT


def differing() -> list[str] | None:
    """The files of the default model that are missing, or not as published, in order; None if it is not installed."""
    spec = find_spec(DEFAULT)
    if spec is None or spec.origin is None:
        return None
    return differing_in(Path(spec.origin).parent, sums())


def differing_in(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """The names of the files in *folder* whose sums are not those *wanted*, in order."""
    return [name for name, digest in sorted(wanted.items()) if _sum(folder / name) != digest]


def sums() -> Mapping[str, str]:
    """The SHA-256 sums of the default model's files, by their names in its package."""
    listed = data_text("newsview.workers", f"{DEFAULT}.sha256")
    lines = (line.split() for line in listed.splitlines() if not line.startswith("#"))
    return {name: digest for digest, name in lines}


def _sum(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
