"""Fixtures shared by several areas: one loaded pipeline, and texts parsed as newsview parses an article."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction import components
from newsview.extraction.parse import merge, parse
from newsview.reading.build_article import build_article
from tests.effort import examples
from tests.pipeline import loaded

# no wall times: a busy machine must not fail an example, nor be called too slow for one. The examples are the same in every run: what decides whether a
# change lands must not fail by chance; `pytest --hypothesis-profile=explore` tries others
_SLOW = [HealthCheck.too_slow]
settings.register_profile(
    "newsview", deadline=None, suppress_health_check=_SLOW, derandomize=True, max_examples=examples(100)
)
settings.register_profile("explore", deadline=None, suppress_health_check=_SLOW)
settings.load_profile("newsview")

# a shell that starts a run in the background lets it, and all that it starts, ignore Ctrl+C; `nohup` the closed terminal
for _number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _number is signal.SIGINT else signal.SIG_DFL)

# pytest imports readline, which puts the size of its terminal into the environment of all processes that are started after that,
# the workers of pytest-xdist among them; a program in a terminal of the tests would take it for that of its own
for _name in ("COLUMNS", "LINES"):
    os.environ.pop(_name, None)

Tried = Callable[[str], None]
"""Takes a line that says how many cases a class of tests has tried."""

_TRIED = "tried"
"""The name of such a line among a test's properties, which pytest-xdist brings from a worker to the report."""


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Tried:
    """Puts a line into the section "cases tried" at the end of the run."""
    return lambda line: request.node.user_properties.append((_TRIED, f"{request.node.name}: {line}"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many cases were tried, also of tests that pass."""
    reports = [each for each in terminalreporter.getreports("passed") + terminalreporter.getreports("failed")]
    ended = [each for each in reports if each.when == "call"]
    lines = sorted({line for each in ended for name, line in each.user_properties if name == _TRIED})
    if lines:
        terminalreporter.section("cases tried")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, loaded once in a test process."""
    return loaded().nlp


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Callable[[str], Doc]:
    """A text as the merged Doc of its paragraphs, its entities grouped."""

    def parse_text(text: str) -> Doc:
        article = build_article(text)
        merged = merge(parse(nlp, article, article.paragraphs), article)
        assert merged is not None, "the text has no words"
        return components.newsview_entities(merged.doc)

    return parse_text


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the cache, the journal and the settings of whoever runs the tests out of them, and those of other workers."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        yield


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose cache, journal and settings are this test's own."""
    return {"HOME": str(tmp_path), "XDG_CACHE_HOME": "", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""}
