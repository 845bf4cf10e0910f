"""Roles of paragraphs: headline, byline, dateline, caption, subhead, body, boilerplate.

Three zones: the top, up to the first paragraph that reads like a sentence of a story; the story; and the tail after
the last such paragraph. Roles affect the display only; facts are extracted from every paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsview.model.article import Role
from newsview.reading import boilerplate
from newsview.reading.dateline import date_line, dateline

_SHORT = 240
"""Characters; a longer paragraph is body text (or, with a credit, a caption)."""
_HEADLINE_WORDS, _SUBHEAD_WORDS = 35, 12
_CONTACT_WORDS = 8
"""Maximum words of a line among contacts that has no telephone or mail."""
_TOP = 15
"""Maximum number of paragraphs before the story."""

_STOPS = frozenset(".…:;,")
_SPEECH = r"[\"“‘']|[QA][.:]\s|[A-Z][\w .'’-]{0,40}:\s"
_LETTER = re.compile(r"[^\W_]")


class Line(NamedTuple):
    """Input of the rules: a paragraph's text on one line and its words; for a long paragraph its original text only."""

    text: str
    words: tuple[str, ...]
    long: bool


def line(text: str) -> Line:
    """The ``Line`` of the paragraph *text*."""
    if len(text) > _SHORT:
        return Line(text, (), True)
    words = tuple(text.split())
    return Line(" ".join(words), words, False)


def paragraph_roles(texts: Sequence[str]) -> list[Role]:
    """The role of each paragraph, in order. *texts* are the paragraphs' non-empty texts."""
    lines = [line(text) for text in texts]
    roles: list[Role] = [_line_role(each) for each in lines]
    if len(lines) < 2:
        return roles
    _release_lines(lines, roles)
    story = [index for index, each in enumerate(lines) if roles[index] == "body" and reads_like_story(each)]
    first = story[0] if story else len(lines)
    if roles[0] == "body" and is_title_case_headline(lines[0], lines[1]):
        roles[0] = "headline"
        story = [index for index in story if index > 0]
        first = story[0] if story else len(lines)
    _top(lines, roles, min(first, _TOP))
    if story:
        _story(lines, roles, first, story[-1])
        _tail(lines, roles, story[-1] + 1)
    return roles


def _release_lines(lines: Sequence[Line], roles: list[Role]) -> None:
    """Mark as boilerplate what a press release or an agency's story has above its headline, and contacts."""
    for index, each in enumerate(lines[:_TOP]):
        if roles[index] == "body" and reads_like_story(each):
            break
        if boilerplate.is_release_line(each.text) or _ends_embargo(lines, index):
            roles[index] = "boilerplate"
    contacts = False
    for index, each in enumerate(lines):
        if boilerplate.ends_release(each.text) or boilerplate.begins_contacts(each.text):
            roles[index], contacts = "boilerplate", True
        elif reads_like_story(each) or boilerplate.ends_like_sentence(each.text):
            contacts = False
        elif contacts and (boilerplate.is_contact(each.text) or len(each.words) <= _CONTACT_WORDS):
            roles[index] = "boilerplate"


def _ends_embargo(lines: Sequence[Line], index: int) -> bool:
    """A day and time below an embargo line: "00:01 GMT Thursday 9 May 2024"."""
    return index > 0 and boilerplate.is_release_line(lines[index - 1].text) and lines[index - 1].text.endswith(":")


def _line_role(each: Line) -> Role:
    if boilerplate.is_caption(each.text):
        return "caption"
    if each.long:
        return "boilerplate" if boilerplate.is_encoded(each.text) else "body"
    if date_line(each.text) is not None:
        return "dateline"
    return "boilerplate" if boilerplate.is_boilerplate(each.text) else "body"


def reads_like_story(each: Line) -> bool:
    """Paragraph of the story: long, or a sentence of at least eight words with its full stop."""
    if each.long:
        return True
    return len(each.words) >= 8 and boilerplate.ends_like_sentence(each.text) and not each.text.endswith("...")


def is_title_case_headline(first: Line, second: Line) -> bool:
    """Short title-case first line with a full stop: "Council Votes to Close Old Harbour Bridge."."""
    if first.long or len(first.words) > 16 or re.match(_SPEECH, first.text) or dateline(first.text):
        return False
    long_words = [word for word in first.words if len(word) > 4 and word[0].isalpha()]
    capitals = sum(1 for word in long_words if word[0].isupper())
    return len(long_words) >= 3 and capitals >= len(long_words) - 1 and (second.long or len(second.words) > 3)


