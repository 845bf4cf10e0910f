"""Damaged, encrypted, misnamed and hostile files: one-line errors within a time limit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newsview.errors import UnreadableError
from newsview.reading import parser_client, parser_process
from newsview.reading.read import read_path
from tests.formats import files

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 12))
    + b"]><d>&a11;</d>"
)

HOSTILE = {
    "scan.pdf": (files.pdf([[], []]), "OCR"),
    "locked.pdf": (files.encrypted(files.pdf([["It rained."]])), "encrypted"),
    "cut.pdf": (files.pdf([["It rained."]])[:200], "damaged|no text"),
    "text.pdf": (b"It rained.", "named .pdf"),
    "page.docx": (files.PAGE.encode(), "named .docx"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted or an old Word"),
    "sheet.docx": (files.with_part(files.word(["a"]), "[Content_Types].xml", b"<Types/>"), "damaged"),
    "cut.docx": (files.word(["It rained."])[:2000], "named .docx|damaged"),
    "zeros.docx": (files.with_part(files.word(["a"]), "word/document.xml", bytes(250_000_000)), "when unpacked"),
    "laughs.docx": (files.with_part(files.word(["a"]), "word/document.xml", LAUGHS), "damaged|nothing to read"),
    "word.txt": (files.word(["It rained."]), "named .txt but is a Word"),
    "portable.html": (files.pdf([["It rained."]]), "named .html but is a PDF"),
    "empty.html": (b"<html><body></body></html>", "no article"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
    "deep.html": (b"<html><body>" + b"<div>" * 50_000 + b"It rained." + b"</div>" * 50_000, "nested|no article|parser"),
    "blank.md": (b"\n\n<!-- nothing -->\n", "nothing to read"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_bad_file_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    content, reason = HOSTILE[name]
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=reason) as raised:
        read_path(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert len(str(raised.value).splitlines()) == 1
    assert raised.value.exit_code == 65


def test_parser_over_cpu_limit_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake_parser("while True: pass", tmp_path, monkeypatch)
    monkeypatch.setattr(parser_process, "SECONDS", 0.5)
    with pytest.raises(UnreadableError, match="stopped"):
        parser_client.convert(b"", "markdown")


def test_parser_over_time_limit_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake_parser("import time; time.sleep(60)", tmp_path, monkeypatch)
    monkeypatch.setattr(parser_process, "SECONDS", 0.5)
    with pytest.raises(UnreadableError, match="stopped"):
        parser_client.convert(b"", "markdown")


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


def test_parser_process_limits_itself_and_opens_no_connection() -> None:
    probe = (
        "import resource, socket, subprocess\n"
        "from newsview.reading import parser_process\n"
        "parser_process._limit_resources()\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0])\n"
        "for act in (lambda: socket.create_connection(('127.0.0.1', 9)), lambda: subprocess.run(['true'])):\n"
        "    try:\n        act()\n        print('done')\n"
        "    except PermissionError:\n        print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == [str(parser_process.SECONDS), "refused", "refused"]
