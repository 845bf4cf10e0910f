"""Bookmarks: saved, recalled, and ignored if damaged."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from newsview.model.bookmark import Bookmark
from newsview.model.codec import encode
from newsview.store import bookmarks
from newsview.store.bookmarks import last_article, recall, remember


def bookmark(path: str) -> Bookmark:
    return Bookmark(path=path, offset=40, state="open", words="buses")


def test_bookmark_is_read_back(tmp_path: Path) -> None:
    remember(bookmark("/news/a.txt"), tmp_path)
    assert recall("/news/a.txt", tmp_path) == bookmark("/news/a.txt")
    assert recall("/news/b.txt", tmp_path) is None


def test_the_last_article_is_the_one_remembered_last(tmp_path: Path) -> None:
    for age, name in enumerate(("/a", "/b", "/a")):
        remember(bookmark(name), tmp_path)
        for file in tmp_path.iterdir():
            os.utime(file, ns=(age, age)) if str(name) in file.read_text() else None
    assert last_article(tmp_path) == "/a"


def test_bookmark_with_unknown_keys_loads_and_keeps_them(tmp_path: Path) -> None:
    """Such as the sentence's id that earlier versions wrote."""
    remember(bookmark("/a"), tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b'{"path": "/a", "sentence": "s3", "offset": 40, "state": "open", "words": "buses"}')
    found = recall("/a", tmp_path)
    assert found == replace(bookmark("/a"), extra={"sentence": "s3"})
    assert encode(found)["sentence"] == "s3"


def test_last_article_without_bookmarks_is_none(tmp_path: Path) -> None:
    assert last_article(tmp_path / "none") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"path": 5}', b"\xff", b'{"path": "/a"}'])
def test_broken_file_is_ignored(tmp_path: Path, content: bytes) -> None:
    remember(bookmark("/a"), tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert recall("/a", tmp_path) is None
    assert last_article(tmp_path) is None


def test_failure_to_make_the_folder_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    remember(bookmark("/a"), tmp_path / "file")
    assert recall("/a", tmp_path / "file") is None


def test_the_oldest_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookmarks, "KEPT", 3)
    for number in range(6):
        remember(bookmark(f"/{number}"), tmp_path)
        for file in tmp_path.iterdir():
            if f'"/{number}"' in file.read_text():
                os.utime(file, ns=(number, number))
    assert [recall(f"/{number}", tmp_path) is not None for number in range(6)] == [False] * 3 + [True] * 3
