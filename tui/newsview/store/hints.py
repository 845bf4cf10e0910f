"""Whether the user has used the keys that the first hint names: an empty file in the state folder says so."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from newsview.store.paths import state_folder


def is_learned(folder: Path | None = None) -> bool:
    """Whether the hint is not needed any more."""
    with suppress(OSError):
        return _file(folder).exists()
    return True


def learn(folder: Path | None = None) -> None:
    """Record that the hint is not needed any more. Failures are ignored: it is then shown once more."""
    with suppress(OSError):
        file = _file(folder)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch()


def _file(folder: Path | None) -> Path:
    return (folder if folder is not None else state_folder()) / "hint-learned"
