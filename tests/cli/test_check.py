"""``newsview check``: findings of texts, archives and saved facts, in all formats, with exit codes and settings."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import orjson
import pytest

from newsview.checks import registry
from newsview.model.schema import schema
from tests.cli.command import newsview, one_line

TEXT = "Bank to lay off 3,140 staff\n\nThe bank will lay off 3,740 staff, it said. It was on Tuesday, 14 March 2024.\n"
LINES = [
    "1:17 * headline-number (H701): the headline has 3,140, the text 3,740",
    "3:55 ! weekday (D501): 14 March 2024 was a Thursday",
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The saved facts of the text."""
    folder = tmp_path_factory.mktemp("saved")
    (folder / "bank.txt").write_text(TEXT)
    done = newsview("extract", "bank.txt", cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def facts(tmp_path: Path, saved: bytes) -> Path:
    path = tmp_path / "bank.facts.json"
    path.write_bytes(saved)
    return path


@pytest.mark.model
def test_a_text_is_checked_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "bank.txt").write_text(TEXT)
    done = newsview("check", "bank.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [f"bank.txt:{line}" for line in LINES]


@pytest.mark.model
def test_an_archive_names_its_articles_by_id(tmp_path: Path) -> None:
    articles = [{"id": 7, "text": TEXT}, {"text": TEXT}, {"id": "x"}]
    (tmp_path / "news.jsonl").write_bytes(b"".join(orjson.dumps(each) + b"\n" for each in articles))
    done = newsview("check", "news.jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [f"news.jsonl#{name}:{line}" for name in (7, 2) for line in LINES]
    assert "line 3" in one_line(done)
    rows = list(
        map(orjson.loads, newsview("check", "news.jsonl", "--format", "jsonl", cwd=tmp_path).stdout.splitlines())
    )
    assert [row["article"] for row in rows] == [7, 7, "news.jsonl#2", "news.jsonl#2"]


@pytest.mark.model
def test_saved_facts_alone_or_in_lines_or_in_a_folder_are_checked(tmp_path: Path, facts: Path) -> None:
    expected = [line.partition(" ")[2] for line in LINES]
    (tmp_path / "facts.jsonl").write_bytes(orjson.dumps(orjson.loads(facts.read_bytes())) + b"\n")
    for name in (facts, tmp_path / "facts.jsonl", tmp_path):
        done = newsview("check", name)
        assert done.returncode == 0, done.stderr
        assert [line.partition(" ")[2] for line in done.stdout.decode().splitlines()] == expected


@pytest.mark.model
def test_saved_facts_are_checked_without_spacy(facts: Path) -> None:
    code = (
        "import sys; from newsview.cli.main import main\n"
        f"try: main(['check', {str(facts)!r}])\n"
        "finally: print(sorted({'spacy', 'textual', 'thinc'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.model
def test_json_is_the_facts_with_findings_and_valid(facts: Path) -> None:
    done = newsview("check", facts, "--format", "json")
    value = orjson.loads(done.stdout)
    jsonschema.validate(value, schema())
    assert [finding["code"] for finding in value["findings"]] == ["H701", "D501"]
    text = value["article"]["text"]
    for finding in value["findings"]:
        assert all(text[place["start"] : place["end"]] == place["text"] for place in finding["places"])
    facts.write_bytes(done.stdout)
    assert newsview("check", facts, "--format", "json").stdout == done.stdout


@pytest.mark.model
def test_json_lines_have_the_documented_keys(facts: Path) -> None:
    rows = list(map(orjson.loads, newsview("check", facts, "--format", "jsonl").stdout.splitlines()))
    assert [list(row) for row in rows] == [
        ["article", "id", "check", "code", "level", "message", "line", "column", "places", "sum"]
    ] * 2
    assert (rows[1]["article"], rows[1]["line"], rows[1]["column"]) == (str(facts), 3, 55)
    assert rows[0]["sum"] == {"stated": 3140, "expected": [3740], "unit": "staff", "rule": "figure of the text"}


@pytest.mark.model
def test_sarif_declares_all_rules_and_maps_levels(facts: Path) -> None:
    run = orjson.loads(newsview("check", facts, "--format", "sarif").stdout)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) > 20
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("H701", "warning"),
        ("D501", "error"),
    ]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 55, "endLine": 3, "endColumn": 62}


@pytest.mark.model
def test_sarif_of_saved_facts_names_the_file_of_the_article(facts: Path, tmp_path: Path) -> None:
    def files(path: Path) -> set[str]:
        run = orjson.loads(newsview("check", path, "--format", "sarif").stdout)["runs"][0]
        found = [each for result in run["results"] for each in (*result["locations"], *result["relatedLocations"])]
        return {each["physicalLocation"]["artifactLocation"]["uri"] for each in found}

    assert files(facts) == {"bank.txt"}
    value = orjson.loads(facts.read_bytes())
    value["article"]["path"] = None
    unknown = tmp_path / "unknown.facts.json"
    unknown.write_bytes(orjson.dumps(value))
    assert files(unknown) == {str(unknown)}


