"""Files as the operating system describes them: kinds that are no regular file, and why one cannot be opened."""

from __future__ import annotations

import errno
import stat

from newsview.errors import InputError, NoInputError, UnreadableError

_MISSING = {
    errno.ENOENT: "there is no such file; check the name",
    errno.ENOTDIR: "there is no such file; check the name",
    errno.ENAMETOOLONG: "there is no such file; the name is too long",
    errno.ELOOP: "there is no such file; its symbolic links go in a circle",
    errno.EACCES: "it may not be opened; check its permissions",
    errno.EPERM: "it may not be opened; check its permissions",
}


def special_kind(mode: int) -> str | None:
    """What a file of this ``st_mode`` is where it is no file that has an end; None for a regular one."""
    if stat.S_ISREG(mode):
        return None
    names = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    return names.get(stat.S_IFMT(mode), "a device")


def cannot_open(error: OSError, shown: str) -> InputError:
    """Why the file that is *shown* so cannot be opened or read."""
    known = _MISSING.get(error.errno or 0)
    if known is not None:
        return NoInputError(f"{shown}: {known}")
    return UnreadableError(f"{shown}: it cannot be read: {error.strerror}")
