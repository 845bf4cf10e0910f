"""The file that an article was read from: whether it has changed since, by its length and time of change."""

from __future__ import annotations

from pathlib import Path


class ArticleFile:
    """A file, and what its length and time of change were when this was made."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._seen = self._look()

    def _look(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:  # gone, or no longer ours to look at: nothing can be said of its text
            return None
        return found.st_size, found.st_mtime_ns

    @property
    def changed(self) -> bool:
        """Whether the file is there and is another than it was."""
        now = self._look()
        return now is not None and self._seen is not None and now != self._seen

    def news(self, key: str) -> str:
        """How the file has changed, in words that name the *key* for reading it again; empty where it is as it was."""
        if self._seen is not None and self._look() is None:
            return "the file is gone from the disk; its text and your decisions are still here"
        if self.changed:
            return f"the file has changed on disk; {key} reads the new text"
        return ""
