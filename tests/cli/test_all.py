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


RELEASE = """Ada Quill said on Monday that 5 roads are closed.

The council will spend $4.2 million on repairs.

Media contact: Milo Fenn, Kestel Roads Ltd, 25 March 2021
"""


@pytest.mark.model
def test_facts_of_boilerplate_are_exported_on_request_only(tmp_path: Path) -> None:
    article, saved = tmp_path / "roads.txt", tmp_path / "roads.facts.json"
    article.write_text(RELEASE)
    assert newsview("extract", article, "-o", saved).returncode == 0
    facts = json.loads(saved.read_text())
    aside = {
        each.get("name") or each["text"] for kind in ("entities", "numbers") for each in facts[kind] if each["aside"]
    }
    assert aside == {"Milo Fenn", "Kestel Roads Ltd", "25 March 2021"}
    assert facts["article"]["paragraphs"][2]["role"] == "boilerplate"
    in_article = {"csv": 0, "markdown": 1, "html": 1, "text": 1}
    commands: dict[str, list[str | Path]] = {form: ["export", saved, "--format", form] for form in in_article}
    commands |= {"facts as text": [saved, "--text"], "article as text": [article, "--text"]}
    for form, command in commands.items():
        usual, every = (newsview(*command, *more).stdout.decode() for more in ([], ["--all"]))
        for words in aside:
            assert usual.count(words) == in_article.get(form, 1) < every.count(words), (form, words)
