"""Persons and organizations by what the article calls them: "the foreign minister", "the carmaker"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import SPEAKERS
from newsview.extraction.syntax import child_of, is_readable

_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_MANY = 40
"""Maximum entities with one noun; the bound makes the cost linear."""
_BEFORE = 6
"""Maximum tokens of an office before a name: "former Republican state treasurer Jane Doe"."""


@dataclass(frozen=True, slots=True)
class Description:
    """A noun with the words that limit it: "minister" with "foreign"."""

    noun: str
    limits: frozenset[str]

    def fits(self, other: Description) -> bool:
        """Whether both can be of one person: "the minister" and "the foreign minister"; not "the defence minister"."""
        if self.noun != other.noun:
            return False
        return not self.limits or not other.limits or bool(self.limits & other.limits)

    def is_certain(self, other: Description) -> bool:
        """Whether *other* says all that this says: "the foreign minister" of "Jane Doe, the foreign minister"."""
        return self.noun == other.noun and self.limits <= other.limits


def description(noun: Token) -> Description:
    """The description with *noun* as its head: "the Conservative MP", "the minister of defence"."""
    limits = {_word(child) for child in noun.lefts if child.dep_ in _MODIFIERS} if is_readable(noun) else set()
    of = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in SPEAKERS.of_office), None)
    place = child_of(of, "pobj") if of is not None else None
    if place is not None:
        limits.add(_word(place))
    return Description(_word(noun), frozenset(limits))


def _word(token: Token) -> str:
    word = token.lower_.rstrip(".") if token.pos_ == "PROPN" else token.lemma_.lower()
    return SPEAKERS.abbreviations.get(word, word)


class Descriptions:
    """What the article calls each entity, beside its mentions."""

    def __init__(self, layout: Layout, owner: dict[int, str], mentions: Iterable[tuple[int, int, str]]) -> None:
        self._layout = layout
        self._owner = owner
        self._mentions = mentions

    @cached_property
    def _known(self) -> dict[str, dict[str, tuple[int, set[Description]]]]:
        """By noun and entity: the first mention, and the descriptions; many articles need none."""
        known: dict[str, dict[str, tuple[int, set[Description]]]] = defaultdict(dict)
        seen: dict[str, int] = {}
        for first, last, entity in self._mentions:
            begin = seen.setdefault(entity, first)
            for each in self._beside(first, last):
                known[each.noun].setdefault(entity, (begin, set()))[1].add(each)
        return known

    def called(self, said: Description, before: int) -> dict[str, bool]:
        """The entities mentioned before the token *before* that *said* fits, and whether it certainly does."""
        known = list(self._known.get(said.noun, {}).items())[:_MANY]
        return {
            entity: any(said.is_certain(each) for each in those)
            for entity, (first, those) in known
            if first < before and any(said.fits(each) for each in those)
        }

    def _beside(self, first: int, last: int) -> Iterable[Description]:
        """Descriptions of the mention ``doc[first:last]``: appositions, an office before it, a predicate."""
        head = self._layout.tokens[last - 1]
        if is_readable(head):
            yield from (description(child) for child in head.rights if child.dep_ == "appos" and self._is_noun(child))
        if head.dep_ == "appos" and self._is_noun(head.head):
            yield description(head.head)
        if head.dep_ == "nsubj" and head.head.lemma_ == "be":
            said = child_of(head.head, "attr")
            if said is not None and self._is_noun(said):
                yield description(said)
        yield from self._before(first, head)

    def _before(self, first: int, head: Token) -> Iterable[Description]:
        """The office before a name: "Prime Minister Ada Quill"."""
        tokens = self._layout.tokens
        at = first
        while at > 0 and first - at < _BEFORE and tokens[at - 1].head == head and tokens[at - 1].dep_ in _MODIFIERS:
            at -= 1
        words = [_word(token) for token in tokens[at:first] if token.is_alpha or token.text.endswith(".")]
        if words:
            yield Description(words[-1], frozenset(words[:-1]))

    def _is_noun(self, token: Token) -> bool:
        return token.pos_ in {"NOUN", "PROPN"} and token.i not in self._owner
