"""Hostile strings in file names, options, saved facts and archives, and in outputs made from them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsview.app import settings
from newsview.cli.main import main
from newsview.errors import NewsviewError
from newsview.export.formats import FORMATS, rendered
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.articles import inputs
from newsview.inputs.output_names import output_name
from newsview.model.codec import encode
from newsview.model.facts import Analysis
from newsview.store.load import load
from tests.cli.command import newsview
from tests.conftest import Tried
from tests.export.article import REVIEW, analysis
from tests.hostile.corpus import EVERYTHING, MARKUP, batches, harmless

ARGUMENTS = [text for text in EVERYTHING if not re.search("[\x00\ud800-\udb7f]", text)]
"""Strings possible on a command line: no null character, only surrogates that stand for bytes."""


def ended(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """The exit code of newsview in this process, and its line on standard error."""
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert harmless(line)
    return raised.value.code, line


@pytest.mark.parametrize("name", ["{}.txt", "{}.jsonl", "{}.html", "{}.facts.json"])
def test_hostile_file_name_is_refused_in_one_line(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    monkeypatch.chdir(tmp_path)
    for attack in ARGUMENTS:
        code, _ = ended(["extract", "--", name.format(attack)], capsys)
        assert code in (1, 2, 65, 66), attack  # 1: a pattern of names
    tried(f"{len(ARGUMENTS)} names")


@pytest.mark.parametrize(
    "arguments", [["--format"], ["--published"], ["--encoding"], ["--nonsense="], ["-Q"], ["-o", "x", "--output-dir"]]
)
def test_hostile_option_value_is_refused_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, tried: Tried
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("It rained.")
    for attack in ARGUMENTS[::5]:
        given = [
            *arguments[:-1],
            f"{arguments[-1]}{attack}" if arguments[-1] in ("--nonsense=", "-Q") else arguments[-1],
        ]
        value = [] if arguments[-1] in ("--nonsense=", "-Q") else [attack]
        code, _ = ended(["extract", str(article), *given, *value], capsys)
        assert code in (2, 65, 66), attack
    tried(f"{len(ARGUMENTS[::5])} values of {arguments[-1]}")


def test_output_names_of_hostile_ids_stay_in_folder(tried: Tried) -> None:
    for attack in [*EVERYTHING, "../../x", "/etc/x", "a/b", "..", "."]:
        name = output_name(attack)
        assert harmless(name), attack
        assert Path(name).name == name or not name
    tried(f"{len(EVERYTHING) + 5} names")


def hostile_facts(folder: Path, attack: str) -> Path:
    """A facts file with *attack* in every free-text field."""
    plain = encode(analysis(REVIEW))
    plain["article"] |= {"title": attack, "byline": attack, "path": attack}
    plain["generator"]["model"] = attack
    for entity in plain["entities"]:
        entity |= {"name": attack, "role": attack}
    for decision in plain["review"].values():
        decision |= {"note": attack, "source": attack, "edits": {"name": attack}}
    plain[attack] = attack
    path = folder / "article.facts.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path


def strings(plain: object) -> Iterator[str]:
    """Every string in plain data, keys too."""
    match plain:
        case str():
            yield plain
        case dict():
            for key, value in plain.items():
                yield str(key)
                yield from strings(value)
        case list() | tuple():
            for each in plain:
                yield from strings(each)


def opened(path: Path) -> Analysis | None:
    """The facts in the file, or None if they are refused with one harmless line."""
    try:
        return load(path).analysis
    except NewsviewError as error:
        assert harmless(str(error).replace("\n", "?")) and "\n" not in str(error)
        return None


def test_hostile_saved_facts_and_exports_are_harmless(tmp_path: Path, tried: Tried) -> None:
    taken = 0
    for few in [*batches(EVERYTHING, 40), *([each] for each in EVERYTHING[::20])]:
        found = opened(hostile_facts(tmp_path, "".join(few)))
        if found is None:
            continue
        taken += len(few)
        assert all(harmless(text.replace("\n", "")) for text in strings(encode(found)))
        for form in (name for name, form in FORMATS.items() if not form.binary):
            data = rendered(found, form).decode()
            if form == "brat":
                data = data.replace("\t", "")  # between its columns
            assert harmless(data.replace("\r\n", "").replace("\n", "").removeprefix("\ufeff")), form
            if form == "html":
                assert "<script" not in data and 'href="javascript' not in data
    assert taken > len(MARKUP)
    tried(f"{taken} strings in every field of a saved file, {len(FORMATS)} forms of output")


@pytest.mark.model
def test_hostile_archive_is_extracted_without_control_bytes(tmp_path: Path, tried: Tried) -> None:
    archive = tmp_path / "archive.jsonl"
    rows = [{"id": attack, "title": attack, "text": f"It rained {attack} on Monday."} for attack in EVERYTHING[::6]]
    rows = [row for row in rows if "\ud800" not in row["id"]]  # not JSON, by RFC 8259
    rows = list({output_name(row["id"]): row for row in rows}.values())
    broken = [attack for attack in EVERYTHING[::25] if "\n" not in attack]
    with archive.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.writelines(line + "\n" for line in broken)
    done = newsview("extract", archive, "--format", "jsonl")
    told, printed = done.stderr.decode(), done.stdout.decode()
    assert all(harmless(line) for line in (*told.splitlines(), *printed.split("\n")))
    assert len(printed.split("\n")) - 1 == len(rows)
    assert all(line.startswith("newsview: ") for line in told.split("\n")[:-1])
    for line, row in zip(printed.split("\n"), rows, strict=False):
        text = json.loads(line)["article"]["text"]
        assert "It rained " in text and " on Monday." in text, row
    tried(f"{len(rows)} articles and {len(broken)} broken lines")


def test_hostile_settings_are_refused_in_one_line(tmp_path: Path, tried: Tried) -> None:
    path = tmp_path / "settings.toml"
    for attack in EVERYTHING:
        path.write_bytes(f'theme = {json.dumps(attack)}\n"{attack}" = 1\n'.encode("utf-8", "surrogatepass"))
        try:
            settings.read(path)
        except NewsviewError as error:
            assert harmless(str(error)), attack
    tried(f"{len(EVERYTHING)} settings")


def test_decision_follows_fact_with_cleaned_id(tmp_path: Path) -> None:
    plain = json.loads(json.dumps(encode(analysis(REVIEW))).replace("q-wait", "q-\\u001bwait"))
    path = tmp_path / "article.facts.json"
    path.write_text(json.dumps(plain))
    found = opened(path)
    assert found is not None
    assert found.review["q-\ufffdwait"].status == "accepted"
    assert "q-\ufffdwait" in {quote.id for quote in found.quotes}


def test_input_labels_are_printable(tried: Tried) -> None:
    for attack in EVERYTHING:
        for each in inputs([f"{attack}.txt"], ReadingOptions()):
            assert harmless(each.label)
    tried(f"{len(EVERYTHING)} labels")
