"""From the pipeline's named entities to one record for each real thing."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from newsview.facts import Entity, Mention

NUMERIC = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
"""Labels that the numbers component answers for."""


def find_entities(doc: Doc) -> list[Entity]:
    """The entities of *doc*, each with its mentions in text order; ids and sentences are left empty."""
    groups: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for span in doc.ents:
        if span.label_ not in NUMERIC:
            groups[span.text, span.label_].append(span)
    return [
        Entity(id="", name=name, type=label, role=None, mentions=[_mention(span) for span in spans])
        for (name, label), spans in groups.items()
    ]


def _mention(span: Span) -> Mention:
    return Mention(id="", text=span.text, start=span.start_char, end=span.end_char, sentence="")
