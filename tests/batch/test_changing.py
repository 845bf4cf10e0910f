"""Inputs and outputs changed during a run, and retries of failed articles."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from newsview.batch.manifest import ERRORS, NAME, _whole_lines
from newsview.batch.part import Part, make_part, part_name
from newsview.batch.plan import planned
from newsview.batch.run import Summary, run
from newsview.batch.shards import Form, Job, Shard
from newsview.batch.supervisor import Supervisor
from newsview.errors import CannotWriteError, ChangedError
from newsview.store.checked_lines import checked_line
from tests.batch.fast_worker import Stub
from tests.batch.runs import FAST, archive, contents
from tests.places import ROOT

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor

Deed = Callable[[], object]


def nothing() -> None:
    """No interference."""


def engine(shards: Iterable[Shard], job: Job, deed: Deed = nothing) -> Iterator[Part]:
    """Engine in this process that calls *deed* after the second part."""
    for shard in shards:
        yield make_part(shard, job, cast("Extractor", Stub()))
        if shard.number == 2:
            deed()


def go(
    path: Path,
    folder: Path,
    deed: Deed = nothing,
    *,
    form: Form = "jsonl",
    resume: bool = False,
    retry_failed: bool = False,
) -> Summary:
    engine_ = partial(engine, deed=deed)
    return run([str(path)], Job(str(folder), form), engine_, resume=resume, retry_failed=retry_failed, quiet=True)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def news(folder: Path) -> Path:
    """A folder of 150 articles, in two sub-folders."""
    for number in range(150):
        path = folder / "news" / ("city" if number % 2 else "sport") / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"It is day {number}.", encoding="utf-8")
    return folder / "news"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_output_folder_removed_during_run_ends_run(tmp_path: Path, form: Form) -> None:
    folder, path = tmp_path / "out", archive(tmp_path, 300)
    go(path, tmp_path / "whole", form=form)
    with pytest.raises(
        CannotWriteError, match=r"has been removed since the run began; .*use --resume to continue"
    ) as told:
        go(path, folder, lambda: shutil.rmtree(folder), form=form)
    assert not folder.exists() and "\n" not in str(told.value)
    go(path, folder, resume=True, form=form)
    assert contents(folder) == contents(tmp_path / "whole")


def test_output_folder_replaced_during_run_ends_run(tmp_path: Path) -> None:
    folder, path = tmp_path / "out", archive(tmp_path, 300)

    def replace() -> None:
        shutil.rmtree(folder)
        folder.mkdir()

    with pytest.raises(CannotWriteError, match=r"manifest\.jsonl has been removed since the run began"):
        go(path, folder, replace)


@pytest.mark.parametrize("harm", [Path.unlink, cut])
def test_part_missing_or_truncated_at_end_is_reported_and_made_again(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    folder, path = tmp_path / "out", archive(tmp_path, 300)
    go(path, tmp_path / "whole")
    with pytest.raises(CannotWriteError, match=r"files of 1 of \d+ parts have been removed or changed"):
        go(path, folder, lambda: harm(folder / part_name(1)))
    go(path, folder, resume=True)
    assert contents(folder) == contents(tmp_path / "whole")
    harm(folder / part_name(2))
    go(path, folder, resume=True)
    assert contents(folder) == contents(tmp_path / "whole")


def test_article_files_missing_at_end_are_reported_and_made_again(tmp_path: Path) -> None:
    folder, path = tmp_path / "out", news(tmp_path)
    go(path, tmp_path / "whole", form="json")
    assert len(tree(tmp_path / "whole")) == 152
    with pytest.raises(CannotWriteError, match=r"parts have been removed or changed.*use --resume to make them again"):
        go(path, folder, lambda: shutil.rmtree(folder / "city"), form="json")
    go(path, folder, resume=True, form="json")
    assert tree(folder) == tree(tmp_path / "whole")


def test_missing_output_of_archive_line_is_made_again(tmp_path: Path) -> None:
    folder, path = tmp_path / "out", archive(tmp_path, 300, n7="{")
    go(path, folder, form="json")
    before = contents(folder)
    (folder / "a3.json").unlink()
    go(path, folder, resume=True, form="json")
    assert contents(folder) == before


def test_manifest_without_sizes_can_be_resumed(tmp_path: Path) -> None:
    folder, path = tmp_path / "out", archive(tmp_path, 100)
    go(path, folder)
    lines = list(_whole_lines((folder / NAME).read_bytes()))
    for line in lines[1:]:
        del line["part"]["size"]
    (folder / NAME).write_bytes(b"".join(map(checked_line, lines)))
    made = (folder / part_name(1)).stat().st_mtime_ns
    assert go(path, folder, resume=True).articles == 100
    assert (folder / part_name(1)).stat().st_mtime_ns == made


def test_archive_changed_during_run_ends_run(tmp_path: Path) -> None:
    folder, path = tmp_path / "out", archive(tmp_path, 300)
    go(path, tmp_path / "whole")
    before = path.read_bytes()
    for changed in (before.replace(b"day 29", b"day 31"), before[: len(before) // 2], before[:-1] + b"}\n"):
        shutil.rmtree(folder, ignore_errors=True)
        with pytest.raises(ChangedError, match=r"archive\.jsonl line \d+ has changed since the run began; .*--resume"):
            go(path, folder, partial(path.write_bytes, changed))
        path.write_bytes(before)
        go(path, folder, resume=True)
        assert contents(folder) == contents(tmp_path / "whole")


def test_lines_appended_to_archive_during_run_are_ignored(tmp_path: Path) -> None:
    folder, path = tmp_path / "out", archive(tmp_path, 300)
    go(path, tmp_path / "whole")
    before = path.read_bytes()
    go(path, folder, partial(path.write_bytes, before + before))
    assert contents(folder) == contents(tmp_path / "whole")


def test_child_process_reports_changed_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # where the worker, a module of the tests, is found
    path = archive(tmp_path, 3)
    with planned([str(path)], named=False) as plan:
        shard = next(plan.shards())
    archive(tmp_path, 3, n1="snow")
    with closing(Supervisor(command=FAST)) as supervisor, pytest.raises(ChangedError, match="line 2 has changed"):
        supervisor.make(shard, Job(str(tmp_path), "jsonl"))


def test_file_changed_during_run_fails_only_this_article(tmp_path: Path) -> None:
    folder, path = tmp_path / "out", news(tmp_path)
    last = path / "sport" / "98.txt"
    summary = go(path, folder, partial(last.write_text, "It is day 99."))
    assert (summary.articles, summary.failures) == (149, 1)
    assert "98.txt: it has changed since the run began" in (folder / ERRORS).read_text(encoding="utf-8")


def test_retry_failed_repeats_failed_articles(tmp_path: Path) -> None:
    path, folder = news(tmp_path), tmp_path / "out"
    go(path, tmp_path / "whole")
    hidden, aside = path / "sport" / "98.txt", tmp_path / "aside"
    assert go(path, folder, lambda: hidden.rename(aside)).failures == 1
    aside.rename(hidden)
    made = (folder / part_name(1)).stat().st_mtime_ns
    assert go(path, folder, resume=True).failures == 1
    assert "98.txt" in (folder / ERRORS).read_text(encoding="utf-8")
    assert go(path, folder, retry_failed=True).failures == 0
    assert contents(folder) == contents(tmp_path / "whole")
    assert (folder / part_name(1)).stat().st_mtime_ns == made, "parts without failures stay"