@pytest.fixture
def odd_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that is installed for the test, and whose check fails on every article."""
    folder = tmp_path / "package"
    (folder / "odd-1.0.dist-info").mkdir(parents=True)
    (folder / "odd-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    (folder / "odd-1.0.dist-info" / "entry_points.txt").write_text("[newsview.checks]\nodd = odd:CHECK\n")
    (folder / "odd.py").write_text(
        "from newsview.checks.check import Check\n"
        "CHECK = Check(name='odd', code='X001', level='look', message='odd', explanation='', example='',\n"
        "              look_alikes=('', '', ''), function=lambda evidence: 1 / 0)\n"
    )
    monkeypatch.syspath_prepend(str(folder))
    registry.checks.cache_clear()
    yield
    registry.checks.cache_clear()


@pytest.mark.model
@pytest.mark.usefixtures("odd_package")
@pytest.mark.parametrize("times", [1, 2])
def test_a_failing_check_of_another_package_is_named_once(facts: Path, times: int) -> None:
    done = newsview("check", *[facts] * times)
    assert len(done.stdout.splitlines()) == 2 * times
    assert done.returncode == 1
    assert "odd (X001) failed: ZeroDivisionError" in one_line(done)
    assert newsview("check", facts, "--ignore", "odd").returncode == 0


@pytest.mark.model
def test_markdown_shows_the_sentences(facts: Path) -> None:
    sheet = newsview("check", facts, "--format", "markdown").stdout.decode()
    assert sheet.startswith("## ")
    assert "\n- **\\* headline-number** (line 1): " in sheet
    assert "\n- **! weekday** (line 3): " in sheet
    assert "14 March 2024" in sheet


@pytest.mark.model
@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--select", "dates"], ["D501"]),
        (["--select", "headline,weekday"], ["H701", "D501"]),
        (["--ignore", "D501"], ["H701"]),
        (["--level", "contradiction"], ["D501"]),
        (["--select", "quotations"], []),
    ],
)
def test_checks_and_levels_are_chosen(facts: Path, arguments: list[str], codes: list[str]) -> None:
    lines = newsview("check", facts, "--format", "jsonl", *arguments).stdout.splitlines()
    assert [orjson.loads(line)["code"] for line in lines] == codes


@pytest.mark.model
def test_exit_codes(tmp_path: Path, facts: Path) -> None:
    assert newsview("check", facts, "--exit-code").returncode == 3
    only_look = ("--select", "headline", "--exit-code")
    assert newsview("check", facts, *only_look).returncode == 0
    assert newsview("check", facts, *only_look, "--strict").returncode == 3
    assert newsview("check", facts, tmp_path / "none.txt", "--exit-code").returncode == 1
    assert newsview("check", tmp_path / "none.txt", "--exit-code").returncode == 66


@pytest.mark.model
def test_a_rejected_finding_is_left_out(facts: Path) -> None:
    rows = list(map(orjson.loads, newsview("check", facts, "--format", "jsonl").stdout.splitlines()))
    value = orjson.loads(facts.read_bytes())
    value["review"] = {rows[1]["id"]: {"status": "rejected"}, rows[0]["id"]: {"status": "accepted"}}
    facts.write_bytes(orjson.dumps(value))
    lines = newsview("check", facts).stdout.splitlines()
    assert len(lines) == 1
    assert b"H701" in lines[0]


@pytest.mark.model
def test_settings_switch_checks_off_unless_they_are_not_read(tmp_path: Path, facts: Path) -> None:
    folder = tmp_path / "config" / "newsview"
    folder.mkdir(parents=True)
    env = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    (folder / "config.toml").write_text('theme = "textual-light"\n[checks]\noff = ["weekday"]\n')
    assert len(newsview("check", facts, env=env).stdout.splitlines()) == 1
    assert len(newsview("check", facts, "--no-config", env=env).stdout.splitlines()) == 2
    (folder / "config.toml").write_text('[checks]\noff = ["nonsense"]\n')
    done = newsview("check", facts, env=env)
    assert done.returncode == 2
    assert "nonsense" in one_line(done)
    (folder / "config.toml").write_text("[checks.names]\nknown = 3\n")
    assert "checks.names.known" in one_line(newsview("check", facts, env=env))


def test_a_check_is_explained_without_an_article() -> None:
    done = newsview("check", "--explain", "two-spellings")
    assert done.returncode == 0
    assert done.stdout.startswith(b"two-spellings (N601), * look: ")
    assert "there is no check 'nonsense'" in one_line(newsview("check", "--explain", "nonsense"))


@pytest.mark.model
def test_statistics_count_by_check(facts: Path) -> None:
    lines = newsview("check", facts, facts, "--statistics").stdout.decode().splitlines()
    assert lines[1].split() == ["weekday", "D501", "contradiction", "2", "100.00"]
    assert lines[-1] == "4 findings in 2 articles"


@pytest.mark.parametrize(
    "arguments",
    [[], ["a.txt", "b.txt", "--format", "json"], ["--select", "nonsense", "a.txt"], ["a.txt", "--level", "x"]],
)
def test_usage_errors_are_one_line(arguments: list[str]) -> None:
    done = newsview("check", *arguments)
    assert done.returncode == 2
    one_line(done)


@pytest.mark.model
def test_what_to_check_first_is_listed_with_reasons(facts: Path) -> None:
    done = newsview("check", facts.name, "--first", "1", cwd=facts.parent)
    assert done.stdout.decode().splitlines() == [
        "bank.facts.json:3:45 3 does not fit: 14 March 2024 was a Thursday: It was on Tuesday, 14 March 2024."
    ]
    (row,) = map(
        orjson.loads,
        newsview("check", facts.name, "--first", "1", "--format", "jsonl", cwd=facts.parent).stdout.splitlines(),
    )
    assert list(row) == ["article", "sentence", "text", "score", "reasons"]
    listed = orjson.loads(newsview("check", facts.name, "--first", "9", "--format", "json", cwd=facts.parent).stdout)
    assert listed[0] == row and len(listed) > 1
    done = newsview("check", facts.name, "--first", "1", "--format", "markdown", cwd=facts.parent)
    assert done.stdout.decode().splitlines()[2:4] == [
        "1. It was on Tuesday, 14 March 2024.",
        "   - does not fit: 14 March 2024 was a Thursday",
    ]
    assert "formats text, json" in one_line(
        newsview("check", facts.name, "--first", "1", "--format", "sarif", cwd=facts.parent)
    )


@pytest.mark.model
def test_table_has_a_row_for_each_finding(facts: Path) -> None:
    done = newsview("check", facts.name, facts.name, "--format", "csv", cwd=facts.parent)
    rows = list(csv.DictReader(done.stdout.decode().splitlines()))
    assert [row["code"] for row in rows] == ["H701", "D501"] * 2
    assert (rows[0]["text"], rows[0]["other_text"], rows[0]["stated"], rows[0]["expected_high"]) == (
        "3,140", "3,740", "3140", "3740",
    )  # fmt: skip
    assert (rows[1]["line"], rows[1]["column"], rows[1]["level"]) == ("3", "55", "contradiction")


@pytest.mark.model
@pytest.mark.parametrize("form", ["html", "markdown", "csv"])
def test_exports_show_findings_but_dismissed_ones(facts: Path, form: str) -> None:
    words = b"14 March 2024 was a Thursday"
    assert words in newsview("export", facts, "--format", form).stdout
    (row,) = map(orjson.loads, newsview("check", facts, "--select", "D501", "--format", "jsonl").stdout.splitlines())
    value = orjson.loads(facts.read_bytes())
    value["review"] = {row["id"]: {"status": "rejected"}}
    facts.write_bytes(orjson.dumps(value))
    assert words not in newsview("export", facts, "--format", form).stdout


@pytest.mark.model
def test_several_processes_write_what_one_does(tmp_path: Path) -> None:
    articles: list[dict[str, object]] = [
        {"id": number, "text": TEXT.replace("Bank", f"Bank {number}")} for number in range(9)
    ]
    articles.insert(4, {"id": "x"})
    (tmp_path / "old.jsonl").write_bytes(b"\n".join(map(orjson.dumps, articles)))
    one = newsview("check", "old.jsonl", cwd=tmp_path)
    several = newsview("check", "old.jsonl", "--jobs", "2", cwd=tmp_path)
    assert one.stdout.count(b"weekday") == 9
    assert (several.returncode, several.stdout, several.stderr) == (one.returncode, one.stdout, one.stderr)


@pytest.mark.model
def test_finding_is_dismissed_without_the_reader(facts: Path) -> None:
    rows = list(map(orjson.loads, newsview("check", facts, "--format", "jsonl").stdout.splitlines()))
    done = newsview("decide", facts, rows[1]["id"], "reject", "--note", "a typo")
    assert done.returncode == 0, done.stderr
    assert b"14 March 2024 was a Thursday: rejected" in done.stderr
    assert b"weekday" not in newsview("check", facts).stdout
    assert newsview("decide", facts, rows[1]["id"], "clear").returncode == 0
    assert newsview("decide", facts, rows[1]["id"], "true").returncode == 2
    assert "is no finding here" in one_line(newsview("decide", facts, "f-0000000000", "reject"))
