"""JSON Lines archives with invalid lines: articles are exact, other lines are reported by number."""

from __future__ import annotations

import bz2
import csv
import gzip
import json
import lzma
import os
import tracemalloc
from codecs import BOM_UTF8
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
import zstandard

from newsview.batch.plan import planned
from newsview.batch.shards import Item
from newsview.errors import InputError, UnreadableError
from newsview.inputs import jsonl
from newsview.inputs.archive_rows import ReadingOptions, archived_line
from newsview.inputs.articles import inputs
from newsview.inputs.jsonl import LONGEST, line_at
from tests.batch.runs import use_stub_workers
from tests.cli.command import newsview
from tests.conftest import Tried

GOOD = "Council votes\n\nThe council voted “late” on Monday: 4.2 million, é, \N{GRINNING FACE}."
LINE = json.dumps({"text": GOOD}).encode()

BROKEN = {
    "cut": LINE[:-5],
    "no JSON": b"hello",
    "a list": b'["text"]',
    "a number": b"1",
    "null": b"null",
    "no text": b'{"id": 1}',
    "text is no string": b'{"text": {"a": 1}}',
    "not UTF-8": b'{"text": "\xff\xfe"}',
    "a control character": b'{"text": "\x1b[2J"}',
    "zero bytes": b"\x00" * 100,
    "too deep": b"[" * 100_000,
    "two values": LINE + LINE,
    "too many lines": json.dumps({"text": "a\n" * 400_001}).encode(),
    "NaN": b'{"text": NaN}',
    "an empty text": b'{"text": ""}',
    "white space": b'{"text": " \\n\\t\\u2028 "}',
    "a text too big": json.dumps({"text": "It rained. " * 1_100_000}).encode(),
    "a line too long": b'{"text": "It rained.", "more": "' + b"x" * LONGEST + b'"}',
}
"""Invalid lines by their defect."""


def listed(archive: Path) -> list[Item]:
    """The articles of an archive as planned for several processes."""
    with planned([str(archive)], named=True) as plan:
        return [item for shard in plan.shards() for item in shard.items]


def test_byte_order_mark_is_not_part_of_first_line(tmp_path: Path) -> None:
    path = tmp_path / "windows.jsonl"
    path.write_bytes(BOM_UTF8 + LINE + b"\r\n" + LINE + b"\r\n" + BOM_UTF8)
    first, second, third = inputs([str(path)], ReadingOptions())
    assert first.read().text == second.read().text == GOOD
    with pytest.raises(UnreadableError, match="line 3: it is invalid JSON"):
        third.read()
    planned_lines = [line_at(str(path), item.offset, item.length, item.label) for item in listed(path)]
    assert planned_lines == [LINE + b"\r\n", LINE + b"\r\n", BOM_UTF8]


def test_pipe_or_device_as_archive_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "zeros.jsonl").symlink_to("/dev/zero")
    for name in ("pipe.jsonl", "zeros.jsonl"):
        (only,) = inputs([str(tmp_path / name)], ReadingOptions())
        with pytest.raises(UnreadableError, match="not a file"):
            only.read()
        with pytest.raises(UnreadableError, match="not a file"):  # also where many processes work on it
            listed(tmp_path / name)


def test_overlong_line_is_refused_and_not_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    longest = 1_000_000
    monkeypatch.setattr(jsonl, "LONGEST", longest)
    archive = tmp_path / "archive.jsonl"
    with archive.open("wb") as file:
        file.write(LINE + b"\n")
        file.seek(20 * longest)
        file.write(b"\n" + LINE + b"\n")
    tracemalloc.start()
    try:
        (first, endless, last) = inputs([str(archive)], ReadingOptions())
        items = listed(archive)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * longest
    assert first.read().text == last.read().text == GOOD
    with pytest.raises(UnreadableError, match="line 2: it is longer than the limit of 1 MB"):
        endless.read()
    assert [item.number for item in items] == [1, 2, 3]
    assert items[1].length == 20 * longest - len(LINE)
    with pytest.raises(UnreadableError, match="line 2: it is longer"):
        line_at(str(archive), items[1].offset, items[1].length, items[1].label)
    assert line_at(str(archive), items[2].offset, items[2].length, "") == LINE + b"\n"


PACKS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("", gzip.compress),
    (".gz", gzip.compress),
    (".xz", lzma.compress),
    (".bz2", bz2.compress),
    (".zst", zstandard.compress),
]


