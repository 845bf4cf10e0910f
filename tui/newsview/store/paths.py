"""Where things are kept: the facts file beside an article, journals and cached extractions in the user's folders."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from newsview.model.article import FACTS

_LONGEST = 255
"""Bytes of the longest file name on every usual file system."""


def facts_path(article: Path) -> Path:
    """``<stem>.facts.json`` beside *article*; a facts file is its own. A name that would be too long gets a hashed tail."""
    if article.name.endswith(FACTS):
        return article
    return article.with_name(fitting(article.stem, FACTS))


def fitting(stem: str, suffix: str) -> str:
    """``stem + suffix``, its stem cut and ended by a hash of the whole where it is too long for a file name."""
    raw = stem.encode("utf-8", "surrogateescape")
    room = _LONGEST - len(suffix.encode())
    if len(raw) <= room:
        return stem + suffix
    tail = f"~{blake2b(raw, digest_size=8).hexdigest()}"
    return raw[: room - len(tail)].decode("utf-8", "ignore") + tail + suffix


def state_folder() -> Path:
    """Where journals are kept (XDG_STATE_HOME on Linux)."""
    from platformdirs import user_state_path

    return user_state_path("newsview", appauthor=False)


def cache_folder() -> Path:
    """Where extractions are kept (XDG_CACHE_HOME on Linux); whatever is there may be deleted at any time."""
    from platformdirs import user_cache_path

    return user_cache_path("newsview", appauthor=False)
