"""The line format of a hand annotation (``seeds/gold/<stem>.ann``): sentences, entities, and where words stand.

The annotator writes words, never offsets; words that are not in the article, or are there twice, are errors that
name file and line. What a quote or a number line means is in ``gold``; the format is described in ``seeds/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

Record = dict[str, object]
Named = dict[tuple[int, int], int]  # a mention's span: the index of its entity
Spans = Sequence[tuple[int, int]]


class AnnotationError(Exception):
    """A line of an annotation that does not fit its article: the message names file and line."""


@dataclass(frozen=True)
class Line:
    number: int
    text: str


@dataclass
class Sentence:
    """One sentence of the article with the annotation lines below it."""

    id: str
    start: int
    end: int
    lines: list[Line] = field(default_factory=list)


@dataclass
class Annotation:
    """One annotation while it is read: the article's text, its sentences, and the entities' forms."""

    name: str
    text: str
    published: str | None = None
    published_source: str | None = None
    byline: str | None = None
    entities: list[Record] = field(default_factory=list)
    forms: dict[str, list[int]] = field(default_factory=dict)
    paragraphs: list[Record] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    def fail(self, line: Line, why: str) -> AnnotationError:
        return AnnotationError(f"{self.name}.ann:{line.number}: {why}: {line.text}")


def pattern(words: str) -> re.Pattern[str]:
    """A pattern for *words* as they stand in the article: any white space between them, whole words at both ends."""
    body = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)(?<!\d[.,])" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w$", words) else ""
    return re.compile(before + body + after)


def locate(note: Annotation, line: Line, words: str, start: int, end: int, outside: Spans = ()) -> tuple[int, int]:
    """Span of *words* (``words#2``: the second time they occur) between *start* and *end*, *outside* of those spans."""
    words, _, nth = words.strip().partition("#")
    hits = [m.span() for m in pattern(words.strip()).finditer(note.text, start, end)]
    hits = [hit for hit in hits if not any(s < hit[1] and hit[0] < e for s, e in outside)]
    wanted = int(nth or 1)
    if not words or len(hits) < wanted:
        raise note.fail(line, f"not found: {words!r}")
    if not nth and len(hits) > 1:
        raise note.fail(line, f"found {len(hits)} times, say which with #1, #2: {words!r}")
    return hits[wanted - 1]


def locate_before(note: Annotation, line: Line, words: str, end: int) -> tuple[int, int]:
    """Span of the last *words* before *end*."""
    hits = [m.span() for m in pattern(words.strip()).finditer(note.text, 0, end)]
    if not hits:
        raise note.fail(line, f"not found before: {words!r}")
    return hits[-1]


def span(text: str, start: int, end: int) -> Record:
    return {"text": text[start:end], "start": start, "end": end}


def read_structure(note: Annotation, lines: Sequence[Line]) -> None:
    """Header, paragraphs and sentences; every other line is kept with its sentence."""
    at, role = 0, ""
    for line in lines:
        kind, _, rest = line.text.partition(" ")
        if kind == "published":
            note.published, note.published_source = rest.split()
        elif kind == "byline":
            note.byline = rest
        elif kind == "entity":
            read_entity(note, line, rest)
        elif kind == "P":
            role = rest
        elif kind == "S":
            at = read_sentence(note, line, rest, at, role)
            role = ""
        elif note.sentences:
            note.sentences[-1].lines.append(line)
        else:
            raise note.fail(line, "before the first sentence")
    if note.text[at:].strip():
        raise AnnotationError(f"{note.name}.ann: the article goes on: {note.text[at : at + 60]!r}")


def read_entity(note: Annotation, line: Line, rest: str) -> None:
    """``entity TYPE | Name | form; form | role | optional``: the name is a form too."""
    parts = [part.strip() for part in rest.split("|")]
    type_, name = parts[:2]
    forms = [name, *(form.strip() for form in (parts[2] if len(parts) > 2 else "").split(";") if form.strip())]
    role = parts[3] if len(parts) > 3 and parts[3] not in {"", "-"} else None
    entity: Record = {"id": f"e{len(note.entities) + 1}", "name": name, "type": type_, "role": role, "mentions": []}
    note.entities.append(entity | remarks(parts[4:]))
    for form in dict.fromkeys(forms):
        note.forms.setdefault(form, []).append(len(note.entities) - 1)


def read_sentence(note: Annotation, line: Line, words: str, at: int, role: str) -> int:
    """Add the sentence that must begin at the next word of the article; return its end."""
    match = re.compile(r"\s*" + r"\s+".join(map(re.escape, words.split()))).match(note.text, at)
    if not match:
        raise note.fail(line, f"the article goes on with {note.text[at : at + 60]!r}")
    start = match.end() - len(match[0].lstrip())
    if role:
        note.paragraphs.append({"id": f"p{len(note.paragraphs) + 1}", "start": start, "end": match.end(), "role": role})
    note.paragraphs[-1]["end"] = match.end()
    note.sentences.append(Sentence(f"s{len(note.sentences) + 1}", start, match.end()))
    return match.end()


def mentions(note: Annotation) -> Named:
    """Every mention's span with the index of its entity: all forms, longest first, then the sentences' own ``e`` lines."""
    overrides: dict[tuple[int, int], int | None] = {}
    for sentence in note.sentences:
        for line in sentence.lines:
            if line.text.startswith("e "):
                form, _, name = line.text[2:].rpartition(" = ")
                overrides[locate(note, line, form, sentence.start, sentence.end)] = entity_named(note, line, name)
    found: Named = {key: index for key, index in overrides.items() if index is not None}
    taken = [*overrides]
    for form in sorted(note.forms, key=len, reverse=True):
        for match in pattern(form).finditer(note.text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if len(note.forms[form]) > 1:
                raise AnnotationError(
                    f"{note.name}.ann: which {form!r}? …{note.text[match.start() - 40 : match.end() + 40]!r}"
                )
            found[match.span()] = note.forms[form][0]
            taken.append(match.span())
    return dict(sorted(found.items()))


def entity_named(note: Annotation, line: Line, name: str) -> int | None:
    if name.strip() == "-":
        return None
    for index, entity in enumerate(note.entities):
        if entity["name"] == name.strip():
            return index
    raise note.fail(line, f"no such entity: {name!r}")


ACTS = ("speech", "belief", "plan")
STANCES = ("states", "denies", "doubts", "asks", "withholds")


def manner(note: Annotation, line: Line, more: Sequence[str]) -> Record:
    """``act belief; stance denies`` among the options of a quote; what is not named is speech, and states."""
    out: Record = {}
    for option in (o.strip() for o in ";".join(more).split(";")):
        word, _, rest = option.partition(" ")
        allowed = {"act": ACTS, "stance": STANCES}.get(word)
        if allowed is not None:
            if rest not in allowed:
                raise note.fail(line, f"no {word}: {rest!r}")
            out[word] = rest
    return out


def remarks(more: Sequence[str]) -> Record:
    """The trailing ``optional; doubt why`` of a line."""
    out: Record = {}
    for option in (o.strip() for o in ";".join(more).split(";")):
        if option == "optional":
            out["optional"] = True
        elif option.startswith("doubt "):
            out["doubt"] = option[6:]
    return out
