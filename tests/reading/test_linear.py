"""Reading time is linear in the length of any text; ratios within one process, with wide margins."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from newsview.reading.build_article import build_article

HOSTILE = {
    "full stops": ".",
    "spaced full stops": ". ",
    "closing marks": '.")',
    "opening marks": '“("[',
    "quotes": '" ',
    "stray quotes after marks": '. " ',
    "spaces": " ",
    "line ends": "\n",
    "spaces and line ends": " \n",
    "initials": "J. K. ",
    "abbreviations": "U.S. Inc. ",
    "attributions": "“Why?” Doe Roe ",
    "capitals": "Doe ",
    "one word": "a",
    "digits": "1",
    "brackets": "(" + "a" * 9,
    "hyphens": "a-",
    "dots in words": "a.b.",
    "short lines": "By Jane Doe\n",
    "dates": "11 Nov 2022, ",
    "addresses": "a@b.",
    "shares": "share this\n\n",
    "glued": "said.The",
    "escapes": "\x1b[31m",
    "plus signs": "+AAA",
}


def cost(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_cost_is_linear(unit: str) -> None:
    def read(size: int) -> Callable[[], object]:
        text = (unit * (size // len(unit) + 1))[:size]
        return lambda: build_article(text)

    small, large = cost(read(12_500)), cost(read(100_000))
    assert large < 0.25 or large < 8 * 4 * small
    assert large < 5
