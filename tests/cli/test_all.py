"""``--all``: the facts that are hidden by default."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsview.model.codec import encode
from tests.cli.command import newsview, one_line
from tests.export.article import with_aside

BELIEF = "“We cannot wait, … not for 10 years.”"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "buses.facts.json"
    path.write_text(json.dumps(encode(with_aside()), default=dict))
    return path


@pytest.mark.parametrize("form", ["csv", "markdown", "html", "text"])
def test_hidden_facts_are_exported_on_request(saved: Path, form: str) -> None:
    usual = newsview("export", saved, "--format", form)
    every = newsview("export", saved, "--format", form, "--all")
    assert (usual.returncode, every.returncode) == (0, 0)
    assert BELIEF not in usual.stdout.decode() and BELIEF in every.stdout.decode()


def test_json_has_all_facts(saved: Path) -> None:
    done = newsview("export", saved, "--format", "json")
    assert [quote["aside"] for quote in json.loads(done.stdout)["quotes"]] == [False, True]


def test_plain_text_has_hidden_facts_on_request(saved: Path) -> None:
    assert BELIEF not in newsview(saved, "--text").stdout.decode()
    assert BELIEF in newsview(saved, "--text", "--all").stdout.decode()


def test_all_without_text_is_refused(saved: Path) -> None:
    done = newsview(saved, "--all")
    assert done.returncode == 2
    one_line(done)


@pytest.mark.model
def test_extract_leaves_beliefs_out_of_tables_unless_wanted(tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text("Ada Quill believes that the bridge is safe. Milo Fenn denied that it was safe.")
    usual = newsview("extract", article, "--format", "text").stdout.decode()
    assert "Milo Fenn denied: it was safe" in usual and "Quill believes:" not in usual
    assert (
        "Ada Quill believes: the bridge is safe"
        in newsview("extract", article, "--format", "text", "--all").stdout.decode()
    )
