"""``newsview NEW --against OLD``: what is refused before the reader opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.cli.opening import ReaderOptions, _Named, _NamedArticles
from newsview.errors import NoInputError, UnreadableError
from tests.cli.command import newsview, one_line

NEW = "Harbour plan in doubt\n\nThe bridge costs $6 million, Ada Quill said on Monday.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("new.txt", "--against", "old.txt", "--text"), "--against is for the reader; newsview diff OLD NEW"),
        (("new.txt", "old.txt", "--against", "old.txt"), "--against is for one article"),
        (("--demo", "--against", "old.txt"), "--against is for one article"),
    ],
)
def test_contradictions_are_refused(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = newsview(*arguments, cwd=tmp_path)
    assert done.returncode == 2 and message in one_line(done)


def test_an_older_version_must_exist_and_have_something_in_common(tmp_path: Path) -> None:
    new, old = tmp_path / "new.txt", tmp_path / "old.txt"
    new.write_text(NEW)
    options = ReaderOptions(against=str(old))
    with pytest.raises(NoInputError, match=r"old\.txt"):
        _NamedArticles([_Named.of(str(new))], options).open(0)
    old.write_text("Rain stopped play on every court yesterday, as umpires had feared.\n")
    with pytest.raises(UnreadableError, match="nothing in common"):
        _NamedArticles([_Named.of(str(new))], options).open(0)
    old.write_text(NEW.replace("$6", "$4"))
    assert _NamedArticles([_Named.of(str(new))], options).open(0)[0].path == str(new)
