"""Lines with checksums: written, read, and refused if changed."""

import pytest

from newsview.store.checked_lines import checked_line, parsed_line

LINE = b'82748b5e {"part":3}\n'


def test_checked_line_has_checksum_blank_and_object() -> None:
    assert checked_line({"part": 3}) == LINE


def test_whole_line_gives_its_object() -> None:
    assert parsed_line(LINE) == {"part": 3}


@pytest.mark.parametrize("end", range(len(LINE)))
def test_torn_line_gives_none(end: int) -> None:
    assert parsed_line(LINE[:end]) is None


@pytest.mark.parametrize("line", [LINE.replace(b"3}", b"4}"), LINE.upper(), b"0" + LINE, b"00000000 \n", b"\n"])
def test_changed_line_gives_none(line: bytes) -> None:
    assert parsed_line(line) is None
