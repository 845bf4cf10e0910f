"""Imports at run time: every start-up module, and the import contracts in a fresh process."""

import subprocess
import sys

import pytest

from tests.rooms import arrows, floors, in_circles, packages, reached

HEAVY = ("spacy", "textual", "thinc", "numpy", "click")


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_importing_newsview_imports_nothing_heavy() -> None:
    assert loaded_by("import newsview; newsview.__version__").isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "module", ["model.facts", "model.codec", "reading.read", "store.session", "workers.client", "model.schema"]
)
def test_the_headless_side_imports_neither_spacy_nor_textual(module: str) -> None:
    assert loaded_by(f"import newsview.{module}").isdisjoint({"spacy", "textual", "thinc", "numpy"})


def test_extraction_never_imports_textual() -> None:
    assert "textual" not in loaded_by("import newsview.extraction.extract, newsview.extraction.worker")


def test_the_reader_never_imports_spacy() -> None:
    assert loaded_by("import newsview.app.app").isdisjoint({"spacy", "thinc"})


def test_the_command_line_imports_neither_before_it_knows_the_command() -> None:
    assert loaded_by("import newsview.cli.main").isdisjoint({"spacy", "textual", "thinc", "numpy"})


@pytest.mark.parametrize("folder", packages())
def test_files_and_folders_import_each_other_one_way(folder: str) -> None:
    assert not in_circles(arrows(folder))


def test_circle_and_floors_are_found() -> None:
    none: frozenset[str] = frozenset()
    assert reached("a", {"a": frozenset({"b"}), "b": frozenset({"c"}), "c": none}) == {"b", "c"}
    assert floors({"a": frozenset({"b", "c"}), "b": frozenset({"c"}), "c": none}) == 3
    assert in_circles({"a": frozenset({"b"}), "b": frozenset({"c"}), "c": frozenset({"b"})}) == {"b", "c"}
