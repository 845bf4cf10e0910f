"""Order of the reader's imports: for the article, then for its facts, then the rest."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.benchmarks import long_articles
from tests.places import ROOT, SEEDS
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

AFTER_THE_ARTICLE = {
    # what newsview has for other things than showing a text
    "newsview.workers.client", "newsview.batch", "newsview.model.codec", "newsview.cli.group", "newsview.cli.commands.read",
    "newsview.extraction", "newsview.export", "newsview.model.facts", "newsview.inputs.folders", "newsview.inputs.articles",
    "newsview.model.json_text", "newsview.workers.model_files", "newsview.inputs.output_names", "newsview.store.session", "newsview.store",
    "newsview.describe", "newsview.workers.process", "newsview.reading.parser_client",
    "newsview.app.screens.prompts", "newsview.model.decisions", "newsview.app.screens.dialogs", "newsview.app.state.edits",
    "newsview.app.widgets.search_bar", "newsview.app.state.word_search", "newsview.app.screens.help", "newsview.app.ports",
    "newsview.app.state.fact_index", "newsview.app.state.row_list", "newsview.app.state.navigation", "newsview.app.state.review", "newsview.app.render.rows",
    # and what that needs
    "charset_normalizer", "click", "csv", "email", "glob", "importlib.metadata", "json", "numpy",
    "orjson", "spacy", "thinc", "tomllib", "zipfile",
}  # fmt: skip
AFTER_CACHED_FACTS = {
    "newsview.workers.client", "newsview.cli.group", "newsview.extraction", "newsview.export", "newsview.inputs.articles",
    "newsview.store.merge", "newsview.workers.process", "newsview.app.screens.prompts", "newsview.app.screens.dialogs",
    "newsview.app.state.edits", "newsview.app.state.word_search", "newsview.app.screens.help", "newsview.app.state.navigation",
    "click", "csv", "email", "importlib.metadata", "numpy", "spacy", "thinc", "zipfile",
}  # fmt: skip


def imported(method: str, article: Path, home: dict[str, str]) -> set[str]:
    """The modules imported before the first call of the reader's *method*."""
    listed = article.with_suffix(".modules")
    command = [sys.executable, "-m", "tests.terminal.imported", method, str(listed), str(article)]
    with Terminal(command, env=home, cwd=ROOT) as terminal:
        assert terminal.wait_for_exit() == 0, terminal.text
    return set(listed.read_text().splitlines())


def test_only_needed_modules_are_imported_before_first_frame(tmp_path: Path, home: dict[str, str]) -> None:
    article = Path(shutil.copy(SEEDS / "ammunition.txt", tmp_path))
    found = imported("begin", article, home)
    assert {"textual.app", "newsview.app.widgets.article_view", "newsview.reading.read"} <= found
    assert found.isdisjoint(AFTER_THE_ARTICLE), sorted(found & AFTER_THE_ARTICLE)
    assert "gc enabled" not in found
    assert "frames: 120" in found


@pytest.mark.model
def test_cached_facts_are_shown_without_importing_spacy_or_worker(tmp_path: Path, home: dict[str, str]) -> None:
    article = long_articles.write_article(300, tmp_path)
    long_articles.fill_cache(article, 300, tmp_path / "cache")
    found = imported("facts_changed", article, {**home, "XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert {"newsview.store.cache", "newsview.app.state.fact_index"} <= found
    assert found.isdisjoint(AFTER_CACHED_FACTS), sorted(found & AFTER_CACHED_FACTS)
    assert "gc enabled" in found
