"""Lists of people with one-word names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.type_from_name import by_table


def people_in_lists(words: Words, names: Sequence[Name]) -> list[Name]:
    """Unknown words relabelled PERSON in a list of four or more words, most of them people: "Doe; Roe, Poe, Loe"."""
    listed: list[Name] = []
    run: list[Name] = []
    for name in names:
        if run and not _only_marks_between(words, run[-1], name):
            listed += _relabelled(words, run)
            run = []
        run.append(name)
    return [*listed, *_relabelled(words, run)]


def _relabelled(words: Words, run: Sequence[Name]) -> Sequence[Name]:
    """*run* with its unknown words relabelled PERSON, if it is a list of people."""
    alone = [name for name in run if name.end - name.start == 1]
    if len(alone) <= 3 or not _mostly_people(alone):
        return run
    known = {name for name in alone if by_table(words.bare(name), {name.label: 1}) is not None}
    return [
        name
        if name in known or name.label == "PERSON"
        else words.by(people_in_lists, Name(name.start, name.end, "PERSON"), name)
        for name in run
    ]


def _only_marks_between(words: Words, before: Name, name: Name) -> bool:
    between = words.words[before.end : name.start]
    near = 0 < len(between) <= 6 and words.block[before.start] == words.block[name.start]
    return near and name.end - name.start == 1 and not any(word.isalpha() and not word[0].isupper() for word in between)


def _mostly_people(names: Sequence[Name]) -> bool:
    labels = Counter(name.label for name in names)
    return labels["PERSON"] > 1 and all(labels["PERSON"] >= count for count in labels.values())
