"""Fixtures: a folder whose sessions are closed at the end, and a disk that is full for a while."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.session.folder import Folder, Full


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    made = Folder(tmp_path)
    yield made
    for session in made.sessions:
        session.close()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Full:
    """No journal can be written while this is entered."""

    def full(handle: int, data: bytes, at: int) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    @contextmanager
    def entered() -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(os, "pwrite", full)
            yield

    return entered
