"""Atomic replacement of files: a temporary file in the same folder is written, fsynced and renamed over the old one.

Then the folder is fsynced. Until the rename the old file is untouched; after it the new one is complete. Mode, owner
(if permitted) and symlinks to the old file are preserved, other hard links and extended attributes are not.
"""

from __future__ import annotations

import fcntl
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from hashlib import blake2b, file_digest
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from newsview.errors import CannotWriteError, ConflictError
from newsview.reading.files import special_kind

_TEMPORARY = ".newsview-"
_DIGEST = 16
"""Bytes of a stamp's digest."""

LOCK_PATIENCE = 10.0
"""Seconds to wait for another saver, who needs milliseconds."""

_STALE = 600.0
"""Age in seconds from which a temporary file is considered left behind by a killed process."""


class Stamp(NamedTuple):
    """Digest of a file's content when it was read or written; None for no file."""

    digest: str | None


NO_FILE = Stamp(None)


class Written(NamedTuple):
    """Result of a replacement. ``durable`` is false if the new name could not be synced."""

    stamp: Stamp
    durable: bool


def stamp_of(data: bytes) -> Stamp:
    """The stamp of a file with the content *data*."""
    return Stamp(blake2b(data, digest_size=_DIGEST).hexdigest())


def current_stamp(path: Path) -> Stamp:
    """The current stamp of the file at *path*. Raises ``OSError`` if the file cannot be read."""
    try:
        with path.open("rb") as file:  # in pieces: a long article's facts are many megabytes
            return Stamp(file_digest(file, lambda: blake2b(digest_size=_DIGEST)).hexdigest())
    except FileNotFoundError:
        return NO_FILE


def write_atomic(
    path: Path,
    data: bytes | Iterable[bytes],
    *,
    expected: Stamp | None = None,
    durable: bool = True,
    before: Callable[[Path], None] | None = None,
) -> Written:
    """Replace the file at *path* by *data*, whole or in parts; symlinks are followed.

    With *expected*, only if the file still has that stamp, else ``ConflictError``. *before* is called with the file just
    before it is replaced; between the two no other newsview replaces it. Every failure is a
    ``CannotWriteError`` and leaves the old file unchanged. ``durable=False`` omits the fsyncs, for files that can be
    made again.
    """
    try:
        target = path.resolve()
        existing = _existing(path, target)
        if expected is not None:
            _check(path, target, expected)
        temporary, stamp = _write_temporary(
            target.parent, (data,) if isinstance(data, bytes) else data, existing, durable
        )
        alone = expected is not None or before is not None
        with _removed_on_failure(temporary), _one_saver(target.parent, path) if alone else nullcontext():
            if expected is not None:
                _check(path, target, expected)  # again: the file may have changed while the data was written
            if before is not None and target.exists():
                before(target)
            _move(temporary, target, new=expected == NO_FILE)
    except FileExistsError as error:
        raise ConflictError(f"{path} was created by another program in the meantime") from error
    except OSError as error:
        raise CannotWriteError(f"cannot write {path}: {error.strerror or error}") from error
    except RuntimeError as error:  # raised by pathlib for a loop of symlinks
        raise CannotWriteError(f"cannot write {path}: its symlinks form a loop") from error
    return Written(stamp, durable and _sync_folder(target.parent))


@contextmanager
def _one_saver(folder: Path, path: Path) -> Iterator[None]:
    """Context of a check and the rename after it, for one saver of *folder* at a time.

    Without it, two that check at one instant both find the file unchanged. Raises ``CannotWriteError`` if another
    program holds the folder's lock for long; a file system without locks is not locked.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:  # a folder that may be written but not read
        yield
        return
    try:
        _lock(handle, path)
        yield
    finally:
        with suppress(OSError):  # the file has been replaced; only the lock is given back
            os.close(handle)


def _lock(handle: int, path: Path) -> None:
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise CannotWriteError(f"cannot write {path}: another program holds a lock on its folder") from error
            time.sleep(0.01)
        except OSError:
            return
        else:
            return


def make_folder(folder: Path) -> None:
    """Make *folder* and its parents if they do not exist. Raises ``CannotWriteError``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotWriteError(f"cannot make the folder {folder}: a file has this name; name another") from error
    except OSError as error:
        raise CannotWriteError(f"cannot make the folder {folder}: {error.strerror or error}") from error


