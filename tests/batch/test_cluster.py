"""The same shards on a real Dask cluster of this machine: a worker killed, a poison article."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.runs import ROOT, archive, contents, go


def test_a_killed_worker_and_a_poison_article_lose_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    path = archive(tmp_path, 700, n99="CRASH")
    go(path, tmp_path / "whole")
    command = [sys.executable, "-m", "tests.batch.cluster_run", str(path), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, cwd=ROOT, check=False)
    assert done.stdout.split() == ["1", "699", "1"], done.stderr[-2000:]
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_an_address_where_no_cluster_is_is_told(tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    command = [sys.executable, "-m", "newsview", "extract", str(path), "--output-dir", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--scheduler", "nonsense"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 2
    assert "no cluster answers there" in done.stderr
    assert len(done.stderr.splitlines()) == 1
