"""Fault injection while saving: kills, failing system calls, full disks, read-only folders."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsview.errors import CannotWriteError
from newsview.model.facts import Decision
from newsview.store.files import Stamp, current_stamp
from newsview.store.journal import Journal
from newsview.store.journal_lines import replay
from newsview.store.load import load
from newsview.store.save import facts_bytes, save
from tests.conftest import Tried
from tests.effort import cases, sample
from tests.places import ROOT
from tests.store import samples
from tests.store.faulty import Faulty, failing

KILLS = cases(5, 25, "NEWSVIEW_KILLS")
"""How many processes are killed while they save: 500 by ``NEWSVIEW_KILLS=500 pytest tests/store/test_faults.py``."""

OLD, NEW = samples.OLD, samples.NEW


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}


SAVING = """
import os, sys, pathlib
from newsview.store.files import Stamp
from newsview.store.load import load
from newsview.store.save import facts_bytes, save
from newsview.store.files import current_stamp
from tests.store.samples import NEW, OLD
path = pathlib.Path(sys.argv[1])
print("ready", flush=True)
while True:
    for analysis in (NEW, OLD):
        save(analysis, path, expected=current_stamp(path))
"""


def test_kill_during_save_leaves_whole_old_or_new_file(tmp_path: Path, tried: Tried) -> None:
    path = tmp_path / "x.facts.json"
    whole = {facts_bytes(OLD), facts_bytes(NEW)}
    save(OLD, path)
    dice, left_behind = random.Random(7), 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE, cwd=ROOT, env=environment()
        )
        with process:
            assert process.stdout is not None and process.stdout.readline() == b"ready\n"
            time.sleep(dice.uniform(0, 0.05))
            process.kill()
        assert path.read_bytes() in whole
        left_behind += len(list(tmp_path.iterdir())) - 1
        for temporary in tmp_path.glob(".newsview-*"):
            temporary.unlink()
    tried(f"{KILLS} processes killed while saving, {left_behind} left a temporary file, all files whole")


DECIDING = """
import pathlib, sys
from newsview.model.facts import Decision
from newsview.store.journal import Journal
from tests.store import samples
journal = Journal.open(samples.article(), pathlib.Path(sys.argv[1]))
for number in range(10**9):
    journal.append({f"n-{number}": Decision(note="x" * 200)})
    print(number, flush=True)
"""


def test_kill_while_deciding_loses_no_decision(tmp_path: Path, tried: Tried) -> None:
    dice, made = random.Random(8), 0
    for run in range(max(3, KILLS // 5)):
        folder = tmp_path / str(run)
        process = subprocess.Popen(
            [sys.executable, "-c", DECIDING, str(folder)], stdout=subprocess.PIPE, cwd=ROOT, env=environment()
        )
        with process:
            assert process.stdout is not None and process.stdout.readline() == b"0\n"
            time.sleep(dice.uniform(0, 0.05))
            process.kill()
            said = process.stdout.read().splitlines(keepends=True)
        decided = 1 + sum(line.endswith(b"\n") for line in said)
        (path,) = folder.iterdir()
        recovered, _ = replay(path.read_bytes())
        assert decided <= recovered.lines <= decided + 1
        assert list(recovered.decisions) == [f"n-{number}" for number in range(recovered.lines)]
        made += decided
    tried(f"{max(3, KILLS // 5)} processes killed while deciding, {made} decisions made, none lost")


def _in_a_child(work: Callable[[], None]) -> int:
    """What *work* in a forked process ends with: its exit code (0, or 73 for ``CannotWriteError``) or minus the signal."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            work()
            code = 0
        except CannotWriteError:
            code = CannotWriteError.exit_code
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


@contextmanager
def a_file_to_replace(tmp_path: Path, patch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "here"
    folder.mkdir()
    path = folder / "x.facts.json"
    save(OLD, path)
    path.chmod(0o640)
    with patch.context():
        yield path
    shutil.rmtree(folder)


def _calls_of_a_save(tmp_path: Path, patch: pytest.MonkeyPatch) -> list[str]:
    with a_file_to_replace(tmp_path, patch) as path, patch.context() as inner:
        expected = current_stamp(path)
        faulty = Faulty(inner)
        save(NEW, path, expected=expected)
    return faulty.made


def test_kill_at_every_system_call_of_a_save_leaves_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    calls = _calls_of_a_save(tmp_path, monkeypatch)
    whole = {facts_bytes(OLD), facts_bytes(NEW)}
    kills = sample(range(len(calls)), 40)
    for at in kills:
        with a_file_to_replace(tmp_path, monkeypatch) as path:
            expected = current_stamp(path)

            def work(at: int = at, path: Path = path, expected: Stamp = expected) -> None:
                Faulty(pytest.MonkeyPatch(), at, lambda name: os.kill(os.getpid(), signal.SIGKILL))
                save(NEW, path, expected=expected)

            assert _in_a_child(work) == -signal.SIGKILL
            assert path.read_bytes() in whole
    tried(f"killed at {len(kills)} of {len(calls)} system calls: {' '.join(calls)}")
    assert {"write", "fsync", "replace"} <= set(calls)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EDQUOT, errno.EROFS])
