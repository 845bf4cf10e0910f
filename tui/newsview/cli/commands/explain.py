"""``newsview explain``: the rules that made each fact of an article, with their source locations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsview.cli.exit_codes import of_failures
from newsview.cli.extractor import extractor_for
from newsview.cli.options import article_options
from newsview.cli.saved_inputs import is_saved
from newsview.describe import flat
from newsview.errors import InputError
from newsview.inputs.archive_rows import Input, ReadingOptions
from newsview.inputs.articles import inputs
from newsview.inputs.names import is_one_article
from newsview.model.article import Article
from newsview.model.facts import Fact, Facts, all_facts, fact_text, occurrences, subtype
from newsview.store.load import load
from newsview.terminal.streams import emit, say

if TYPE_CHECKING:
    from newsview.extraction.extract import Explained
    from newsview.extraction.provenance import Rules

_EPILOG = """\b
Examples:
  newsview explain article.txt
  newsview explain article.txt "4.2 million"
  newsview explain article.facts.json       rules that find the saved facts now
"""


_NOT_FOUND = ("no rule makes this fact now", "-")
_ADDED = ("added by the reviewer", "-")

Line = tuple[str, ...]
"""Columns of an output line."""


@click.command("explain", short_help="Show which rule made each fact.", epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(readable=False))
@click.argument("text", metavar="[TEXT]", required=False)
@article_options
def command(file: str, text: str | None, published: str | None, encoding: str | None, model: str | None) -> None:
    """Show which rules made each fact of FILE: one line for each fact with its text, kind, rules and source locations.

    FILE is an article, saved facts, or any other input of newsview extract; for several articles, each line begins
    with the article's name. With TEXT, only facts that contain it are shown. Columns are separated by tabs.
    """
    several = not is_one_article([file])
    count, done, failures = 0, 0, []
    for label, read in _articles(file, ReadingOptions(encoding=encoding, published=published)):
        try:
            article, saved = read()
            explained = extractor_for(model).explained(article)
        except InputError as error:
            say(str(error))
            failures.append(error.exit_code)
            continue
        done += 1
        lines = [
            (*((flat(label),) if several else ()), *line)
            for line in (_of_extracted(explained) if saved is None else _of_saved(saved, explained))
            if text is None or text in line[0]
        ]
        count += len(lines)
        emit("".join("\t".join(line) + "\n" for line in lines).encode("utf-8", "replace"))
    if text is not None and not count and done:
        say(f"no fact of {file} contains {text!r}")
    if failures:
        raise SystemExit(of_failures(failures, done))


def _articles(file: str, options: ReadingOptions) -> Iterator[tuple[str, Callable[[], tuple[Article, Facts | None]]]]:
    """The name of each article of *file*, and a function that returns it with its saved facts or None.

    The function raises ``InputError``.
    """
    if is_saved(file):
        yield file, partial(_saved, Path(file))
        return
    for each in inputs([file], options):
        yield each.label, partial(_new, each)


def _saved(path: Path) -> tuple[Article, Facts]:
    analysis = load(path).analysis
    return analysis.article, analysis.facts


def _new(each: Input) -> tuple[Article, None]:
    return each.read(), None


def _of_extracted(explained: list[Explained]) -> Iterator[Line]:
    return ((*_shown(fact), *_places(rules)) for fact, rules in explained)


def _of_saved(saved: Facts, explained: list[Explained]) -> Iterator[Line]:
    """A line for each of the *saved* facts, with the rules that find it now."""
    rules = {key: each.rules for each in explained for key in _keys(each.fact)}
    for fact in all_facts(saved):
        found = next((rules[key] for key in _keys(fact) if key in rules), None)
        if found is not None:
            yield *_shown(fact), *_places(found)
        else:
            yield *_shown(fact), *(_ADDED if fact.origin == "reviewer" else _NOT_FOUND)


def _keys(fact: Fact) -> Iterator[tuple[str, int, int]]:
    """Keys for matching *fact*: its finer kind with the start and end of each occurrence."""
    for place in occurrences(fact):
        yield subtype(fact), place.start, place.end


def _shown(fact: Fact) -> Line:
    return flat(fact_text(fact)), flat(subtype(fact))


def _places(rules: Rules) -> Line:
    """The names of *rules* and their source locations."""
    from newsview.extraction.provenance import place

    places = [place(rule) for rule in rules]
    return ", ".join(each.name for each in places), ", ".join(f"{each.file}:{each.line}" for each in places)
