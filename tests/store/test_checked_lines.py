"""Lines with checksums: written, read, and refused if changed."""

import pytest

from newsview.store.checked_lines import checked_line, parsed_line, sealed_line, unsealed_line

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


SEALED = b'{"part":3,"crc32":"7315ef7a"}\n'


def test_sealed_line_is_json_with_its_checksum() -> None:
    assert sealed_line({"part": 3}) == SEALED
    assert unsealed_line(SEALED) == {"part": 3}
    assert unsealed_line(LINE) == {"part": 3}, "those of older manifests"


@pytest.mark.parametrize("end", range(len(SEALED)))
def test_torn_sealed_line_gives_none(end: int) -> None:
    assert unsealed_line(SEALED[:end]) is None


@pytest.mark.parametrize("line", [SEALED.replace(b":3", b":4"), SEALED.upper(), b" " + SEALED, b'{"part":3}\n'])
def test_changed_sealed_line_gives_none(line: bytes) -> None:
    assert unsealed_line(line) is None