def test_failure_of_every_system_call_of_a_save_leaves_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, tried: Tried
) -> None:
    calls = _calls_of_a_save(tmp_path, monkeypatch)
    saved = 0
    for at, name in enumerate(calls):
        with a_file_to_replace(tmp_path, monkeypatch) as path:
            expected = current_stamp(path)
            with monkeypatch.context() as patch:
                Faulty(patch, at, failing(code))
                try:
                    save(NEW, path, expected=expected)
                except CannotWriteError as error:
                    outcome, message = OLD, str(error)
                    assert "\n" not in message
                else:
                    outcome, saved = NEW, saved + 1
            assert path.read_bytes() == facts_bytes(outcome), f"{name}, call {at}"
            assert path.stat().st_mode & 0o777 == 0o640
            assert [each.name for each in path.parent.iterdir()] == [path.name], f"{name}, call {at}"
    tried(f"{errno.errorcode[code]}: {len(calls)} calls failed in turn, {saved} of the saves succeeded all the same")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR])
def test_failure_of_every_call_of_a_first_save_leaves_none_or_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, tried: Tried
) -> None:
    def fresh(at: int) -> tuple[list[str], Path]:
        folder = tmp_path / f"{at}"
        folder.mkdir()
        path = folder / "x.facts.json"
        with monkeypatch.context() as patch:
            faulty = Faulty(patch, at, failing(code))
            try:
                save(NEW, path)
            except CannotWriteError:
                path = folder
        return faulty.made, path

    calls, _ = fresh(-1)
    for at in range(len(calls)):
        _, path = fresh(at)
        if path.is_file():
            assert path.read_bytes() == facts_bytes(NEW)
        else:
            assert list(path.glob("*.json")) == []
    tried(f"{errno.errorcode[code]}: {len(calls)} calls of a first save failed in turn")


@contextmanager
def a_full_disk() -> Iterator[tuple[Path, str]]:
    """A folder on a file system of 64 KB, or, where none may be mounted, any folder; and which of the two it is."""
    folder = Path(tempfile.mkdtemp())
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    mounted = shutil.which("mount") is not None and subprocess.run(mount, capture_output=True).returncode == 0
    try:
        yield folder, "tmpfs" if mounted else "size limit"
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)
        shutil.rmtree(folder)


def test_on_a_full_disk_the_old_file_stays_whole_and_the_journal_says_so(tried: Tried) -> None:
    with a_full_disk() as (folder, kind):
        path = folder / "x.facts.json"
        save(OLD, path)
        assert len(facts_bytes(NEW)) > 2**16

        def work() -> None:
            if kind == "size limit":
                resource.setrlimit(resource.RLIMIT_FSIZE, (2**16, 2**16))
            save(NEW, path, expected=current_stamp(path))

        assert _in_a_child(work) == CannotWriteError.exit_code
        assert path.read_bytes() == facts_bytes(OLD)
        assert [each.name for each in folder.iterdir()] == [path.name]

        def journal() -> None:
            if kind == "size limit":
                resource.setrlimit(resource.RLIMIT_FSIZE, (2**16, 2**16))
            kept = Journal.open(OLD.article, folder / "journal")
            for number in range(10_000):
                kept.append({f"n-{number}": Decision(note="x" * 100)})

        assert _in_a_child(journal) == CannotWriteError.exit_code
        (file,) = (folder / "journal").iterdir()
        lines = replay(file.read_bytes())[0].lines
        assert lines > 100
        tried(f"{kind}: save refused, old file whole, {lines} journalled decisions kept")


def test_folder_without_write_permission_keeps_the_old_file() -> None:
    """Root may write everywhere: as root, the save is made as another user."""
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "x.facts.json"
        save(OLD, path)
        path.chmod(0o666)
        folder.chmod(0o555)

        def work() -> None:
            if os.geteuid() == 0:
                os.setuid(65534)
            save(NEW, path, expected=current_stamp(path))

        assert _in_a_child(work) == CannotWriteError.exit_code
        assert path.read_bytes() == facts_bytes(OLD)
        folder.chmod(0o777)
        path.chmod(0o444)
        assert _in_a_child(work) == CannotWriteError.exit_code, "a file that its owner made read-only stays as it is"
        assert path.read_bytes() == facts_bytes(OLD)
    finally:
        folder.chmod(0o777)
        shutil.rmtree(folder)


def test_removed_folder_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    path = folder / "x.facts.json"
    stamp = save(OLD, path).stamp
    shutil.rmtree(folder)
    with pytest.raises(CannotWriteError, match="No such file"):
        save(NEW, path, expected=stamp)
    folder.mkdir()
    save(NEW, path, expected=stamp)
    assert load(path).analysis.review == NEW.review
