"""Folders, patterns and output formats of ``extract`` and ``export``; help and completion."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsview.cli.commands import COMMANDS
from newsview.cli.group import newsview as group
from newsview.cli.output import to_standard_output
from newsview.errors import InputError, NoInputError, UsageError
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.articles import inputs
from tests.cli.command import ARTICLE, newsview, one_line
from tests.export.article import analysis
from tests.formats import files


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with articles of several formats, sub-folders, and files that are not articles."""
    folder = tmp_path / "newsroom"
    (folder / "city" / "hall").mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "city" / "page.html").write_text(files.PAGE)
    (folder / "city" / "hall" / "no te.md").write_text(files.MARKDOWN)
    (folder / "city" / "locked.pdf").write_bytes(files.encrypted(files.pdf([["It rained."]])))
    (folder / "a.facts.json").write_text("{}")
    (folder / "a.facts.md").write_text("The exported sheet of an article is no article of its own.")
    (folder / ".hidden.txt").write_text(ARTICLE)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def names(*given: str) -> list[str]:
    return [each.name for each in inputs(given, ReadingOptions())]


def test_binary_data_is_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdout", Screen())
    with pytest.raises(UsageError, match="write it to a file with -o"):
        to_standard_output(b"PAR1", binary=True)


def test_folder_is_read_recursively(newsroom: Path) -> None:
    assert names(str(newsroom)) == ["a", "city/locked", "city/page", "city/hall/no%20te"]


def test_output_names_of_pattern_begin_below_fixed_part(newsroom: Path) -> None:
    assert names(f"{newsroom}/city/*.html") == ["page"]
    assert names(f"{newsroom}/**/*.html") == ["city/page"]
    assert names(f"{newsroom}/c*y") == ["city/locked", "city/page", "city/hall/no%20te"]


def test_existing_file_named_like_pattern_is_read(tmp_path: Path) -> None:
    odd = tmp_path / "what[1].txt"
    odd.write_text(ARTICLE)
    (found,) = inputs([str(odd)], ReadingOptions())
    assert found.read().text == ARTICLE


@pytest.mark.parametrize("name", ["empty", "*.txt", "week.jsonl"])
def test_input_without_match_is_reported_and_others_are_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(inputs([str(tmp_path / name), "-"], ReadingOptions()))
    assert len(found) == 2
    with pytest.raises(InputError) as raised:
        found[0].read()
    assert isinstance(raised.value, NoInputError)


@pytest.mark.model
def test_output_dir_keeps_sub_folders_and_skips_unreadable_file(newsroom: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = newsview("extract", newsroom, "--output-dir", out, "--format", "html", "--verbose")
    assert done.returncode == 1
    written = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert written == ["a.html", "city/hall/no%20te.html", "city/page.html"]
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 4
    assert any("locked.pdf: it is encrypted" in line for line in lines)
    assert any("a.txt: " in line and "1 quote, 2 numbers in" in line and "a.html" in line for line in lines)


@pytest.mark.model
@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_two_files_of_one_stem_are_both_written(jobs: tuple[str, ...], tmp_path: Path) -> None:
    folder, out = tmp_path / "news", tmp_path / "out"
    folder.mkdir()
    for name in ("story.txt", "story.md", "other.txt"):
        (folder / name).write_text("The mayor said it costs $4 million.\n")
    done = newsview("extract", folder, "--output-dir", out, *jobs)
    assert done.returncode == 0, done.stderr
    written = {path.name for path in out.glob("*.json") if not path.name.startswith(".")}
    assert {"story.txt.json", "story.md.json", "other.json"} <= written
    one_by_one = newsview("extract", folder / "story.txt", folder / "story.md", "--output-dir", tmp_path / "two", *jobs)
    assert one_by_one.returncode == 0, one_by_one.stderr
    assert (tmp_path / "two" / "story.md.json").exists()


@pytest.mark.model
def test_csv_of_several_articles_is_one_table(newsroom: Path) -> None:
    done = newsview("extract", newsroom / "a.txt", newsroom / "city" / "page.html", "--format", "csv")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(StringIO(done.stdout.decode(), newline="")))
    assert {Path(row["article"]).name for row in rows} == {"a.txt", "page.html"}
    assert "last Friday" in {row["text"] for row in rows}
    assert next(row["date"] for row in rows if row["text"] == "last Friday") == "2024-05-03"


