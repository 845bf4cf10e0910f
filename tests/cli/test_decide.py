"""``newsview decide``: decisions on saved facts without the reader."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsview.model.decision import Decision, Was, decided
from newsview.store.journal import Journal
from newsview.store.load import load
from newsview.store.save import save
from tests.cli.command import newsview
from tests.export.article import TEXT, analysis

EARLIER = {
    "n-money": Decision(status="accepted", note="see the minutes", at="2024-05-17T10:00:00+00:00"),
    "q-wait": Decision(was=Was(text="We can wait", status="accepted")),
}


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "buses.facts.json"
    save(analysis(EARLIER), path)
    monkeypatch.chdir(tmp_path)
    yield path


def review(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_bytes())["review"]
    return found


def test_one_decision(facts: Path) -> None:
    done = newsview("decide", facts, "n-money", "false", "--source", "budget, page 4")
    assert (done.returncode, done.stdout) == (0, b"")
    assert "accepted · claim false (budget, page 4) · note: see the minutes" in done.stderr.decode()
    now = review(facts)["n-money"]
    assert (now["status"], now["verdict"], now["source"]) == ("accepted", "false", "budget, page 4")
    assert now["note"] == "see the minutes" and now["at"] > "2024-05-17T10:00:00+00:00"


def test_decisions_from_standard_input_and_failures_by_number(facts: Path) -> None:
    lines = (
        b"e-doe accept\n\n# the numbers\nn-years reject --note 'a figure of speech'\nn-none accept\n"
        b'n-money maybe\nn-money\nn-money true --sauce x\nn-money \'true\n\xff accept\nq-wait true --source "the tape"\n'
    )
    done = newsview("decide", facts, "--quiet", stdin=lines)
    assert done.returncode == 1
    said = done.stderr.decode().splitlines()
    assert [each.split(":")[1] for each in said] == [f" line {number}" for number in (5, 6, 7, 8, 9, 10)], said
    assert "n-none is no fact here" in said[0] and "'maybe' is no verb" in said[1] and "not 1 word" in said[2]
    now = review(facts)
    assert now["e-doe"]["status"] == "accepted" and now["n-years"]["note"] == "a figure of speech"
    assert now["q-wait"]["verdict"] == "true" and "was" not in now["q-wait"]
    assert now["n-money"] == review(facts)["n-money"] and now["n-money"]["verdict"] is None


def test_clear_takes_the_decision_back_and_leaves_the_note(facts: Path) -> None:
    assert newsview("decide", facts, stdin=b"n-money clear\nq-wait clear\n").returncode == 0
    now = review(facts)
    assert "q-wait" not in now
    assert (now["n-money"]["status"], now["n-money"]["note"]) == (None, "see the minutes")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["n-none", "accept"], 65, "n-none is no fact here"),
        (["n-money", "maybe"], 2, "the verbs are accept"),
        (["n-money"], 2, "a decision is ID and VERB"),
        (["--note", "x"], 2, "belong to a fact"),
    ],
)
def test_a_wrong_decision_changes_nothing(facts: Path, arguments: list[str], code: int, words: str) -> None:
    before = facts.read_bytes()
    done = newsview("decide", facts, *arguments)
    assert done.returncode == code and words in done.stderr.decode(), done.stderr
    assert len(done.stderr.decode().splitlines()) == 1
    assert facts.read_bytes() == before


def test_mention_is_no_fact(facts: Path) -> None:
    mention = analysis().entities[0].mentions[0].id
    done = newsview("decide", facts, mention, "accept")
    assert done.returncode == 65 and "name the entity" in done.stderr.decode()


@pytest.mark.parametrize("elsewhere", [False, True])
def test_refused_while_a_reader_has_the_article_open(facts: Path, tmp_path: Path, elsewhere: bool) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    before, opened = facts.read_bytes(), load(facts).analysis.article
    journal = Journal.open(opened)
    try:
        done = newsview("decide", facts, "n-money", "true", cwd=folder if elsewhere else None)
    finally:
        journal.close()
    assert done.returncode == 73 and "close it first" in done.stderr.decode()
    assert facts.read_bytes() == before
    assert newsview("decide", facts, "n-money", "true", cwd=folder if elsewhere else None).returncode == 0
    assert json.loads(facts.read_bytes())["article"]["path"] == "buses.txt"


def test_unsaved_decisions_of_the_reader_are_saved_as_well(facts: Path) -> None:
    journal = Journal.open(load(facts).analysis.article)
    journal.append({"e-smith": Decision(status="rejected")})
    journal.close()
    done = newsview("decide", facts, "n-money", "unclear")
    assert "decisions that were not saved are saved as well" in done.stderr.decode()
    assert review(facts)["e-smith"]["status"] == "rejected" and review(facts)["n-money"]["verdict"] == "unclear"


def test_decision_that_cannot_be_saved_is_not_made_later(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        assert newsview("decide", facts, "n-money", "reject").returncode == 73
    done = newsview("decide", facts, "q-wait", "accept")
    assert done.returncode == 0 and "not saved" not in done.stderr.decode()
    assert review(facts)["n-money"]["status"] == "accepted" and review(facts)["q-wait"]["status"] == "accepted"


def test_what_is_no_facts_file_is_refused(facts: Path, tmp_path: Path) -> None:
    assert newsview("decide", tmp_path / "none.json", "n-1", "accept").returncode == 66
    assert newsview("decide", tmp_path / "buses.txt", "n-1", "accept").returncode == 65


def test_decision_equal_to_the_one_before_keeps_its_time() -> None:
    before = Decision(status="accepted", at="2024-01-01T00:00:00+00:00")
    assert decided(before, "accept", at="2025-01-01T00:00:00+00:00") == before
    assert decided(before, "clear", at="2025-01-01T00:00:00+00:00") is None
    edited = decided(Decision(edits={"name": "Ada"}), "clear", at="2025-01-01T00:00:00+00:00")
    assert edited == Decision(edits={"name": "Ada"})
