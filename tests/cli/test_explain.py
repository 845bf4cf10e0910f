"""``newsview explain``: a line for each fact, with the rules that made it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import orjson
import pytest

from tests.cli.command import ARTICLE, newsview, one_line


def lines_of(*arguments: str | Path, stdin: bytes = b"") -> list[list[str]]:
    done = newsview("explain", *arguments, stdin=stdin)
    assert done.returncode == 0, done.stderr
    return [line.split("\t") for line in done.stdout.decode().splitlines()]


@pytest.mark.model
def test_every_fact_has_a_line_with_rules_in_the_source(tmp_path: Path) -> None:
    article = tmp_path / "budget.txt"
    article.write_text(ARTICLE)
    lines = lines_of(article)
    assert {line[1] for line in lines} >= {"PERSON", "direct", "date", "money"}
    for _, _, rules, places in lines:
        assert len(rules.split(", ")) == len(places.split(", "))
        for name, where in zip(rules.split(", "), places.split(", "), strict=True):
            file, _, number = where.rpartition(":")
            line = files("newsview").joinpath(file).read_text("utf-8").splitlines()[int(number) - 1]
            assert re.search(rf'def {name}\(|name = "{name}"', line)


@pytest.mark.model
def test_text_argument_filters_facts() -> None:
    assert [line[:2] for line in lines_of("-", "4.2", stdin=ARTICLE.encode())] == [["$4.2 million", "money"]]
    done = newsview("explain", "-", "no such words", stdin=ARTICLE.encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert "no such words" in one_line(done)


@pytest.mark.model
def test_saved_facts_without_rule_are_marked(tmp_path: Path) -> None:
    article, saved = tmp_path / "budget.txt", tmp_path / "budget.facts.json"
    article.write_text(ARTICLE)
    assert newsview("extract", article, "-o", saved).returncode == 0
    facts = orjson.loads(saved.read_bytes())
    number = next(each for each in facts["numbers"] if each["kind"] == "money")
    text = facts["article"]["text"]
    at = text.index("budget")
    facts["numbers"].append(number | {"id": "n-gone", "text": "budget", "start": at, "end": at + 6})
    facts["numbers"].append(number | {"id": "n-own", "text": "bud", "start": at, "end": at + 3, "origin": "reviewer"})
    saved.write_bytes(orjson.dumps(facts))
    lines = {line[0]: line[2:] for line in lines_of(saved)}
    assert lines["budget"] == ["no rule makes this fact now", "-"]
    assert lines["bud"] == ["added by the reviewer", "-"]
    assert lines["$4.2 million"][0] == "digits_at, symbol_before"


@pytest.mark.model
def test_lines_of_archive_begin_with_article_name(tmp_path: Path) -> None:
    archive = tmp_path / "news.jsonl"
    archive.write_bytes(orjson.dumps({"id": "one", "text": ARTICLE}) + b"\n")
    assert all(len(line) == 5 and line[0].endswith("news.jsonl line 1") for line in lines_of(archive))


@pytest.mark.parametrize(("name", "content"), [("gone.txt", None), ("broken.facts.json", b"{}"), ("empty.txt", b"")])
def test_unusable_input_is_one_line_error(tmp_path: Path, name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = newsview("explain", path)
    assert done.returncode in (65, 66)
    assert name in one_line(done)


@pytest.mark.model
def test_articles_behind_one_that_cannot_be_read_are_explained(tmp_path: Path) -> None:
    for name, text in (("a.txt", ARTICLE), ("b.txt", ""), ("c.txt", ARTICLE)):
        (tmp_path / name).write_text(text)
    done = newsview("explain", tmp_path, "4.2")
    assert done.returncode == 1 and "b.txt" in one_line(done)
    assert [Path(line.split("\t")[0]).name for line in done.stdout.decode().splitlines()] == ["a.txt", "c.txt"]


def test_facts_that_cannot_be_opened_are_no_mistake_of_the_command(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    assert newsview("explain", tmp_path / "folder.json").returncode in (65, 66)
