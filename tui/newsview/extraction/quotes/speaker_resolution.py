"""Speaker resolution: from a speaker phrase (name, short form, pronoun, description) to the id of a grouped entity.

Precision before recall: if two entities fit about equally well, none is assigned, and what is not certain is a guess.
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
from newsview.extraction.quotes.speaker_labels import ANSWER, QUESTION
from newsview.extraction.quotes.speaker_phrase import is_aged
from newsview.extraction.syntax import NOUN_POS, SUBJECT_DEPS
from newsview.model.facts import Link, Speaker

_PLACES = frozenset({"GPE", "NORP", "LOC"})
_OTHER = 4.0
"""Margin for content that begins with a pronoun of the other gender."""
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
        self.surnames = self._surnames(people)
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
            surname = self.names[person].lower().split()[-1] if self.names[person] else ""
            found[surname] = None if surname in found else person
        return {surname: person for surname, person in found.items() if person is not None}

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
        return "name" if self.surnames.get(head.lower_) == entity else "description"

    def _found(self, each: Attribution) -> Antecedent | None:
        """The entity of the speaker of *each*, or None if it is not identified."""
        if each.head is None or each.speaker is None:
            return None
        head = self.layout.tokens[each.head]
        if each.turn and head.text in QUESTION | ANSWER:
            return self._party(each, head)
        named = self._named(each.head, each.speaker)
        found = Antecedent(named, True) if named is not None else self._referred(head, each)
        if each.says and found is not None:
            self.current_speaker = found.entity
        if found is None and self._introduces_person(head):
            self.unnamed_person = head
        if found is None and head.tag_ == "NN" and speaking_nouns().get(head.lemma_.lower()) in SPEAKERS.groups:
            self.unnamed_body = head
        return found

    def _party(self, each: Attribution, label: Token) -> Antecedent | None:
        """The person who asks or answers, from the introduction of the interview."""
        if self.parties is None:
            named = {at: entity for at, entity in self.owner.items() if self.types[entity] == "PERSON"}
            self.parties = parties(self.layout, each, named)
        entity = self.parties.of(label.text)
        return Antecedent(entity) if entity is not None else None

    def _named(self, head: int, speaker: tuple[int, int]) -> str | None:
        """The entity named in the phrase: at its head, in an apposition, or in the name after a title."""
        token = self.layout.tokens[head]
        if any(child.dep_ == "conj" and child.pos_ in NOUN_POS and child.i < speaker[1] for child in token.rights):
            return None  # several speakers
        if head in self.owner:
            return self.owner[head]
        person = speaking_nouns().get(token.lemma_.lower()) in SPEAKERS.one_person
        for child in (*token.rights, *token.lefts):
            inside = speaker[0] <= child.i < speaker[1]
            if inside and child.dep_ == "appos" and self._is_same_kind(token, child):
                return self.owner[child.i]
            named = inside and child.dep_ == "compound" and child.i in self.owner and token.pos_ == "PROPN"
            if named and not person:  # "the Conservative MP" is no party
                return self.owner[child.i]
        if person:
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

    def _referred(self, head: Token, each: Attribution) -> Antecedent | None:
        word, spoke = head.lower_, self.current_speaker
        if word in PRONOUNS.he or word in PRONOUNS.she:
            gender: Gender = "man" if word in PRONOUNS.he else "woman"
            found = self._person(head, each, gender)
            subject = self._described_subject(head)
            if subject is not None and found is not None:
                found = self._by_description(subject, description(subject), people=True) or found
                found = replace(found, sure=False)
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
        if head.lemma_.lower() in SPEAKERS.anybody or any(child.dep_ == "prep" for child in head.rights):
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
            person = token.tag_ == "NN" and kind in SPEAKERS.one_person and at not in self.owner
            return token if person and layout.sentence_start[at + 1 : head.i + 1].count(True) else None
        return None

    def _is_definite(self, head: Token) -> bool:
        return any(child.dep_ == "det" and child.lower_ in SPEAKERS.definite for child in head.lefts)

    def _person(
        self, head: Token, each: Attribution, gender: Gender | None, margin: float = MARGIN
    ) -> Antecedent | None:
        """Antecedent of a personal pronoun: "Smith left. He said …"; near, subject, or current speaker."""
        if self._is_unnamed_person(head, self.antecedents.before(head)):
            return None

        def weight(place: Place, salience: float) -> float | None:
            """Weight of a person whose gender may fit."""
            known = self.genders.get(place.entity)
            if self.types[place.entity] != "PERSON" or (known is not None and gender not in {None, known}):
                return None
            spoke = _SPOKE if place.entity == self.current_speaker and not self.antecedents.is_source(place) else 0.0
            return salience + spoke + (1.0 if known is not None and known == gender else 0.0)

        other = self.antecedents.is_about_other_gender(each, gender)
        return self.antecedents.best(head, each, weight, _OTHER if other else margin)

    def _introduces_person(self, head: Token) -> bool:
        """Person introduced without a name: "a nurse", "one official"; not "the senator"."""
        person = head.tag_ == "NN" and speaking_nouns().get(head.lemma_.lower()) in SPEAKERS.one_person
        return person and any(child.lower_ in SPEAKERS.indefinite for child in head.lefts)

    def _is_unnamed_person(self, head: Token, before: list[Place]) -> bool:
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
        since = self.antecedents.between(self.unnamed_body.i, head.i)
        return not any(self.antecedents.is_subject(place) and self.types[place.entity] in BODIES for place in since)

    def _organization(self, head: Token, each: Attribution, noun: str | None) -> Antecedent | None:
        """Antecedent of "it" or of a noun for an organization: "Yonhap reported it. It said …", "the ministry"."""
        general = noun is None or noun in SPEAKERS.bodies or noun in SPEAKERS.companies
        limits = {child.lower_ for child in head.lefts if child.pos_ == "PROPN" and child.ent_type_ not in _PLACES}

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
