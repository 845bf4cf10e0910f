"""Entity extraction: the stages from the recognizer's entities to one record per real thing, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from newsview.extraction.entities import names_by_construction, names_by_neighbours, names_by_table
from newsview.extraction.entities.canonical_name import canonical
from newsview.extraction.entities.doc_words import Name, Taken, Words, recognized
from newsview.extraction.entities.entity_records import Thing, records
from newsview.extraction.entities.entity_types import choose_labels
from newsview.extraction.entities.false_names import without_common_nouns, without_scores, without_verbs
from newsview.extraction.entities.grouping import group
from newsview.extraction.entities.headline_names import in_headlines
from newsview.extraction.entities.introduced_names import also_known_as, bracketed_acronyms, spelled_out_in_brackets
from newsview.extraction.entities.inverted_names import surnames_first
from newsview.extraction.entities.ministries import ministries, titles_of
from newsview.extraction.entities.name_joining import join
from newsview.extraction.entities.office_titles import without_titles
from newsview.extraction.entities.person_roles import role_of
from newsview.extraction.entities.possessive_names import companies_in_s
from newsview.extraction.entities.span_extension import grow, grow_last
from newsview.extraction.entities.span_repair import shrink, split
from newsview.extraction.entities.surnames import companies_before_people
from newsview.extraction.entities.teams import teams_in_play
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.provenance import Trace
from newsview.model.facts import Entity

Pairs = Sequence[tuple[Name, Name]]


def find_entities(tokens: Tokens, trace: Trace | None = None) -> list[Entity]:
    """Named entities grouped into real things, in the order of their first mentions.

    *trace* receives the rules of each mention.
    """
    return records(_things(tokens, trace), tokens.text, tokens.sentences)


def _things(tokens: Tokens, trace: Trace | None) -> list[Thing]:
    words = Words(tokens)
    names, acronyms = _completed(words, _repaired(words, companies_in_s(words, recognized(tokens))))
    found = ministries(words, names)
    names = _with(names, [words.by(ministries, each.name) for each in found])
    taken = Taken.by(words, names)
    titles = titles_of(found)
    things = []
    for key, mentions in group(words, names, acronyms, {each.name: each.key for each in found}).items():
        label = _label(mentions)
        role = role_of(words, names, taken, mentions) if label == "PERSON" else None
        name = titles.get(key) or canonical([words.bare(mention) for mention in mentions], label)
        if trace is not None:
            trace.update((words.extent(mention), words.rules(mention)) for mention in mentions)
        things.append(Thing(name, label, role, [words.extent(mention) for mention in mentions]))
    return things


def _repaired(words: Words, raw: Iterable[Name]) -> list[Name]:
    """The recognizer's names after splitting, trimming, extension and joining."""
    pieces = [piece for name in raw for piece in split(words, name)]
    short = [name for name in (shrink(words, piece) for piece in pieces) if name is not None]
    grown = join(words, grow(words, short))
    unchanged = set(short)
    again = (each if each in unchanged else shrink(words, each) for each in grown)
    return [name for name in again if name is not None]


class _Draft(NamedTuple):
    """The names of an article between two steps, in text order.

    ``taken``: which tokens they cover. ``pairs``: names that the article says are one. ``added``: what the last step added.
    """

    names: list[Name]
    taken: Taken
    pairs: list[tuple[Name, Name]]
    added: Sequence[Name]


class _Step(NamedTuple):
    """One step from the recognizer's names to all names: a *rule* and what becomes of the names that it returns.

    ``add``: they are added where no name stands. ``override``: they replace those they overlap. ``replace``: they are
    all the names from here on. *takes* are the fields of the draft that the rule is called with, after the words.
    """

    stage: Literal["add", "override", "replace"]
    rule: Callable[..., Sequence[Name]]
    takes: Sequence[str]


class _PairStep(NamedTuple):
    """A step whose *rules* return pairs of names that are one; both override the names that they overlap."""

    rules: Sequence[Callable[[Words, Sequence[Name]], Sequence[tuple[Name, Name]]]]


