"""Boilerplate lines of a page: navigation, addresses, picture credits, bylines. Each line is classified alone.

The words are in ``data/furniture.txt``; ``paragraph_roles`` adds the line's position in the article.
"""

from __future__ import annotations

import re
from functools import cache

from newsview.model.data_files import sections

_LONGEST_BOILERPLATE = 40
"""Words; a longer paragraph is body text, even if it mentions newsletters."""
_LONGEST_CAPTION = 900
"""Characters."""

_LETTER = re.compile(r"[^\W_]")
_QUOTES = frozenset('"“”')
_BULLETS = "([*•- "
_EDGES = " :!>»›|•·–—*[]()"

_ADDRESS = r"\W{0,3}(?:https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|[\w-]{2,60}(?:\.[a-z]{2,6}){1,2}(?:/\S*)?)\W{0,3}"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|de|da|del|della|der|van|von|bin|al|el|la|le|di|du|dos|ter|ten)"
_AFTER_NAMES = r"\s*(?:\||•|·|\s[-–—]\s|/|\(|\bfor\s|\bin\s|\bat\s|\bof\s|\d|\b(?:published|updated|posted)\b).*"
# Compiling a pattern takes as long as reading a paragraph: patterns that few articles need are compiled on first use.


@cache
def _name() -> re.Pattern[str]:
    return re.compile(
        rf"(?!(?:The|A|An|In|On|At|How|Why|What)\b)[A-ZÀ-ÖØ-Þ][\w’'.-]*(?:\s{_NAME_WORD}(?![^\W_])){{1,4}}"
    )


@cache
def _name_separator() -> re.Pattern[str]:
    return re.compile(r",\s(?:and\s)?|\sand\s|\s&\s", re.IGNORECASE)


@cache
def _whole_lines() -> frozenset[str]:
    return sections("newsview.reading", "furniture")["whole"]


@cache
def _writer_words() -> frozenset[str]:
    return sections("newsview.reading", "furniture")["writer"]


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


def is_address(text: str) -> bool:
    """Line that is only an address: "www.example.org", "newsdesk@example.org"; not "@example"."""
    return len(text) <= 300 and " " not in text and re.fullmatch(_ADDRESS, text, re.IGNORECASE) is not None


_ENCODED_LINE = 56
"""Minimum characters of a line of encoded data."""


def is_encoded(text: str) -> bool:
    """Whether most of *text* is data written as letters (base64), such as a picture in a mail."""
    if len(text) < _ENCODED_LINE or text.count(" ") * 20 > len(text):
        return False
    runs = (match[0] for match in re.finditer(rf"[A-Za-z0-9+/]{{{_ENCODED_LINE},}}={{0,2}}", text))
    return sum(len(run) for run in runs if not (run.isalpha() or run.islower() or run.isupper())) * 2 > len(text)


def is_boilerplate(text: str) -> bool:
    """Short line of the web site: "Share this article", "© 2022 The Daily Example. All rights reserved."."""
    if is_address(text) or not _LETTER.search(text) or is_encoded(text):
        return True
    plain = _plain(text)
    if plain.strip(_EDGES) in _whole_lines():
        return True
    if plain.count(" ") >= _LONGEST_BOILERPLATE or not _QUOTES.isdisjoint(plain):
        return False
    bare = plain.lstrip(_BULLETS)
    if _prefix_length(bare, "starts") or _contains(plain, "contains"):
        return True
    unfinished = not ends_like_sentence(text)
    return unfinished and (_prefix_length(bare, "starts unfinished") > 0 or _contains(plain, "contains unfinished"))


def is_furniture(text: str) -> bool:
    """Line that is nothing but a word of the web site: "Advertisement", "Share this article:"."""
    return _plain(text).strip(_EDGES) in _whole_lines()


def ends_like_sentence(text: str) -> bool:
    """Whether *text* ends in a full stop, question or exclamation mark, with or without closing quote marks."""
    return text.rstrip("\"”’')]")[-1:] in _TERMINAL


_TERMINAL = frozenset(".!?…")


def _contains(plain: str, section: str) -> bool:
    """Whether *plain* contains an entry of *section*."""
    return True in map(plain.__contains__, sections("newsview.reading", "furniture")[section])


_WORD = re.compile(r"\w+")


@cache
def _by_first_word(section: str) -> dict[str, list[str]]:
    """The entries of *section* by first word: for most paragraphs one dictionary lookup is enough."""
    entries: dict[str, list[str]] = {}
    for entry in sections("newsview.reading", "furniture")[section]:
        entries.setdefault(_first_word(entry), []).append(entry)
    return entries


def _first_word(plain: str) -> str:
    word = _WORD.search(plain, 0, 60)
    return word[0] if word else ""


def _prefix_length(plain: str, section: str) -> int:
    """Length of the longest entry of *section* that *plain* begins with, in whole words; 0 if none."""
    candidates = _by_first_word(section).get(_first_word(plain))
    if candidates is None:
        return 0
    found = [len(entry) for entry in candidates if plain.startswith(entry) and _ends_a_word(plain, len(entry))]
    return max(found, default=0)


def _ends_a_word(plain: str, at: int) -> bool:
    return not (plain[at - 1].isalpha() and plain[at : at + 1].isalpha())


