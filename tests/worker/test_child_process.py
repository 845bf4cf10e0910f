"""Parent's side of child processes: messages, last error line, end."""

import subprocess
import sys

import pytest

from newsview.workers.child_process import kill_group, last_line, module_command, parsed_message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"is": "pong"}\n', {"is": "pong"}),
        (b"[1]\n", None),
        (b"null\n", None),
        (b"Segmentation fault\n", None),
        (b'{"is": \n', None),
    ],
)
def test_message_is_a_json_object(line: bytes, message: object) -> None:
    assert parsed_message(line) == message


@pytest.mark.parametrize(
    ("stderr", "line"),
    [
        (b"Traceback:\n  OSError: no space\n\n \n", "OSError: no space"),
        (b"a\x1b[31m\tb\xff", "a\ufffd[31m b\ufffd"),
        (b" \n", ""),
        (b"", ""),
        (b"x" * 300, "x" * 199 + "…"),
    ],
)
def test_last_line_is_printable_and_short(stderr: bytes, line: str) -> None:
    assert last_line(stderr) == line


def test_command_ignores_modules_of_the_working_directory() -> None:
    assert module_command("a.b", "--model", "c") == [sys.executable, "-P", "-m", "a.b", "--model", "c"]


def test_killed_group_may_have_ended() -> None:
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, start_new_session=True)
    kill_group(process.pid)
    assert process.wait(20) == -9
    kill_group(process.pid)
    process.communicate()
