"""From a hand annotation (``seeds/gold/<stem>.ann``) to the JSON that newsview writes (``seeds/gold/<stem>.json``).

Nothing here looks at what newsview finds. ``python -m tests.seeds.gold`` remakes every JSON file; with ``--check``
it only names those that are out of date.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from tests.places import SEEDS
from tests.seeds.annotation import (
    Annotation,
    AnnotationError,
    Line,
    Named,
    Record,
    Sentence,
    Spans,
    entity_named,
    locate,
    locate_before,
    manner,
    mentions,
    read_structure,
    remarks,
    span,
)

GOLD = SEEDS / "gold"
MODIFIERS = {"=", "~", ">", ">=", "<", "<="}
ISO_UNITS = {
    "year": "P{}Y",
    "month": "P{}M",
    "week": "P{}W",
    "day": "P{}D",
    "hour": "PT{}H",
    "minute": "PT{}M",
    "second": "PT{}S",
}


def reference(
    note: Annotation, line: Line, words: str, where: tuple[int, int], named: Named, outside: Spans = ()
) -> Record | None:
    """``words``, ``^words`` (the last before this sentence), ``words = Entity``, ``words =`` (no entity), ``-`` (nothing)."""
    words, given, name = words.strip().partition(" =")
    if words == "-":
        return None
    if words.startswith("^"):
        start, end = locate_before(note, line, words[1:], where[0])
    else:
        start, end = locate(note, line, words, *where, outside)
    index: int | None = None
    if given:
        index = entity_named(note, line, name) if name.strip() else None
    else:
        index = next((named[key] for key in named if key[1] == end and key[0] >= start), None)
    return {**span(note.text, start, end), "entity": note.entities[index]["id"] if index is not None else None}


def content_spans(note: Annotation, line: Line, source: str, start: int) -> list[tuple[int, int]]:
    """``first words ... last words ++ first words ... last words``, each found after the one before."""
    spans = []
    for piece in source.split(" ++ "):
        first, _, last = (part.strip() for part in piece.partition(" ... "))
        begin, end = locate(note, line, first if "#" in first else first + "#1", start, len(note.text))
        if last:
            end = locate(note, line, last if "#" in last else last + "#1", end, len(note.text))[1]
        spans.append((begin, end))
        start = end
    return spans


def read_quote(note: Annotation, line: Line, sentence: Sentence, named: Named) -> Record:
    """``q KIND | content | speaker | cue | act belief; stance denies; optional; doubt why``."""
    kind, source, speaker, cue, *more = (part.strip() for part in line.text[2:].split("|"))
    spans = content_spans(note, line, source, sentence.start)
    touched = [s for s in note.sentences if any(start < s.end and s.start < end for start, end in spans)]
    where = (sentence.start, touched[-1].end)
    start, end = spans[0][0], spans[-1][1]
    return {
        "id": "",
        "kind": kind,
        **span(note.text, start, end),
        "content": [{"start": s, "end": e} for s, e in spans],
        "speaker": reference(note, line, speaker, where, named, spans),
        "cue": None if cue == "-" else span(note.text, *locate(note, line, cue, *where, spans)),
        "sentence": touched[0].id,
        "sentences": [s.id for s in touched],
        "origin": "extracted",
        **manner(note, line, more),
        **remarks(more),
    }


def number_value(word: str) -> int | float | None:
    if word in {"", "-"}:
        return None
    value = float(word)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def read_number(note: Annotation, line: Line, sentence: Sentence, named: Named) -> Record:
    """``n words | kind | value | unit | options``; of a date ``n words | date | iso | options``."""
    words, kind, value, *more = (part.strip() for part in line.text[2:].split("|"))
    start, end = locate(note, line, words, sentence.start, sentence.end)
    record: Record = {"id": "", "sentence": sentence.id, **span(note.text, start, end), "kind": kind}
    record |= dict.fromkeys(("value", "value_max"), None) | {"vague": False}
    record |= dict.fromkeys(("unit", "unit_text", "per"), None) | {
        "modifier": "=",
        "cue": None,
        "trend": None,
        "trend_role": None,
    }
    record |= {
        "subject": None,
        "same_as": None,
        "iso": None,
        "granularity": None,
        "relative": False,
        "origin": "extracted",
    }
    if kind in {"date", "time", "label"}:
        record["iso"] = None if value in {"-", ""} else value
        record["granularity"] = granularity(value)
    else:
        read_value(note, line, sentence, record, value, more.pop(0) if more else "-")
    for option in (o.strip() for o in ";".join(more).split(";") if o.strip()):
        read_option(note, line, sentence, record, option, named)
    if kind in {"cardinal", "fraction"} and record["subject"] is None and record["unit_text"] is not None:
        found = record["unit_text"]
        assert isinstance(found, dict)
        record["subject"] = {**found, "entity": None}
    return record | remarks(more)


def read_value(note: Annotation, line: Line, sentence: Sentence, record: Record, value: str, unit: str) -> None:
    """Fill value and unit: ``5 .. 10`` is a range; the unit is ``vessel/vessels`` (name / its words in the sentence)."""
    low, _, high = value.partition("..")
    record["value"], record["value_max"] = number_value(low.strip()), number_value(high.strip())
    name, _, words = unit.partition("/")
    record["unit"] = None if name in {"-", ""} else name
    if words:
        record["unit_text"] = span(note.text, *locate(note, line, words, sentence.start, sentence.end))
    if record["kind"] == "duration" and name in ISO_UNITS and not high and record["value"] is not None:
        record["iso"] = ISO_UNITS[name].format(low.strip())


def read_option(note: Annotation, line: Line, sentence: Sentence, record: Record, option: str, named: Named) -> None:
    """``~ about`` (modifier and its cue), ``up by``, ``per year``, ``of subject``, ``vague``, ``relative``, ``gran week``."""
    word, _, rest = option.partition(" ")
    where = (sentence.start, sentence.end)
    if word in MODIFIERS:
        record["modifier"] = word
        record["cue"] = span(note.text, *locate(note, line, rest, *where)) if rest else None
    elif word in {"up", "down"}:
        record["trend"], record["trend_role"] = word, rest or None
    elif word == "of":
        record["subject"] = reference(note, line, rest, where, named)
    elif word in {"vague", "relative"}:
        record[word] = True
    elif word in {"per", "gran", "same", "also"}:
        record[{"per": "per", "gran": "granularity", "same": "same_as", "also": "also"}[word]] = rest
    elif word not in {"optional", "doubt"}:
        raise note.fail(line, f"unknown option {option!r}")


def granularity(iso: str) -> str | None:
    """What a simple ISO form is precise to; None for ranges and for nothing, where the annotator says it."""
    shapes = {r"\d{4}": "year", r"\d{4}-\d\d": "month", r"\d{4}-\d\d-\d\d": "day", r"\d{4}-W\d\d": "week"}
    return next((name for shape, name in shapes.items() if re.fullmatch(shape, iso)), None)


def compile_annotation(stem: str, folder: Path = SEEDS, annotations: str = "gold") -> Record:
    """The record of one article by the annotations in that subfolder, to be written; raises AnnotationError with file and line."""
    data = (folder / f"{stem}.txt").read_bytes()
    source = (folder / annotations / f"{stem}.ann").read_text(encoding="utf-8")
    note = Annotation(stem, data.decode("utf-8"))
    lines = [Line(i, s.strip()) for i, s in enumerate(source.splitlines(), 1)]
    read_structure(note, [line for line in lines if line.text and not line.text.startswith("#")])
    named = mentions(note)
    entities = with_mentions(note, named)
    readers = {"q": read_quote, "n": read_number}
    found: dict[str, list[Record]] = {"q": [], "n": []}
    errors: list[str] = []
    for sentence, line in [(s, line) for s in note.sentences for line in s.lines]:
        kind = line.text.partition(" ")[0]
        try:
            if kind in readers:
                found[kind].append(readers[kind](note, line, sentence, named))
            elif kind != "e":
                raise note.fail(line, "not an annotation")
        except AnnotationError as error:
            errors.append(str(error))
    if errors:
        raise AnnotationError("\n".join(errors))
    quotes, numbers = in_order(found["q"], "q"), in_order(found["n"], "n")
    link_conversions(numbers)
    return {
        "schema_version": 1,
        "generator": {"name": "hand annotation", "version": "1", "spacy": None, "model": None},
        "article": article_record(note, data),
        "entities": entities,
        "quotes": quotes,
        "numbers": numbers,
        "review": {},
    }


def with_mentions(note: Annotation, named: Named) -> list[Record]:
    """The entities, each with its mentions in text order; one that the article never names is an error."""
    places: dict[int, list[Record]] = {}
    for count, ((start, end), index) in enumerate(named.items(), 1):
        sentence = next(s.id for s in note.sentences if s.start <= start < s.end)
        places.setdefault(index, []).append({"id": f"m{count}", **span(note.text, start, end), "sentence": sentence})
    for index, entity in enumerate(note.entities):
        if index not in places:
            raise AnnotationError(f"{note.name}.ann: never named: {entity['name']!r}")
        entity |= {"mentions": places[index], "origin": "extracted"}
    return note.entities


def in_order(records: list[Record], letter: str) -> list[Record]:
    """Records in text order with their ids."""
    ordered = sorted(records, key=lambda record: (str(record["start"]).zfill(9), str(record["end"]).zfill(9)))
    for count, record in enumerate(ordered, 1):
        record["id"] = f"{letter}{count}"
    return ordered


def link_conversions(numbers: list[Record]) -> None:
    """Put the id of the number in place of the words after ``same``."""
    for record in numbers:
        if record["same_as"] is not None:
            same = [
                n["id"]
                for n in numbers
                if " ".join(str(n["text"]).split()) == record["same_as"] and n["sentence"] == record["sentence"]
            ]
            if len(same) != 1:
                raise AnnotationError(f"same {record['same_as']!r} names {len(same)} numbers")
            record["same_as"] = same[0]


def article_record(note: Annotation, data: bytes) -> Record:
    sentences, which = [], 0
    for sentence in note.sentences:
        while str(note.paragraphs[which]["end"]).zfill(9) < str(sentence.end).zfill(9):
            which += 1
        paragraph = note.paragraphs[which]["id"]
        sentences.append({"id": sentence.id, "paragraph": paragraph, "start": sentence.start, "end": sentence.end})
    headline = next(p for p in note.paragraphs if p["role"] == "headline")
    bounds = [s for s in sentences if s["paragraph"] == headline["id"]]
    return {
        "path": f"{note.name}.txt",
        "sha256": sha256(data).hexdigest(),
        "encoding": "utf-8",
        "title": " ".join(note.text[note.sentences[0].start : note.sentences[len(bounds) - 1].end].split()),
        "byline": note.byline,
        "language": "en",
        "published": note.published,
        "published_source": note.published_source,
        "text": note.text,
        "paragraphs": note.paragraphs,
        "sentences": sentences,
    }


def main(arguments: Sequence[str]) -> int:
    """Remake every ``gold/<stem>.json``; with ``--check`` only name those that are out of date. Exit code 1: not all is well."""
    failed = 0
    for source in sorted(GOLD.glob("*.ann")):
        target = source.with_suffix(".json")
        try:
            written = json.dumps(compile_annotation(source.stem), ensure_ascii=False, indent=1) + "\n"
        except AnnotationError as error:
            failed += 1
            print(error, file=sys.stderr)
            continue
        if not target.exists() or target.read_text(encoding="utf-8") != written:
            failed += "--check" in arguments
            print(("out of date: " if "--check" in arguments else "wrote ") + target.name)
            if "--check" not in arguments:
                target.write_text(written, encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