def is_caption(text: str) -> bool:
    """Caption or credit of a picture: "At the plant. (Photo by Jane Doe)", "FILE - The mayor …", "Getty Images"."""
    if len(text) > _LONGEST_CAPTION:
        return False
    plain = _plain(text)
    if (
        _prefix_length(plain.lstrip(_BULLETS), "credit starts")
        or _contains(plain[-90:], "credit anywhere")
        or _AGENCY.search(text[-90:])
    ):
        return True
    last = plain[-60:].rstrip(".)]").rpartition(" ")[2].rpartition("/")[2]
    return last in _last_words() and _credit_end().search(plain[-60:]) is not None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(entry.split()[-1] for entry in sections("newsview.reading", "furniture")["credit"])


_AGENCY = re.compile(r"\b(?:REUTERS|AFP)/[A-Z][a-z]")
"""Agency before a photographer's name: "REUTERS/Jane Doe"; not "Reuters/Ipsos poll"."""


@cache
def _credit_end() -> re.Pattern[str]:
    """Credit at the end of a line: "John Roe/Pool", "… in May. Getty Images"; not "told Reuters.", "(AP)"."""
    credits = "|".join(
        sorted(map(re.escape, sections("newsview.reading", "furniture")["credit"]), key=len, reverse=True)
    )
    return re.compile(rf"(?:\A|[^\s\d]/|[\w)][\w)][.!?]\s|\svia\s)(?:{credits})[.)\]]{{0,2}}\Z")


_SLUG = re.compile(
    r"[A-Z]{2,4}-{1,2}[A-Z][A-Za-z0-9]*(?:-{1,2}[A-Za-z0-9&]+)*(?:,\s?\S.{0,60})?"
    r"|(?=.{1,60}\Z).*\b(?:Ld-Writethru|Writethru|\d(?:st|nd|rd|th) L[de]\b.*)"
)


def is_release_line(text: str) -> bool:
    """Line above the headline of a press release or an agency's story: "FOR IMMEDIATE RELEASE", "BC-HALDEN-FERRY, 1st Ld"."""
    if len(text) > 160 or (ends_like_sentence(text) and len(text.split()) > 12):
        return False
    plain = _plain(text).lstrip(_BULLETS)
    length = _prefix_length(plain, "release")
    behind = plain[length:].strip()
    sure = " " in plain[:length] or not behind or not behind[0].isalpha() or plain[length - 1] == ":"
    return (length > 0 and sure) or _SLUG.fullmatch(text) is not None


def begins_contacts(text: str) -> bool:
    """Line above the contacts of a press release, or with them: "Media contacts:", "Contact: Jane Doe, 555-0100"."""
    return len(text) <= 160 and _prefix_length(_plain(text).lstrip(_BULLETS), "contacts") > 0


_END = re.compile(r"[#\s]+|[-–—\s]*(?:30|ends?)[-–—\s.]*", re.IGNORECASE)


def ends_release(text: str) -> bool:
    """Line that ends a press release: "###", "-30-"."""
    return len(text) <= 20 and _END.fullmatch(text) is not None


_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\(?\d{1,4}\)?[\s.-]\(?\d[\d\s().-]{5,}|\b(?:www\.|https?:)", re.I)


def is_contact(text: str) -> bool:
    """Line of somebody's address, telephone or mail: "Jane Doe, +353 1 555 0100", "press@example.org"."""
    return len(text) <= 160 and _CONTACT.search(text) is not None


def introduces_byline(text: str) -> bool:
    """Line above a writer's name: "Words by", "By"."""
    plain = _plain(text).strip()
    return len(plain) <= 20 and plain in sections("newsview.reading", "furniture")["byline starts"]


def is_name(text: str) -> bool:
    """Line of two to five capitalised words: "Jane Doe", "J. K. van der Berg"."""
    return len(text) <= 60 and _name().fullmatch(text) is not None


def leading_name(text: str) -> str:
    """The name that *text* begins with: "Jane Doe" of "Jane Doe, staff writer"; empty if it begins with none."""
    name = _name().match(text)
    return name[0] if name else ""


def names_a_writer(text: str) -> bool:
    """Job of a writer in a byline: "Staff Writer", "Political correspondent, The Daily Example"."""
    return any(word in _writer_words() for word in re.findall(r"[a-z]+", text.lower()))


def byline_names(text: str) -> str | None:
    """Names in a byline: "Jane Doe and John Roe" for "By Jane Doe and John Roe, Staff Writers"; None if none."""
    if len(text) > 160 or (text.endswith((".", "?", "!")) and not text.endswith("Jr.")):
        return None
    start = _prefix_length(_plain(text), "byline starts")
    if start and text[start : start + 1] == " ":
        return _names(re.sub(_AFTER_NAMES, "", text[start + 1 :], flags=re.IGNORECASE | re.S))
    for separator in (", ", " | ", " - ", " – ", " — "):
        name, found, post = text.partition(separator)
        if found and is_name(name) and len(post.split()) <= 6 and names_a_writer(post):
            return name
    return None


def _names(text: str) -> str | None:
    """Leading names of *text*, joined by commas and "and"; None if *text* begins with anything else."""
    if re.match(
        r"(?:The\s)?(?:Associated Press|Reuters|AFP|AP|Staff|Agencies|Agence France-Presse)\b", text, re.IGNORECASE
    ):
        return text.partition(",")[0].strip()
    end = at = 0
    while match := _name().match(text, at):
        if names_a_writer(match[0]) and end:
            break
        end = match.end()
        separator = _name_separator().match(text, end)
        if separator is None:
            break
        at = separator.end()
    rest = text[end:].strip(" ,")
    return text[:end] if end and (not rest or names_a_writer(rest) or rest[0].isupper()) else None
