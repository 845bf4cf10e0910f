"""Decoding of bytes to text, with detection of the encoding.

Methods from certain to likely: an encoding given by the user, a byte order mark, UTF-16 and UTF-32 detected by
their zero bytes, strict UTF-8, the only Western single-byte encoding whose result reads like text, and
charset-normalizer's guess. Decoding is strict, with one exception: a text whose encoding is certain but for a few
bytes (a download that ends inside a character) is decoded with replacement characters and a notice.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple

from newsview.errors import UnreadableError, UsageError
from newsview.reading.clean import REPLACEMENT, one_line

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: the little-endian mark of UTF-16 is the beginning of that of UTF-32."""

FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (as Word and OpenDocument files are)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
"""Signatures (first bytes) of files that are often mistaken for articles."""

_CONTROL = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
_SAMPLE = 1 << 16
_WESTERN = ("cp1252", "mac_roman", "cp850", "cp437")
"""Windows, classic Mac OS, DOS: a quote mark or accent in one is a capital or box-drawing character in another."""

_SHIFT_ENCODINGS = (
    (rb"\x1b\$(?:[@AB]|[()][@-_])", "ISO-2022 (try iso2022_jp or iso2022_kr)"),
    (rb"~\{(?:[!-~]{2})+~\}", "HZ (try hz)"),
)
"""Encodings that use ASCII bytes only and so are valid UTF-8; UTF-7 is detected in ``utf_7``."""

_EBCDIC = frozenset(("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140"))
"""EBCDIC code pages: they differ in a few punctuation marks, so a guess among them is not exact."""

_STRAY = 1000
"""At most one byte in so many may fit no encoding and be replaced."""

_UNDETECTED = "the encoding cannot be detected; name it with --encoding"