def _top(lines: Sequence[Line], roles: list[Role], end: int) -> None:
    """Headline, deck, byline and dateline among the paragraphs before the story."""
    headline = next((index for index in range(end) if roles[index] == "headline"), None)
    signed = max((index for index in range(end) if is_signature(lines[index], roles[index])), default=0)
    for index in range(end):
        each = lines[index]
        if roles[index] != "body":
            continue
        if _introduced_byline(lines, index):
            roles[index] = "byline"
            continue
        below = headline is not None and is_byline_below(lines, roles, index)
        if below or (boilerplate.byline_names(each.text) is not None and (headline is not None or index < end - 1)):
            roles[index] = "byline"
        elif is_place_line(each):
            roles[index] = "dateline"
        elif (
            headline is not None and index > signed and (re.match(_SPEECH, each.text) or each.text.endswith(("?", "!")))
        ):
            continue
        elif headline is None and is_headline(each):
            if is_section_name(each, lines, roles, index + 1, end):
                roles[index] = "boilerplate"
            else:
                roles[index], headline = "headline", index
        elif headline is not None and is_headline(each):
            roles[index] = "subhead"


def _introduced_byline(lines: Sequence[Line], index: int) -> bool:
    """Words like "by" above a name, or the name below them."""
    if boilerplate.introduces_byline(lines[index].text):
        return index + 1 < len(lines) and boilerplate.is_name(lines[index + 1].text)
    return index > 0 and boilerplate.introduces_byline(lines[index - 1].text) and boilerplate.is_name(lines[index].text)


def is_signature(each: Line, role: Role) -> bool:
    """Byline or date line: lines above it are outside the story."""
    return role == "dateline" or (role == "body" and boilerplate.byline_names(each.text) is not None)


def is_headline(each: Line) -> bool:
    """Short line with a word and without a final full stop: "City to spend $4 million on buses"."""
    stopped = each.text.rstrip("\"”’')]")[-1:] in _STOPS
    return len(each.words) <= _HEADLINE_WORDS and not stopped and _LETTER.search(each.text) is not None


def is_section_name(each: Line, lines: Sequence[Line], roles: Sequence[Role], start: int, end: int) -> bool:
    """One or two words, or a path, above a longer headline: "World", "Home > News > Europe"."""
    path = any(mark in each.text for mark in (" > ", " » ", " › ", " | "))
    if len(each.words) > 2 and not path:
        return False
    return any(
        roles[index] == "body" and len(lines[index].words) > 3 and is_headline(lines[index])
        and boilerplate.byline_names(lines[index].text) is None
        for index in range(start, end)
    )  # fmt: skip


def is_place_line(each: Line) -> bool:
    """Dateline on its own line: "SPRINGFIELD, Ill. (AP) —"; not a caption, "Halden harbour (Ada Quill)"."""
    text = each.text.rstrip(" —–-_")
    marked = (
        text != each.text or re.search(r"\((?:[A-Z]{2,8}|Reuters|Bloomberg|Xinhua|Kyodo|ANI|dpa)\)\Z", text) is not None
    )
    return marked and len(each.words) <= 10 and dateline(f"{text} — X") is not None


def is_byline_below(lines: Sequence[Line], roles: Sequence[Role], index: int) -> bool:
    """Line that is only a name, above a date line or the writer's job: "Jane Doe"."""
    if index + 1 >= len(lines) or not boilerplate.is_name(lines[index].text):
        return False
    below = lines[index + 1]
    return roles[index + 1] == "dateline" or (len(below.words) <= 5 and boilerplate.names_a_writer(below.text))


def _story(lines: Sequence[Line], roles: list[Role], first: int, last: int) -> None:
    for index in range(first + 1, last):
        if roles[index] == "body" and is_subhead(lines, roles, index):
            roles[index] = "subhead"


def is_subhead(lines: Sequence[Line], roles: Sequence[Role], index: int) -> bool:
    """Short line without a full stop between paragraphs of the story: "What happens next"; not a line of speech."""
    each = lines[index]
    if each.long or len(each.words) > _SUBHEAD_WORDS or not is_headline(each) or re.match(_SPEECH, each.text):
        return False
    begins = each.text[0]
    if not (begins.isupper() or begins.isdigit()) or each.text.endswith(('"', "”", "?", "!")):
        return False
    return all(roles[near] != "body" or reads_like_story(lines[near]) or re.match(_SPEECH, lines[near].text)
               for near in (index - 1, index + 1))  # fmt: skip


def _tail(lines: Sequence[Line], roles: list[Role], start: int) -> None:
    """Mark lines after the story as boilerplate: introductions of addresses, short lines after boilerplate."""
    site = False
    for index in range(start, len(lines)):
        if roles[index] == "body" and (site or introduces_address(lines, roles, index)):
            short = len(lines[index].words) <= _SUBHEAD_WORDS + 3
            roles[index] = "boilerplate" if short and not re.match(_SPEECH, lines[index].text) else "body"
        site = site or roles[index] == "boilerplate"


def introduces_address(lines: Sequence[Line], roles: Sequence[Role], index: int) -> bool:
    """Line before an address: "Our site can also be reached at:"."""
    return (
        index + 1 < len(lines)
        and lines[index].text.endswith(":")
        and boilerplate.is_address(lines[index + 1].text)
        and roles[index + 1] == "boilerplate"
    )
