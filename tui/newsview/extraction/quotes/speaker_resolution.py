"""Speaker resolution: from a speaker phrase (name, short form, pronoun) to the id of a grouped entity.

Precision before recall: if two entities fit about equally well, none is assigned.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Token

from newsview.extraction import doc_extensions
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cue_lexicon import speaking_nouns
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.gender import Gender, genders
from newsview.extraction.quotes.interviews import Parties, parties
from newsview.extraction.quotes.lexicon import PRONOUNS, SPEAKERS
from newsview.extraction.quotes.speaker_labels import ANSWER, QUESTION
from newsview.extraction.quotes.speaker_phrase import is_aged
from newsview.extraction.syntax import SUBJECT_DEPS
from newsview.model.facts import Link, Speaker

_LOOK_BACK = 14
"""Maximum mentions examined before a pronoun; the bound makes the cost linear."""
_PARAGRAPHS = 3
_MARGIN = 1.0
_OTHER = 4.0
"""Margin for content that begins with a pronoun of the other gender."""
_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention: first token, end token, paragraph and entity."""

    first: int
    last: int
    block: int
    entity: str


class Resolver:
    """Resolver of the speakers of attributions, called in text order."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.owner = doc_extensions.entity_by_token(layout.doc, layout.starts)
        entities = doc_extensions.grouped_entities(layout.doc)
        self.types: dict[str, str] = {each["id"]: each["type"] for each in entities}
        self.titles: dict[str, str] = {each["id"]: each["name"] for each in entities}
        """The names of the entities as in the article; ``names`` has them in lower case."""
        self.names = {entity: name.lower() for entity, name in self.titles.items()}
        self.roles: dict[str, str] = {each["id"]: (each["role"] or "").lower() for each in entities}
        people = frozenset(each["id"] for each in entities if each["type"] == "PERSON")
        self.genders: dict[str, Gender] = genders(layout, self.owner, people)
        self.surnames = self._surnames(people)
        self.places = self._places()
        self.starts = [place.first for place in self.places]
        self.current_speaker: str | None = None
        self.parties: Parties | None = None
        self.stands_for: dict[str, str] = {}
        """The last entity of each noun for an organization: "the company"."""
        self.unnamed_body: Token | None = None
        """The last speaker that is an organization without a name: "the army"."""
        self.unnamed_person: Token | None = None
        """The last speaker that is a person without a name: "a nurse"."""

    def _surnames(self, people: frozenset[str]) -> dict[str, str]:
        """Persons by surname, for labels such as "WALLACE:"; surnames of several persons are excluded."""
        found: dict[str, str | None] = {}
        for person in people:
            surname = self.names[person].split()[-1] if self.names[person] else ""
            found[surname] = None if surname in found else person
        return {surname: person for surname, person in found.items() if person is not None}

    def _places(self) -> list[_Place]:
        places: list[_Place] = []
        for at in sorted(self.owner):
            entity = self.owner[at]
            if places and places[-1].entity == entity and places[-1].last == at:
                places[-1] = _Place(places[-1].first, at + 1, places[-1].block, entity)
            else:
                places.append(_Place(at, at + 1, self.layout.block_at(at), entity))
        return places

    def speaker(self, each: Attribution) -> Speaker | None:
        """The speaker of *each* with its entity, as far as it is identified; None without words for a speaker."""
        if each.speaker is None:
            return None
        entity = self.entity(each)
        start, end = self.layout.chars(*each.speaker)
        text = self.layout.text[start:end]
        link = self._link(each, entity)
        sure = link == "name" and not each.assumed
        name = self.titles[entity] if entity is not None else text
        return Speaker(text=text, start=start, end=end, entity=entity, name=name, link=link, sure=sure)

    def _link(self, each: Attribution, entity: str | None) -> Link | None:
        """How the speaker's words stand for *entity*."""
        if entity is None or each.head is None or each.speaker is None:
            return None
        head = self.layout.tokens[each.head]
        if head.text in QUESTION | ANSWER:
            return "description"
        if any(self.owner.get(at) == entity for at in range(*each.speaker)):
            return "name"
        if head.lower_ in PRONOUNS.he | PRONOUNS.she | PRONOUNS.it | PRONOUNS.who | PRONOUNS.relative:
            return "pronoun"
        return "description" if head.pos_ != "PROPN" else "name"

    def entity(self, each: Attribution) -> str | None:
        """The entity of the speaker of *each*, or None if it is not identified."""
        if each.head is None or each.speaker is None:
            return None
        if each.turn and self.layout.tokens[each.head].text in QUESTION | ANSWER:
            if self.parties is None:
                named = {at: entity for at, entity in self.owner.items() if self.types[entity] == "PERSON"}
                self.parties = parties(self.layout, each, named)
            return self.parties.of(self.layout.tokens[each.head].text)
        found = self._named(each.head, each.speaker) or self._referred(self.layout.tokens[each.head], each)
        if each.says and found is not None:
            self.current_speaker = found
        head = self.layout.tokens[each.head]
        if found is None and self._introduces_person(head):
            self.unnamed_person = head
        if found is None and head.tag_ == "NN" and speaking_nouns().get(head.lemma_.lower()) in SPEAKERS.groups:
            self.unnamed_body = head
        return found

    def _named(self, head: int, speaker: tuple[int, int]) -> str | None:
        """The entity named in the phrase: at its head, in an apposition, or in the name after a title."""
        if head in self.owner:
            return self.owner[head]
        token = self.layout.tokens[head]
        for child in (*token.rights, *token.lefts):
            inside = speaker[0] <= child.i < speaker[1]
            if inside and child.dep_ == "appos" and self._is_same_kind(token, child):
                return self.owner[child.i]
            if inside and child.dep_ == "compound" and child.i in self.owner and token.pos_ == "PROPN":
                return self.owner[child.i]
        if speaking_nouns().get(token.lemma_.lower()) in SPEAKERS.one_person:
            closing = self._closing_name(speaker)
            if closing is not None:
                return closing
        return self.surnames.get(token.lower_) if token.text[:1].isupper() else None

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

    def _referred(self, head: Token, each: Attribution) -> str | None:
        word = head.lower_
        if word in PRONOUNS.he or word in PRONOUNS.she:
            gender: Gender = "man" if word in PRONOUNS.he else "woman"
            found = self._person(head, each, gender)
            if found is not None:  # "he says … she adds": the antecedent of "he" is not that of "she"
                self.genders.setdefault(found, gender)
            return found
        if word in PRONOUNS.it:
            return None if self._is_unnamed_body(head) else self._organization(head, each, None)
        if is_aged(head):  # "the 22-year-old", mentioned before
            return self._person(head, each, None)
        if head.pos_ != "NOUN" or not self._is_definite(head) or any(child.dep_ == "appos" for child in head.rights):
            return None  # the phrase has a name that is no entity
        kind = speaking_nouns().get(head.lemma_.lower())
        if kind in SPEAKERS.one_person and head.tag_ == "NN":
            return self._by_role(head)
        if kind != "body" or head.tag_ != "NN":
            return None
        noun = head.lemma_.lower()
        found = self._organization(head, each, noun)
        if found is None and noun in SPEAKERS.bodies:
            return self.stands_for.get(noun)
        if found is not None:
            self.stands_for[noun] = found
        return found

    def _is_definite(self, head: Token) -> bool:
        return any(child.dep_ == "det" and child.lower_ in SPEAKERS.definite for child in head.lefts)

    def _before(self, head: Token) -> list[_Place]:
        """The last mentions before *head*, nearest first, outside quoted speech and within a few paragraphs."""
        at = bisect_left(self.starts, head.i)
        block = self.layout.block_at(head.i)
        return [
            place
            for place in reversed(self.places[max(0, at - _LOOK_BACK) : at])
            if block - place.block < _PARAGRAPHS and not self.layout.in_speech(place.first)
        ]

    def _person(self, head: Token, each: Attribution, gender: Gender | None) -> str | None:
        """Antecedent of a personal pronoun: "Smith left. He said …"; near, subject, or current speaker."""
        before = self._before(head)
        if self._is_unnamed_person(head, before):
            return None
        scores: dict[str, float] = {}
        for rank, place in enumerate(before):
            known = self.genders.get(place.entity)
            if self.types[place.entity] != "PERSON" or (known is not None and gender not in {None, known}):
                continue
            if self._in_content(place, each):
                continue
            score = self._weight(place, head, rank) + (1.0 if known is not None and known == gender else 0.0)
            scores[place.entity] = max(scores.get(place.entity, 0.0), score)
        return _clear_winner(scores, _OTHER if self._is_about_other_gender(each, gender) else _MARGIN)

    def _is_about_other_gender(self, each: Attribution, gender: Gender | None) -> bool:
        """Content about a person of the other gender: "Park trained with Stone. She says he was brave"."""
        at = self.layout.token_at(each.start)
        if gender is None or self.layout.region_of[at] is not None:
            return False
        return self.layout.tokens[at].lower_ in (PRONOUNS.she if gender == "man" else PRONOUNS.he)

    def _introduces_person(self, head: Token) -> bool:
        """Person introduced without a name: "a nurse", "one official"; not "the senator"."""
        person = head.tag_ == "NN" and speaking_nouns().get(head.lemma_.lower()) in SPEAKERS.one_person
        return person and any(child.lower_ in SPEAKERS.indefinite for child in head.lefts)

    def _is_unnamed_person(self, head: Token, before: list[_Place]) -> bool:
        """Pronoun for a person without a name: "A nurse described the ward. “It was full,” she said"."""
        if self.unnamed_person is None or self.unnamed_person.i > head.i:
            return False
        if self.layout.block_at(head.i) - self.layout.block_at(self.unnamed_person.i) > 1:
            return False
        return not any(place.first > self.unnamed_person.i and self.types[place.entity] == "PERSON" for place in before)

    def _is_unnamed_body(self, head: Token) -> bool:
        """Pronoun for an organization without a name: "The army denies it. It accuses the rebels"."""
        if self.unnamed_body is None or self.unnamed_body.i > head.i:
            return False
        if self.layout.block_at(head.i) - self.layout.block_at(self.unnamed_body.i) > 1:
            return False
        since = self.places[bisect_left(self.starts, self.unnamed_body.i) : bisect_left(self.starts, head.i)]
        return not any(self._is_subject(place) and self.types[place.entity] in _BODIES for place in since)

    def _is_subject(self, place: _Place) -> bool:
        return self.layout.tokens[place.last - 1].dep_ in SUBJECT_DEPS

    def _weight(self, place: _Place, head: Token, rank: int) -> float:
        """Salience of a mention as an antecedent: distance, subject position, current speaker."""
        token = self.layout.tokens[place.last - 1]
        distance = self.layout.block_at(head.i) - place.block
        score = 4.0 - 1.5 * distance - 0.25 * rank
        if self._is_subject(place):
            score += 2.0
        elif token.dep_ in {"poss", "compound"}:
            score -= 0.5
        if place.entity == self.current_speaker or self._is_source(place):
            score += 2.0
        return score

    def _in_content(self, place: _Place, each: Attribution) -> bool:
        start = self.layout.starts[place.first]
        return any(first <= start < last for first, last in each.content) and not self._is_source(place)

    def _is_source(self, place: _Place) -> bool:
        """Mention after "according to": "According to Solheim, they will go on – “if somebody pays,” she adds"."""
        tokens = self.layout.tokens
        before = tokens[max(0, place.first - 2) : place.first]
        return [token.lower_ for token in before] == ["according", "to"]

    def _organization(self, head: Token, each: Attribution, noun: str | None) -> str | None:
        """Antecedent of "it" or of a noun for an organization: "Yonhap reported it. It said …", "the ministry"."""
        scores: dict[str, float] = {}
        general = noun is None or noun in SPEAKERS.bodies
        for rank, place in enumerate(self._before(head)):
            if self.types[place.entity] not in _BODIES or self._in_content(place, each):
                continue
            named = noun is not None and noun in self.names[place.entity].split()
            spoke = place.entity == self.current_speaker
            subject = self._is_subject(place)
            if not named and not (general and (spoke or (subject and self.types[place.entity] == "ORG"))):
                continue
            score = self._weight(place, head, rank) + (4.0 if named else 0.0)
            scores[place.entity] = max(scores.get(place.entity, 0.0), score)
        return _clear_winner(scores)

    def _by_role(self, head: Token) -> str | None:
        """The only person nearby with the noun in the role: "the mayor" after "Mayor Jane Doe"."""
        word = head.lemma_.lower()
        fitting = {
            place.entity
            for place in self._before(head)
            if self.types[place.entity] == "PERSON" and word in self.roles[place.entity].split()
        }
        return fitting.pop() if len(fitting) == 1 else None


def _clear_winner(scores: dict[str, float], margin: float = _MARGIN) -> str | None:
    ranked = sorted(scores, key=lambda entity: scores[entity], reverse=True)
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < margin):
        return None
    return ranked[0] if scores[ranked[0]] > 0 else None
