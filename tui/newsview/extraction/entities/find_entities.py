"""Entity extraction: the stages from the recognizer's entities to one record per real thing, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy
from spacy.tokens import Doc

from newsview.extraction.doc_text import Text
from newsview.extraction.entities import names_by_construction, names_by_neighbours, names_by_table
from newsview.extraction.entities.canonical_name import canonical
from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.extraction.entities.entity_records import Thing, records
from newsview.extraction.entities.entity_types import choose_labels
from newsview.extraction.entities.false_names import without_common_nouns, without_scores, without_verbs
from newsview.extraction.entities.grouping import group
from newsview.extraction.entities.headline_names import in_headlines
from newsview.extraction.entities.introduced_names import also_known_as, bracketed_acronyms, spelled_out_in_brackets
from newsview.extraction.entities.ministries import ministries, titles_of
from newsview.extraction.entities.name_joining import join
from newsview.extraction.entities.office_titles import cut_titles
from newsview.extraction.entities.person_roles import role_of
from newsview.extraction.entities.span_extension import grow, grow_last
from newsview.extraction.entities.span_repair import shrink, split
from newsview.extraction.entities.surnames import companies_before_people
from newsview.model.facts import Entity

NUMERIC = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
"""Entity labels that the numbers component extracts."""

_BEGINS, _GOES_ON = 3, 1
"""Values of ENT_IOB: first token of an entity, and further ones."""

Pairs = Sequence[tuple[Name, Name]]


def find_entities(doc: Doc, text: Text | None = None) -> list[Entity]:
    """Named entities of *doc* grouped into real things, in the order of their first mentions.

    *text* is the text of *doc*, if it has been read already.
    """
    text = text or Text(doc)
    return records(_things(doc, Words(doc, text)), text.string, text.sentences)


def _things(doc: Doc, words: Words) -> list[Thing]:
    names, acronyms = _completed(words, _repaired(words, _recognized(doc, words)))
    found = ministries(words, names)
    names = _with(names, [each.name for each in found])
    taken = Taken.by(words, names)
    titles = titles_of(found)
    things = []
    for key, mentions in group(words, names, acronyms, {each.name: each.key for each in found}).items():
        label = _label(mentions)
        role = role_of(words, names, taken, mentions) if label == "PERSON" else None
        name = titles.get(key) or canonical([words.bare(mention) for mention in mentions], label)
        things.append(Thing(name, label, role, [words.ends(mention) for mention in mentions]))
    return things


def _recognized(doc: Doc, words: Words) -> list[Name]:
    """Names in ``doc.ents``, read without creating spans."""
    marks, keys = doc.to_array(["ENT_IOB", "ENT_TYPE"]).T
    goes_on = marks.tolist()
    starts: list[int] = numpy.flatnonzero(marks == _BEGINS).tolist()
    labels = words.source.strings(keys[starts].tolist())
    names = []
    for start, label in zip(starts, labels, strict=True):
        if label not in NUMERIC:
            end = start + 1
            while end < words.size and goes_on[end] == _GOES_ON:
                end += 1
            names.append(Name(start, end, label))
    return names


def _repaired(words: Words, raw: Iterable[Name]) -> list[Name]:
    """The recognizer's names after splitting, trimming, extension and joining."""
    pieces = [piece for name in raw for piece in split(words, name)]
    short = [name for name in (shrink(words, piece) for piece in pieces) if name is not None]
    grown = join(words, grow(words, short))
    unchanged = set(short)
    again = (each if each in unchanged else shrink(words, each) for each in grown)
    return [name for name in again if name is not None]


def _completed(words: Words, names: list[Name]) -> tuple[list[Name], Pairs]:
    """*names* with missed ones added and one label per form; also the coreferent pairs that the article gives."""
    names = _with(names, names_by_construction.dateline_places(words), over=True)
    names = _with(names, names_by_construction.dateline_before_colon(words), over=True)
    taken = Taken.by(words, names)
    for find in (
        names_by_table.known,
        names_by_table.demonyms,
        names_by_construction.dateline_agencies,
        names_by_neighbours.bodies_by_head,
        names_by_neighbours.firms_by_word,
        names_by_construction.after_honorific,
        names_by_construction.with_initials,
    ):
        names, taken = _more(words, names, taken, find(words, taken))
    for discovered in (
        names_by_neighbours.employers,
        names_by_neighbours.clubs_and_firms,
        names_by_neighbours.towns_of_bodies,
    ):
        names, taken = _more(words, names, taken, discovered(words, names, taken))
    names = _with(names, names_by_table.hyphenated_surnames(words, names, taken), over=True)
    names = _with(names, names_by_construction.members_of_a_list(words, names, Taken.by(words, names)))
    names = without_verbs(words, without_scores(words, without_common_nouns(words, names)))
    names = _with(names, names_by_construction.speaker_labels(words, names), over=True)
    acronyms = [*bracketed_acronyms(words, names), *spelled_out_in_brackets(words, names)]
    names = _with(names, [name for pair in acronyms for name in pair], over=True)
    nicknames = also_known_as(words, names)
    names = _with(names, [other for _, other in nicknames], over=True)
    acronyms.extend(nicknames)
    # names relabelled PERSON by their context may still begin with a title
    names = [cut_titles(words, name) for name in choose_labels(words, names, acronyms)]
    names = in_headlines(words, names)
    taken = Taken.by(words, names)
    more = names_by_table.elsewhere(words, names, taken)
    names, taken = _more(words, names, taken, more)
    if any(name.label == "PERSON" for name in more):
        names = companies_before_people(words, names)
    names, taken = _more(words, names, taken, names_by_construction.heads_alone(words, names, taken))
    names = grow_last(words, names, taken)
    # a name changed by a later rule is no longer the one that the brackets introduced
    by_place = {(name.start, name.end): name for name in names}
    kept = [pair for pair in acronyms if all((name.start, name.end) in by_place for name in pair)]
    return names, [(by_place[long.start, long.end], by_place[short.start, short.end]) for long, short in kept]


def _more(words: Words, names: list[Name], taken: Taken, more: Sequence[Name]) -> tuple[list[Name], Taken]:
    """*names* with *more*, and the table of their tokens; both unchanged if *more* is empty."""
    if not more:
        return names, taken
    names = _with(names, more)
    return names, Taken.by(words, names)


def _with(names: list[Name], more: Sequence[Name], *, over: bool = False) -> list[Name]:
    """*names* and *more* in text order, without overlap; with *over*, new names replace those that they overlap."""
    if not more:
        return names
    covered: set[int] = set()
    new = []
    for name in more:
        tokens = range(name.start, name.end)
        if covered.isdisjoint(tokens):
            covered.update(tokens)
            new.append(name)
    kept = [name for name in names if covered.isdisjoint(range(name.start, name.end))] if over else names
    return sorted([*kept, *new], key=lambda name: (name.start, name.end))


def _label(mentions: Sequence[Name]) -> str:
    if len(mentions) == 1:
        return mentions[0].label
    labels = Counter(name.label for name in mentions)
    return min(labels, key=lambda label: (-labels[label], label))
