"""``newsview extract``: the facts of articles as JSON, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsview import json_text
from newsview.codec import encode
from newsview.commands.options import article_options
from newsview.errors import CannotWriteError, InputError, UsageError
from newsview.inputs import ARCHIVE, Input, ReadingOptions, check_names, inputs
from newsview.store.files import write_atomic
from newsview.streams import emit, say

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor

SOME_FAILED = 1


@click.command("extract", short_help="Print or save the facts of articles as JSON.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", metavar="OUT.json", help="Write the facts of the one FILE here.")
@click.option("--output-dir", metavar="DIR", help="Write DIR/<stem>.json for every article.")
@article_options
def command(
    files: tuple[str, ...],
    output: str | None,
    output_dir: str | None,
    published: str | None,
    encoding: str | None,
    model: str | None,
) -> None:
    """Find the entities, quotes and numbers of every FILE.

    FILE is a text, an archive of JSON Lines ({"id", "text", "title"?, "published"?}: .jsonl), or - for standard input.
    The facts of one file are printed as JSON, those of several as JSON Lines.
    """
    options = ReadingOptions(encoding=encoding, published=published)
    single = len(files) == 1 and not files[0].endswith(ARCHIVE)
    if output and output_dir:
        raise UsageError("-o and --output-dir exclude each other: give one of them")
    if output and not single:
        raise UsageError("-o takes one article: use --output-dir DIR for several")
    if output_dir:
        check_names(inputs(files, options))
    write = _writer(output, output_dir, single)
    if _extract_each(inputs(files, options), cache(lambda: _load(model)), write, single=single):
        raise SystemExit(SOME_FAILED)


Writer = Callable[[str, bytes], None]
"""Takes an output's name and its bytes."""


def _load(model: str | None) -> Extractor:
    # spaCy takes a second to import: an input that cannot be read is told before
    from newsview.extraction.extract import Extractor

    return Extractor.for_model(model)


def _writer(output: str | None, output_dir: str | None, single: bool) -> Writer:
    if output:
        return lambda name, data: _save(Path(output), data)
    if output_dir:
        return lambda name, data: _save(Path(output_dir, f"{name}.json"), data)
    return lambda name, data: emit(data)


def _save(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(f"cannot make the folder {path.parent}: {error.strerror}") from error
    write_atomic(path, data, durable=False)


def _extract_each(found: Iterator[Input], extractor: Callable[[], Extractor], write: Writer, *, single: bool) -> int:
    """Write the facts of every input; the number of those that failed, each told on standard error.

    A *single* article's failure is raised, and its facts are indented.
    """
    failures = 0
    for each in found:
        try:
            article = each.read()
        except InputError as error:
            if single:
                raise
            failures += 1
            say(str(error))
            continue
        if article.language not in ("en", None):
            say(f"{each.label}: this does not look like English: expect few and wrong facts")
        facts = encode(extractor().analysis(article))
        write(each.name, json_text.pretty(facts) if single else json_text.line(facts))
    return failures
