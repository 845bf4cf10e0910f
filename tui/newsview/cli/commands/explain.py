"""``newsview explain``: the rules that made each fact of an article, with their places in the source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsview.cli.options import article_options
from newsview.describe import flat
from newsview.inputs.articles import ReadingOptions, inputs
from newsview.inputs.names import is_one_article
from newsview.model.article import Article
from newsview.model.facts import Entity, Fact, Facts, all_facts
from newsview.store.load import load
from newsview.terminal.streams import emit, say

if TYPE_CHECKING:
    from newsview.extraction.extract import Explained, Extractor
    from newsview.extraction.provenance import Rules

_EPILOG = """\b
Examples:
  newsview explain article.txt
  newsview explain article.txt "4.2 million"
  newsview explain article.facts.json       which of the saved facts would still be found
"""

_SAVED = ".json"
_UNMADE = ("no rule makes this fact now", "-")
_ADDED = ("added by the reviewer", "-")

Line = tuple[str, ...]
"""The columns of a line."""


@click.command("explain", short_help="Show which rule made each fact.", epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path())
@click.argument("text", metavar="[TEXT]", required=False)
@article_options
def command(file: str, text: str | None, published: str | None, encoding: str | None, model: str | None) -> None:
    """Show which rules made each fact of FILE: a line a fact with its text, kind, rules and where these are defined.

    FILE is an article, saved facts, or anything else that newsview extract takes; of several articles each line begins
    with the article's name. With TEXT, only facts whose text holds it. The columns are separated by tabs.
    """
    extractor = cache(lambda: _extractor(model))
    several = not is_one_article([file])
    count = 0
    for label, article, saved in _articles(file, ReadingOptions(encoding=encoding, published=published)):
        explained = extractor().explained(article)
        lines = [
            (*((flat(label),) if several else ()), *line)
            for line in (_of_extracted(explained) if saved is None else _of_saved(saved, explained))
            if text is None or text in line[0]
        ]
        count += len(lines)
        emit("".join("\t".join(line) + "\n" for line in lines).encode("utf-8", "replace"))
    if text is not None and not count:
        say(f"no fact of {file} holds {text!r}")


def _extractor(model: str | None) -> Extractor:
    # spaCy takes a second to import: an input that cannot be read is told before
    from newsview.extraction.extract import Extractor

    return Extractor.for_model(model)


def _articles(file: str, options: ReadingOptions) -> Iterator[tuple[str, Article, Facts | None]]:
    """Each article of *file* with its name, and its facts where these are saved. Raises ``NewsviewError``."""
    if file.endswith(_SAVED):
        analysis = load(Path(file)).analysis
        yield file, analysis.article, analysis.facts
        return
    for each in inputs([file], options):
        yield each.label, each.read(), None


def _of_extracted(explained: list[Explained]) -> Iterator[Line]:
    return ((*_shown(fact), *_places(rules)) for fact, rules in explained)


def _of_saved(saved: Facts, explained: list[Explained]) -> Iterator[Line]:
    """A line for each of the *saved* facts, with the rules that make it now."""
    rules = {key: each.rules for each in explained for key in _keys(each.fact)}
    for fact in all_facts(saved):
        found = next((rules[key] for key in _keys(fact) if key in rules), None)
        if found is not None:
            yield *_shown(fact), *_places(found)
        else:
            yield *_shown(fact), *(_ADDED if fact.origin == "reviewer" else _UNMADE)


def _keys(fact: Fact) -> Iterator[tuple[str, int, int]]:
    """What *fact* is recognized by: its kind and place, of an entity the place of each mention."""
    for part in fact.mentions if isinstance(fact, Entity) else (fact,):
        yield _kind(fact), part.start, part.end


def _kind(fact: Fact) -> str:
    return fact.type if isinstance(fact, Entity) else fact.kind


def _shown(fact: Fact) -> Line:
    return flat(fact.name if isinstance(fact, Entity) else fact.text), flat(_kind(fact))


def _places(rules: Rules) -> Line:
    """The names of *rules*, and where they are defined."""
    from newsview.extraction.provenance import place

    places = [place(rule) for rule in rules]
    return ", ".join(each.name for each in places), ", ".join(f"{each.file}:{each.line}" for each in places)
