"""Speaker resolution: from a speaker phrase (name, short form, pronoun, description) to the id of a grouped entity.

If two entities fit about equally well, none is assigned; what is not certain is a guess.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from newsview.extraction import doc_extensions
from newsview.extraction.quotes.antecedents import BODIES, MARGIN, Antecedent, Antecedents, Place
from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.cue_lexicon import speaking_nouns
from newsview.extraction.quotes.descriptions import Description, Descriptions, description
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.gender import Gender, genders
from newsview.extraction.quotes.interviews import Parties, parties
from newsview.extraction.quotes.lexicon import PRONOUNS, SPEAKERS
from newsview.extraction.quotes.named_speakers import PLACES, NamedSpeakers
from newsview.extraction.quotes.speaker_labels import ANSWER, QUESTION
from newsview.extraction.quotes.speaker_phrase import is_aged
from newsview.extraction.syntax import NOUN_POS, SUBJECT_DEPS
from newsview.model.facts import Link, Speaker

_DESCRIBED = 2.0
"""Margin for a description that nothing else explains."""
_NEAR = 80
"""Maximum tokens between a pronoun and the subject of the sentence before."""
_SPOKE = 2.0
"""Additional weight of the current speaker."""


class Resolver:
    """Resolver of the speakers of attributions, called in text order."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.owner = doc_extensions.entity_by_token(layout.doc, layout.starts)
        entities = doc_extensions.grouped_entities(layout.doc)
        self.types: dict[str, str] = {each["id"]: each["type"] for each in entities}
        self.names: dict[str, str] = {each["id"]: each["name"] for each in entities}
        people = frozenset(each["id"] for each in entities if each["type"] == "PERSON")
        self.genders: dict[str, Gender] = genders(layout, self.owner, {each: self.names[each] for each in people})
        self.antecedents = Antecedents(layout, self.owner, self.types, self.genders)
        mentions = [(place.first, place.last, place.entity) for place in self.antecedents.places]
        self.descriptions = Descriptions(layout, self.owner, mentions)
        self.named = NamedSpeakers(layout, self.owner, self.types, self.names)
        self.current_speaker: str | None = None
        self.parties: Parties | None = None
        self.stands_for: dict[str, str] = {}
        """The last entity of each noun for an organization: "the company"."""
        self.unnamed_body: Token | None = None
        """The last speaker that is an organization without a name: "the army"."""
        self.last: tuple[Token, str | None, Attribution] | None = None
        """The last speaker, their entity, and what they said."""

    def speaker(self, each: Attribution) -> Speaker | None:
        """The speaker of *each* with its entity, as far as it is identified; None without words for a speaker."""
        if each.speaker is None:
            return None
        found = self._found(each)
        start, end = self.layout.chars(*each.speaker)
        text = self.layout.text[start:end]
        if found is None:
            return Speaker(text=text, start=start, end=end, name=text)
        return Speaker(
            text=text,
            start=start,
            end=end,
            entity=found.entity,
            name=self.names[found.entity],
            link=self._link(each, found.entity),
            sure=found.sure and not each.assumed,
        )

    def _link(self, each: Attribution, entity: str) -> Link:
        """How the speaker's words stand for *entity*."""
        head = self.layout.tokens[each.head or 0]
        if each.turn and head.text in QUESTION | ANSWER:
            return "description"
        if each.speaker is not None and any(self.owner.get(at) == entity for at in range(*each.speaker)):
            return "name"
        if head.pos_ == "PRON":
            return "pronoun"
        return "name" if self.named.surnames.get(head.lower_) == entity else "description"

    def _found(self, each: Attribution) -> Antecedent | None:
        """The entity of the speaker of *each*, or None if it is not identified."""
        if each.head is None or each.speaker is None:
            return None
        head = self.layout.tokens[each.head]
        if each.turn and head.text in QUESTION | ANSWER:
            return self._party(each, head)
        if self._are_several(head, each.speaker[1]):
            return None
        named = self.named.entity(each.head, each.speaker)
        if named is not None and self.named.is_office(head, named):
            called = self._by_description(head, description(head), people=True)
            named = called.entity if called is not None else named
        found = self._referred(head, each) if named is None else None
        if named is not None:
            found = Antecedent(named, not self.named.is_given_name(each.speaker, named))
        if each.says and found is not None:
            self.current_speaker = found.entity
        if each.says:
            self.last = head, found.entity if found is not None else None, each
        if found is None and head.tag_ == "NN" and speaking_nouns().get(head.lemma_.lower()) in SPEAKERS.groups:
            self.unnamed_body = head
        return found

    def _are_several(self, head: Token, end: int) -> bool:
        """Several speakers: "the mayor and the governor"; not "the former first lady and senator"."""
        joined = next(
            (each for each in head.rights if each.dep_ == "conj" and each.pos_ in NOUN_POS and each.i < end), None
        )
        if joined is None:
            return False
        return head.tag_ != "NN" or joined.tag_ != "NN" or any(child.dep_ in {"det", "poss"} for child in joined.lefts)

    def _party(self, each: Attribution, label: Token) -> Antecedent | None:
        """The person who asks or answers, from the introduction of the interview."""
        if self.parties is None:
            named = {at: entity for at, entity in self.owner.items() if self.types[entity] == "PERSON"}
            self.parties = parties(self.layout, each, named)
        entity = self.parties.of(label.text)
        return Antecedent(entity) if entity is not None else None

    def _referred(self, head: Token, each: Attribution) -> Antecedent | None:
        word, spoke = head.lower_, self.current_speaker
        if word in PRONOUNS.he or word in PRONOUNS.she:
            gender: Gender = "man" if word in PRONOUNS.he else "woman"
            subject = self._described_subject(head)
            if subject is not None:
                found = self._described(subject, each)
                found = replace(found, sure=False) if found is not None else None
            elif (entity := self._last_person(head, each, gender)) is not None:
                found = Antecedent(entity, self.genders.get(entity) == gender and self._is_alone(head, entity))
            else:
                found = self._person(head, each, gender)
            if found is not None and found.entity not in self.genders:
                found = replace(found, sure=False)
            if found is not None:  # "he says … she adds": the antecedent of "he" is not that of "she"
                self.genders.setdefault(found.entity, gender)
            return found
        if word in PRONOUNS.it:
            found = None if self._is_unnamed_body(head) else self._organization(head, each, None)
            return replace(found, sure=found.sure and found.entity == spoke) if found is not None else None
        if is_aged(head):  # "the 22-year-old", mentioned before
            return self._person(head, each, None)
        if head.pos_ not in {"NOUN", "PROPN"} or not self._is_definite(head):
            return None
        if any(child.dep_ == "appos" for child in head.rights):
            return None  # the phrase has a name that is no entity
        return self._described(head, each)

    def _described(self, head: Token, each: Attribution) -> Antecedent | None:
        """The person or organization of a description: "the foreign minister", "the company"."""
        if head.tag_ not in {"NN", "NNP"}:
            return None
        said, kind = description(head), speaking_nouns().get(head.lemma_.lower())
        people, noun = kind in SPEAKERS.one_person, head.lemma_.lower()
        if not people and kind != "body" and noun not in SPEAKERS.companies:
            return None
        known = self._by_description(head, said, people=people)
        if known is not None:
            return known
        if people:
            return self._holder(head, each, kind)
        found = self._organization(head, each, noun)
        if found is None and noun in SPEAKERS.bodies | SPEAKERS.companies and noun in self.stands_for:
            return Antecedent(self.stands_for[noun])
        if found is None:
            return None
        self.stands_for[noun] = found.entity
        named = noun in self.names[found.entity].lower().split()
        return replace(found, sure=found.sure and (named or found.entity == self.current_speaker))

    def _by_description(self, head: Token, said: Description, *, people: bool) -> Antecedent | None:
        """The only entity before *head* that was called so; if several were, the last one with the same words."""
        called = self.descriptions.called(said, head.i)
        fitting = {each: sure for each, sure in called.items() if (self.types[each] == "PERSON") == people}
        certain = [entity for entity, is_certain in fitting.items() if is_certain]
        if len(certain) == 1:
            return Antecedent(certain[0], len(fitting) == 1)
        return Antecedent(next(iter(fitting))) if len(fitting) == 1 else None

    def _holder(self, head: Token, each: Attribution, kind: str | None) -> Antecedent | None:
        """The person last spoken of, for a description that nothing else explains: "the Conservative MP"."""
        if head.lemma_.lower() not in SPEAKERS.offices or any(child.dep_ == "prep" for child in head.rights):
            return None
        gender: Gender | None = "man" if kind == "man" else "woman" if kind == "woman" else None
        found = self._person(head, each, gender, _DESCRIBED)
        return Antecedent(found.entity) if found is not None else None

    def _described_subject(self, head: Token) -> Token | None:
        """Subject of the sentence before, a person without a name: "The chief executive agreed. “Yes,” she said"."""
        layout = self.layout
        first = layout.blocks[max(0, layout.block_at(head.i) - 1)].start
        for at in range(head.i - 1, max(first, head.i - _NEAR) - 1, -1):
            token = layout.tokens[at]
            if token.dep_ not in SUBJECT_DEPS or layout.in_speech(at) or token.head.dep_ not in {"ROOT", "conj"}:
                continue
            kind = speaking_nouns().get(token.lemma_.lower())
            office = token.tag_ == "NN" or (token.tag_ == "NNP" and self._is_definite(token))
            person = office and kind in SPEAKERS.one_person and token.lower_ not in PRONOUNS.who
            person = person and not self.named.is_beside(token)
            return token if person and layout.sentence_start[at + 1 : head.i + 1].count(True) else None
        return None

    def _is_definite(self, head: Token) -> bool:
        return any(child.dep_ == "det" and child.lower_ in SPEAKERS.definite for child in head.lefts)

    def _person(
        self, head: Token, each: Attribution, gender: Gender | None, margin: float = MARGIN
    ) -> Antecedent | None:
        """Antecedent of a personal pronoun: "Smith left. He said …"; near, subject, or current speaker."""

        def weight(place: Place, salience: float) -> float | None:
            """Weight of a person whose gender may fit."""
            known = self.genders.get(place.entity)
            if self.types[place.entity] != "PERSON" or (known is not None and gender not in {None, known}):
                return None
            spoke = _SPOKE if place.entity == self.current_speaker else 0.0
            return salience + spoke + (1.0 if known is not None and known == gender else 0.0)

        return self.antecedents.best(head, each, weight, margin)

    def _last_person(self, head: Token, each: Attribution, gender: Gender) -> str | None:
        """The last speaker, if nobody else is a subject since: "Stone spoke of Park. She said it was full"."""
        if self.last is None:
            return None
        token, entity, said = self.last
        if entity is None or token.i > head.i or self.layout.block_at(head.i) - self.layout.block_at(token.i) > 1:
            return None
        for place in self.antecedents.between(token.i + 1, head.i):
            person = self.types[place.entity] == "PERSON" and place.entity != entity
            if person and self.antecedents.is_subject(place) and self.genders.get(place.entity) in {None, gender}:
                outside = not self.layout.in_speech(place.first) and not self.antecedents.is_in_content(place, said)
                if outside and not self.antecedents.is_in_content(place, each):
                    return None
        return entity if self.types[entity] == "PERSON" and self.genders.get(entity) in {None, gender} else None

    def _is_alone(self, head: Token, entity: str) -> bool:
        """Whether the sentence names no other person before *head*: not "In his time as Stone's deputy, he said"."""
        first = head.i
        while first > 0 and not self.layout.sentence_start[first] and head.i - first < _NEAR:
            first -= 1
        named = (
            place.entity for place in self.antecedents.between(first, head.i) if not self.layout.in_speech(place.first)
        )
        return all(each == entity or self.types[each] != "PERSON" for each in named)

    def _is_unnamed_body(self, head: Token) -> bool:
        """Pronoun for an organization without a name: "The army denies it. It accuses the rebels"."""
        if self.unnamed_body is None or self.unnamed_body.i > head.i:
            return False
        if self.layout.block_at(head.i) - self.layout.block_at(self.unnamed_body.i) > 1:
            return False
        since = self.antecedents.between(self.unnamed_body.i, head.i)
        return not any(self.antecedents.is_subject(place) and self.types[place.entity] in BODIES for place in since)

    def _organization(self, head: Token, each: Attribution, noun: str | None) -> Antecedent | None:
        """Antecedent of "it" or of a noun for an organization: "Yonhap reported it. It said …", "the ministry"."""
        general = noun is None or noun in SPEAKERS.bodies or noun in SPEAKERS.companies
        limits = {child.lower_ for child in head.lefts if child.pos_ == "PROPN" and child.ent_type_ not in PLACES}

        def weight(place: Place, salience: float) -> float | None:
            """Weight of a body that has the noun in its name, or that a general noun may stand for."""
            kind = self.types[place.entity]
            if kind not in BODIES:
                return None
            name = self.names[place.entity].lower().split()
            if not limits <= set(name):
                return None  # "the Falic group" is no other group
            named = noun is not None and noun in name
            spoke = place.entity == self.current_speaker
            active = spoke or (self.antecedents.is_subject(place) and kind == "ORG")
            if not named and not (general and active and (noun is None or kind == "ORG")):
                return None
            return salience + (_SPOKE if spoke else 0.0) + (4.0 if named else 0.0)

        return self.antecedents.best(head, each, weight)
