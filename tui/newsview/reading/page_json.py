"""The text of an article that a web page declares for search engines (JSON-LD, ``articleBody``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEPTH = 6
"""Maximum depth of nested objects in which the article is looked for."""
_LONGER = 1.25
"""Ratio of words, declared to shown, from which on it is told that the page shows less."""
_LEAST = 40
"""Minimum words of a declared text."""
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li|a|em|i|b|strong|span)\b[^<>]*>", re.I)
_BLOCK = re.compile(r"<(?:/?p|br|/?div|/?h[1-6]|/?li)\b[^<>]*>", re.I)


def declared_paragraphs(tree: _Element) -> list[str]:
    """The paragraphs of the longest article that the page declares; empty if it declares none."""
    found: list[str] = []
    for script in tree.iter("script"):
        if script.get("type", "").lower().startswith("application/ld+json") and script.text:
            try:
                found.extend(_bodies(orjson.loads(script.text), _DEPTH))
            except orjson.JSONDecodeError:
                continue
    text = max(found, key=len, default="")
    if len(text.split()) < _LEAST:
        return []
    return [line for line in (_plain(part) for part in _BLOCK.sub("\n", text).split("\n")) if line]


def _bodies(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, list) and depth:
        for each in value:
            yield from _bodies(each, depth - 1)
    elif isinstance(value, dict) and depth:
        body = value.get("articleBody")
        if isinstance(body, str):
            yield body
        for each in value.values():
            if isinstance(each, (dict, list)):
                yield from _bodies(each, depth - 1)


def _plain(text: str) -> str:
    """*text* on one line, without tags, with its references to characters resolved."""
    line = " ".join(_TAG.sub("", text).split())
    return " ".join(unescape(line).split())


def told_longer(shown: int, declared: int) -> str | None:
    """The notice of a page that shows *shown* words of an article and declares *declared*; None if it shows most."""
    if declared < _LONGER * shown:
        return None
    return f"this page shows {shown} words of an article that it says has {declared}; it may be behind a paywall"
