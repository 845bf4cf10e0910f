"""Speakers with a name in their phrase: at its head, in an apposition, after a title."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from newsview.extraction.entities.lexicon import given_names, without_accents
from newsview.extraction.quotes.cue_lexicon import speaking_nouns
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.lexicon import SPEAKERS
from newsview.extraction.syntax import right_child

PLACES = frozenset({"GPE", "NORP", "LOC"})
_OFFICE = 2
"""Minimum tokens before a name with the body and the office."""
_PHRASE = 30
"""Maximum tokens after a noun in which its name is searched."""


class NamedSpeakers:
    """The entities of an article as speakers; *owner*: entity id by token, *types* and *names* by entity id."""

    def __init__(
        self, layout: Layout, owner: Mapping[int, str], types: Mapping[str, str], names: Mapping[str, str]
    ) -> None:
        self.layout = layout
        self.owner = owner
        self.types = types
        self.names = names
        self.surnames = self._surnames()

    def _surnames(self) -> dict[str, str]:
        """Persons by surname, for labels such as "WALLACE:"; surnames of several persons are excluded."""
        found: dict[str, str | None] = {}
        for person in (each for each, kind in self.types.items() if kind == "PERSON"):
            surname = self.names[person].lower().split()[-1] if self.names[person] else ""
            found[surname] = None if surname in found else person
        return {surname: person for surname, person in found.items() if person is not None}

    def is_office(self, token: Token, entity: str) -> bool:
        """Office as the whole name of an entity: "the Cardinal"."""
        person = speaking_nouns().get(token.lemma_.lower()) in SPEAKERS.one_person
        return person and token.tag_ == "NNP" and self.names[entity].lower() == token.lower_

    def is_given_name(self, speaker: tuple[int, int], person: str) -> bool:
        """Given name alone, which another person may have: "Charles" for "Charles Stone"; not "Stone"."""
        first, last = speaker
        if last - first > 1 or self.types[person] != "PERSON" or self.layout.tokens[first].lower_ not in given_names():
            return False
        given, *rest = without_accents(self.names[person]).lower().split() or [""]
        return bool(rest) and self.layout.tokens[first].lower_ == given

    def entity(self, head: int, speaker: tuple[int, int]) -> str | None:
        """The entity named in the phrase: at its head, in an apposition, or in the name after a title."""
        token = self.layout.tokens[head]
        person = speaking_nouns().get(token.lemma_.lower()) in SPEAKERS.one_person
        if head in self.owner and not self._is_part_of_name(head, speaker[0]):
            return self.owner[head]
        for child in (*token.rights, *token.lefts):
            inside = speaker[0] <= child.i < speaker[1]
            if inside and child.dep_ == "appos":
                # "the head of the mission, former judge Jane Doe": the name is an apposition of the second office
                name = child if child.i in self.owner else right_child(child, "appos") or child
                if self._is_same_kind(token, name):
                    return self.owner[name.i]
            named = inside and child.dep_ == "compound" and child.i in self.owner and token.pos_ == "PROPN"
            # "the Conservative MP" is no party, and "Swiss Marine" is not the Swiss
            if named and not person and self.types[self.owner[child.i]] not in PLACES:
                return self.owner[child.i]
        if person:
            closing = self._closing_name(speaker)
            if closing is not None:
                return closing
        elif token.pos_ == "PROPN" and (officer := self._officer(speaker)) is not None:
            return officer
        return self.surnames.get(token.lower_) if token.text[:1].isupper() else None

    def _is_part_of_name(self, head: int, first: int) -> bool:
        """Place at the end of another name: "Sustainable Australia" is not Australia."""
        entity = self.owner[head]
        if self.types[entity] not in PLACES:
            return False
        at = head
        while at > first and self.owner.get(at - 1) == entity:
            at -= 1
        before = self.layout.tokens[at - 1] if at > first else None
        return before is not None and before.tag_ == "NNP" and before.text[:1].isupper()

    def _is_same_kind(self, noun: Token, name: Token) -> bool:
        """Apposition of the same kind: "the mayor, Jane Doe", "the company, Acme Ltd" with any entity type for Acme."""
        kind = self.types.get(self.owner.get(name.i, ""))
        if kind == "PERSON" and noun.tag_ == "NNS":
            return False  # "the families of the victims, Jane Doe and John Park"
        return kind == "PERSON" or (kind is not None and speaking_nouns().get(noun.lemma_.lower()) == "body")

    def _closing_name(self, speaker: tuple[int, int]) -> str | None:
        """Person at the end of the phrase, parsed under an inner noun: "a spokesman for the department, Kerry Amos"."""
        first = last = speaker[1] - 1
        person = self.owner.get(last)
        while first > speaker[0] and self.owner.get(first - 1) == person:
            first -= 1
        named = self.types.get(person or "") == "PERSON" and first > speaker[0]
        return person if named and self.layout.tokens[first - 1].text == "," else None

    def _officer(self, speaker: tuple[int, int]) -> str | None:
        """Person at the end of the phrase, parsed under the name of a body: "Friends of Leeds chairman John Park"."""
        first = last = speaker[1] - 1
        person = self.owner.get(last)
        while first > speaker[0] and self.owner.get(first - 1) == person:
            first -= 1
        if self.types.get(person or "") != "PERSON" or first - speaker[0] < _OFFICE:
            return None
        body, office = self.layout.tokens[first - 2], self.layout.tokens[first - 1]
        held = office.tag_ == "NN" and speaking_nouns().get(office.lemma_.lower()) in SPEAKERS.one_person
        return person if held and body.pos_ == "PROPN" else None

    def is_beside(self, noun: Token) -> bool:
        """Whether a person is named by *noun* or beside it: "its lawyer, Jane Doe"."""
        beside = (noun.i, *(child.i for child in noun.children if child.dep_ in {"appos", "compound"}), noun.i + 1)
        if any(self.types.get(self.owner.get(at, "")) == "PERSON" for at in beside):
            return True
        comma = False
        for token in self.layout.tokens[noun.i + 1 : min(noun.right_edge.i, noun.i + _PHRASE) + 1]:
            comma = comma or token.text == ","
            if comma and self.types.get(self.owner.get(token.i, "")) == "PERSON":
                return True  # "the head of the mission, former judge Jane Doe"
        return False
