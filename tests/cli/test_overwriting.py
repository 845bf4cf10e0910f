"""Refusal to overwrite reviewed and newer facts, inputs and targets of links."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsview.cli.group import newsview as group
from newsview.errors import CannotWriteError, NewsviewError
from newsview.store import overwriting
from newsview.store.save import save
from tests.batch.runs import archive, go
from tests.export.article import analysis
from tests.formats import files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Ada Quill said on Monday: “We can pay.”", encoding="utf-8")
    return tmp_path


def refused(*arguments: str) -> str:
    """The error line of a command that refuses to write, before it loads a model or reads an article."""
    # a run of many articles notes which model it takes before it looks at its outputs
    none = ["--model", "none-such"] if not {"export", "--jobs", "jsonl"} & set(arguments) else []
    done = CliRunner().invoke(group, [*arguments, *none])
    assert isinstance(done.exception, CannotWriteError) and done.exception.exit_code == 73, done
    line = str(done.exception)
    assert "--force" in line and "\n" not in line
    return line


def passes(*arguments: str) -> bool:
    """Whether the command passes the check of its outputs."""
    done = CliRunner().invoke(group, [*arguments, *(["--model", "none-such"] if arguments[0] == "extract" else [])])
    assert not isinstance(done.exception, CannotWriteError) or done.exception.exit_code != 73, done
    return done.exit_code == 0 or (isinstance(done.exception, NewsviewError) and "none-such" in str(done.exception))


REVIEWED = {"review": {"q-1": {"status": "accepted", "note": "an hour of work"}}, "schema_version": 1}
HELD = {
    "reviewed": (REVIEWED, "reviewed facts"),
    "newer": ({"review": {}, "schema_version": 99}, "schema version 99"),
}


@pytest.mark.parametrize("kind", sorted(HELD))
def test_reviewed_and_newer_facts_are_not_overwritten(kind: str, folder: Path) -> None:
    plain, words = HELD[kind]
    facts, out = folder / "article.facts.json", folder / "out" / "article.json"
    out.parent.mkdir()
    for path in (facts, out):
        path.write_text(json.dumps(plain), encoding="utf-8")
    before = facts.read_bytes()
    saved = folder / "saved.facts.json"
    save(analysis(), saved)
    assert words in refused("extract", "article.txt", "-o", "article.facts.json")
    assert words in refused("extract", "article.txt", "--output-dir", "out")
    assert words in refused("extract", "article.txt", "--output-dir", "out", "--jobs", "1")
    assert words in refused("export", "saved.facts.json", "--format", "html", "-o", "article.facts.json")
    assert facts.read_bytes() == before == out.read_bytes()
    assert passes("extract", "article.txt", "-o", "article.facts.json", "--force")
    assert passes("extract", "article.txt", "--output-dir", "out", "--force")
    assert passes("export", "saved.facts.json", "--format", "html", "-o", "article.facts.json", "--force")
    assert b"<html" in facts.read_bytes()


def test_unreviewed_facts_and_other_files_are_overwritten(folder: Path) -> None:
    for text in (json.dumps({"review": {}, "schema_version": 1}), '{"review": {"a": 1}}', "{", "[1]", "", "words"):
        (folder / "old.json").write_text(text, encoding="utf-8")
        assert passes("extract", "article.txt", "-o", "old.json"), text


def test_output_equal_to_input_is_refused(folder: Path) -> None:
    news = folder / "news"
    (news / "city").mkdir(parents=True)
    (news / "page.html").write_text(files.PAGE, encoding="utf-8")
    (news / "city" / "note.md").write_text(files.MARKDOWN, encoding="utf-8")
    (folder / "same").symlink_to("news")
    (folder / "hard.html").hardlink_to(news / "page.html")
    for output in ("same", "news", "news/city/..", str(news)):
        assert "page.html is one of the inputs" in refused(
            "extract", "news", "--format", "html", "--output-dir", output
        )
        assert "note.md is one of" in refused("extract", "news", "--format", "markdown", "--output-dir", output)
    for output in ("news/page.html", "./same/page.html", "hard.html"):
        assert "one of the inputs" in refused("extract", "news/page.html", "--format", "html", "-o", output)
    assert passes("extract", "news", "--format", "html", "--output-dir", "out")
    assert passes("extract", "news", "--format", "html", "--output-dir", "news/out")
    assert passes("extract", "news", "--format", "csv", "--output-dir", "news")
    assert passes("extract", "news/page.html", "--format", "html", "-o", "news/page.html", "--force")


def test_export_over_its_facts_or_article_is_refused(folder: Path) -> None:
    facts = folder / "article.facts.json"
    save(analysis(review={}), facts)
    article = folder / Path(str(analysis().article.path)).name
    article.write_text("words", encoding="utf-8")
    for named, output in (
        (facts.name, facts.name),
        ("article.txt", "article.txt"),
        ("article.txt", facts.name),
        (facts.name, article.name),
    ):
        assert "one of the inputs" in refused("export", named, "--format", "markdown", "-o", output)
    assert passes("export", facts.name, "--format", "html", "-o", "article.html")


def test_output_through_link_out_of_folder_is_refused(folder: Path) -> None:
    kit, home = folder / "kit", folder / "home"
    kit.mkdir()
    home.mkdir()
    (home / "there.json").write_text("{}", encoding="utf-8")
    links = {"dangling": "../home/.bash_aliases", "there": "../home/there.json", "inside": "nothing.json"}
    for name, target in links.items():
        (kit / f"{name}.json").symlink_to(target)
        (kit / f"{name}.txt").write_text("It rained.", encoding="utf-8")
        real = str(kit.joinpath(target).resolve())
        assert real in refused("extract", "article.txt", "-o", f"kit/{name}.json")
        assert real in refused("extract", f"kit/{name}.txt", "--output-dir", "kit")
        assert real in refused("extract", f"kit/{name}.txt", "--output-dir", "kit", "--jobs", "1")
        assert passes("extract", "article.txt", "-o", f"kit/{name}.json", "--force")
    (kit / "sub").symlink_to("../home")
    (folder / "news" / "sub").mkdir(parents=True)
    (folder / "news" / "sub" / "a.txt").write_text("It rained.", encoding="utf-8")
    assert str(home / "a.json") in refused("extract", "news", "--output-dir", "kit")
    (kit / "beside.json").write_text("{}", encoding="utf-8")
    (kit / "link.json").symlink_to("beside.json")
    assert passes("extract", "article.txt", "-o", "kit/link.json"), "a link to a file of the same folder is followed"


def test_names_differing_in_case_collide_on_case_insensitive_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"id": "con", "text": "It rained."}, {"id": "CON", "text": "It snowed."}]
    (folder / "week.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    commands = [["extract", "week.jsonl", "--output-dir", "out", *more] for more in ([], ["--jobs", "1"])]
    assert passes(*commands[0])
    for place in ("newsview.cli.commands.extract", "newsview.batch.run"):
        monkeypatch.setattr(f"{place}.ignores_case", lambda folder: True)
    for command in commands:
        done = CliRunner().invoke(group, command)
        assert "line 1 and week.jsonl line 2 would both be written as CON.json" in str(done.exception)


def test_case_insensitive_disk_is_detected(tmp_path: Path) -> None:
    small, large = tmp_path / "ab", tmp_path / "AB"
    small.mkdir()
    assert not overwriting.ignores_case(small)
    large.symlink_to(small)  # as such a disk answers
    assert overwriting.ignores_case(small) and overwriting.ignores_case(small / "1" / "not-there")


def test_archive_run_overwrites_neither_inputs_nor_review(folder: Path) -> None:
    out = folder / "out"
    out.mkdir()
    path = archive(folder, 3)
    part = path.rename(out / "part-000001.jsonl")
    for name in ("part-000001.jsonl", "manifest.jsonl", "errors.jsonl"):
        part = part.rename(out / name)
        assert f"{name} is one of the inputs" in refused(
            "extract", str(part), "--output-dir", "out", "--format", "jsonl"
        )
    path = part.rename(folder / "archive.jsonl")
    (out / "a1.json").write_text(json.dumps(REVIEWED), encoding="utf-8")
    with pytest.raises(CannotWriteError, match=r"a1\.json holds reviewed facts"):
        go(path, out, form="json")
    assert [each.name for each in out.iterdir()] == ["a1.json"]
    with pytest.raises(CannotWriteError, match=r"a1\.json holds reviewed facts"):
        go(path, out, form="json", resume=True)
    (out / "a1.json").unlink()
    assert go(path, out, form="json", resume=True).articles == 3
    (out / "a1.json").write_text(json.dumps(REVIEWED), encoding="utf-8")
    assert go(path, out, form="json", resume=True).articles == 3, "what is done is not written again"
    assert json.loads((out / "a1.json").read_text(encoding="utf-8")) == REVIEWED