_NAMES, _TAKEN, _BOTH = ("names",), ("taken",), ("names", "taken")
NAME_STEPS: Sequence[_Step | _PairStep] = (
    _Step("override", names_by_construction.dateline_places, ()),
    _Step("override", names_by_construction.dateline_before_colon, ()),
    _Step("override", surnames_first, ()),
    _Step("add", names_by_table.known, _TAKEN),
    _Step("add", names_by_table.demonyms, _TAKEN),
    _Step("add", names_by_construction.dateline_agencies, _TAKEN),
    _Step("add", names_by_neighbours.firms_by_word, _TAKEN),
    _Step("add", names_by_construction.after_honorific, _TAKEN),
    _Step("add", names_by_construction.with_initials, _TAKEN),
    _Step("add", names_by_neighbours.employers, _BOTH),
    _Step("add", names_by_neighbours.clubs_and_firms, _BOTH),
    _Step("add", names_by_neighbours.towns_of_bodies, _BOTH),
    _Step("add", teams_in_play, _TAKEN),
    _Step("add", names_by_construction.after_capital_article, _TAKEN),
    _Step("override", names_by_table.hyphenated_surnames, _BOTH),
    _Step("add", names_by_construction.members_of_a_list, _BOTH),
    _Step("replace", without_common_nouns, _NAMES),
    _Step("replace", without_scores, _NAMES),
    _Step("replace", without_verbs, _NAMES),
    _Step("override", names_by_construction.speaker_labels, _NAMES),
    _PairStep((bracketed_acronyms, spelled_out_in_brackets)),
    _PairStep((also_known_as,)),
    _Step("replace", choose_labels, ("names", "pairs")),
    _Step("replace", without_titles, _NAMES),  # names relabelled PERSON by their context may still begin with a title
    _Step("replace", in_headlines, _NAMES),
    _Step("add", names_by_table.elsewhere, _BOTH),
    _Step("replace", companies_before_people, ("names", "added")),
    _Step("add", names_by_construction.heads_alone, _BOTH),
    _Step("replace", grow_last, _BOTH),
)
"""All steps in their order: what is missing is added, false names are dropped, and every form gets one type."""


def _completed(words: Words, names: list[Name]) -> tuple[list[Name], Pairs]:
    """*names* with missed ones added and one label per form; also the coreferent pairs that the article gives."""
    draft = _Draft(names, Taken.by(words, names), [], ())
    for step in NAME_STEPS:
        draft = _paired(words, draft, step) if isinstance(step, _PairStep) else _stepped(words, draft, step)
    # a name changed by a later rule is no longer the one that the brackets introduced
    by_place = {(name.start, name.end): name for name in draft.names}
    kept = [pair for pair in draft.pairs if all((name.start, name.end) in by_place for name in pair)]
    return draft.names, [(by_place[long.start, long.end], by_place[short.start, short.end]) for long, short in kept]


def _stepped(words: Words, draft: _Draft, step: _Step) -> _Draft:
    """*draft* after *step*."""
    found = step.rule(words, *(getattr(draft, each) for each in step.takes))
    if step.stage == "replace":
        return draft if found == draft.names else _drafted(words, draft, list(found))
    if not found:
        return draft._replace(added=())
    for name in found:
        words.by(step.rule, name)
    return _drafted(words, draft, _with(draft.names, found, over=step.stage == "override"), found)


def _paired(words: Words, draft: _Draft, step: _PairStep) -> _Draft:
    """*draft* after *step*, with its pairs."""
    known, pairs = set(draft.names), list[tuple[Name, Name]]()
    for rule in step.rules:
        found = rule(words, draft.names)
        pairs += found
        for name in (each for pair in found for each in pair if each not in known):
            words.by(rule, name)
    if not pairs:
        return draft
    names = _with(draft.names, [name for pair in pairs for name in pair], over=True)
    return _drafted(words, draft, names)._replace(pairs=[*draft.pairs, *pairs])


def _drafted(words: Words, draft: _Draft, names: list[Name], added: Sequence[Name] = ()) -> _Draft:
    return draft._replace(names=names, taken=Taken.by(words, names), added=added)


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
