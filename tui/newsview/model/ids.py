"""Stable fact ids: the same fact in the same sentence has the same id after another extraction or an edit elsewhere.

An id is a hash of the kind, the sentence's words and the fact's words; equal keys are numbered in text order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

_WORD = re.compile(r"\w+")


def words(text: str) -> str:
    """The lower-cased words of *text*, so that spacing and punctuation do not change an id."""
    if text.isalnum() and text.isascii():
        return text.lower()
    return " ".join(_WORD.findall(text.lower()))


def stable_ids(prefix: str, keys: Iterable[tuple[str, str]], known: dict[str, str] | None = None) -> list[str]:
    """One id for each (sentence text, fact text), in order: ``q-4f1d09ab3c``, ``q-4f1d09ab3c-2`` for a second equal pair.

    *known* caches ``words`` by text for further calls with facts of the same article.
    """
    known = {} if known is None else known  # many facts share a sentence, and many their own words
    digests, last, begun = [], None, blake2b()
    for sentence, fact in keys:
        for text in (sentence, fact):
            if text not in known:
                known[text] = words(text)
        if sentence != last:  # facts of a sentence follow each other: a long one is hashed once for all of them
            last, begun = sentence, _begun(f"{prefix}\0{known[sentence]}\0")
        digest = begun.copy()
        digest.update(_bytes(known[fact] or fact))
        digests.append(digest.hexdigest())
    return _numbered(prefix, digests)


def hashed_ids(prefix: str, keys: Iterable[str]) -> list[str]:
    """One id for each key, in order: its hash behind *prefix*; equal keys are numbered."""
    return _numbered(prefix, [_begun(key).hexdigest() for key in keys])


def _begun(text: str) -> blake2b:
    """The hash of an id's key that begins with *text*."""
    return blake2b(_bytes(text), digest_size=5)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _numbered(prefix: str, digests: Iterable[str]) -> list[str]:
    seen: dict[str, int] = {}
    ids = []
    for digest in digests:
        seen[digest] = times = seen.get(digest, 0) + 1
        ids.append(f"{prefix}-{digest}" if times == 1 else f"{prefix}-{digest}-{times}")
    return ids
