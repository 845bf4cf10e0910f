"""Paths of newsview's files: the facts file beside an article, the user's state and cache folders."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from newsview.model.article import FACTS

_LONGEST = 255
"""Maximum length of a file name in bytes on common file systems."""


def facts_path(article: Path) -> Path:
    """``<stem>.facts.json`` beside *article*; a facts file's own path. A name that is too long is cut and gets a hash."""
    if article.name.endswith(FACTS):
        return article
    return article.with_name(fitting(article.stem, FACTS))


def fitting(stem: str, suffix: str) -> str:
    """``stem + suffix``; if that is too long for a file name, the stem is cut and a hash of it is appended."""
    raw = stem.encode("utf-8", "surrogateescape")
    room = _LONGEST - len(suffix.encode())
    if len(raw) <= room:
        return stem + suffix
    tail = f"~{blake2b(raw, digest_size=8).hexdigest()}"
    return raw[: room - len(tail)].decode("utf-8", "ignore") + tail + suffix


def state_folder() -> Path:
    """The folder of journals and bookmarks (in XDG_STATE_HOME on Linux)."""
    from platformdirs import user_state_path

    return user_state_path("newsview", appauthor=False)


def cache_folder() -> Path:
    """The folder of cached extractions (in XDG_CACHE_HOME on Linux); its files may be deleted at any time."""
    from platformdirs import user_cache_path

    return user_cache_path("newsview", appauthor=False)
