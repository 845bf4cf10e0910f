"""``newsview ARTICLE --text``: where the facts come from, and what is said when some cannot be used."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from newsview.model.facts import Decision
from newsview.store.load import load
from newsview.store.save import save
from tests.terminal.reviewed import reviewed

NEWS = "The mayor, Jane Doe, said on Tuesday that the city would spend $4.2 million on new buses."


def text(article: Path, home: dict[str, str], *options: str) -> tuple[str, str, int]:
    """What is printed, what is said beside the modules that are imported, and the exit code."""
    command = [sys.executable, "-X", "importtime", "-m", "newsview", str(article), "--text", *options]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **home}, check=False)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def told(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("newsview:")]


@pytest.mark.model
def test_the_second_time_spacy_is_not_imported_and_the_facts_are_the_same(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    first, said, code = text(article, home)
    assert code == 0 and "$4.2 million · money" in first and " spacy" in said
    second, said, code = text(article, home)
    assert (second, code) == (first, 0)
    assert " spacy" not in said and told(said) == []


def test_saved_facts_are_printed_with_their_review_and_need_no_model(tmp_path: Path, home: dict[str, str]) -> None:
    printed, said, code = text(reviewed(tmp_path), home, "--model", "none")
    assert code == 0 and "Entities: 5" in printed
    assert " spacy" not in said and told(said) == []


@pytest.mark.model
def test_facts_that_cannot_be_used_are_told_and_found_anew(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    article.with_name("buses.facts.json").write_text("{}")
    printed, said, code = text(article, home)
    assert code == 0 and "$4.2 million" in printed
    (line,) = told(said)
    assert "buses.facts.json is not a facts file" in line and "found anew" in line


def test_a_model_that_is_not_there_is_told_in_one_line(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    printed, said, code = text(article, home, "--model", "none")
    assert (printed, code) == ("", 69)
    (line,) = told(said)
    assert "none" in line and "newsview models" in line


@pytest.mark.model
def test_the_review_goes_with_an_article_that_was_edited(tmp_path: Path, home: dict[str, str]) -> None:
    article = reviewed(tmp_path)
    facts = article.with_name("springfield-buses.facts.json")
    loaded = load(facts)
    number = next(each for each in loaded.analysis.numbers if each.text == "38 percent")
    accepted = {number.id: Decision(status="accepted", note="table 2")}
    save(replace(loaded.analysis, review=accepted), facts, expected=loaded.stamp)
    article.write_text("Corrected.\n\n" + article.read_text())
    printed, said, code = text(article, home)
    assert code == 0 and "accepted · note: table 2" in printed
    assert len(told(said)) == 1 and "has changed since it was reviewed" in told(said)[0]
