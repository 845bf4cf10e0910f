"""Parser of mail (.eml, .mhtml): the text part, the subject as headline, the day. Runs in the parser process.

Attachments and pictures are left out, and it is told how many.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.message import Message
from email.utils import parseaddr, parsedate

from newsview.errors import UnreadableError, UsageError
from newsview.reading.boilerplate import is_name
from newsview.reading.clean import REPLACEMENT, clean, one_line
from newsview.reading.converted import Converted
from newsview.reading.dateline import iso_date
from newsview.reading.decode import decode

_STUB = 40
"""Words; a shorter text part beside a page only says that there is a page."""

_LIKELY = ("utf-8", "cp1252")
"""Encodings of mail that declares another one."""

_NO_TEXT = "this mail contains no text; save the attachment that you want to read"
_SIGNATURE = "\n-- \n"


def convert(data: bytes, encoding: str | None) -> Converted:
    """The text of the mail *data*. Raises ``UnreadableError`` if it has none."""
    message = message_from_bytes(data, policy=policy.default)
    notices: list[str] = []
    plain = ""
    page: Converted | None = None
    shown = list(_parts(message))
    for part in shown:
        if part.get_content_type() == "text/plain":
            decoded, notice = _text(part, encoding)
            plain += "\n\n" + decoded
            notices += [notice] if notice else []
        elif page is None:
            page = _page(part, encoding)
    text = plain.strip()
    if page is not None and len(text.split()) < _STUB and len(page.text.split()) > len(text.split()):
        text, notices = page.text, [*page.notices]
    else:
        page = None
    if not text:
        raise UnreadableError(_NO_TEXT)
    subject = _header(message, "Subject")
    left = sum(not part.is_multipart() for part in message.walk()) - len(shown)
    return Converted(
        text=_with_subject(text, subject),
        encoding="mail",
        title=subject,
        byline=_sender(message),
        published=_day(message),
        address=page.address if page else None,
        notices=[*notices, *_left_out(left)],
        metadata={name: value for name in ("From", "To", "Date") if (value := _header(message, name))},
    )


def _with_subject(text: str, subject: str | None) -> str:
    """*text* below the *subject* as its first paragraph, which may be the text's own."""
    first, _, _ = text.partition("\n\n")
    if not subject or one_line(first).casefold() == subject.casefold():
        return text
    return f"{subject}\n\n{text}"


def _left_out(count: int) -> list[str]:
    if count == 0:
        return []
    what = "an attachment of this mail was" if count == 1 else f"{count} attachments of this mail were"
    return [f"{what} left out"]


def _parts(message: Message) -> Iterator[Message]:
    """The parts of *message* that are text to read, in order; none of an attached mail."""
    if message.get_content_disposition() == "attachment":
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part)
    elif message.get_content_type() in ("text/plain", "text/html"):
        yield message


def _text(part: Message, encoding: str | None) -> tuple[str, str | None]:
    """The text of *part* without its signature, and a notice of replaced bytes."""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    text, notice = _decoded(raw, encoding or part.get_content_charset())
    text = clean(text).partition(_SIGNATURE)[0]
    if part.get_param("format") == "flowed":
        text = text.replace(" \n", " ")  # soft line ends (RFC 3676)
    return text.strip(), notice


def _decoded(raw: bytes, charset: str | None) -> tuple[str, str | None]:
    if not raw.strip():
        return "", None
    if charset is not None:
        with suppress(UnreadableError, UsageError):  # a wrong or unknown declaration: detect from the bytes
            found = decode(raw, charset)
            return found.text, found.notice
    with suppress(UnreadableError):
        found = decode(raw)
        if charset is None or found.encoding in _LIKELY:
            return found.text, found.notice
    return _replaced(raw, charset if charset is not None and _known(charset) else "utf-8")


def _replaced(raw: bytes, charset: str) -> tuple[str, str | None]:
    text = raw.decode(charset, "replace")
    count = text.count(REPLACEMENT)
    what = "1 broken character" if count == 1 else f"{count} broken characters"
    return text, f"{what} of this mail replaced by {REPLACEMENT}" if count else None


def _page(part: Message, encoding: str | None) -> Converted | None:
    """The text of a page in the mail; None if it has none, or if the parser of pages is not installed."""
    try:
        from newsview.reading import html
    except ImportError:
        return None
    data = part.get_payload(decode=True)
    with suppress(UnreadableError):
        return html.convert(data if isinstance(data, bytes) else b"", encoding or _known(part.get_content_charset()))
    return None


def _known(charset: str | None) -> str | None:
    try:
        return charset if charset and "a".encode(charset) else None
    except (LookupError, UnicodeError):
        return None


def _header(message: Message, name: str) -> str | None:
    with suppress(HeaderParseError, MessageError, ValueError, TypeError, IndexError, AttributeError):
        value = message.get(name)
        return one_line(str(value)) or None if value is not None else None
    return None


def _sender(message: Message) -> str | None:
    name, _ = parseaddr(_header(message, "From") or "")
    name = one_line(name).strip("\"' ")
    return name if is_name(name) else None


def _day(message: Message) -> str | None:
    """The day on which the mail was sent, where the sender was."""
    parsed = parsedate(_header(message, "Date") or "")
    return iso_date(*parsed[:3]) if parsed else None
