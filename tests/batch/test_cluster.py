"""Runs on local Dask clusters with killed processes give the same result as undisturbed runs."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from distributed import Client, Security
from distributed.node import ServerNode

from newsview.batch.cluster import _client
from newsview.batch.manifest import NAME
from tests.batch.programs import PATIENT, started
from tests.batch.runs import archive, contents, go
from tests.places import ROOT

DASK = [sys.executable, "-W", "ignore", "-m", "dask"]


def until(path: Path, lines: int = 1) -> None:
    """Wait until the file at *path* has at least so many lines."""
    end = time.monotonic() + PATIENT
    while not path.exists() or path.read_bytes().count(b"\n") < lines:
        assert time.monotonic() < end, f"{path.name} has no {lines} lines"
        time.sleep(0.05)


@contextmanager
def scheduler(folder: Path, name: str, port: str = "0") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler started with ``dask scheduler``: its address and process."""
    told = folder / f"{name}.json"
    command = [
        *DASK,
        "scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        port,
        "--no-dashboard",
        "--scheduler-file",
        str(told),
    ]
    with started(command, folder / f"{name}.log") as process:
        end = time.monotonic() + PATIENT
        while not told.exists() or not told.read_bytes().endswith(b"}"):
            assert time.monotonic() < end, "the scheduler does not start"
            time.sleep(0.1)
        yield json.loads(told.read_bytes())["address"], process


def worker(folder: Path, address: str, *options: str) -> list[str]:
    place = ["--nthreads", "1", "--no-dashboard", "--local-directory", str(folder / "dask")]
    return [*DASK, "worker", address, *place, *options]


def test_run_resumes_after_driver_and_scheduler_are_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # paths are relative to a folder that is not the one that the cluster's workers are in
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.chdir(tmp_path)
    path, folder = Path("archive.jsonl"), Path("out")
    # an article near the end that waits: nothing is done before it can be killed
    archive(tmp_path, 700, n600="GATE")
    gate = tmp_path / "gate"
    monkeypatch.setenv("NEWSVIEW_TEST_GATE", str(gate))
    gate.touch()
    go(path, Path("whole"))
    gate.unlink()
    run = [sys.executable, "-W", "ignore", "-m", "tests.batch.runs", str(path), str(folder), "2"]
    with scheduler(tmp_path, "first") as (address, first), started(worker(tmp_path, address), tmp_path / "worker.log"):
        with started([*run, address], tmp_path / "driver.log", tmp_path) as driver:
            until(folder / NAME, 3)
            os.kill(driver.pid, signal.SIGKILL)
        with started([*run, address], tmp_path / "second.log", tmp_path) as driver:
            until(folder / NAME, 6)
            first.kill()
            assert driver.wait(PATIENT) != 0
    assert "use --resume to continue" in (tmp_path / "second.log").read_text(encoding="utf-8")
    assert contents(folder) != contents(tmp_path / "whole")
    gate.touch()
    with scheduler(tmp_path, "next") as (address, _), started(worker(tmp_path, address), tmp_path / "last.log"):
        assert subprocess.run([*run, address], timeout=PATIENT, check=False).returncode == 0
    assert contents(folder) == contents(tmp_path / "whole")


def test_restarted_scheduler_is_reported_as_lost_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, folder, gate = archive(tmp_path, 700, n600="GATE"), tmp_path / "out", tmp_path / "gate"
    monkeypatch.setenv("NEWSVIEW_TEST_GATE", str(gate))
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    run = [sys.executable, "-W", "ignore", "-m", "tests.batch.runs", str(path), str(folder), "2"]
    with (
        scheduler(tmp_path, "first") as (address, first),
        started(worker(tmp_path, address), tmp_path / "worker.log"),
        started([*run, address], tmp_path / "driver.log") as driver,
    ):
        until(folder / NAME, 6)
        first.kill()
        first.wait()
        with scheduler(tmp_path, "again", address.rpartition(":")[2]) as (same, _):
            assert same == address
            assert driver.wait(PATIENT) != 0
    said = (tmp_path / "driver.log").read_text(encoding="utf-8").splitlines()
    assert said[-1].endswith(f"lost the cluster at {address}; use --resume to continue"), said[-3:]


WITHOUT_NEWSVIEW = """\
import sys
sys.modules["newsview"] = None
from distributed.cli.dask_worker import main
main()
"""


def test_worker_without_newsview_is_named_in_error(tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    with scheduler(tmp_path, "one") as (address, _):
        command = [sys.executable, "-c", WITHOUT_NEWSVIEW, *worker(tmp_path, address, "--no-nanny")[len(DASK) + 1 :]]
        with started(command, tmp_path / "worker.log"):
            extract = [
                sys.executable,
                "-m",
                "newsview",
                "extract",
                str(path),
                "--output-dir",
                str(tmp_path / "out"),
                "-q",
            ]
            done = subprocess.run(
                [*extract, "--scheduler", address], capture_output=True, text=True, timeout=PATIENT, check=False
            )
    assert done.returncode == 2
    assert "newsview is not installed on the worker tcp://127.0.0.1:" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_killed_worker_and_poison_article_affect_no_other_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    path, gate = archive(tmp_path, 700, n99="CRASH", n600="GATE"), tmp_path / "gate"
    monkeypatch.setenv("NEWSVIEW_TEST_GATE", str(gate))
    gate.touch()
    go(path, tmp_path / "whole")
    gate.unlink()
    command = [sys.executable, "-m", "tests.batch.cluster_run", str(path), str(tmp_path / "out"), str(gate)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, cwd=ROOT, check=False)
    assert done.stdout.split() == ["1", "699", "1"], done.stderr[-2000:]
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_address_without_cluster_is_usage_error(tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    command = [sys.executable, "-m", "newsview", "extract", str(path), "--output-dir", str(tmp_path / "out"), "-q"]
    done = subprocess.run(
        [*command, "--scheduler", "nonsense"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 2
    assert "cannot connect to a cluster" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_local_cluster_serves_no_pages_and_takes_no_fixed_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, ExitStack() as opened:
        usual = socket.create_server(("127.0.0.1", 8787)) if _is_free(8787) else other
        opened.enter_context(usual)
        client = _client("local", 1, opened)
        ports = [client.run_on_scheduler(_page_port), *client.run(_page_port).values()]
        assert len(ports) == 2 and 8787 not in ports
        for port in ports:
            for page in ("/health", "/info/main/workers.html", "/json/identity.json", "/metrics"):
                with pytest.raises(HTTPError, match="404"):
                    urlopen(f"http://127.0.0.1:{port}{page}", timeout=PATIENT)


def _is_free(port: int) -> bool:
    with suppress(OSError), socket.create_server(("127.0.0.1", port)):
        return True
    return False


def _page_port(dask_scheduler: ServerNode | None = None, dask_worker: ServerNode | None = None) -> int:
    """The port of the pages of a scheduler or worker."""
    node: Any = dask_scheduler or dask_worker
    return int(node.http_server.port)


def test_local_cluster_admits_nobody_without_the_certificate_of_the_run() -> None:
    with ExitStack() as opened:
        client = _client("local", 1, opened)
        address = client.scheduler_info()["address"]
        assert address.startswith("tls://127.0.0.1:")
        assert all(each.startswith("tls://") for each in client.scheduler_info()["workers"])
        assert client.submit(sum, [1, 2]).result(timeout=PATIENT) == 3
        for other, security in ((address.replace("tls", "tcp"), None), (address, Security.temporary())):
            with pytest.raises((OSError, RuntimeError)):
                Client(other, timeout="5s", security=security)
