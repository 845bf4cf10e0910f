"""Text files that are no article: feeds and other XML, JSON, notebooks, program code, settings, encoded data.

They are refused with what they are and what to do; read as text, their markup would become facts. Patterns are compiled
only for a text that begins, or has lines, like one of these kinds, because most texts are shown at once.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from newsview.errors import UnreadableError
from newsview.reading.boilerplate import is_encoded

_SAMPLE: Final = 1 << 16

_NAMED: Final = {
    "a table": ".csv .tsv",
    "program code": ".c .h .cc .cpp .cs .go .java .js .kt .php .pl .py .r .rb .rs .sh .sql .swift .ts .css .scss",
    "settings": ".cfg .conf .env .ini .toml .yaml .yml",
    "LaTeX": ".tex .bib",
    "a log": ".log",
    "a calendar": ".ics",
    "a list of contacts": ".vcf",
    "a picture": ".svg",
    "a list of changes": ".diff .patch",
}
"""Kinds of files that are no article, by the ends of their names; one that has mostly sentences is an article anyway."""
_BEGINNINGS: Final = (
    ("BEGIN:VCALENDAR", "a calendar"),
    ("BEGIN:VCARD", "a list of contacts"),
    ("diff --git ", "a list of changes"),
)
_FEEDS: Final = ("rss", "feed", "rdf:RDF", "channel")
_CODE_SHARE, _CODE_LEAST = 0.6, 6
_ENCODED_SAMPLE, _ENCODED_LEAST = 2000, 120


def refuse_other_kind(text: str, path: str | None) -> None:
    """Raise ``UnreadableError`` if *text*, read from *path*, is no article; the message does not include the file name."""
    sample = text[:_SAMPLE].removeprefix("\ufeff")
    first = sample.lstrip()[:2]
    if first[:1] == "<":
        _refuse_xml(sample)
    elif first[:1] in ("{", "["):
        _refuse_json(sample, text)
    if first == "#!" or sample.lstrip().startswith("<?php") or _is_code(sample):
        raise UnreadableError("this is program code, not an article; save the article as text first")
    for beginning, kind in _BEGINNINGS:
        if sample.lstrip().startswith(beginning):
            raise UnreadableError(f"this is {kind}, not an article; save the article as text first")
    if path is not None:
        _refuse_named(sample, path)
    if is_encoded(sample) or _is_digits(sample):
        raise UnreadableError(
            "this is encoded data (base64 or the like), not an article; decode it, or save its text as a .txt file"
        )


def _refuse_named(sample: str, path: str) -> None:
    suffix = PurePath(path).suffix.lower()
    kind = next((kind for kind, suffixes in _NAMED.items() if suffix and suffix in suffixes.split()), None)
    if kind is not None and not _has_sentences(sample):
        raise UnreadableError(f"it is named {suffix}, {kind}, not an article; save the article as text first")


def _is_digits(sample: str) -> bool:
    """Whether *sample* begins like data written as hexadecimal digits or in the form of uuencode."""
    first = sample[:_ENCODED_SAMPLE]
    if first.startswith("begin "):
        return re.match(r"begin [0-7]{3,4} [^\n]{1,200}\nM[!-`]{60}\n", first) is not None
    digits = "".join(first.split())
    return (
        len(digits) >= _ENCODED_LEAST
        and first.count(" ") * 20 <= len(first)
        and re.fullmatch(r"[0-9a-fA-F]+", digits) is not None
        and not (digits.isdigit() or digits.isalpha())
    )


def _refuse_xml(sample: str) -> None:
    declared = sample.lstrip().startswith("<?xml")
    root = re.match(
        r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<([A-Za-z][\w.-]*(?::[\w.-]+)?)[\s/>]",
        sample,
        re.S,
    )
    name = root[1] if root else ""
    if name in _FEEDS and (name == "rss" or declared or "xmlns" in sample):
        raise UnreadableError("this is a feed (RSS or Atom), not an article; open one of its pages and save that")
    if declared and name.lower() != "html":
        raise UnreadableError("this is XML, not an article; save the article's text as a .txt file")


def _refuse_json(sample: str, text: str) -> None:
    object_ = re.match(r"\s*\[?\s*\{\s*\"[^\"\n]{0,80}\"\s*:", sample)
    if object_ is None and not _is_json(text):
        return
    if '"cell_type"' in sample and '"cells"' in sample:
        raise UnreadableError("this is a notebook, not an article; export it as HTML or Markdown first")
    if '"schema_version"' in sample and '"generator"' in sample:
        raise UnreadableError(
            "these are saved facts, not an article; name them .facts.json to open them, or use newsview export"
        )
    first, _, rest = text.strip().partition("\n")
    if rest and _is_json(first):
        raise UnreadableError("this is JSON Lines; name it .jsonl to read each line as an article")
    raise UnreadableError(
        'this is JSON, not an article; for an archive write a line {"id": …, "text": …} for each article to a .jsonl file'
    )


def _is_json(text: str) -> bool:
    import orjson

    try:
        return isinstance(orjson.loads(text), (dict, list))
    except orjson.JSONDecodeError:
        return False


def _is_code(sample: str) -> bool:
    """Whether most lines are those of a program: they end like statements, or begin with its words."""
    ends = sum(sample.count(end) for end in (";\n", "{\n", "}\n", ":\n", ")\n", ";\r", "{\r", "}\r", ":\r", ")\r"))
    if ends < _CODE_LEAST // 2:
        return False
    line_of_code = re.compile(
        r"\s*(?:[})\]]+[;,]?|.*[;{}]|(?://|/\*).*|[\w.]+\s*=\s*\S.*|[\w.]+\(.*\)|@\w+.*"
        r"|(?:import|from|def|class|return|const|let|var|function|package|#include|using|public|private|if|elif|else|for"
        r"|while|try|except|echo|export|set)\b.*[:;{})\\\w])\s*"
    )
    lines = [line for line in sample.splitlines() if line.strip()]
    code = sum(line_of_code.fullmatch(line) is not None for line in lines)
    return code >= _CODE_LEAST and code > _CODE_SHARE * len(lines)


def _has_sentences(sample: str) -> bool:
    """Whether most lines are long and end like sentences."""
    lines = [line.strip() for line in sample.splitlines() if line.strip()]
    sentences = sum(line[-1] in '.!?”"' and len(line.split()) >= 8 for line in lines)
    return sentences * 2 > len(lines)