@pytest.mark.parametrize(
    "arguments", [("a.txt", "b.txt", "--format", "html"), ("a.txt", "b.txt", "--format", "json"), ("a", "b", "-o", "c")]
)
def test_single_article_options_are_refused_for_several(arguments: tuple[str, ...]) -> None:
    done = newsview("extract", *arguments)
    assert done.returncode == 2
    assert "--output-dir" in one_line(done)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    from newsview.export.formats import rendered

    path = tmp_path / "buses.facts.json"
    path.write_bytes(rendered(analysis(), "json"))
    plain = json.loads(path.read_bytes())
    plain["review"] = {"q-wait": {"status": "accepted", "verdict": "false", "note": "page 4"}}
    path.write_text(json.dumps(plain))
    return path


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("json", b'"status": "accepted"'),
        ("jsonl", b'"status":"accepted"'),
        ("csv", b"accepted,false,,page 4"),
        ("markdown", b"accepted \xc2\xb7 claim false"),
        ("html", b"\xe2\x89\xa0 false \xc2\xb7 page 4"),
    ],
)
def test_export_includes_review_decisions(form: str, sign: bytes, saved: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert newsview("export", saved, "--format", form, "-o", out).returncode == 0
    assert sign in out.read_bytes()
    done = newsview("export", saved, "--format", form)
    assert done.returncode == 0 and done.stderr == b""
    assert done.stdout in out.read_bytes()


def test_export_accepts_article_with_facts_beside_it(saved: Path) -> None:
    article = saved.with_name("buses.txt")
    article.write_text("It rained.")
    assert newsview("export", article, "--format", "csv").returncode == 0
    done = newsview("export", saved.with_name("none.facts.json"), "--format", "csv")
    assert done.returncode == 66
    one_line(done)


def test_plain_text_contains_article_facts_and_review(saved: Path) -> None:
    done = newsview(saved, "--text")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.decode().splitlines()
    assert "Quotes: 2" in lines
    assert "1. about $4.2 million · money · new buses; in sentence 2 [n-money]" in lines
    assert any(line.endswith("accepted · claim false · note: page 4") for line in lines)
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(shell: str) -> None:
    done = newsview("completion", shell)
    assert done.returncode == 0, done.stderr
    assert b"_NEWSVIEW_COMPLETE" in done.stdout


def test_completion_offers_commands_options_and_formats() -> None:
    def items(words: str, index: int) -> list[tuple[str, str]]:
        asked = {"_NEWSVIEW_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(index)}
        lines = newsview(env=asked).stdout.decode().splitlines()
        return [(kind, value) for kind, _, value in (line.partition(",") for line in lines)]

    def completed(words: str, index: int) -> list[str]:
        return [value for _, value in items(words, index)]

    def kinds(words: str, index: int) -> set[str]:
        return {kind for kind, _ in items(words, index)}

    assert {"extract", "export", "explain"} <= set(completed("newsview ex", 1))
    assert "file" not in kinds("newsview ex", 1)  # bash would forget the commands
    assert kinds("newsview a", 1) == {"file"}
    assert completed("newsview --de", 1) == ["--demo"]
    assert completed("newsview --he", 1) == ["--help"]
    assert "--format" in completed("newsview extract --f", 2)
    assert completed("newsview extract --format m", 3) == ["markdown"]
    for words, index in (("newsview a", 1), ("newsview --fresh a", 2), ("newsview read a", 2), ("newsview -o a", 2)):
        assert completed(words, index) == ["a"], words


@pytest.mark.parametrize("command", ["extract", "export", "completion"])
def test_help_has_examples_and_no_colours(command: str) -> None:
    result = CliRunner().invoke(group, [command, "--help"], color=True)
    assert result.exit_code == 0
    examples = result.output.partition("Examples:")[2].split("\n")
    assert any(line.strip().startswith(f"newsview {command}") for line in examples)
    assert "\x1b" not in result.output


def test_every_command_has_help() -> None:
    for command in COMMANDS:
        assert CliRunner().invoke(group, [command, "--help"]).exit_code == 0


def test_non_english_article_is_noticed_unless_quiet(tmp_path: Path) -> None:
    path = tmp_path / "fremd.txt"
    path.write_text("Der Rat hat am Montag beschlossen, dass die Stadt neue Busse kauft. Das ist nicht billig.\n" * 5)
    loud = newsview("extract", path, "--model", "no_such_model")
    quiet = newsview("extract", path, "--model", "no_such_model", "--quiet")
    assert "does not look like English" in loud.stderr.decode()
    assert "English" not in one_line(quiet)
    assert quiet.returncode == 69
