"""``newsview ARTICLE --text``: where the facts come from, and what is said when some cannot be used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsview.model.facts import Decision
from newsview.store.load import load
from newsview.store.save import save
from tests.cli.command import newsview, newsview_process
from tests.terminal.reviewed import reviewed

NEWS = "The mayor, Jane Doe, said on Tuesday that the city would spend $4.2 million on new buses."


def text(article: Path, home: dict[str, str], *options: str) -> tuple[str, list[str], int]:
    """What is printed, the lines on standard error, and the exit code."""
    done = newsview(article, "--text", *options, env=home)
    return done.stdout.decode(), done.stderr.decode().splitlines(), done.returncode


def text_and_imports(article: Path, home: dict[str, str], *options: str) -> tuple[str, str, int]:
    """What a process of its own prints, the modules that it imports, and the exit code; nothing else is said."""
    done = newsview_process(article, "--text", *options, env=home, options=("-X", "importtime"))
    said = done.stderr.decode()
    assert all(line.startswith("import time:") for line in said.splitlines())
    return done.stdout.decode(), said, done.returncode


@pytest.mark.model
def test_the_second_time_spacy_is_not_imported_and_the_facts_are_the_same(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    first, told, code = text(article, home)
    assert (told, code) == ([], 0) and "$4.2 million · money" in first
    second, imports, code = text_and_imports(article, home)
    assert (second, code) == (first, 0)
    assert " spacy" not in imports and " newsview.store.cache" in imports


def test_saved_facts_are_printed_with_their_review_and_need_no_model(tmp_path: Path, home: dict[str, str]) -> None:
    printed, imports, code = text_and_imports(reviewed(tmp_path), home, "--model", "none")
    assert code == 0 and "Entities: 5" in printed
    assert " spacy" not in imports


@pytest.mark.model
def test_facts_that_cannot_be_used_are_told_and_found_anew(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    article.with_name("buses.facts.json").write_text("{}")
    printed, told, code = text(article, home)
    assert code == 0 and "$4.2 million" in printed
    (line,) = told
    assert "buses.facts.json is not a facts file" in line and "found anew" in line


def test_a_model_that_is_not_there_is_told_in_one_line(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    printed, told, code = text(article, home, "--model", "none")
    assert (printed, code) == ("", 69)
    (line,) = told
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
    printed, told, code = text(article, home)
    assert code == 0 and "accepted · note: table 2" in printed
    assert len(told) == 1 and "has changed since it was reviewed" in told[0]
