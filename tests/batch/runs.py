"""Runs over small archives with stub workers; as a program, one run: ARCHIVE FOLDER JOBS [SCHEDULER]."""

import json
import sys
from functools import partial
from pathlib import Path

import pytest

from newsview.batch import engines
from newsview.batch.engines import processes
from newsview.batch.run import Summary, run
from newsview.batch.shards import Form, Job
from newsview.batch.supervisor import Limits, Supervisor

FAST = [sys.executable, "-P", str(Path(__file__).with_name("fast_worker.py"))]
LIMITS = Limits(start=60.0, article=2.0, byte=0.0)
PATIENT_LIMITS = Limits(start=60.0, article=60.0, byte=0.0)
"""Limits for runs that are delayed on purpose."""


def archive(folder: Path, count: int, **odd: str) -> Path:
    """An archive of *count* articles; ``n7="CRASH"`` puts that word into number 7, ``n8="{"`` makes number 8 invalid JSON."""
    path = folder / "archive.jsonl"
    lines = []
    for number in range(count):
        word = odd.get(f"n{number}", "rain")
        row = json.dumps({"id": f"a{number}", "text": f"It is day {number} of the {word}."})
        lines.append(word if word == "{" else row)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def go(path: Path, folder: Path, jobs: int = 1, *, resume: bool = False, form: Form = "jsonl") -> Summary:
    job = Job(str(folder), form)
    engine = partial(processes, jobs=jobs, limits=LIMITS, command=FAST)
    return run([str(path)], job, engine, resume=resume, quiet=True)


def use_stub_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command line start stub workers."""
    monkeypatch.setattr(engines, "Supervisor", lambda limits, command: Supervisor(limits, FAST))


def go_on_cluster(path: Path, folder: Path, address: str) -> Summary:
    from newsview.batch.cluster import cluster  # Dask takes a second to import

    engine = partial(cluster, address=address, limits=PATIENT_LIMITS, command=FAST)
    return run([str(path)], Job(str(folder), "jsonl"), engine, resume=True, quiet=True)


def contents(folder: Path) -> dict[str, bytes]:
    """The content of every file in *folder* by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if not path.name.startswith(".")}


if __name__ == "__main__":
    source, target, jobs, *scheduler = sys.argv[1:]
    if scheduler:
        go_on_cluster(Path(source), Path(target), scheduler[0])
    else:
        go(Path(source), Path(target), int(jobs), resume=True)
