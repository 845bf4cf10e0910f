"""Entity types, one per form: from tables, the head noun, the context, and the majority of mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsview.extraction.entities import type_votes
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.doubtful_people import doubt_lone_people, firms_by_one_word, lone_in_lists
from newsview.extraction.entities.name_strings import form
from newsview.extraction.entities.person_lists import people_in_lists
from newsview.extraction.entities.surnames import surnames_as_people
from newsview.extraction.entities.type_from_name import by_head, by_table, creed, has_given_name, winner


def choose_labels(words: Words, names: Sequence[Name], acronyms: Iterable[tuple[Name, Name]]) -> list[Name]:
    """*names* with one label per form; *acronyms* are pairs of a long name and its acronym."""
    texts = [words.bare(name) for name in names]
    forms = [form(text) for text in texts]
    ballots: dict[str, dict[str, int]] = {}
    context: dict[str, dict[str, int]] = {}
    spelling: dict[str, str] = {}
    for name, text, key in zip(names, texts, forms, strict=True):
        spelling.setdefault(key, text)
        ballot = ballots.setdefault(key, {})
        ballot[name.label] = ballot.get(name.label, 0) + 2
    chosen = {key: by_table(spelling[key], ballot) for key, ballot in ballots.items()}
    for name, key in zip(names, forms, strict=True):
        if chosen[key] is None:
            ballot = context.setdefault(key, {})
            for label, strength in type_votes.votes(words, name).items():
                ballot[label] = ballot.get(label, 0) + strength
    doubt_lone_people(ballots, context)
    labels = {key: chosen[key] or _elected(spelling[key], ballot) for key, ballot in ballots.items()}
    labels |= firms_by_one_word(labels, context)
    for long, short in acronyms:
        labels[form(words.bare(short))] = labels.get(form(words.bare(long)), long.label)
    typed = [
        name if name.label == labels[key] else Name(name.start, name.end, labels[key])
        for name, key in zip(names, forms, strict=True)
    ]
    return people_in_lists(words, surnames_as_people(words, lone_in_lists(words, typed)))


def _elected(text: str, ballot: dict[str, int]) -> str:
    if has_given_name(text) and ballot.keys() & {"ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"}:
        ballot["PERSON"] = ballot.get("PERSON", 0) + 5
    label = winner(ballot)
    return by_head(text, label) or creed(text, label) or label