class Decoded(NamedTuple):
    """A text, the encoding it was in (``utf-8``, ``utf-8-sig``, ``utf-16-le``, ``cp1252`` …), a notice of replaced bytes."""

    text: str
    encoding: str
    notice: str | None = None


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """*data* as text, in *encoding* or in the one that is detected.

    Raises ``UsageError`` for an unknown *encoding*, ``UnreadableError`` if the bytes are not text. Messages do not
    include the file name; the caller adds it.
    """
    if encoding is not None:
        return _named(data, encoding)
    for start, kind in FORMATS:
        if data.startswith(start):
            raise UnreadableError(f"this is {kind}, not plain text; save the article as text first")
    for bom, name in BOMS:
        if data.startswith(bom):
            found = _with_few_replaced(data, name, len(data) // _STRAY)
            if found is not None:
                return found
            if name == "utf-32":
                continue  # may be UTF-16 that begins with a zero character
            raise UnreadableError(
                f"it has a byte order mark of {name.upper()} but is damaged, perhaps truncated; download it again"
            )
    return _detected(data)


def _named(data: bytes, encoding: str) -> Decoded:
    shown = one_line(encoding)
    try:
        name = codecs.lookup(encoding).name
        found = _with_few_replaced(data, name, len(data) // _STRAY)
    except (LookupError, ValueError) as error:  # "hex" and "zip" are codecs but not text encodings
        raise UsageError(f"--encoding: unknown text encoding {shown!r}; try utf-8 or cp1252") from error
    if found is None:
        raise UnreadableError(f"the text is not valid {shown}; leave out --encoding to detect the encoding")
    return found


def _with_few_replaced(data: bytes, name: str, allowed: int) -> Decoded | None:
    """*data* in the encoding *name*, with at most *allowed* broken characters replaced; None if there are more."""
    text = _strict(data, name)
    if text is not None:
        return Decoded(text, name)
    if not allowed:
        return None
    text = data.decode(name, "replace")
    own = data.count(REPLACEMENT.encode()) if name == "utf-8" else 0
    replaced = text.count(REPLACEMENT) - own
    return Decoded(text, name, _notice(replaced, name, _first_error(data, name))) if replaced <= allowed else None


def _notice(replaced: int, name: str, first: int) -> str:
    what = "1 broken character was" if replaced == 1 else f"{replaced} broken characters were"
    return f"{what} replaced by {REPLACEMENT} (not valid {name.upper()}, from byte {first + 1})"


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _detected(data: bytes) -> Decoded:
    if b"\x00" in data:
        for name in _utf_16_or_32(data[:_SAMPLE]):
            text = _strict(data, name)
            if text is not None:
                return Decoded(text, name)
    _refuse_shift_encodings(data)
    _refuse_binary(data)
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    mended = _broken_utf8(data)
    if mended is not None:
        return mended
    for name in _WESTERN:
        text = _strict(data, name)
        if text is not None and reads_like_text(text):
            return Decoded(text, name)
    return _guessed(data)


def _refuse_shift_encodings(data: bytes) -> None:
    if not data.isascii():
        return
    sample = data[:_SAMPLE]
    found = [names for shift, names in _SHIFT_ENCODINGS if re.search(shift, sample)]
    if not found and b"+" in sample:  # every run of UTF-7 begins with it
        from newsview.reading.utf_7 import looks_like_utf_7  # deferred: not needed for most articles

        if looks_like_utf_7(sample):
            found = ["UTF-7 (try utf_7)"]
    if found:
        raise UnreadableError(f"it may be {found[0]}; name the encoding with --encoding, utf-8 for plain text")


def _utf_16_or_32(sample: bytes) -> Iterable[str]:
    """Name of UTF-16 or UTF-32 without a mark, by the zero high bytes of Latin text at every second or fourth place."""
    zeros = [sample[place::4].count(0) for place in range(4)]
    most = len(sample) // 4 * 0.5
    high = tuple(count > most for count in zeros)
    names = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    return [names[high]] if len(sample) >= 4 and high in names else []


def _refuse_binary(data: bytes) -> None:
    """Raise ``UnreadableError`` for more than 4 control bytes that are also more than 1 byte in 50."""
    strange = len(data) - len(data.translate(None, _CONTROL))
    if strange > 4 and strange * 50 > len(data):
        raise UnreadableError("this is a binary file, not text; save the article as text first")
    if strange == len(data):
        raise UnreadableError("it contains no text; there is nothing to read")


def _broken_utf8(data: bytes) -> Decoded | None:
    """*data* as UTF-8 if most bytes above 127 form UTF-8, which would be garbled as Windows-1252; else None.

    Raises ``UnreadableError`` if more than one character, and more than one byte in a thousand, is broken.
    """
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count(REPLACEMENT)
    if sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", lenient)) < broken:
        return None
    found = _with_few_replaced(data, "utf-8", max(1, len(data) // _STRAY))
    if found is None:
        where = _first_error(data, "utf-8") + 1
        raise UnreadableError(
            f"it is UTF-8 with {broken} broken characters, the first at byte {where}; save it again, or name another "
            "encoding with --encoding"
        )
    return found


def _first_error(data: bytes, name: str) -> int:
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        return error.start
    return 0


_NON_ASCII = r"[^\x00-\x7f]"
_MISDECODED = (
    r"[a-z][À-ÖØ-ÞŠŽŒŸ]"  # "donÕt", Mac OS Roman read as Windows-1252
    r"|[A-Za-zà-öø-ÿ][^\w\s\x00-\x7f’‘´“”…–—·\u00ad](?=[a-zÀ-ÿ])"  # "caf‚s", a DOS code page
    r"|[À-ÿ]{3}"  # Cyrillic, Greek, East Asian bytes read as accents
    r"|[\x80-\x9f\u2320-\u25ff\ue000-\uf8ff\ufb00-\ufb06\ufffd]"  # box-drawing characters, unassigned code points
    r"|[¡¿£](?=[à-öø-ÿ])|°(?![CFNSEW\s.,;)]|\Z)|´(?![a-z\s])|[à-öø-ÿ][´~£€©®°{}|\\]|[,!?][à-öø-ÿ]"  # pairs of East Asian bytes
    r"|[ªº¤¦¨¬¯¸¹²³×÷¾¼ƒˆ˜](?=[a-z])"
)
"""Character sequences that are not found in Western text: each is evidence of the wrong encoding."""


def reads_like_text(text: str) -> bool:
    """Whether the non-ASCII characters occur as in Western text, by the first million characters."""
    sample = text[:1_000_000]
    high = sum(1 for _ in re.finditer(_NON_ASCII, sample))
    odd = sum(1 for _ in re.finditer(_MISDECODED, sample))
    return high * 4 < max(len(sample), 16) and odd * 20 <= high


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _strict(data, best.encoding) if best is not None else None
    if best is None or text is None or best.encoding in _EBCDIC or not _plausible_guess(text):
        raise UnreadableError(_UNDETECTED)
    return Decoded(text, best.encoding)


def _plausible_guess(text: str) -> bool:
    return reads_like_text(text) or not re.search(r"[a-z]{4}", text[:_SAMPLE])
