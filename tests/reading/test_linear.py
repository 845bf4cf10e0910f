"""Reading time is linear in the length of any text; ratios within one process, with wide margins."""

from __future__ import annotations

import time
from collections.abc import Callable
from time import process_time

import pytest
from lxml.html import document_fromstring

from newsview.reading.build_article import build_article
from newsview.reading.page_text import completed
from tests.timing import costs_at_most

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


def seconds_to_complete(boxes: int) -> float:
    """Seconds of processor time that it takes to complete the text of a page with so many boxes and headings."""
    part = (
        "<div><h3>Part {0} of the plan</h3></div><p>The council said on Monday that pier {0} would be built next year.</p>"
        "<div><p>The mayor asked why boat {0} had been sold for so little money last week.</p></div>"
    )
    tree = document_fromstring(f"<article>{''.join(part.format(number) for number in range(boxes))}</article>")
    found = [str(each.text_content()) for each in tree.iter("p") if "mayor" not in each.text_content()]
    start = process_time()
    completed(found, tree, [])
    return process_time() - start


def test_cost_of_many_boxes_of_a_page_is_linear() -> None:
    assert costs_at_most(8, lambda: seconds_to_complete(800), lambda: seconds_to_complete(200))
