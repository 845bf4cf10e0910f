"""Safe file names for outputs, made from article ids that may contain any character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import PurePath

LONGEST = 200
"""Maximum length in bytes of a name before ``.json``: file systems allow 255, and temporary names are longer."""

_KEPT = 180
_UNSAFE = re.compile(rb"[^A-Za-z0-9._-]")


def file_names(paths: Sequence[PurePath]) -> list[str]:
    """The output names of files whose outputs go to one folder: the stem, or where two would be equal the whole name.

    ``story.docx`` and ``story.pdf`` are ``story.docx`` and ``story.pdf``, ``other.txt`` is ``other``. Letters' case does
    not distinguish names, because it does not on some file systems. Two files of the same name still share it.
    """
    names = [output_name(path.stem) for path in paths]
    whole = [output_name(path.name) for path in paths]
    alike = Counter(name.casefold() for name in whole)
    while True:
        counts = Counter(name.casefold() for name in names)
        clash = [
            index
            for index, name in enumerate(names)
            if counts[name.casefold()] > 1 and name != whole[index] and alike[whole[index].casefold()] == 1
        ]
        if not clash:
            return names
        for index in clash:
            names[index] = whole[index]


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
