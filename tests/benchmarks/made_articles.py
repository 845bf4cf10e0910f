"""Any number of different articles made from the seeds, reproducible by number.

Paragraphs of the seeds are put together anew, with other digits and with people who have other, made-up surnames: an
archive whose words repeat as those of news do, and in which new names never end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.places import SEEDS

PARAGRAPHS = (4, 12)
"""The fewest and the most paragraphs of an article, its headline not counted: some 300 words on average."""

_BEGINNINGS = (
    "Ab",
    "Bren",
    "Cal",
    "Dor",
    "El",
    "Fen",
    "Gal",
    "Har",
    "Il",
    "Jor",
    "Kel",
    "Lam",
    "Mor",
    "Nev",
    "Os",
    "Pel",
)
_MIDDLES = ("a", "e", "i", "o", "u", "ami", "eri", "ola", "ute", "ine", "ado", "osi")
_ENDS = (
    "ck",
    "dale",
    "feld",
    "ing",
    "kova",
    "land",
    "ley",
    "man",
    "mond",
    "nez",
    "rsen",
    "son",
    "ssi",
    "tti",
    "ward",
    "wicz",
)


@dataclass(frozen=True, slots=True)
class _Seed:
    headline: str
    paragraphs: Sequence[str]
    surnames: Sequence[str]


@cache
def _seeds() -> Sequence[_Seed]:
    return [_seed(path) for path in sorted((SEEDS / "gold").glob("*.json"))]


def _seed(path: Path) -> _Seed:
    plain = json.loads(path.read_text(encoding="utf-8"))
    text = plain["article"]["text"]
    pieces = [" ".join(text[each["start"] : each["end"]].split()) for each in plain["article"]["paragraphs"]]
    people = [each["name"].split() for each in plain["entities"] if each["type"] == "PERSON"]
    return _Seed(pieces[0], pieces[1:], sorted({name[-1] for name in people if name[-1].isalpha()}))


def made_article(number: int) -> dict[str, str]:
    """The article *number*, as the row of an archive: its id, its text, and for most the day of its publication."""
    dice = Random(number)
    seeds = dice.sample(_seeds(), dice.choice((1, 2, 2, 3)))
    wanted = dice.randint(*PARAGRAPHS)
    stock = [piece for seed in seeds for piece in seed.paragraphs]
    pieces = [seeds[0].headline, *dice.sample(stock, min(wanted, len(stock)))]
    text = _renamed("\n\n".join(pieces), seeds, dice)
    row = {"id": f"made-{number}", "text": _other_digits(text, dice)}
    if dice.random() < 0.8:
        row["published"] = f"{dice.randint(1990, 2029)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return row


def made_articles(count: int) -> Iterator[dict[str, str]]:
    """The first *count* articles."""
    return map(made_article, range(count))


def write_archive(path: Path, count: int) -> int:
    """Write the first *count* articles to the archive *path*; how many words they have."""
    words = 0
    with path.open("w", encoding="utf-8") as archive:
        for row in made_articles(count):
            words += len(row["text"].split())
            archive.write(json.dumps(row, ensure_ascii=False) + "\n")
    return words


def _renamed(text: str, seeds: Sequence[_Seed], dice: Random) -> str:
    new = {
        old: dice.choice(_BEGINNINGS) + dice.choice(_MIDDLES) + dice.choice(_ENDS) for s in seeds for old in s.surnames
    }
    if not new:
        return text
    return re.sub(r"\b(?:" + "|".join(map(re.escape, new)) + r")\b", lambda match: new[match[0]], text)


def _other_digits(text: str, dice: Random) -> str:
    """*text* with the digits 1 to 9 exchanged among each other."""
    digits = list("123456789")
    dice.shuffle(digits)
    return text.translate(str.maketrans("123456789", "".join(digits)))
