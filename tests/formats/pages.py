"""Web pages of several layouts around one made-up story."""

from __future__ import annotations

from collections.abc import Sequence

HEADLINE = "Ferry to Halden stops for the winter"

STORY = [
    "The ferry between Kestel and Halden will not run from November to March, the council decided on Tuesday evening.",
    "Its engine is 41 years old, and the yard that could mend it closed in spring, according to the harbour office.",
    "“Nobody wants this,” said Ada Quill, who leads the council. “We looked at a loan for 12 months and found none.”",
    "About 300 people cross the sound on a weekday, most of them pupils of the school at Kestel and their teachers.",
    "A bus will take the long way round, over the bridge at Tarn, which adds 55 minutes to a journey that takes ten.",
    "The head of the school said she would begin lessons an hour later so that nobody has to leave home at night.",
    "Milo Fenn, a baker in Halden, has sold bread on board for years and expects to lose a third of his customers.",
    "A new ferry with an electric engine is to be ordered next year, if the region pays half of its 6 million crowns.",
]

MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
FOOT = "<footer>Copyright 2011 The Kestel Courier. All rights reserved.</footer>"


def page(body: str, *, title: str = HEADLINE, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{MENU}{body}{FOOT}</body></html>"
    )


def heading(text: str = HEADLINE) -> str:
    return f"<h1>{text}</h1>"


def text(paragraphs: Sequence[str] = STORY) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