@pytest.mark.parametrize(("suffix", "pack"), PACKS)
def test_packed_archive_is_read_by_processes_of_one_machine(
    suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / f"archive.jsonl{suffix}"
    path.write_bytes(pack(LINE + b"\n" + LINE))
    assert [each.read().text for each in inputs([str(path)], ReadingOptions())] == [GOOD, GOOD]
    with planned([str(path)], named=False) as plan:
        (shard,) = plan.shards()
        copied = [line_at(item.path, item.offset, item.length, item.label) for item in shard.items]
        assert copied == [LINE + b"\n"] * 2
        assert [item.label for item in shard.items] == [f"{path} line 1", f"{path} line 2"]
        assert all(item.mark == crc32(line) for item, line in zip(shard.items, copied, strict=True))
    assert not Path(shard.items[0].path).exists()
    with (
        pytest.raises(UnreadableError, match="a cluster reads JSON Lines that are not packed; unpack it first"),
        planned([str(path)], named=False, one_machine=False),
    ):
        pass


def test_several_frames_of_a_packed_archive_are_read(tmp_path: Path) -> None:
    for suffix, pack in PACKS[1:]:
        path = tmp_path / f"archive.jsonl{suffix}"
        path.write_bytes(pack(LINE + b"\n") + pack(b"\n" * 5000) + pack(LINE))
        assert [each.read().text for each in inputs([str(path)], ReadingOptions())] == [GOOD, GOOD]


@pytest.mark.parametrize(("suffix", "pack"), PACKS[1:])
def test_damaged_packed_archive_is_one_line_after_its_good_rows(
    suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / f"archive.ndjson{suffix}"
    whole = pack(LINE + b"\n" + LINE)
    path.write_bytes(whole[:-8] + b"\xff" * 4)
    *good, last = inputs([str(path)], ReadingOptions())
    assert all(each.read().text == GOOD for each in good)
    with pytest.raises(UnreadableError, match="damaged or cut off"):
        last.read()


def test_endless_standard_input_is_refused_with_limit() -> None:
    with Path("/dev/zero").open("rb") as zeros:
        done = newsview("extract", "-", stdin=zeros)
    assert done.returncode == 65
    assert b"limit of 12 MB" in done.stderr and len(done.stderr.splitlines()) == 1


def test_valid_lines_are_exact_and_invalid_lines_are_reported(tmp_path: Path, tried: Tried) -> None:
    archive = tmp_path / "archive.jsonl"
    archive.write_bytes(b"".join(LINE + b"\n" + broken + b"\n\n" for broken in BROKEN.values()))
    read, told = 0, {}
    for each in inputs([str(archive)], ReadingOptions()):
        try:
            assert each.read().text == GOOD
            read += 1
        except InputError as error:
            told[each.label] = str(error)
    assert read == len(BROKEN)
    numbers = [3 * at + 2 for at in range(len(BROKEN))]
    assert told.keys() == {f"{archive} line {number}" for number in numbers}
    assert sum(f"limit of {LONGEST // 1_000_000} MB for one line" in message for message in told.values()) == 1
    for label, message in told.items():
        assert message.startswith(f"{label}: "), message
        assert "\n" not in message and "\x1b" not in message and len(message) < 500
    tried(f"{len(BROKEN)} kinds of broken lines among as many articles")


ODD_DAYS = [
    "",
    " ",
    "0",
    "yesterday",
    "2020-02-30",
    "0000-00-00",
    "\x00",
    "-",
    "9" * 500,
    0,
    1580702706,
    -1.5,
    True,
    False,
    None,
    [],
    ["2024-05-06"],
    {},
]
"""Values of "published" in an archive that are not dates."""


@pytest.fixture
def odd_days(tmp_path: Path) -> Path:
    path = tmp_path / "odd.jsonl"
    rows = [{"id": f"odd{at}", "text": GOOD, "published": day} for at, day in enumerate(ODD_DAYS)]
    rows.append({"id": "good", "text": GOOD, "published": "2024-05-06T10:00:00Z"})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_invalid_published_date_is_ignored_for_its_line_only(odd_days: Path) -> None:
    *odd, good = (each.read() for each in inputs([str(odd_days)], ReadingOptions()))
    assert [(article.published, article.published_source) for article in odd] == [(None, None)] * len(ODD_DAYS)
    assert (good.published, good.published_source) == ("2024-05-06", "metadata")
    flagged = [each.read() for each in inputs([str(odd_days)], ReadingOptions(published="2024-01-02"))]
    assert {(article.published, article.published_source) for article in flagged} == {("2024-01-02", "flag")}


@pytest.mark.model
def test_invalid_published_date_does_not_end_run_with_jobs(
    odd_days: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_stub_workers(monkeypatch)
    output = tmp_path / "out"
    done = newsview("extract", odd_days, "--output-dir", output, "--format", "jsonl", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for part in sorted(output.glob("part-*")) for line in part.read_bytes().splitlines()]
    assert [line["article"]["published"] for line in lines] == [None] * len(ODD_DAYS) + ["2024-05-06"]


ROWS: list[dict[str, Any]] = [
    {"id": "https://example.org/a?b=1", "text": GOOD, "title": "T", "section": "city", "tags": ["a", {"b": 1}]},
    {"id": 7, "text": GOOD, "published": "2020-02-30"},
    {"id": None, "text": GOOD},
    {"text": GOOD, "published": 1580702706},
    {"id": {"part": 2}, "text": GOOD, "published": ""},
]
"""Ids and other fields of lines in several types."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "week.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def test_id_and_other_fields_of_a_line_are_kept_as_given(archive: Path) -> None:
    articles = [each.read() for each in inputs([str(archive)], ReadingOptions())]
    assert [article.id for article in articles] == [row.get("id") for row in ROWS]
    assert [article.metadata for article in articles] == [{"section": "city", "tags": ["a", {"b": 1}]}, {}, {}, {}, {}]


def test_unusable_date_of_a_line_is_told(archive: Path) -> None:
    notices = [each.read().notices for each in inputs([str(archive)], ReadingOptions())]
    assert [len(each) for each in notices] == [0, 1, 0, 1, 0]
    assert "2020-02-30" in notices[1][0] and "1580702706" in notices[3][0]


@pytest.mark.model
def test_lines_and_rows_of_an_archive_begin_with_the_id(archive: Path, tmp_path: Path) -> None:
    done = newsview("extract", archive, "--quiet")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [next(iter(line)) for line in lines] == ["id"] * len(ROWS)
    assert (
        [line["id"] for line in lines] == [line["article"]["id"] for line in lines] == [row.get("id") for row in ROWS]
    )
    table = newsview("extract", archive, "--quiet", "--format", "csv").stdout.decode()
    rows = list(csv.DictReader(StringIO(table)))
    assert next(iter(rows[0])) == "article_id"
    assert list(dict.fromkeys(row["article_id"] for row in rows)) == [ROWS[0]["id"], "7", "", '{"part":2}']
    alone = tmp_path / "one.txt"
    alone.write_text(GOOD)
    assert b"article_id" not in newsview("extract", alone, "--format", "csv").stdout


@pytest.mark.model
def test_parts_and_errors_have_the_ids_as_given(archive: Path, tmp_path: Path) -> None:
    with archive.open("a") as lines:
        lines.write(json.dumps({"id": "empty/one", "text": " "}) + "\n")
    output = tmp_path / "out"
    done = newsview("extract", archive, "--output-dir", output, "--format", "jsonl", "--quiet")
    assert done.returncode == 1
    found = [json.loads(line)["id"] for line in (output / "part-000001.jsonl").read_bytes().splitlines()]
    assert found == [ROWS[0]["id"], 7, "3", "4", {"part": 2}]
    errors = [json.loads(line) for line in (output / "errors.jsonl").read_bytes().splitlines()]
    assert [error["id"] for error in errors] == ["empty/one"]


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ({"url": "https://example.org/2024/05/06/bus"}, ("2024-05-06", "address")),
        ({"link": "https://example.org/2024/05/06/bus", "published": "soon"}, ("2024-05-06", "address")),
        (
            {"url": "https://example.org/2024/05/06/bus", "published": "2024-05-07T01:00:00Z"},
            ("2024-05-07", "metadata"),
        ),
        ({"url": 7}, (None, None)),
    ],
)
def test_day_of_publication_may_be_in_the_address(
    fields: dict[str, object], published: tuple[str | None, str | None], tmp_path: Path
) -> None:
    archive = tmp_path / "a.jsonl"
    archive.write_text(json.dumps({"id": 1, "text": GOOD, **fields}) + "\n")
    (found,) = inputs([str(archive)], ReadingOptions())
    article = found.read()
    assert (article.published, article.published_from) == published
    assert article.metadata.get("url") == fields.get("url")
    assert len(article.notices) == (fields.get("published") == "soon")


def test_half_a_surrogate_pair_and_an_id_that_is_true_are_read() -> None:
    line = rb'{"id": true, "text": "It rained \ud800 and \ud83d\ude00 \\ud800 \uDC00."}'
    found = archived_line(line, 7, "line 7", ReadingOptions())
    assert found.name == "true" and found.id is True
    assert found.read().text == "It rained \ufffd and \U0001f600 \\ud800 \ufffd."
    assert archived_line(b'{"id": false, "text": "x"}', 8, "line 8", ReadingOptions()).name == "false"
