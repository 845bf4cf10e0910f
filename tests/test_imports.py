"""What is imported when: start-up pays for every module, and the contracts of the house hold at run time too."""

import subprocess
import sys
import tomllib

import pytest

from tests.places import ROOT

HEAVY = ("spacy", "textual", "thinc", "numpy", "click")


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_importing_newsview_imports_nothing_heavy() -> None:
    assert loaded_by("import newsview; newsview.__version__").isdisjoint(HEAVY)


@pytest.mark.parametrize("module", ["facts", "codec", "reading.read", "store", "background", "schema"])
def test_the_headless_side_imports_neither_spacy_nor_textual(module: str) -> None:
    assert loaded_by(f"import newsview.{module}").isdisjoint({"spacy", "textual", "thinc", "numpy"})


def test_extraction_never_imports_textual() -> None:
    assert "textual" not in loaded_by("import newsview.extraction.extract, newsview.extraction.worker")


def test_the_reader_never_imports_spacy() -> None:
    assert loaded_by("import newsview.app.app").isdisjoint({"spacy", "thinc"})


def test_the_command_line_imports_neither_before_it_knows_the_command() -> None:
    assert loaded_by("import newsview.cli.main").isdisjoint({"spacy", "textual", "thinc", "numpy"})


@pytest.mark.parametrize(
    ("contract", "but"),
    [("Only the reader imports Textual", {"app"}), ("Only extraction imports spaCy", {"app", "extraction"})],
)
def test_no_module_is_left_out_of_a_contract(contract: str, but: set[str]) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (held,) = [set(each["source_modules"]) for each in contracts if each["name"] == contract]
    found = {
        path.stem
        for path in (ROOT / "tui" / "newsview").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert {f"newsview.{name}" for name in found - {"__init__", "__main__"} - but} <= held
