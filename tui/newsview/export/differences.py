"""Differences between two versions as text for a terminal or pager, as Markdown and as a page.

What was removed stands in ``[-…-]``, what was added in ``{+…+}``; negations and numbers among them are named below, and
bold in Markdown and on the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from textwrap import wrap
from typing import Final

from newsview.describe import flat
from newsview.export.markdown import escaped
from newsview.export.page import page
from newsview.model.differences import Change, Differences, Named, Remark
from newsview.terminal.plural import counted

MARKS: Final = {"changed": "~", "added": "+", "removed": "-"}
_NOUNS: Final = {"number": "number", "date": "date", "quote": "quote", "entity": "name", "speaker": "speaker"}
_MANY: Final = {"name": "names"}
_STYLE: Final = "differences.css"
_INDENT: Final = 4


def text(found: Differences, width: int) -> str:
    """The differences as lines of at most *width* columns."""
    lines = [f"old  {_label(found.old)}", f"new  {_label(found.new)}", *wrap(summary(found), width)]
    for group in _by_place(found.changes):
        lines.append("")
        lines += (line for change in group for line in _heading(change, width))
        lines += wrapped(_words(group, in_marks, str), width)
        remarks = [each for change in group for each in change.remarks]
        lines += wrapped(_remarks(remarks), width) if remarks else ()
    return "\n".join(lines) + "\n"


def summary(found: Differences) -> str:
    """The changes in numbers, and whether the new version says that it was corrected."""
    if found.unrelated:
        return "the two texts have nothing in common: they are no versions of one article"
    if not found.changes:
        note = f"; the new version says: {flat(found.correction_note.text)}" if found.correction_note else ""
        return f"no fact changed{note}"
    counts = Counter(_NOUNS[change.kind] for change in found.changes)
    listed = ", ".join(counted(count, noun, _MANY.get(noun, "")) for noun, count in counts.items())
    note = (
        f"the new version says: {flat(found.correction_note.text)}"
        if found.correction_note
        else "silent: the new version does not say that it was corrected"
    )
    return f"{counted(len(found.changes), 'change')} ({listed}); {note}"


def _label(named: Named) -> str:
    return flat(named.path or "standard input")


def _by_place(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """The changes in groups that show the same passage."""
    for _, group in groupby(changes, key=lambda change: (change.words is not None, _sentence(change))):
        yield list(group)


def _sentence(change: Change) -> tuple[str, str]:
    old, new = change.old, change.new
    return old.sentence_text if old is not None else "", new.sentence_text if new is not None else ""


def title(change: Change) -> str:
    """What the change is about: ``$4.2 million · buses → $4.9 million · buses``, ``Jane Doe said:``."""
    was = change.old.title if change.old is not None else ""
    now = change.new.title if change.new is not None else ""
    if change.kind == "quote":
        was = was or ("unknown speaker" if change.old is not None else "")
        now = now or ("unknown speaker" if change.new is not None else "")
        return f"{was} → {now}" if was and now and was != now else now or was
    if change.kind == "speaker":
        return f"{was or 'nobody'} → {now or 'nobody'}"
    return f"{was} → {now}" if was and now else was or now


def _heading(change: Change, width: int) -> list[str]:
    lead = f"{MARKS[change.change]} {_NOUNS[change.kind]:8}"
    return wrap(title(change), width, initial_indent=lead, subsequent_indent=" " * len(lead)) or [lead.rstrip()]


def _only_words(change: Change) -> str:
    side = change.new or change.old
    assert side is not None
    return flat(side.text if change.kind == "quote" else side.sentence_text)


def in_marks(mark: str, words: str, _: Sequence[Remark] = ()) -> str:
    """*words* as ``[-words-]`` or ``{+words+}`` if only one version has them."""
    return {"-": f"[-{words}-]", "+": f"{{+{words}+}}"}.get(mark, words)


def wrapped(words: str, width: int) -> list[str]:
    """*words* in indented lines of at most *width* columns."""
    indent = " " * _INDENT
    return wrap(words, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _remarks(remarks: Iterable[Remark]) -> str:
    """The remarks by what they are: ``! negation: not; number: five``."""
    found: dict[str, dict[str, None]] = {}
    for remark in remarks:
        found.setdefault(remark.what, {})[flat(remark.text)] = None
    return "! " + "; ".join(f"{what}: {', '.join(words)}" for what, words in found.items())


def markdown(found: Differences) -> str:
    """The differences as a Markdown list."""
    lines = [f"# {escaped(_label(found.old))} → {escaped(_label(found.new))}", "", escaped(summary(found)), ""]
    for group in _by_place(found.changes):
        for change in group:
            lines.append(f"- {change.change} **{_NOUNS[change.kind]}**: {escaped(title(change))}")
        lines += ["", f"  > {_words(group, _in_markdown, escaped)}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _words(
    group: Sequence[Change], shown: Callable[[str, str, Sequence[Remark]], str], alone: Callable[[str], str]
) -> str:
    """The words of a group of changes, those of both versions by *shown*, those of the only one by *alone*."""
    remarks = [each for change in group for each in change.remarks]
    marked = group[-1].words or group[-1].sentence
    if marked is None:
        return alone(_only_words(group[-1]))
    return " ".join(shown(mark, flat(words), remarks) for mark, words in marked if words)


def _in_markdown(mark: str, words: str, remarks: Sequence[Remark]) -> str:
    if mark == "=":
        return escaped(words)
    shown = _emphasised(words, remarks, escaped, "**", "**")
    return f"~~{shown}~~" if mark == "-" else f"_{shown}_"


def _emphasised(words: str, remarks: Sequence[Remark], escape_: Callable[[str], str], before: str, behind: str) -> str:
    """*words*, escaped, with the negations and numbers among *remarks* between *before* and *behind*."""
    told = sorted({re.escape(flat(remark.text)) for remark in remarks}, key=len, reverse=True)
    if not told:
        return escape_(words)
    parts = re.split(rf"(?<!\w)({'|'.join(told)})(?!\w)", words)
    return "".join(
        f"{before}{escape_(part)}{behind}" if index % 2 else escape_(part) for index, part in enumerate(parts)
    )


def html(found: Differences) -> str:
    """The differences as a self-contained page, without scripts."""
    name = f"{_label(found.old)} → {_label(found.new)}"
    body = [
        f"<header><h1>{escape(name)}</h1><p>{escape(summary(found))}</p></header>",
        "<main>",
        *(_html_group(group) for group in _by_place(found.changes)),
        "</main>",
    ]
    return page(name, _STYLE, body)


def _html_group(group: Sequence[Change]) -> str:
    headings = "".join(
        f'<p class="what {change.change}"><b>{MARKS[change.change]} {_NOUNS[change.kind]}</b> '
        f'<span class="way">{change.change}</span> {escape(title(change))}</p>'
        for change in group
    )
    tag = "ins" if group[-1].change == "added" else "del"
    words = _words(group, _in_html, lambda text: f"<{tag}>{escape(text)}</{tag}>")
    return f"<section>{headings}<blockquote>{words}</blockquote></section>"


def _in_html(mark: str, words: str, remarks: Sequence[Remark]) -> str:
    if mark == "=":
        return escape(words)
    tag = "del" if mark == "-" else "ins"
    return f"<{tag}>{_emphasised(words, remarks, escape, '<strong>', '</strong>')}</{tag}>"
