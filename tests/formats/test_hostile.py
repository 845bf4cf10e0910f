"""Damaged, encrypted, misnamed and hostile files: one-line errors within a time limit."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest

from newsview.errors import UnreadableError
from newsview.reading import parser_client, parser_process
from newsview.reading.formats import Format
from newsview.reading.read import read_path
from tests.formats import files

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 12))
    + b"]><d>&a11;</d>"
)

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "scan.pdf": (lambda: files.pdf([[], []]), "OCR"),
    "locked.pdf": (lambda: files.encrypted(files.pdf([["It rained."]])), "encrypted"),
    "cut.pdf": (lambda: files.pdf([["It rained."]])[:200], "damaged|no text"),
    "text.pdf": (lambda: b"It rained.", "named .pdf"),
    "page.docx": (lambda: files.PAGE.encode(), "named .docx"),
    "old.docx": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted or an old Word"),
    "sheet.docx": (lambda: files.with_part(files.word(["a"]), "word/document.xml", None), "damaged"),
    "cut.docx": (lambda: files.word(["It rained."])[:2000], "named .docx|damaged"),
    "zeros.docx": (
        lambda: files.with_part(files.word(["a"]), "word/document.xml", bytes(250_000_000)),
        "when unpacked",
    ),
    "laughs.docx": (lambda: files.with_part(files.word(["a"]), "word/document.xml", LAUGHS), "damaged|nothing to read"),
    "word.txt": (lambda: files.word(["It rained."]), "named .txt but is a Word"),
    "portable.html": (lambda: files.pdf([["It rained."]]), "named .html but is a PDF"),
    "empty.html": (lambda: b"<html><body></body></html>", "no article"),
    "menu.html": (lambda: b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
    "deep.html": (
        lambda: b"<html><body>" + b"<div>" * 50_000 + b"It rained." + b"</div>" * 50_000,
        "nested|no article|parser",
    ),
    "blank.md": (lambda: b"\n\n<!-- nothing -->\n", "nothing to read"),
}
"""What files hold, made when it is needed, and words of the error that they are refused with."""


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_bad_file_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    make, reason = HOSTILE[name]
    path.write_bytes(make())
    with pytest.raises(UnreadableError, match=reason) as raised:
        read_path(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert len(str(raised.value).splitlines()) == 1
    assert raised.value.exit_code == 65


def test_parser_that_sleeps_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser_client, "PATIENCE", 1)
    monkeypatch.setattr(parser_process, "SECONDS", 0.5)
    _fake_parser("import time; time.sleep(60)", tmp_path, monkeypatch)
    with pytest.raises(UnreadableError, match="stopped: it gave no answer"):
        parser_client.convert(b"", "markdown")


def test_parser_that_works_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser_client, "PATIENCE", 1)
    monkeypatch.setattr(parser_process, "SECONDS", 0.5)
    body = 'import time\nwhile time.process_time() < 2: pass\nprint(\'{"text": "It rained.", "encoding": "utf-8"}\', flush=True)'
    if sys.platform != "linux":  # elsewhere the processor time of another process is not known
        ticks = count()
        monkeypatch.setattr(parser_client._Parser, "_processor_time", lambda _: next(ticks))
    _fake_parser(body, tmp_path, monkeypatch)
    assert parser_client.convert(b"", "markdown").text == "It rained."


def test_parser_over_limit_of_processor_time_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "from newsview.reading import parser_process\nparser_process._limit_time(0)\nwhile True: pass"
    _fake_parser(body, tmp_path, monkeypatch)
    with pytest.raises(UnreadableError, match="stopped: it needed too much processor time"):
        parser_client.convert(b"", "markdown")


def test_parser_that_ends_after_its_answer_costs_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = '{"text": "It rained.", "encoding": "utf-8"}'
    # the process reads the second request and ends without a word
    _fake_parser(
        f"import sys\nprint('{line}', flush=True)\nsys.stdin.readline()\nsys.stdin.readline()", tmp_path, monkeypatch
    )
    for _ in range(3):
        assert parser_client.convert(b"", "markdown").text == "It rained."


def test_one_parser_process_serves_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = _started(monkeypatch)
    for name in ("a.html", "b.html", "empty.html", "c.md"):
        (tmp_path / name).write_text(files.MARKDOWN if name == "c.md" else "" if name == "empty.html" else files.PAGE)
    for name in ("a.html", "b.html", "c.md"):
        assert "new buses" in read_path(tmp_path / name).text
    assert len(started) == 1


def test_memory_of_the_client_does_not_end_its_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    started = _started(monkeypatch)
    much = bytearray(b"x") * 700_000_000  # a pipeline with its articles
    for _ in range(2):
        assert parser_client.convert(b"It rained.", "markdown").text == "It rained."
    assert len(started) == 1 and len(much) == 700_000_000


def test_parser_process_that_ended_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = _started(monkeypatch)
    for _ in range(2):
        assert parser_client.convert(b"It rained.", "markdown").text == "It rained."
        started[-1].kill()
        started[-1].wait()
    assert len(started) == 2
    assert parser_client.convert(b"It rained.", "markdown").text == "It rained."


def test_a_file_that_ends_its_parser_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    started = _started(monkeypatch)
    assert parser_client.convert(b"It rained.", "markdown").text == "It rained."
    with pytest.raises(UnreadableError, match="its parser failed: ModuleNotFoundError"):
        parser_client.convert(b"It poured.", cast(Format, "nothing"))
    assert parser_client.convert(b"It snowed.", "markdown").text == "It snowed."
    assert len(started) == 2


def _started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The parser processes that are started from now on."""
    parser_client.close()
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(popen(*arguments, **options))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return started


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("import os; os.abort()", "parser failed"),
        ("import sys; sys.exit('odd \\x1b[31m words')", "odd \ufffd\\[31m words"),
        ("print('no JSON')", "invalid output"),
        ("print('[]')", "invalid output"),
    ],
)
def test_parser_crash_is_one_line_error(
    body: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fake_parser(body, tmp_path, monkeypatch)
    with pytest.raises(UnreadableError, match=reason):
        parser_client.convert(b"", "markdown")


def _fake_parser(body: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "fake_parser.py").write_text(body)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setattr(parser_client, "PARSER", "fake_parser")
    parser_client.close()


def test_parser_process_limits_itself_and_opens_no_connection() -> None:
    probe = (
        "import resource, socket, subprocess\n"
        "from newsview.reading import parser_process\n"
        "parser_process._limit_resources()\n"
        "parser_process._limit_time(parser_process.SECONDS)\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0])\n"
        "for act in (lambda: socket.create_connection(('127.0.0.1', 9)), lambda: subprocess.run(['true'])):\n"
        "    try:\n        act()\n        print('done')\n"
        "    except PermissionError:\n        print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60, check=True)
    limit, *rest = done.stdout.split()
    assert parser_process.SECONDS < int(limit) <= parser_process.SECONDS + 5
    assert rest == ["refused", "refused"]