def make_folder_inside(root: Path, folder: Path) -> None:
    """Make the folders from *root* (excluded, must exist) down to *folder*. Raises ``CannotWriteError``."""
    current = root
    for name in folder.relative_to(root).parts:
        current /= name
        try:
            current.mkdir(exist_ok=True)
        except FileExistsError as error:
            raise CannotWriteError(f"cannot make the folder {current}: a file has this name; name another") from error
        except OSError as error:
            raise CannotWriteError(f"cannot make the folder {current}: {error.strerror or error}") from error


def sweep(folder: Path) -> int:
    """Remove the temporary files that killed processes left in *folder*; the number of removed files."""
    removed = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if _is_left_behind(entry):
                    Path(entry.path).unlink()
                    removed += 1
    return removed


def _is_left_behind(entry: os.DirEntry[str]) -> bool:
    """Whether *entry* is a stale temporary file."""
    ours = entry.name.startswith(_TEMPORARY) and entry.name.endswith(".tmp")
    return ours and time.time() - entry.stat(follow_symlinks=False).st_mtime > _STALE


def _existing(path: Path, target: Path) -> os.stat_result | None:
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    kind = special_kind(found.st_mode)
    if kind is not None:
        raise CannotWriteError(f"cannot write {path}: it is {kind}, not a file")
    if not os.access(target, os.W_OK):
        raise CannotWriteError(f"cannot write {path}: it is read-only")
    return found


def _check(path: Path, target: Path, expected: Stamp) -> None:
    if current_stamp(target) != expected:
        raise ConflictError(f"{path} was changed by another program since it was read")


def _write_temporary(
    folder: Path, parts: Iterable[bytes], before: os.stat_result | None, durable: bool
) -> tuple[Path, Stamp]:
    """A new file in *folder* with the content *parts* and the mode and owner of the old file; removed on failure."""
    digest = blake2b(digest_size=_DIGEST)
    name = folder / f"{_TEMPORARY}{token_hex(8)}.tmp"
    mode = 0o666 if before is None else stat.S_IMODE(before.st_mode) & 0o700
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    with _removed_on_failure(name):
        try:
            for part in parts:
                digest.update(part)
                _write_all(handle, part)
            if before is not None:
                _keep_owner_and_mode(handle, before)
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)
    return name, Stamp(digest.hexdigest())


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    """Remove the file at *path* if the block ends with an exception, including an interrupt."""
    with ExitStack() as undo:
        undo.callback(_remove, path)
        yield
        undo.pop_all()


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _keep_owner_and_mode(handle: int, before: os.stat_result) -> None:
    now = os.fstat(handle)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with suppress(PermissionError):
            os.fchown(handle, before.st_uid, before.st_gid)
    os.fchmod(handle, stat.S_IMODE(before.st_mode))


def _move(temporary: Path, target: Path, *, new: bool) -> None:
    """Rename *temporary* to *target*; with *new*, link it instead, which fails if *target* exists."""
    if not new:
        temporary.replace(target)
        return
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        temporary.replace(target)
    else:
        _remove(temporary)


def _sync_folder(folder: Path) -> bool:
    """Sync the folder's entries; false if the file system does not support it."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        os.fsync(handle)
    except OSError:
        return False
    finally:
        with suppress(OSError):
            os.close(handle)
    return True


def replace_locked(path: Path, data: bytes) -> int:
    """Replace the file at *path* by *data*, with mode 0600, and return a locked descriptor of it (flock).

    The new file is locked and synced before it is renamed: at any moment *path* is the whole old or the whole new
    file. Raises ``OSError``; the old file is then unchanged.
    """
    temporary = path.with_name(f"{_TEMPORARY}{token_hex(8)}.tmp")
    handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    with ExitStack() as undo:
        undo.callback(os.close, handle)
        with _removed_on_failure(temporary):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _write_all(handle, data)
            os.fsync(handle)
            temporary.replace(path)
        undo.pop_all()
    _sync_folder(path.parent)
    return handle


def is_named(handle: int, path: Path) -> bool:
    """Whether *path* still names the open file *handle*, that is, it has not been removed or replaced."""
    with suppress(FileNotFoundError, NotADirectoryError):
        named, held = path.stat(), os.fstat(handle)
        return (named.st_dev, named.st_ino) == (held.st_dev, held.st_ino)
    return False
