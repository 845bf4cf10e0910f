"""Digests of facts files: ``python -m tests.fuzz.digests FILE...`` prints one line for each article."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from newsview.extraction.extract import Extractor
from newsview.reading.build_article import build_article
from newsview.store.save import facts_bytes
from tests.pipeline import loaded


def digests(extractor: Extractor, paths: Iterable[Path]) -> list[str]:
    """SHA-256 of the facts file of each article, in hexadecimal digits."""
    articles = [build_article(path.read_text(encoding="utf-8"), path=path.name) for path in paths]
    return [sha256(facts_bytes(extractor.analysis(article))).hexdigest() for article in articles]


if __name__ == "__main__":
    print(*digests(Extractor(loaded()), map(Path, sys.argv[1:])), sep="\n")
