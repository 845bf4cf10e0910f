"""Fault injection: runs with killed processes or a full disk give the same result as undisturbed runs."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import psutil
import pytest

from newsview.batch import part
from newsview.batch.engines import processes
from newsview.batch.manifest import ERRORS, NAME
from newsview.batch.plan import planned
from newsview.batch.run import run
from newsview.batch.shards import Job
from newsview.batch.supervisor import Supervisor
from newsview.batch.versions import installed
from newsview.errors import CannotWriteError, NewsviewError, UsageError
from tests.batch.runs import FAST, archive, contents, go
from tests.effort import cases
from tests.places import ROOT

KILLS = cases(2, 25, "NEWSVIEW_KILLS")
"""Number of random kills; 50 with ``NEWSVIEW_KILLS=50 pytest tests/batch``."""

SLOW = "0.005"
"""Seconds for each article where processes are killed, so that kills hit articles in progress."""


@pytest.fixture(scope="module", autouse=True)
def from_the_root() -> Iterator[None]:
    """Run from the root of the project, where worker modules of the tests can be imported."""
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("long"), 700)


@pytest.fixture(scope="module")
def whole(long: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole") / "out"
    go(long, folder)
    return contents(folder)


@contextmanager
def killer(hands: Path, times: int, seed: int) -> Iterator[list[int]]:
    """Context that kills up to *times* workers at random moments; *hands* contains a file for each worker.

    Only workers with an article are killed, because several ends before the model is loaded end the run. Each article is
    hit at most twice: after six kills it would be skipped.
    """
    killed: list[int] = []
    over_one: Counter[str] = Counter()
    over = threading.Event()
    chance = random.Random(seed)

    def work() -> None:
        while len(killed) < times and not over.is_set():
            over.wait(chance.uniform(0.02, 0.2))
            alive = [path for path in sorted(hands.iterdir()) if psutil.pid_exists(int(path.name))]
            if alive:
                victim = chance.choice(alive)
                article = victim.read_text(encoding="utf-8")
                if over_one[article] == 2:
                    continue
                over_one[article] += 1
                with suppress(ProcessLookupError):
                    os.kill(int(victim.name), signal.SIGKILL)
                    killed.append(int(victim.name))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def test_workers_killed_at_random_do_not_change_output(
    long: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSVIEW_TEST_SECONDS", SLOW)
    done, turn = 0, 0
    while done < KILLS:
        turn += 1
        folder, hands = tmp_path / str(turn), tmp_path / f"hands-{turn}"
        hands.mkdir()
        monkeypatch.setenv("NEWSVIEW_TEST_HANDS", str(hands))
        with killer(hands, KILLS - done, seed=turn) as killed:
            go(long, folder, jobs=3)
        assert contents(folder) == whole
        done += len(killed)
        assert turn < 20 * KILLS, "the runs end before anything can be killed"
    print(f"workers killed: {done}, in {turn} runs")


def test_driver_killed_at_random_can_be_resumed(
    long: Path, whole: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSVIEW_TEST_SECONDS", SLOW)
    command = [sys.executable, "-m", "tests.batch.runs", str(long)]
    chance, done, turn = random.Random(7), 0, 0
    longest = 1.8  # seconds; on a slow machine more, so that there is always something done in the end
    while done < KILLS:
        turn += 1
        folder = tmp_path / str(turn)
        for _ in range(100):
            before, seconds = parts_done(folder), chance.uniform(0.2, longest)
            driver = subprocess.Popen([*command, str(folder), "2"], start_new_session=True)
            try:
                code = driver.wait(seconds)
            except subprocess.TimeoutExpired:
                os.kill(driver.pid, signal.SIGKILL)
                driver.wait()
                done += 1
                if seconds > longest / 2 and parts_done(folder) == before:
                    longest *= 1.5
                continue
            assert code == 0
            break
        assert contents(folder) == whole
    print(f"drivers killed: {done}, in {turn} runs")


def parts_done(folder: Path) -> int:
    """The lines of the manifest."""
    return (folder / NAME).read_bytes().count(b"\n") if (folder / NAME).exists() else 0


def test_poison_article_is_tried_three_times_and_skipped(tmp_path: Path) -> None:
    path = archive(tmp_path, 150, n3="CRASH", n70="LOOP", n71="MEMORY", n149="CRASH", n20="{")
    began = time.monotonic()
    summary = go(path, tmp_path / "out", jobs=2)
    assert time.monotonic() - began < 120
    assert (summary.articles, summary.failures) == (145, 5)
    errors = (tmp_path / "out" / ERRORS).read_text(encoding="utf-8")
    for number in (4, 21, 71, 72, 150):
        assert f"line {number}" in errors
    lines = b"".join(data for name, data in contents(tmp_path / "out").items() if name.startswith("part"))
    assert lines.count(b"\n") == 145


def test_paragraph_that_hangs_costs_that_paragraph_and_is_named(tmp_path: Path) -> None:
    texts = ["It rains.", "It rains.\n\nThe LOOP.\n\nIt pours.\n\nLOOP again.", "It snows.", "LOOP alone."]
    lines = [json.dumps({"id": f"a{number}", "text": text}) for number, text in enumerate(texts)]
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    summary = go(path, tmp_path / "out")
    assert (summary.articles, summary.failures, summary.left_out) == (3, 1, 1)
    files = contents(tmp_path / "out")
    articles = [json.loads(line)["article"] for line in files["part-000001.jsonl"].splitlines()]
    told = "paragraphs 2, 4 were left out: the extraction does not get to its end there"
    assert [each["notices"] for each in articles] == [[], [told], []]
    assert len(articles[1]["paragraphs"]) == 4
    part = json.loads(files[NAME].splitlines()[1])["part"]
    assert part["left_out"] == [{"article": f"{path} line 2", "paragraphs": [2, 4], "id": "a1"}]
    assert json.loads(files[ERRORS])["error"] == f"{path} line 4: its extraction does not end"
    assert go(path, tmp_path / "out", resume=True) == summary
    assert contents(tmp_path / "out") == files


def test_full_disk_is_reported_and_finished_parts_remain(long: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    (folder / "part-000004.jsonl").mkdir(parents=True)  # nothing can be written under this name
    with pytest.raises(CannotWriteError, match=r"part-000004.*use --resume to continue"):
        go(long, folder)
    (folder / "part-000004.jsonl").rmdir()
    go(long, folder, resume=True)
    assert contents(folder) == whole


def test_part_of_torn_manifest_line_is_made_again(long: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    go(long, folder)
    manifest = folder / NAME
    data = manifest.read_bytes()
    for cut in (len(data) - 1, len(data) // 2, 10, 1):
        manifest.write_bytes(data[:cut])
        go(long, folder, resume=True)
        assert contents(folder) == whole


def test_missing_part_is_made_again(long: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    go(long, folder)
    (folder / part.part_name(2)).unlink()
    go(long, folder, resume=True)
    assert contents(folder) == whole


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_number_of_jobs_does_not_change_output(jobs: int, long: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    go(long, tmp_path / "out", jobs)
    assert contents(tmp_path / "out") == whole


def test_temporary_files_of_killed_run_are_removed(tmp_path: Path) -> None:
    path, folder = archive(tmp_path, 3), tmp_path / "out"
    folder.mkdir()
    left = folder / ".newsview-0123456789abcdef.tmp"
    left.write_bytes(b'{"id"')
    an_hour_ago = time.time() - 3600
    os.utime(left, (an_hour_ago, an_hour_ago))
    go(path, folder, resume=True)
    assert not left.exists()


def test_earlier_run_is_not_overwritten(long: Path, tmp_path: Path) -> None:
    go(long, tmp_path / "out")
    with pytest.raises(UsageError, match="--resume"):
        go(long, tmp_path / "out")


def test_resume_with_other_articles_is_refused(long: Path, tmp_path: Path) -> None:
    go(long, tmp_path / "out")
    with pytest.raises(UsageError, match="other articles"):
        go(archive(tmp_path, 5), tmp_path / "out", resume=True)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (Job("out", "json"), "--format jsonl instead of json"),
        (Job("out", "jsonl", encoding="cp1252"), "--encoding not given instead of cp1252"),
        (Job("out", "jsonl", published="2024-05-06"), "--published not given instead of 2024-05-06"),
    ],
)
def test_resume_with_other_options_is_refused(changed: Job, told: str, tmp_path: Path) -> None:
    path, folder = archive(tmp_path, 3), tmp_path / "out"
    go(path, folder)
    before = contents(folder)
    with pytest.raises(UsageError, match=told):
        run(
            [str(path)],
            replace(changed, folder=str(folder)),
            partial(processes, jobs=1, command=FAST),
            resume=True,
            quiet=True,
        )
    assert contents(folder) == before


def test_resume_with_changed_archive_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    go(path, tmp_path / "out")
    path.write_bytes(path.read_bytes().replace(b"day 1", b"day 7"))
    with pytest.raises(UsageError, match="changed since"):
        go(path, tmp_path / "out", resume=True)


def test_worker_with_other_versions_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    with planned([str(path)], named=False) as plan:
        shard = next(plan.shards())
    with closing(Supervisor(command=FAST)) as supervisor:
        job = Job(str(tmp_path / "out"), "jsonl", versions="newsview 0.0.1, spaCy 3.0, en_core_web_md 3.0")
        with pytest.raises(UsageError, match=r"but the run was started with newsview 0\.0\.1"):
            supervisor.make(shard, job)
        assert not (tmp_path / "out").exists()
        (tmp_path / "out").mkdir()
        supervisor.make(shard, replace(job, versions=str(installed(None))))
    assert (tmp_path / "out" / "part-000001.jsonl").is_file()


def test_worker_with_other_output_folder_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    with planned([str(path)], named=False) as plan:
        shard = next(plan.shards())
    with closing(Supervisor(command=FAST)) as supervisor:
        job = Job(str(tmp_path / "out"), "jsonl", base=str(tmp_path))
        with pytest.raises(CannotWriteError, match="must share it"):
            supervisor.make(shard, job)
    assert not (tmp_path / "out").exists()


def test_worker_start_failure_reports_last_stderr_line(tmp_path: Path) -> None:
    with planned([str(archive(tmp_path, 3))], named=False) as plan:
        shard = next(plan.shards())
    broken = [sys.executable, "-c", "raise ImportError('no module called \\x1b[2J this')"]
    with (
        closing(Supervisor(command=broken)) as supervisor,
        pytest.raises(NewsviewError, match=r"cannot be started: ImportError: no module called .{1,4}\[2J this"),
    ):
        supervisor.make(shard, Job(str(tmp_path), "jsonl"))


def test_run_leaves_no_process(long: Path, tmp_path: Path) -> None:
    go(long, tmp_path / "out", jobs=4)
    assert not [child for child in psutil.Process().children() if "fast_worker" in " ".join(_command(child))]
