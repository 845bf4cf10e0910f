"""The command line: which command, which exit code. Each side is imported inside its own branch."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import orjson


@click.group()
def main() -> None:
    """Read what a news article claims."""


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), required=True)
@click.option("--output-dir", type=click.Path(path_type=Path))
def extract(files: tuple[Path, ...], output_dir: Path | None) -> None:
    """Extract the facts of FILES as JSON."""
    from newsview.codec import encode
    from newsview.extraction.extract import Extractor
    from newsview.reading.build import build_article

    extractor = Extractor.for_model()
    for file in files:
        if file.suffix == ".jsonl":
            rows = [orjson.loads(line) for line in file.read_bytes().splitlines() if line.strip()]
            items = [(row["id"], row["text"], row.get("published")) for row in rows]
        else:
            items = [(file.stem, file.read_text(encoding="utf-8"), None)]
        for stem, text, published in items:
            article = build_article(text, path=str(file), published=published)
            data = orjson.dumps(encode(extractor.analysis(article)), option=orjson.OPT_INDENT_2)
            if output_dir:
                output_dir.mkdir(parents=True, exist_ok=True)
                (output_dir / f"{stem}.json").write_bytes(data)
            else:
                sys.stdout.buffer.write(data + b"\n")


if __name__ == "__main__":
    main()
