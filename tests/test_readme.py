"""README: table of keys and examples agree with the code; the changelog has the version."""

import re
from pathlib import Path
from typing import Any

import pytest

from newsview import __version__
from newsview.app.keymap import KEYS, written
from newsview.cli.commands import COMMANDS

README = Path(__file__).parents[1] / "README.md"
BETWEEN = re.compile(r"(<!-- keys:.*?-->\n)(.*)(\n<!-- end of keys -->)", re.DOTALL)


def key_table() -> str:
    """The table of keys as Markdown: by group, two columns."""
    lines = ["| key | action |", "|---|---|"]
    for group in dict.fromkeys(key.group for key in KEYS):
        lines.append(f"| **{group}** | |")
        for key in KEYS:
            if key.group == group:
                keys = " ".join(f"`{each}`" for each in written(key).replace("|", "\\|").split())
                lines.append(f"| {keys} | {key.help} |")
    return "\n".join(lines)


def text() -> str:
    return README.read_text(encoding="utf-8")


def test_the_table_of_keys_is_the_one_that_the_reader_uses() -> None:
    found = BETWEEN.search(text())
    assert found is not None
    assert found[2] == key_table(), "run: python -m tests.test_readme"


def test_every_shown_command_exists() -> None:
    blocks = "".join(re.findall(r"```sh\n(.*?)```", text(), re.DOTALL))
    shown = set(re.findall(r"^newsview ([a-z]+)\b", blocks, re.MULTILINE))
    assert shown
    assert shown <= set(COMMANDS)


@pytest.mark.model
@pytest.mark.filterwarnings("ignore:.*W095")
def test_python_examples_give_the_shown_output(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = re.findall(r"```python\n(.*?)```", text(), re.DOTALL)
    exec(first, {})
    expected = re.findall(r"print\(.*?# (.*)", first)
    assert capsys.readouterr().out.splitlines() == expected
    *lines, shown = second.strip().splitlines()
    scope: dict[str, Any] = {}
    exec("\n".join(lines), scope)
    entities, quotes, numbers = eval(shown.partition("#")[0], scope)
    assert [quote["speaker"]["text"] for quote in quotes] == ["Ada Quill"]
    assert entities
    assert numbers


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", text()):
        assert (README.parent / target).exists(), target


def test_changelog_begins_with_this_version() -> None:
    changelog = README.with_name("CHANGELOG.md").read_text(encoding="utf-8")
    unreleased, newest = re.findall(r"^## \[(.+)\]", changelog, re.MULTILINE)[:2]
    assert (unreleased, newest) == ("Unreleased", __version__)


if __name__ == "__main__":
    README.write_text(BETWEEN.sub(lambda match: match[1] + key_table() + match[3], text()), encoding="utf-8")
