"""Memory of one worker over many short articles: ``python -m tests.fuzz.soak [ARTICLES]``.

A third of the words of every article are new, the worst case for caches.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing
from random import Random

import psutil

from newsview.reading.build_article import build_article
from newsview.workers.client import WorkerSource
from newsview.workers.events import Done
from tests.fuzz import mutations

STEPS = 10


def _article(dice: Random, number: int) -> str:
    names = " ".join(f"{chr(65 + dice.randrange(26))}{dice.randrange(10**8):x}" for _ in range(20))
    return f"{mutations.paragraph(dice)}\n\n{names} said “{number} more” in {2000 + number}.\n\n{mutations.paragraph(dice)}"


async def soak(articles: int) -> list[float]:
    """The worker's resident memory in MB after each tenth of *articles*."""
    source, dice, seen = WorkerSource(), Random(3), []
    try:
        for number in range(articles):
            async with aclosing(source.extract(build_article(_article(dice, number)))) as events:
                last = [event async for event in events][-1]
            assert isinstance(last, Done), last
            if (number + 1) % (articles // STEPS) == 0 and source.pid is not None:
                seen.append(psutil.Process(source.pid).memory_info().rss / 2**20)
                print(f"{number + 1} articles: {seen[-1]:.1f} MB", flush=True)
    finally:
        await source.close()
    return seen


def main() -> None:
    """Print the memory during the run, and its growth for each thousand articles after warm-up."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seen = asyncio.run(soak(articles))
    half = len(seen) // 2
    slope = (seen[-1] - seen[half - 1]) / (articles * (len(seen) - half) / len(seen) / 1000)
    print(f"{slope:.2f} MB for every 1,000 articles over the second half")


if __name__ == "__main__":
    main()
