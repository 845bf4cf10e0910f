"""The command as a user starts it, an article for it, and what it says on standard error."""

import subprocess
import sys
from pathlib import Path

ARTICLE = "Council backs budget\n\n“We can pay for it,” Ada Quill said on Monday. It costs $4.2 million.\n"


def newsview(
    *arguments: str | Path, stdin: bytes | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "newsview", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=120, cwd=cwd, check=False)


def one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    """The single line on standard error."""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return lines[0]
