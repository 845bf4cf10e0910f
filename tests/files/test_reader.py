"""Reader on inputs that are not articles, and on articles changed or deleted while open: one-line messages."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import AppFocus

from newsview.errors import CannotWriteError, InputError
from newsview.model.article import Article
from newsview.model.facts import Analysis
from newsview.reading.build_article import build_article
from newsview.reading.read import read_path
from newsview.store.session import Session
from tests.app import springfield
from tests.app.opening import opened, reader, status, until
from tests.app.springfield import Memory
from tests.conftest import Tried
from tests.effort import cases, sample
from tests.hostile.corpus import SEQUENCES, harmless
from tests.places import NEWSVIEW
from tests.terminal.reviewed import is_restored, told, without_facts
from tests.terminal.screen import Terminal

TEXT = (
    b"Council votes to close bridge\n\nThe council of Springfield voted late on Monday to close the harbour bridge.\n"
)


def without_pointer(output: bytes) -> bytes:
    """*output* without Textual's own operating system command, the pointer shape."""
    return re.sub(rb"\x1b\]22;[a-z-]*(?:\x07|\x1b\\)", b"", output)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


REFUSED: dict[str, tuple[Callable[[Path], object], str, int]] = {
    "pipe": (os.mkfifo, "pipe", 65),
    "socket": (_socket, "socket", 65),
    "device": (lambda path: path.symlink_to("/dev/zero"), "device", 65),
    "folder": (Path.mkdir, "folder", 66),
    "loop": (lambda path: path.symlink_to(path), "form a loop", 66),
    "dangling": (lambda path: path.symlink_to(path.with_name("nothing")), "no such file", 66),
    "missing": (lambda path: None, "no such file", 66),
    "empty": (lambda path: path.write_bytes(b""), "empty", 65),
    "white space": (lambda path: path.write_bytes(b" \n\t\r\n" * 1000), "white space", 65),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 100), "binary", 65),
    "100 MB": (_sparse, "limit of 12 MB", 65),
    "200,000 paragraphs": (lambda path: path.write_bytes(b"It rained.\n\n" * 200_001), "limit of 400,000 lines", 65),
}


@pytest.mark.terminal
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_non_article_is_refused_in_one_line(name: str, tmp_path: Path, home: dict[str, str]) -> None:
    make, word, code = REFUSED[name]
    path = tmp_path / "article.txt"
    make(path)
    with pytest.raises(InputError) as raised:
        read_path(path)
    assert raised.value.exit_code == code
    assert word in str(raised.value) and "article.txt" in str(raised.value) and "\n" not in str(raised.value)
    if name not in sample(sorted(REFUSED), 3):
        return
    with Terminal([*NEWSVIEW, str(path)], env=home, columns=300) as terminal:
        assert terminal.wait_for_exit() == code
        assert b"\x1b" not in terminal.output
        assert told(terminal) == [f"newsview: {raised.value}"]


@pytest.mark.terminal
def test_odd_file_names_are_opened_and_harmless(tmp_path: Path, home: dict[str, str], tried: Tried) -> None:
    names = [b"\x1b]0;owned\x07\x1b[2J.txt", b"a\nb.txt", b"\xff\xfe.txt", b"-rf.txt", b"[b]x[@click=quit].txt"]
    names += [b"x" * 251 + b".txt", "\u202egnp.txt".encode(), b" .txt"]
    names = sample(names, 3)
    for name in names:
        path = tmp_path / os.fsdecode(name)
        path.write_bytes(TEXT)
        without_facts(path)
        with Terminal([*NEWSVIEW, "--", path.name], env=home, cwd=tmp_path) as terminal:
            terminal.wait_for("Council votes to close bridge")
            terminal.press("j", "q")
            assert terminal.wait_for_exit() == 0
            assert is_restored(terminal)
            assert b"\x1b]" not in without_pointer(terminal.output) and "\u202e".encode() not in terminal.output
    tried(f"{len(names)} names")


SIZES = {
    "one byte": b"M",
    "a word of 1 MB": b"M" + b"x" * 1_000_000,
    "a line of many MB": b"M" + b"It rained in Springfield on Monday. " * cases(60_000, 277_000),
    "20,000 paragraphs": b"M" + b"It rained in Springfield on Monday.\n\n" * 20_000,
}


