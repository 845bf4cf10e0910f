"""A picture of what newsview finds in each seed: ``python -m tests.seeds.remake`` takes it anew, a test compares.

The picture shows right and wrong alike: it makes every change of the output visible in a diff, and says nothing about
accuracy (``gold`` and ``tests.benchmarks.compare`` do). One fact stands on one line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsview.extraction.extract import Extractor
from newsview.model.codec import encode
from newsview.reading.read import read_bytes
from tests.places import SEEDS

EXPECTED = SEEDS / "expected"
ARTICLES = sorted(SEEDS.glob("*.txt"))


def picture(extractor: Extractor, path: Path) -> dict[str, Any]:
    """The facts file of the article in *path*, its path as seen from the seeds' folder."""
    article = read_bytes(path.read_bytes(), path=path.name)
    plain: dict[str, Any] = json.loads(json.dumps(encode(extractor.analysis(article))))
    return plain


def without_versions(plain: Mapping[str, Any]) -> dict[str, Any]:
    """The same without the generator, which names the versions of this day."""
    return {key: value for key, value in plain.items() if key != "generator"}


def written(plain: Mapping[str, Any]) -> str:
    """JSON with one fact, paragraph or sentence a line."""
    return "{\n" + ",\n".join(f"{line(key)}: {block(value)}" for key, value in plain.items()) + "\n}\n"


def block(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(line, value)) + "\n]"
    if isinstance(value, dict) and any(isinstance(each, list) for each in value.values()):
        return "{\n" + ",\n".join(f"{line(key)}: {block(each)}" for key, each in value.items()) + "\n}"
    return line(value)


def line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def main(arguments: Sequence[str]) -> int:
    """Write the pictures of the seeds that are named (or of all); say which of them changed."""
    EXPECTED.mkdir(exist_ok=True)
    extractor = Extractor.for_model()
    for path in ARTICLES:
        target = EXPECTED / f"{path.stem}.json"
        if arguments and path.stem not in arguments:
            continue
        new = picture(extractor, path)
        old = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
        if without_versions(old) != without_versions(new):
            target.write_text(written(new), encoding="utf-8")
            print(f"{'changed' if old else 'new'}: {target.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
