"""Safe file names for outputs, made from article ids that may contain any character."""

from __future__ import annotations

import re
from hashlib import blake2b

LONGEST = 200
"""Maximum length in bytes of a name before ``.json``: file systems allow 255, and temporary names are longer."""

_KEPT = 180
_UNSAFE = re.compile(rb"[^A-Za-z0-9._-]")


def output_name(id_: str) -> str:
    """*id_* percent-encoded outside ``[A-Za-z0-9._-]``: a unique file name without path separators.

    ``a/b`` is ``a%2Fb`` and ``..`` is ``%2E%2E``; a name longer than 200 bytes is cut and ends in a hash of the id.
    """
    raw = id_.encode("utf-8", "surrogatepass")
    name = _UNSAFE.sub(lambda match: b"%%%02X" % match[0][0], raw).decode("ascii")
    if not name.strip("."):
        name = name.replace(".", "%2E") or "%"
    if len(name) > LONGEST:
        name = f"{name[:_KEPT]}-{blake2b(raw, digest_size=8).hexdigest()}"
    return name
