"""Types of special files, and errors for files that cannot be opened."""

from __future__ import annotations

import errno
import stat

from newsview.errors import InputError, NoInputError, UnreadableError

_MISSING = {
    errno.ENOENT: "there is no such file; check the name",
    errno.ENOTDIR: "there is no such file; check the name",
    errno.ENAMETOOLONG: "there is no such file; the name is too long",
    errno.ELOOP: "there is no such file; its symbolic links form a loop",
    errno.EACCES: "it cannot be opened; check its permissions",
    errno.EPERM: "it cannot be opened; check its permissions",
}


def special_kind(mode: int) -> str | None:
    """Noun phrase for a special file with this ``st_mode`` ("a pipe"); None for a regular file."""
    if stat.S_ISREG(mode):
        return None
    names = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return names.get(stat.S_IFMT(mode), "a device")


def cannot_open(error: OSError, shown: str) -> InputError:
    """The error to raise for *error* on the file displayed as *shown*."""
    known = _MISSING.get(error.errno or 0)
    if known is not None:
        return NoInputError(f"{shown}: {known}")
    return UnreadableError(f"{shown}: it cannot be read: {error.strerror}")
