"""``newsview diff``: two versions as text, JSON, Markdown and a page, with exit codes and bad input."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from tests.cli.command import newsview, one_line

OLD = "Council backs bridge\n\n“We cannot pay for <it> now,” Ada Quill said on Monday. The bridge costs $4 million.\n"
NEW = OLD.replace("cannot", "can").replace("$4", "$6")

pytestmark = pytest.mark.model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    return tmp_path


def test_text_shows_both_versions_word_by_word(folder: Path) -> None:
    done = newsview("diff", "old.txt", "new.txt", cwd=folder, env={"COLUMNS": "70"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "old  old.txt",
        "new  new.txt",
        "2 changes (1 quote, 1 number); silent: the new version does not say",
        "that it was corrected",
        "",
        "~ quote   Ada Quill said:",
        "    “We [-cannot-] {+can+} pay for <it> now,”",
        "    ! negation: cannot",
        "",
        "~ number  $4 million · bridge → $6 million · bridge",
        "    The bridge costs [-$4 million.-] {+$6 million.+}",
    ]


def test_json_has_the_documented_keys(folder: Path) -> None:
    done = newsview("diff", "old.txt", "new.txt", "--format", "json", cwd=folder)
    found = orjson.loads(done.stdout)
    assert list(found) == ["old", "new", "correction_note", "changes"]
    assert found["old"]["path"] == "old.txt" and len(found["new"]["sha256"]) == 64
    quote, number = found["changes"]
    assert list(quote) == ["kind", "change", "old", "new", "words"]
    assert (quote["kind"], quote["change"]) == ("quote", "changed")
    assert quote["words"] == [["=", "“We"], ["-", "cannot"], ["+", "can"], ["=", "pay for <it> now,”"]]
    assert number["old"]["value"] == 4_000_000 and number["new"]["text"] == "$6 million" and number["words"] is None
    assert number["new"]["sentence_text"] == "The bridge costs $6 million."
    for side, text in (("old", OLD), ("new", NEW)):
        assert all(text[each[side]["start"] : each[side]["end"]] == each[side]["text"] for each in found["changes"])


def test_markdown_and_the_page_escape_the_article(folder: Path) -> None:
    page = newsview("diff", "old.txt", "new.txt", "--format", "html", cwd=folder).stdout.decode()
    assert "“We <del><strong>cannot</strong></del> <ins>can</ins> pay for &lt;it&gt; now,”" in page
    sheet = newsview("diff", "old.txt", "new.txt", "--format", "markdown", cwd=folder).stdout.decode()
    assert "> “We ~~**cannot**~~ _can_ pay for \\<it\\> now,”" in sheet


def test_saved_facts_are_compared_without_spacy(folder: Path) -> None:
    for name in ("old", "new"):
        assert newsview("extract", f"{name}.txt", "-o", f"{name}.facts.json", cwd=folder).returncode == 0
    code = (
        "import sys; from newsview.cli.main import main\n"
        "try: main(['diff', 'old.facts.json', 'new.facts.json'])\n"
        "finally: print(sorted({'spacy', 'textual', 'thinc'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "~ quote   Ada Quill said:" in done.stdout


def test_exit_code_says_whether_a_fact_changed(folder: Path) -> None:
    assert newsview("diff", "old.txt", "new.txt", "--exit-code", cwd=folder).returncode == 3
    same = newsview("diff", "old.txt", "old.txt", "--exit-code", cwd=folder)
    assert same.returncode == 0 and same.stdout.decode().splitlines()[-1] == "no fact changed"


def test_texts_with_nothing_in_common_are_a_line_and_no_changes(folder: Path) -> None:
    (folder / "other.txt").write_text(
        "Rain stopped play\n\nUmpires waited until 7pm, when every court was still wet.\n"
    )
    done = newsview("diff", "old.txt", "other.txt", "--format", "json", "--exit-code", cwd=folder)
    assert done.returncode == 0 and orjson.loads(done.stdout)["changes"] == []
    assert one_line(done).startswith("newsview: old.txt and other.txt: the two texts have nothing in common")


def test_articles_in_different_languages_are_told(folder: Path) -> None:
    german = "Der Rat hat am Montag den Bau der neuen Brücke beschlossen, und die Kosten sind nach Angaben der Stadt nicht hoch. "
    (folder / "german.txt").write_text(german * 5)
    assert "in different languages (en, de)" in newsview("diff", "old.txt", "german.txt", cwd=folder).stderr.decode()


@pytest.mark.parametrize(
    ("names", "code", "message"),
    [
        (("old.txt", "missing.txt"), 66, "missing.txt"),
        (("old.txt", "."), 2, "name one article"),
        (("-", "-"), 2, "only one of OLD and NEW"),
        (("old.txt", "broken.json"), 65, "broken.json"),
    ],
)
def test_bad_input_is_one_line(folder: Path, names: tuple[str, str], code: int, message: str) -> None:
    (folder / "broken.json").write_text('{"schema_version": 1')
    done = newsview("diff", *names, cwd=folder)
    assert (done.returncode, done.stdout) == (code, b"")
    assert message in one_line(done)


def test_removed_quotation_has_its_speaker_and_cue(folder: Path) -> None:
    gone = "“Nobody in this town will pay for it,” Tom Berger told the council.\n"
    (folder / "older.txt").write_text(f"{OLD}\n{gone}")
    text = newsview("diff", "older.txt", "old.txt", cwd=folder).stdout.decode()
    assert "- quote   Tom Berger told:\n" in text
    text = newsview("diff", "old.txt", "older.txt", cwd=folder).stdout.decode()
    assert "+ quote   Tom Berger told:\n" in text
