"""Speaker resolution: from a speaker phrase (name, short form, pronoun, description) to the id of a grouped entity.

If two entities fit about equally well, none is assigned; what is not certain is a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
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
from newsview.extraction.quotes.speaker_phrase import is_aged, is_titled
from newsview.extraction.syntax import NOUN_POS, SUBJECT_DEPS, right_child
from newsview.model.facts import Link, Speaker

_DESCRIBED = 2.0
"""Margin for a description that nothing else explains."""
_NEAR = 80
"""Maximum tokens between a pronoun and the subject of the sentence before."""
_TOPIC = 2
"""Minimum ratio of the mentions of the organization that an article is about to those of any other."""
_OPENING = 2
"""Paragraphs in which the organization that an article is about is named first: headline and lead."""
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
        self._add_titled_people()
        people = frozenset(each for each, kind in self.types.items() if kind == "PERSON")
        self.genders: dict[str, Gender] = genders(layout, self.owner, {each: self.names[each] for each in people})
        self.antecedents = Antecedents(layout, self.owner, self.types, self.genders)
        mentions = [(place.first, place.last, place.entity) for place in self.antecedents.places]
        self.descriptions = Descriptions(layout, self.owner, mentions)
        self.named = NamedSpeakers(layout, self.owner, self.types, self.names)
        self.current_speaker: str | None = None
        self.is_current_sure = False
        self.parties: Parties | None = None
        self.stands_for: dict[str, str] = {}
        """The last entity of each noun for an organization: "the company"."""
        self.unnamed_body: Token | None = None
        """The last speaker that is an organization without a name: "the army"."""
        self.last: tuple[Token, Antecedent | None, Attribution] | None = None
        """The last speaker, their entity, and what they said."""

    def _add_titled_people(self) -> None:
        """Take names behind titles for people, whatever the recognizer took them for: "Mr March", "Mr Reading"."""
        people = {self.names[each].split()[-1]: each for each, kind in self.types.items() if kind == "PERSON"}
        titled = {
            entity: people.get(self.layout.tokens[at].text, entity)
            for at, entity in self.owner.items()
            if self.types[entity] != "PERSON" and is_titled(self.layout.tokens[at])
        }
        self.types.update(dict.fromkeys(titled.values(), "PERSON"))
        self.owner = {at: titled.get(entity, entity) for at, entity in self.owner.items()}

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
            self.current_speaker, self.is_current_sure = found.entity, found.sure
        if (each.says or found is not None) and not each.assumed:
            self.last = head, found, each
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
        word, spoke = head.lower_, self.current_speaker if self.is_current_sure else None
        if word in PRONOUNS.he or word in PRONOUNS.she:
            gender: Gender = "man" if word in PRONOUNS.he else "woman"
            subject = self._described_subject(head, self._is_one_person)
            if subject is not None:
                found = self._described(subject, each)
                found = replace(found, sure=False) if found is not None else None
            elif (last := self._last_speaker(head, each, self._is_person_of(gender))) is not None:
                known = self.genders.get(last.entity) == gender and self._is_alone(head, last.entity)
                found = replace(last, sure=last.sure and known)
            else:
                found = self._person(head, each, gender)
                found = replace(found, sure=found.sure and not self._is_spoken_since(found, head)) if found else None
            if found is not None and found.entity not in self.genders:
                found = replace(found, sure=False)
            if found is not None:  # "he says … she adds": the antecedent of "he" is not that of "she"
                self.genders.setdefault(found.entity, gender)
            return found
        if word in PRONOUNS.it:
            if self._is_unnamed_body(head):
                return None
            subject = self._described_subject(head, self._is_one_body)
            if subject is not None:
                found = self._described(subject, each)
                return replace(found, sure=False) if found is not None else None
            last = self._last_speaker(head, each, self._is_body)
            if last is not None:
                return replace(last, sure=last.sure and not self._has_subject_before(head))
            found = self._organization(head, each, None)
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
        spoke = self.current_speaker if self.is_current_sure else None
        people, noun = kind in SPEAKERS.one_person, head.lemma_.lower()
        if not people and kind != "body" and noun not in SPEAKERS.companies:
            return None
        known = self._by_description(head, said, people=people)
        if known is not None:
            return known
        if people:
            return self._holder(head, each, kind)
        found = self._organization(head, each, noun)
        if noun in SPEAKERS.companies and (found is None or not found.sure):
            found = self._topic(head) or found
        if found is None and noun in self.stands_for:
            return Antecedent(self.stands_for[noun])
        if found is None:
            return None
        self.stands_for[noun] = found.entity
        named = noun in self.names[found.entity].lower().split()
        return replace(found, sure=found.sure and (named or found.entity == spoke))

    def _topic(self, head: Token) -> Antecedent | None:
        """A guess for "the firm": the organization of the first lines, if the article names it far more than any other."""
        if any(child.dep_ not in {"det", "punct"} for child in head.lefts):
            return None  # "the Spanish firm", "the central bank"
        places = [place for place in self.antecedents.places if self.types[place.entity] == "ORG"]
        named = Counter(place.entity for place in places).most_common(2)
        opening = {place.entity for place in places if place.block < _OPENING and place.first < head.i}
        if not named or named[0][0] not in opening:
            return None
        return Antecedent(named[0][0]) if len(named) == 1 or named[0][1] >= _TOPIC * named[1][1] else None

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

    def _described_subject(self, head: Token, fits: Callable[[Token], bool]) -> Token | None:
        """Subject of the sentence before, without a name: "The chief executive agreed. “Yes,” she said"."""
        layout = self.layout
        first = layout.blocks[max(0, layout.block_at(head.i) - 1)].start
        for at in range(head.i - 1, max(first, head.i - _NEAR) - 1, -1):
            token = layout.tokens[at]
            if token.dep_ not in SUBJECT_DEPS or layout.in_speech(at) or token.head.dep_ not in {"ROOT", "conj"}:
                continue
            return token if fits(token) and layout.sentence_start[at + 1 : head.i + 1].count(True) else None
        return None

    def _is_one_person(self, token: Token) -> bool:
        """Noun for a person who is not named beside it; "one" of several people: "One of the nurses agreed"."""
        if token.lower_ == "one":
            return right_child(token, "prep") is not None and not self.named.is_beside(token)
        office = token.tag_ == "NN" or (token.tag_ == "NNP" and self._is_definite(token))
        person = office and speaking_nouns().get(token.lemma_.lower()) in SPEAKERS.one_person
        return person and token.lower_ not in PRONOUNS.who and not self.named.is_beside(token)

    def _is_one_body(self, token: Token) -> bool:
        """Noun for an organization that is not named in it: "The opposition was pleased"."""
        noun = token.lemma_.lower()
        body = speaking_nouns().get(noun) == "body" or noun in SPEAKERS.companies
        return body and token.tag_ == "NN" and token.i not in self.owner

    def _is_definite(self, head: Token) -> bool:
        return any(child.dep_ == "det" and child.lower_ in SPEAKERS.definite for child in head.lefts)

    def _person(
        self, head: Token, each: Attribution, gender: Gender | None, margin: float = MARGIN
    ) -> Antecedent | None:
        """Antecedent of a personal pronoun: "Smith left. He said …"; near, subject, or current speaker."""
        current = None if self._is_followed(head, each, self._is_person_of(gender)) else self.current_speaker

        def weight(place: Place, salience: float) -> float | None:
            """Weight of a person whose gender may fit."""
            if not self._is_person_of(gender)(place.entity):
                return None
            spoke = _SPOKE if place.entity == current else 0.0
            known = self.genders.get(place.entity)
            return salience + spoke + (1.0 if known is not None and known == gender else 0.0)

        return self.antecedents.best(head, each, weight, margin)

    def _is_person_of(self, gender: Gender | None) -> Callable[[str], bool]:
        """Whether an entity is a person who may be of *gender*."""
        return lambda of: self.types[of] == "PERSON" and (gender is None or self.genders.get(of) in {None, gender})

    def _is_body(self, entity: str) -> bool:
        return self.types[entity] in BODIES

    def _last_speaker(self, head: Token, each: Attribution, fits: Callable[[str], bool]) -> Antecedent | None:
        """The last speaker, as sure as their own link: "Stone spoke of Park. She said it was full"."""
        token, found, _ = self.last or (head, None, None)
        if found is None or self.layout.block_at(head.i) - self.layout.block_at(token.i) > 1:
            return None
        return found if fits(found.entity) and not self._is_followed(head, each, fits) else None

    def _is_followed(self, head: Token, each: Attribution, fits: Callable[[str], bool]) -> bool:
        """Whether another one who fits is a subject since the last speaker: "“No,” Stone said. Park left. He said"."""
        if self.last is None:
            return False
        token, found, said = self.last
        last = found.entity if found is not None else None
        return token.i > head.i or any(
            place.entity != last
            and fits(place.entity)
            and self.antecedents.is_subject(place)
            and not self.layout.in_speech(place.first)
            and not self.antecedents.is_in_content(place, said)
            and not self.antecedents.is_in_content(place, each)
            for place in self.antecedents.between(token.i + 1, head.i)
        )

    def _has_subject_before(self, head: Token) -> bool:
        """Whether the sentence has another subject before *head*: "If the group agrees, it said"."""
        at = head.i
        while at > 0 and not self.layout.sentence_start[at] and head.i - at < _NEAR:
            at -= 1
            if self.layout.tokens[at].dep_ in SUBJECT_DEPS:
                return True
        return False

    def _is_spoken_since(self, found: Antecedent, head: Token) -> bool:
        """Whether another one spoke since *found* was named: "Park left. “No,” the crew of Acme said. He said"."""
        token, last, _ = self.last or (head, None, None)
        if last is None or last.entity == found.entity or token.dep_ not in SUBJECT_DEPS:
            return False
        return all(place.entity != found.entity for place in self.antecedents.between(token.i, head.i))

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