@pytest.mark.terminal
@pytest.mark.parametrize("name", sorted(SIZES))
def test_odd_sizes_are_opened_and_closed(name: str, tmp_path: Path, home: dict[str, str]) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(SIZES[name])
    assert read_path(without_facts(path)).text == SIZES[name].decode()
    with Terminal([*NEWSVIEW, str(path)], env=home) as terminal:
        terminal.wait_for("M(x|It| )")
        terminal.press("end", "home", "q")
        assert terminal.wait_for_exit() == 0
        assert is_restored(terminal)


@pytest.mark.terminal
def test_control_bytes_of_hostile_article_do_not_reach_terminal(
    tmp_path: Path, home: dict[str, str], tried: Tried
) -> None:
    path = tmp_path / "article.txt"
    mutes = [text for text in SEQUENCES if "\ud800" not in text and "\udc9b" not in text]
    path.write_bytes("\n\n".join(f"Mark{number} {text}." for number, text in enumerate(mutes)).encode())
    without_facts(path)
    with Terminal([*NEWSVIEW, str(path)], env=home, rows=100) as terminal:
        terminal.wait_for("Mark0")
        for _ in range(200):
            if f"Mark{len(mutes) - 1} " in terminal.text:
                break
            terminal.press("pagedown")
            terminal.settle(0.05)
        else:
            raise AssertionError(terminal.text)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        output = terminal.output
    text = without_pointer(output).decode()
    assert "\x1b]" not in text and "\x1bP" not in text and "\x1b_" not in text
    own = {"\x1b", "\r", "\n", "\x0f"}
    assert {char for char in text if not harmless(char)} <= own
    assert b"999999999" in output and b"\x1b[999999999" not in output and b"\x1b[>4;1A" not in output
    tried(f"{len(mutes)} sequences on the screens of a terminal, {len(output)} bytes")


async def test_deleted_article_is_reported_and_review_continues(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(springfield.TEXT)
    keeper = Memory()
    async with opened(keeper=keeper, article=springfield.article(str(path))) as pilot:
        path.unlink()
        pilot.app.post_message(AppFocus())
        await until(pilot, lambda: "gone from the disk" in status(pilot))
        await pilot.press("3", "a", "s")
        await until(pilot, lambda: len(keeper.saved) == 1)
        await until(pilot, lambda: "saved to" in status(pilot) and "gone from the disk" in status(pilot))
        assert reader(pilot).review.article.text == springfield.TEXT


async def test_saving_reports_changed_article(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(springfield.TEXT)
    async with opened(keeper=Memory(), article=springfield.article(str(path)), size=(200, 36)) as pilot:
        path.write_text(springfield.TEXT + "One more line.\n")
        await pilot.press("3", "a", "s")
        await until(pilot, lambda: "saved to" in status(pilot) and "changed on disk" in status(pilot))


def _article(path: Path) -> Article:
    return build_article(springfield.TEXT, path=str(path))


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to(path)])
def test_special_file_as_facts_is_reported_and_not_replaced(make: Callable[[Path], object], tmp_path: Path) -> None:
    facts = tmp_path / "article.facts.json"
    make(facts)
    before = os.lstat(facts)
    session = Session(_article(tmp_path / "article.txt"), journals=tmp_path / "journals")
    try:
        assert session.before.analysis is None
        assert len(session.before.notices) == 1 and "article.facts.json" in session.before.notices[0]
        analysis = _analysis(session.article)
        with pytest.raises(CannotWriteError) as raised:
            session.save(analysis)
        assert "\n" not in str(raised.value)
    finally:
        session.close()
    assert os.lstat(facts).st_ino == before.st_ino


def _analysis(article: Article) -> Analysis:
    found = springfield.facts(article)
    return Analysis.of(article, found, springfield.GENERATOR)


def test_longest_file_name_can_be_saved(tmp_path: Path) -> None:
    article = _article(tmp_path / ("x" * 251 + ".txt"))
    session = Session(article, journals=tmp_path / "journals")
    try:
        written = session.save(_analysis(article))
    finally:
        session.close()
    assert written.is_file() and len(os.fsencode(written.name)) <= 255
    again = Session(article, journals=tmp_path / "journals")
    again.close()
    assert again.before.analysis is not None
