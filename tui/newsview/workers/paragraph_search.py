"""Search for the paragraphs whose extraction does not end, so that they alone are left out and not the whole article.

After a process has hung, the next one extracts every paragraph alone, and reports each before it begins, then the article
without those that hung. The limits of these processes are the same; only articles that hang pay for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from newsview.model.article import Article

MOST = 5
"""Paragraphs that are left out at most; an article with more of them fails."""


@dataclass(slots=True)
class ParagraphSearch:
    """The state of the search in one article. Paragraphs are counted from 0."""

    under_way: bool = False
    first: int = 0
    """The first paragraph that was not tried alone yet."""
    left_out: list[int] = field(default_factory=list)
    begun: int | None = None
    """The paragraph that is being tried alone; None before and behind all of them."""

    def request(self) -> dict[str, Any]:
        """What the process is asked, beside the article: nothing as long as no process hung."""
        return {"search": {"first": self.first, "left_out": self.left_out}} if self.under_way else {}

    def hung(self) -> bool:
        """Take note that the process hung; whether another one may do better."""
        if not self.under_way:
            self.under_way = True
            return True
        if self.begun is None or len(self.left_out) == MOST:
            return False
        self.left_out.append(self.begun)
        self.first, self.begun = self.begun + 1, None
        return True


def remainder(
    article: Article,
    request: Mapping[str, Any],
    begun: Callable[[int | None], object],
    extract: Callable[[Article], object],
) -> Article:
    """*article* without the paragraphs that the *request* of a search leaves out.

    Before that, each of those that were not tried is extracted alone; *begun* is called with its number from 0, and at
    last with None.
    """
    for number in range(request["first"], len(article.paragraphs)):
        begun(number)
        extract(replace(article, paragraphs=article.paragraphs[number : number + 1]))
    begun(None)
    kept = [each for number, each in enumerate(article.paragraphs) if number not in request["left_out"]]
    return replace(article, paragraphs=kept)
