"""Recovery from torn and damaged journals."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.store.journal import Journal
from newsview.store.journal_lines import replay
from tests.conftest import Tried
from tests.store.journals import ARTICLE, decided


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[int]]:
    """A journal of five changes, and its length after each."""
    journal = Journal.open(ARTICLE, tmp_path)
    lengths = []
    for number in range(5):
        journal.append(decided(number))
        lengths.append(journal.path.stat().st_size)
    journal.close()
    return journal.path, lengths


def test_a_journal_cut_at_every_byte_gives_its_longest_whole_beginning(
    tmp_path: Path, written: tuple[Path, list[int]], tried: Tried
) -> None:
    path, lengths = written
    data = path.read_bytes()
    for cut in range(len(data) + 1):
        recovered, length = replay(data[:cut])
        whole = sum(end <= cut for end in lengths)
        assert recovered.lines == whole
        assert list(recovered.decisions) == [f"n-{number}" for number in range(whole)]
        assert length <= cut
    tried(f"{len(data) + 1} cuts")


def test_a_journal_with_every_byte_changed_in_turn_gives_what_is_before_it(
    written: tuple[Path, list[int]], tried: Tried
) -> None:
    path, lengths = written
    data = path.read_bytes()
    header = data.index(b"\n") + 1
    for at in range(len(data)):
        recovered, _ = replay(data[:at] + bytes([data[at] ^ 0x21]) + data[at + 1 :])
        before = sum(end <= at for end in lengths) if at >= header else 0
        assert recovered.lines == before
    tried(f"{len(data)} changed bytes")


def test_after_a_torn_line_the_next_change_is_whole_again(tmp_path: Path, written: tuple[Path, list[int]]) -> None:
    path, lengths = written
    for cut in (0, 10, lengths[0] - 1, lengths[2] + 1, lengths[4] - 1):
        data = path.read_bytes()
        path.write_bytes(data[:cut])
        journal = Journal.open(ARTICLE, tmp_path)
        journal.append(decided(77))
        journal.close()
        recovered, _ = replay(path.read_bytes())
        assert recovered.lines == sum(end <= cut for end in lengths) + 1
        assert "n-77" in recovered.decisions
        path.write_bytes(data)


@given(st.binary(max_size=400))
def test_any_bytes_can_be_replayed(data: bytes) -> None:
    recovered, length = replay(data)
    assert recovered.lines == 0 and length <= len(data)
