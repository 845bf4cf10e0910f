"""Text files that are no article: feeds and other XML, JSON, notebooks, program code, encoded data.

They are refused with what they are and what to do; read as text, their markup would become facts. Patterns are compiled
only for a text that begins, or has lines, like one of these kinds, because most texts are shown at once.
"""

from __future__ import annotations

import re
from typing import Final

from newsview.errors import UnreadableError
from newsview.reading.boilerplate import is_encoded

_SAMPLE: Final = 1 << 16

_TABLES: Final = (".csv", ".tsv")
_FEEDS: Final = ("rss", "feed", "rdf:RDF", "channel")
_CODE_SHARE, _CODE_LEAST = 0.6, 6


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
    if path is not None and path.lower().endswith(_TABLES) and not _has_sentences(sample):
        raise UnreadableError(f"it is named {path[-4:]}, a table, not an article; save the article as text first")
    if is_encoded(sample):
        raise UnreadableError(
            "this is encoded data (base64), not an article; decode it, or save its text as a .txt file"
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
