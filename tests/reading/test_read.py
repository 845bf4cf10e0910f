"""Files and standard input: an ``Article`` or a one-line error."""

from __future__ import annotations

import os
import socket
from hashlib import sha256
from pathlib import Path

import pytest

from newsview.errors import NewsviewError, NoInputError, UnreadableError, UsageError
from newsview.reading import build_article, read
from newsview.reading.read import read_bytes, read_path

TEXT = "Council votes to close bridge\n\nThe council of Springfield voted late on Monday to close the old harbour bridge.\n"


def refusal(path: Path) -> NewsviewError:
    with pytest.raises(NewsviewError) as caught:
        read_path(path)
    message = str(caught.value)
    assert "\n" not in message and "\x1b" not in message and message.isprintable()
    return caught.value


def test_file_is_read_as_article(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    article = read_path(path, published="2022-11-11")
    assert article.path == str(path) and article.sha256 == sha256(path.read_bytes()).hexdigest()
    assert (article.title, article.language, article.published) == ("Council votes to close bridge", "en", "2022-11-11")
    assert [article.text[s.start : s.end] for s in article.sentences] == TEXT.strip().split("\n\n")
    assert read_path(path, encoding="latin-1").encoding == "iso8859-1"


def test_standard_input_is_read_as_article() -> None:
    article = read_bytes(TEXT.encode("utf-16"), path=None)
    assert article.path is None and article.encoding == "utf-16" and article.text == TEXT
    with pytest.raises(UnreadableError, match="standard input: it is empty"):
        read_bytes(b"", path=None)


def test_offsets_count_normalized_line_ends_without_bom() -> None:
    article = read_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), path=None)
    assert article.text == TEXT and article.paragraphs[1].start == TEXT.index("The")


def test_missing_input_is_reported(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "nothing")
    file = tmp_path / "file"
    file.write_text(TEXT)
    for path in (
        tmp_path / "no.txt",
        dangling,
        loop,
        tmp_path / ("x" * 300),
        file / "in",
        Path("a\x00b"),
        tmp_path / "a\n\x1b[2Jb",
    ):
        error = refusal(path)
        assert isinstance(error, NoInputError) and "no such file" in str(error)
    folder = refusal(tmp_path)
    assert isinstance(folder, NoInputError) and "folder" in str(folder) and str(tmp_path) in str(folder)


def test_missing_permission_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)

    def denied(*args: object, **kwargs: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)  # root may open everything
    error = refusal(path)
    assert isinstance(error, NoInputError) and "permission" in str(error)


def test_read_error_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)

    def broken(*args: object, **kwargs: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", broken)
    error = refusal(path)
    assert isinstance(error, UnreadableError) and "Input/output error" in str(error)


def test_pipes_sockets_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        for path, kind in ((fifo, "pipe"), (tmp_path / "s", "socket"), (Path(os.devnull), "device")):
            error = refusal(path)
            assert isinstance(error, UnreadableError) and kind in str(error)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"%PDF-1.4", bytes(range(256)), b"\x00"])
def test_files_without_text_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    error = refusal(path)
    assert isinstance(error, UnreadableError) and str(error).startswith(f"{path}: ")


def test_size_limit_is_named_in_error(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(read.LIMIT + 1)
    with pytest.raises(UnreadableError) as caught:
        read_bytes(b"a" * (read.LIMIT + 1), path=None)
    for error in (refusal(path), caught.value):
        assert f"{read.LIMIT // 1_000_000} MB" in str(error)


def test_odd_file_names_are_cleaned_in_messages(tmp_path: Path) -> None:
    for name in (b"a\nb\x1b[31m.txt", b"\xff\xfe.txt", b"-rf", "\u202egnp.txt".encode(), b"x" * 255):
        path = tmp_path / os.fsdecode(name)
        path.write_text(TEXT)
        article = read_path(path)
        assert article.path is not None and article.path.isprintable()
        article.path.encode()
        path.write_bytes(b"")
        refusal(path)


def test_wrong_options_are_usage_errors() -> None:
    for options in ({"encoding": "klingon"}, {"published": "yesterday"}):
        with pytest.raises(UsageError):
            read_bytes(TEXT.encode(), path=None, **options)


def test_line_limit_is_named_in_error() -> None:
    with pytest.raises(UnreadableError, match=rf"standard input: .* {build_article.LINES:,} lines"):
        read_bytes(b"a\n" * (build_article.LINES + 1), path=None)
