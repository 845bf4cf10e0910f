"""The same article gives the same bytes, whatever the process, its hash seed, the order of articles, the number of workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.conftest import Tried
from tests.places import SEEDS

pytestmark = pytest.mark.model

ARTICLES = sorted(SEEDS.glob("*.txt"))[:4]

RUNS = int(os.environ.get("NEWSVIEW_RUNS", "3"))
"""Processes, or runs of several, that extract the same articles: 20 by ``NEWSVIEW_RUNS=20``."""

PROGRAM = """
import sys, pathlib, hashlib
from newsview.store.save import facts_bytes
from newsview.extraction.extract import Extractor
from newsview.reading.build_article import build_article
extractor = Extractor.for_model()
for path in sys.argv[1:]:
    article = build_article(pathlib.Path(path).read_text(encoding="utf-8"), path=pathlib.Path(path).name)
    print(hashlib.sha256(facts_bytes(extractor.analysis(article))).hexdigest())
"""


def ran(run: int, *command: str) -> str:
    """What a Python process prints whose hash seed is *run*."""
    environment = {**os.environ, "PYTHONHASHSEED": str(run)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_same_bytes_come_out_whatever_the_process_the_hash_seed_and_the_order(tried: Tried) -> None:
    seen: set[tuple[str, ...]] = set()
    for run in range(RUNS):
        order = ARTICLES if run % 2 == 0 else ARTICLES[::-1]
        digests = ran(run, "-c", PROGRAM, *map(str, order)).split()
        seen.add(tuple(digests if run % 2 == 0 else digests[::-1]))
    tried(f"{RUNS} processes, {len(ARTICLES)} articles each: {len(seen)} different outputs")
    assert len(seen) == 1


def test_the_same_bytes_come_out_whatever_the_number_of_workers_and_the_order(tmp_path: Path, tried: Tried) -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    short = [block for text in texts for block in text.split("\n\n") if len(block) > 200]
    articles = [{"id": f"a{number}", "text": text} for number, text in enumerate([*texts, *short])]
    seen: list[dict[str, bytes]] = []
    for run in range(RUNS):
        Random(run).shuffle(articles)
        archive, folder = tmp_path / f"{run}.jsonl", tmp_path / str(run)
        archive.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        jobs = str(1 + run % 4)
        ran(run, "-m", "newsview", "extract", str(archive), "--output-dir", str(folder), "--jobs", jobs, "--quiet")
        made = {path.name: path.read_bytes() for path in folder.glob("a*.json")}
        assert len(made) == len(articles)
        if made not in seen:
            seen.append(made)
    tried(f"{RUNS} runs with 1 to {min(RUNS, 4)} workers, {len(articles)} articles each: {len(seen)} different outputs")
    assert len(seen) == 1
