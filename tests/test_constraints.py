"""``constraints.txt``: every dependency pinned with the sums of its files, no addresses; the model's files as published."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from newsview.cli.commands import models
from newsview.workers import model_sums
from newsview.workers.model_sums import differing, differing_in, sums
from tests.cli.command import newsview
from tests.places import ROOT

TEXT = (ROOT / "constraints.txt").read_text(encoding="utf-8")


def test_every_dependency_is_pinned_with_sums() -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", "\n" + "\n".join(line for line in TEXT.splitlines() if line[:1] != "#"))
    pinned = {found[1]: found[0] for block in blocks if (found := re.match(r"([a-z0-9._-]+)==\S+", block))}
    assert len(pinned) > 60
    assert all("--hash=sha256:" in block for block in blocks if block.strip())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(each for name, extra in extras.items() if name != "test" for each in extra)]
    names = {re.split(r"[\[><=]", each)[0].lower().replace("_", "-") for each in wanted}
    assert names <= set(pinned)


def test_there_is_no_address() -> None:
    assert "://" not in TEXT
    assert not re.search(r"^--(?!hash)|\bindex\b", TEXT, re.M)


@pytest.mark.model
def test_files_of_the_default_model_are_as_published() -> None:
    assert differing() == []


def test_changed_and_missing_files_are_found(tmp_path: Path) -> None:
    wanted = sums()
    assert {"meta.json", "en_core_web_md-3.7.1/ner/model"} <= set(wanted)
    (tmp_path / "same").write_bytes(b"")
    (tmp_path / "changed").write_bytes(b"1")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert differing_in(tmp_path, {"same": empty, "changed": empty, "missing": empty}) == ["changed", "missing"]


@pytest.mark.model
def test_models_command_names_changed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"files as published" in newsview("models").stdout
    monkeypatch.setattr(model_sums, "differing", lambda: ["ner/model"])
    done = newsview("models")
    assert done.returncode == models.DIFFERENT
    assert b"files differ" in done.stdout
    assert b"ner/model" in done.stderr
