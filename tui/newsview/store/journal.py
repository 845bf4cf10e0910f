"""Journal of unsaved decisions: one file for each article and path, in the user's state folder.

``journal_lines`` defines the lines. Each line is written immediately, to survive a crash of the program, and fsynced
within a second by a thread, to survive a crash of the machine. A crash may tear the last line; the whole lines before
it count. A long journal is replaced by an equivalent short one. The file is locked while it is open, so that a second
reader of the same file is refused, also if that has been edited since.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Self

from newsview.errors import CannotWriteError
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.facts import Analysis, Decision, Fact
from newsview.store.files import is_named, replace_locked, sweep
from newsview.store.journal_files import MAX_BYTES, Opened, is_locked, open_journal
from newsview.store.journal_lines import Journalled, change, header, replay
from newsview.store.paths import state_folder

SYNC_AFTER = 0.5
"""Seconds from a decision to its fsync, so that a burst of decisions needs one fsync."""

COMPACT_AT = 2**24
"""Size in bytes beyond which a journal is rewritten as one change, without superseded decisions."""

_SUFFIX = ".journal"


class LockedError(CannotWriteError):
    """Another reader has this article open."""


def journal_name(article: Article) -> str:
    """The name of the article's journal file: hashes of its path and its text."""
    return f"{_hash(_resolved(article.path))}-{_hash(article.text)}{_SUFFIX}"


def _resolved(path: str | None) -> str:
    if path is None:
        return ""
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of symlinks; an invalid path from a broken file
        return path


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _opened_alone(path: Path, article: Article) -> Opened:
    """The journal at *path*. Raises ``BlockingIOError`` if a reader has the article's file open, with whatever text."""
    others = _of_same_file(path) if article.path is not None else []
    for other in others:
        if is_locked(other):
            raise BlockingIOError
    return open_journal(path)


def _of_same_file(path: Path) -> list[Path]:
    """The other journals of the article's path, those of its other texts."""
    family = path.name.partition("-")[0]
    return [each for each in sorted(path.parent.glob(f"{family}-*{_SUFFIX}")) if each != path]


def has_unsaved(path: str, saved: Analysis | None, folder: Path | None = None) -> bool:
    """Whether a journal of the article at *path* has decisions that are not in *saved*, its facts file."""
    folder = folder if folder is not None else state_folder() / "journal"
    for file in sorted(folder.glob(f"{_hash(_resolved(path))}-*{_SUFFIX}")):
        with suppress(OSError):
            if file.stat().st_size <= MAX_BYTES:
                journalled, _ = replay(file.read_bytes())
                if journalled.lines > 0 and not (saved is not None and journalled.is_in(saved)):
                    return True
    return False


