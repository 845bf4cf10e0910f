"""Budget of imports before the article is shown, and before its facts are."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.benchmarks import long_articles
from tests.places import ROOT, SEEDS
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

HEAVY = {
    "charset_normalizer", "click", "csv", "email", "glob", "importlib.metadata", "json", "numpy", "orjson", "spacy",
    "thinc", "tomllib", "zipfile",
}  # fmt: skip
"""Packages and modules that the first frame does without."""
HEAVY_WITH_FACTS = HEAVY - {"glob", "json", "orjson", "tomllib", "charset_normalizer"}
"""Those that saved facts do without as well."""

BEFORE_THE_ARTICLE = 62
BEFORE_CACHED_FACTS = 102
"""How many of newsview's own modules are run by then. Each is a part of a millisecond in front of the user."""


def imported(method: str, article: Path, home: dict[str, str]) -> set[str]:
    """The modules imported before the first call of *method* (``module:Class.method``)."""
    listed = article.with_suffix(".modules")
    command = [sys.executable, "-m", "tests.terminal.imported", method, str(listed), str(article)]
    with Terminal(command, env=home, cwd=ROOT) as terminal:
        assert terminal.wait_for_exit() == 0, terminal.text
    return set(listed.read_text().splitlines()) - brought_by_pathlib()


@cache
def brought_by_pathlib() -> frozenset[str]:
    """The modules that ``pathlib`` alone imports in this version of Python: since 3.13 ``glob`` is one of them."""
    printed = "import sys, pathlib; print(*sorted(sys.modules), sep='\\n')"
    return frozenset(subprocess.check_output([sys.executable, "-I", "-S", "-c", printed], text=True).splitlines())


def own(modules: set[str]) -> list[str]:
    return sorted(name for name in modules if name.partition(".")[0] == "newsview")


def commands(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("newsview.app.commands")}


def test_only_needed_modules_are_imported_before_first_frame(tmp_path: Path, home: dict[str, str]) -> None:
    article = Path(shutil.copy(SEEDS / "ammunition.txt", tmp_path))
    found = imported("newsview.app.reader.screen:Reader.begin", article, home)
    assert {"textual.app", "newsview.app.widgets.article_view", "newsview.reading.read"} <= found
    assert found.isdisjoint(HEAVY), sorted(found & HEAVY)
    assert len(own(found)) <= BEFORE_THE_ARTICLE, own(found)
    assert commands(found) == {"newsview.app.commands", "newsview.app.commands.context"}
    assert "gc enabled" not in found
    assert "frames: 120" in found


@pytest.mark.model
def test_cached_facts_are_shown_without_importing_spacy_or_worker(tmp_path: Path, home: dict[str, str]) -> None:
    article = long_articles.write_article(300, tmp_path)
    long_articles.fill_cache(article, 300, tmp_path / "cache")
    found = imported(
        "newsview.app.reader.view:ReaderView.draw_colors",
        article,
        {**home, "XDG_CACHE_HOME": str(tmp_path / "cache")},
    )
    assert {"newsview.store.cache", "newsview.app.state.fact_index"} <= found
    assert found.isdisjoint(HEAVY_WITH_FACTS), sorted(found & HEAVY_WITH_FACTS)
    assert len(own(found)) <= BEFORE_CACHED_FACTS, own(found)
    assert "newsview.app.commands.review" not in found and "newsview.workers.process" not in found
    assert "gc enabled" in found
