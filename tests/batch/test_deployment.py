"""Commands of the Kubernetes manifest, run on this machine."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.batch.programs import PATIENT, started
from tests.places import ROOT

MANIFEST = ROOT / "tui" / "newsview" / "batch" / "kubernetes.yaml"


def containers() -> dict[str, list[str]]:
    """The command of every container by its name."""
    documents: list[dict[str, Any]] = list(yaml.safe_load_all(MANIFEST.read_text(encoding="utf-8")))
    pods = [each["spec"]["template"]["spec"] for each in documents if "template" in each["spec"]]
    return {container["name"]: container["command"] for pod in pods for container in pod["containers"]}


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def test_cluster_process_does_not_import_from_working_directory() -> None:
    documents: list[dict[str, Any]] = list(yaml.safe_load_all(MANIFEST.read_text(encoding="utf-8")))
    pods = [each["spec"]["template"]["spec"] for each in documents if each["kind"] == "Deployment"]
    safe = {"name": "PYTHONSAFEPATH", "value": "1"}
    assert len(pods) == 2 and all(safe in container.get("env", []) for pod in pods for container in pod["containers"])
    recipe = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "export PYTHONSAFEPATH=1" in recipe.partition("dask.env")[2].partition("END\n.")[0]
    assert all("dask.env" in line for line in recipe.splitlines() if "dask worker" in line)


def test_only_pods_of_the_manifest_reach_its_cluster() -> None:
    documents: list[dict[str, Any]] = list(yaml.safe_load_all(MANIFEST.read_text(encoding="utf-8")))
    (policy,) = [each["spec"] for each in documents if each["kind"] == "NetworkPolicy"]
    ours = {"matchLabels": {"run": "newsview"}}
    assert policy == {"podSelector": ours, "policyTypes": ["Ingress"], "ingress": [{"from": [{"podSelector": ours}]}]}
    pods = [each["spec"]["template"] for each in documents if "template" in each["spec"]]
    assert len(pods) == 3 and all(pod["metadata"]["labels"]["run"] == "newsview" for pod in pods)


def test_recipe_of_a_cluster_encrypts_every_connection() -> None:
    recipe = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line for line in recipe if line.startswith(("dask scheduler", "for host", "newsview extract /shared"))]
    assert len(commands) == 3 and all("tls" in line for line in commands)
    assert all("--no-dashboard" in line for line in commands[:2])


@pytest.mark.model
def test_container_commands_work_together(tmp_path: Path) -> None:
    port, rows = free_port(), [{"id": n, "text": f"“It costs ${n} million,” Ada Quill said."} for n in range(3)]
    (tmp_path / "archive.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    programs = Path(sys.executable).parent

    def here(name: str) -> list[str]:
        program, *rest = containers()[name]
        assert shutil.which(program, path=str(programs)), f"{program} is not installed with newsview[cluster]"
        words = [word.replace("newsview-scheduler", "127.0.0.1").replace("8786", port) for word in rest]
        return [str(programs / program), *(word.replace("/archive/", f"{tmp_path}/") for word in words)]

    with ExitStack() as running:
        for name in ("scheduler", "worker"):
            running.enter_context(started(here(name), tmp_path / f"{name}.log", tmp_path))
        run = [sys.executable, "-m", "newsview", *here("newsview")[1:]]
        done = subprocess.run(run, capture_output=True, text=True, timeout=PATIENT, check=False)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "parts" / "part-000001.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["quotes"][0]["speaker"]["text"] for line in lines] == ["Ada Quill"] * 3