class Journal:
    """An open, locked journal; opened with ``Journal.open``, ended with ``close``."""

    def __init__(self, path: Path, opened: Opened, article: Article) -> None:
        self.path = path
        self.notices = list(opened.notices)
        """Messages for the user about journals that could not be read."""
        self._handle = opened.handle
        self._header = header(article.path, article.sha256)
        self._changing = threading.Lock()
        self._removed = False
        """Whether the file was removed and the new one still lacks the earlier changes."""
        self._unsaved, self._length = opened.journalled, opened.length
        self._compact_at = COMPACT_AT
        self._syncer = _Syncer(self._handle)
        if article.path is not None:
            self._adopt_earlier()
        self.recovered = self._unsaved.copy()
        """The unsaved changes of earlier sessions."""

    @classmethod
    def open(cls, article: Article, folder: Path | None = None) -> Self:
        """The journal of *article*, locked.

        Raises ``LockedError`` if another reader has it open, ``CannotWriteError`` if it cannot be opened or created.
        """
        folder = folder if folder is not None else state_folder() / "journal"
        path = folder / journal_name(article)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            sweep(folder)  # temporary files of processes killed while rewriting a journal
            opened = _opened_alone(path, article)
        except BlockingIOError as error:
            raise LockedError(
                f"{article.path or 'this article'} is open in another newsview; close it first"
            ) from error
        except OSError as error:
            raise CannotWriteError(f"decisions cannot be journalled in {folder}: {error.strerror or error}") from error
        return cls(path, opened, article)

    def append(self, decisions: Mapping[str, Decision | None], added: Mapping[str, Fact | None] | None = None) -> None:
        """Record one change: decisions by fact id, None for a withdrawn one; facts added, None for a removed one.

        Raises ``CannotWriteError`` if it cannot be written; earlier changes are unaffected, and later ones may succeed.
        """
        added = added or {}
        with self._changing:
            try:
                self._record(change(decisions, added))
            except (OSError, json_text.JsonError) as error:
                raise CannotWriteError(
                    f"the decision is in memory only, its journal cannot be written: {_reason(error)}"
                ) from error
            self._unsaved.take(Journalled(dict(decisions), dict(added), lines=1))
            self._compact()
        self._syncer.soon()

    def _record(self, data: bytes) -> None:
        """Write *data*; if the file has been removed, to a new file, after all unsaved changes of the old one."""
        if not is_named(self._handle, self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            opened = open_journal(self.path)
            self._switch_file(opened.handle, opened.length)
            self.notices += opened.notices
            self._removed = self._unsaved.lines > 0
            # another reader may have written the new file: a later rewrite must include its changes
            opened.journalled.take(self._unsaved)
            self._unsaved = opened.journalled
        if self._removed:
            data = change(self._unsaved.decisions, self._unsaved.added) + data
        if data:
            self._write(data if self._length else self._header + data)
        self._removed = False

    def _write(self, data: bytes) -> None:
        # after the last whole line: overwrites what a failed write left there
        at, rest = self._length, memoryview(data)
        while rest:
            written = os.pwrite(self._handle, rest, at)
            at, rest = at + written, rest[written:]
        self._length = at

    def _switch_file(self, handle: int, length: int) -> None:
        old, self._handle, self._length = self._handle, handle, length
        self._syncer.handle = handle
        os.close(old)

    def _compact(self) -> None:
        """Rewrite a long journal as one change; after a failure, try again when it is twice as long."""
        if self._length <= self._compact_at:
            return
        self._compact_at = 2 * self._length
        with suppress(OSError, json_text.JsonError):
            data = self._header + change(self._unsaved.decisions, self._unsaved.added)
            self._switch_file(replace_locked(self.path, data), len(data))
            self._compact_at = max(COMPACT_AT, 2 * len(data))

    def sync(self) -> None:
        """Fsync the file. Raises ``CannotWriteError``."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            raise CannotWriteError(f"the journal {self.path} cannot be synced: {_reason(error)}") from error

    def clear_saved(self, saved: Analysis) -> None:
        """Empty the journal if *saved* contains all of its changes; decisions made during the save stay in it.

        A failure is ignored: replaying a saved change again has no effect.
        """
        with self._changing, suppress(OSError):
            if self._unsaved.is_in(saved):
                os.ftruncate(self._handle, 0)
                self._unsaved, self._length, self._compact_at = Journalled(), 0, COMPACT_AT

    def discard(self) -> None:
        """Empty the journal: its changes are not wanted any more. A failure is ignored."""
        with self._changing, suppress(OSError):
            self._unsaved, self._removed = Journalled(), False
            os.ftruncate(self._handle, 0)
            self._length, self._compact_at = 0, COMPACT_AT

    def _adopt_earlier(self) -> None:
        """Take over the journals of earlier texts at the same path, whose file has been edited since."""
        for path in _of_same_file(self.path):
            with suppress(OSError, CannotWriteError):
                opened = open_journal(path)
                self.notices += opened.notices
                try:
                    earlier = opened.journalled
                    own = self._unsaved.decisions
                    older = {key: decision for key, decision in earlier.decisions.items() if key not in own}
                    if earlier.lines:
                        self.append(older, earlier.added)
                        self.sync()
                    path.unlink()
                finally:
                    os.close(opened.handle)

    def close(self) -> None:
        """Sync and unlock the file, and remove it if it is empty."""
        self._syncer.stop()
        with suppress(OSError, json_text.JsonError):
            if self._unsaved.lines:
                self._record(b"")
            if self._length:
                os.fsync(self._handle)
            elif is_named(self._handle, self.path):
                self.path.unlink()
        with suppress(OSError):
            os.close(self._handle)


def _reason(error: OSError | json_text.JsonError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


class _Syncer:
    """A thread that fsyncs a descriptor a short time after a request, once for a burst of requests."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self._due = threading.Event()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def soon(self) -> None:
        """Request a sync after ``SYNC_AFTER`` seconds."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()
        self._due.set()

    def _run(self) -> None:
        while True:
            self._due.wait()
            if self._stopped.wait(SYNC_AFTER):
                return
            self._due.clear()
            if self._stopped.is_set():  # ``stop`` was called meanwhile: no further request will come
                return
            with suppress(OSError):  # the next sync may succeed, and closing syncs again
                os.fsync(self.handle)

    def stop(self) -> None:
        """End the thread without a last sync: closing the journal syncs."""
        self._stopped.set()
        self._due.set()
        if self._thread is not None:
            self._thread.join()
