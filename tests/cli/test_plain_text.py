"""``newsview ARTICLE --text``: source of the facts, and messages about unusable ones."""

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
    """The printed text, lines of standard error and exit code."""
    done = newsview(article, "--text", *options, env=home)
    return done.stdout.decode(), done.stderr.decode().splitlines(), done.returncode


def text_and_imports(article: Path, home: dict[str, str], *options: str) -> tuple[str, str, int]:
    """The printed text, imported modules and exit code of a separate process that prints no messages."""
    done = newsview_process(article, "--text", *options, env=home, options=("-X", "importtime"))
    said = done.stderr.decode()
    assert all(line.startswith("import time:") for line in said.splitlines())
    return done.stdout.decode(), said, done.returncode


@pytest.mark.model
def test_cached_facts_are_printed_without_importing_spacy(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    first, told, code = text(article, home)
    assert (told, code) == ([], 0) and "$4.2 million · money" in first
    second, imports, code = text_and_imports(article, home)
    assert (second, code) == (first, 0)
    assert " spacy" not in imports and " newsview.store.cache" in imports


def test_saved_facts_are_printed_with_review_without_model(tmp_path: Path, home: dict[str, str]) -> None:
    printed, imports, code = text_and_imports(reviewed(tmp_path), home, "--model", "none")
    assert code == 0 and "Entities: 5" in printed
    assert " spacy" not in imports


@pytest.mark.model
def test_unusable_saved_facts_are_reported_and_extracted_again(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    article.with_name("buses.facts.json").write_text("{}")
    printed, told, code = text(article, home)
    assert code == 0 and "$4.2 million" in printed
    (line,) = told
    assert "buses.facts.json is not a facts file" in line and "extracting the facts again" in line


def test_missing_model_is_one_line_error(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "buses.txt"
    article.write_text(NEWS)
    printed, told, code = text(article, home, "--model", "none")
    assert (printed, code) == ("", 69)
    (line,) = told
    assert "none" in line and "newsview models" in line


@pytest.mark.model
def test_review_is_carried_over_to_edited_article(tmp_path: Path, home: dict[str, str]) -> None:
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
