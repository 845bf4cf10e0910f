"""Deterministic output: independent of process, hash seed, order of articles and number of workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from newsview.extraction.extract import Extractor
from tests.cli.command import newsview
from tests.conftest import Tried
from tests.effort import cases
from tests.fuzz.digests import digests
from tests.pipeline import loaded
from tests.places import SEEDS

pytestmark = pytest.mark.model

ARTICLES = sorted(SEEDS.glob("*.txt"))[: cases(2, 4)]

RUNS = cases(2, 3, "NEWSVIEW_RUNS")
"""Number of extractions of the same articles, in this and other processes: 20 with ``NEWSVIEW_RUNS=20``."""

WORKERS = cases(2, 4)
"""Maximum number of workers in a run."""


def ran(run: int, *command: str) -> str:
    """The output of a Python process with the hash seed *run*."""
    environment = {**os.environ, "PYTHONHASHSEED": str(run)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_output_is_independent_of_process_hash_seed_and_order(tried: Tried) -> None:
    seen = {tuple(digests(Extractor(loaded()), ARTICLES))}
    for run in range(1, RUNS):
        order = ARTICLES if run % 2 == 0 else ARTICLES[::-1]
        printed = ran(run, "-m", "tests.fuzz.digests", *map(str, order)).split()
        seen.add(tuple(printed if run % 2 == 0 else printed[::-1]))
    tried(f"{RUNS} processes, {len(ARTICLES)} articles each: {len(seen)} different outputs")
    assert len(seen) == 1


def test_output_is_independent_of_worker_count_and_order(tmp_path: Path, tried: Tried) -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    short = [block for text in texts for block in text.split("\n\n") if len(block) > 200]
    articles = [{"id": f"a{number}", "text": text} for number, text in enumerate([*texts, *short])]
    seen: list[dict[str, bytes]] = []
    for run in range(RUNS):
        Random(run).shuffle(articles)
        archive, folder = tmp_path / f"{run}.jsonl", tmp_path / str(run)
        archive.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        jobs = str(1 + run % WORKERS)
        seed = {"PYTHONHASHSEED": str(run)}
        done = newsview("extract", archive, "--output-dir", folder, "--jobs", jobs, "--quiet", env=seed)
        assert done.returncode == 0, done.stderr
        made = {path.name: path.read_bytes() for path in folder.glob("a*.json")}
        assert len(made) == len(articles)
        if made not in seen:
            seen.append(made)
    tried(f"{RUNS} runs, {len(articles)} articles each: {len(seen)} different outputs")
    assert len(seen) == 1
