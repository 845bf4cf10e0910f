"""Entity types, one per form: from tables, the head noun, the context, and the majority of mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsview.extraction.entities import type_votes
from newsview.extraction.entities.company_forms import company_form, short_for_companies
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.doubtful_people import doubt_lone_people, firms_by_one_word
from newsview.extraction.entities.name_strings import form
from newsview.extraction.entities.person_lists import people_in_lists
from newsview.extraction.entities.surnames import surnames_as_people
from newsview.extraction.entities.teams import nicknames
from newsview.extraction.entities.type_from_name import (
    by_head,
    by_table,
    creed,
    has_given_name,
    inner_capital,
    ruler,
    storms,
    titled,
    winner,
)
from newsview.extraction.provenance import Rule

_TAKEN_FOR_PEOPLE = frozenset({"ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"})
"""Labels that a form with a given name may wrongly have."""
_GIVEN_NAME = 5
"""What a given name counts for a person."""


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
    rules: dict[str, Rule] = {key: by_table for key, label in chosen.items() if label is not None}
    labels = {key: chosen[key] or _elected(spelling[key], ballot, rules, key) for key, ballot in ballots.items()}
    for relabel in (firms_by_one_word, short_for_companies, nicknames, storms):
        others = relabel(labels, context)
        labels |= others
        rules |= dict.fromkeys(others, relabel)
    for long, short in acronyms:
        labels[form(words.bare(short))] = labels.get(form(words.bare(long)), long.label)
    typed = []
    for name, key in zip(names, forms, strict=True):
        label = labels[key]
        if name.label != label:
            rule = rules.get(key) or _voter(
                words, [each for each, its in zip(names, forms, strict=True) if its == key], label
            )
            name = words.by(rule, Name(name.start, name.end, label), name)
        typed.append(name)
    return people_in_lists(words, surnames_as_people(words, typed))


def _elected(text: str, ballot: dict[str, int], rules: dict[str, Rule], key: str) -> str:
    """The label of the form *key*, written *text*; the rule that overrules the votes of its *ballot* is put into *rules*."""
    given = has_given_name(text) and not ballot.keys().isdisjoint(_TAKEN_FOR_PEOPLE)
    if given:
        ballot["PERSON"] = ballot.get("PERSON", 0) + _GIVEN_NAME
    label = winner(ballot)
    if given and label == "PERSON":
        rules[key] = has_given_name
    for rule in (company_form, ruler, titled, inner_capital, by_head, creed):
        other = rule(text, label)
        if other:
            rules[key] = rule
            return other
    return label


def _voter(words: Words, mentions: Sequence[Name], label: str) -> Rule:
    """The construction beside *mentions* that speaks most strongly for *label*; where none does, other mentions decided."""
    voices = [voice for name in mentions for voice in type_votes.voices(words, name) if voice.label == label]
    return max(voices, key=lambda voice: voice.strength).construction if voices else choose_labels
