"""Subjects of quantities, from the parse: the subject of the verb, the modified noun, an "of" or "in" phrase.

A quantity has no subject rather than a doubtful one: pronouns, dates and chains without a noun give None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from newsview.extraction import doc_extensions
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.adjacent import (
    ADJACENT,
    behind_conversion,
    described,
    in_brackets,
    in_cue,
    is_margin,
    noun_before,
    of_change,
    possessor,
)
from newsview.extraction.numbers.ages import is_human
from newsview.extraction.numbers.anaphora import number_of
from newsview.extraction.numbers.fractions import compares
from newsview.extraction.numbers.gapping import gapped_subject
from newsview.extraction.numbers.lexicon import CHANGES, ELLIPSIS, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.subject_nouns import changes, is_compound, is_dateline, worded
from newsview.extraction.numbers.trends import anchor
from newsview.extraction.numbers.verb_subject import governing_subject
from newsview.extraction.syntax import NOUN_POS, STEPS, SUBJECT_DEPS, VERB_POS, object_of, right_child
from newsview.model.facts import Reference

LONGEST = 8
"""Tokens of a subject phrase before its head, at most."""
DROPPED = frozenset(
    {"DT", "PRP$", "PDT", "WDT", "WP$", "POS", "CC", ",", "``", "''", "-LRB-", "-RRB-", "RB", "IN", ":", "HYPH", "."}
)


class Subjects:
    """Subjects of the quantities of one Doc."""

    def __init__(self, pieces: Pieces, quantities: Sequence[Quantity]) -> None:
        self._pieces = pieces
        self._entities: Mapping[int, str] = doc_extensions.entity_by_token(pieces.doc, pieces.offsets)
        self._numbers: dict[int, Quantity] = {}
        self._names: set[int] = set()
        self._parts: set[int] = set()
        for quantity in quantities:
            if quantity.kind != "label":
                first, end = pieces.tokens(quantity.first, max(quantity.end, quantity.per_end))
                self._numbers.update(dict.fromkeys(range(first, end), quantity))
                self._parts.update(range(first, pieces.tokens(quantity.first, quantity.unit_end)[1]))
            else:
                self._names.update(range(*pieces.tokens(quantity.first, quantity.end)))
        self._times = {pieces.at(index).token for index in pieces.taken}

    def subject_of(self, quantity: Quantity, before: Quantity | None) -> tuple[Token, Reference | None] | None:
        """The noun that is the subject of *quantity*, and its phrase with its entity id if any; None without one.

        *before* is the number before it, whose verb may be left out.
        """
        gapped = self._usable(gapped_subject(self._pieces, before, quantity))
        head = gapped or self._head(quantity) or self._whole(quantity)
        return None if head is None else (head, self._reference(quantity, head))

    def _head(self, quantity: Quantity) -> Token | None:
        token = anchor(self._pieces, quantity)
        head = (
            self._loose_noun(quantity)
            if in_brackets(self._pieces, quantity)
            else self._usable(described(self._pieces, quantity))
        )
        if head is None and is_margin(self._pieces, quantity):
            return None
        part = self._part_of(quantity, token)
        measured_in = quantity.kind == "percent" and part is not None and part.lemma_.lower() in SUBJECT_WORDS.bases
        head = (
            head or possessor(self._pieces, quantity) or (None if measured_in else part) or self._climb(quantity, token)
        )
        head = head or part
        if head is None and quantity.kind == "ratio" and token.head.pos_ == "NOUN":  # 'on just 7.5 times earnings'
            head = None if any(child.dep_ in ("det", "poss") for child in token.head.lefts) else token.head
        if head is None and quantity.kind in ADJACENT:
            head = self._loose_noun(quantity)
        return head

    def _whole(self, quantity: Quantity) -> Token | None:
        """Whole at the start of the sentence: "Of the people asked, 40 percent agreed"."""
        token = anchor(self._pieces, quantity)
        if quantity.kind not in ("percent", "fraction") or token.dep_ not in SUBJECT_DEPS:
            return None
        first = token.sent[0]
        return self._usable(object_of(first)) if first.lower_ in ELLIPSIS.wholes else None

    def _part_of(self, quantity: Quantity, token: Token) -> Token | None:
        """Whole after "of", "in" or "off": "60% of the workers", "$1 billion in gains"; not "in Paris", "in depth"."""
        if quantity.kind in ("age", "duration") or (
            quantity.kind == "cardinal" and quantity.unit not in (None, "time", "point")
        ):
            return None
        _, after = self._pieces.tokens(quantity.first, quantity.unit_end)
        after = behind_conversion(token.doc, after)
        if (
            after + 1 < len(token.doc) and token.doc[after].lower_ in SUBJECT_WORDS.worth
        ):  # '$300 billion worth of goods'
            after += 1
        if after >= len(token.doc):
            return None
        link = token.doc[after]
        if link.dep_ != "prep" or link.lower_ not in SUBJECT_WORDS.part_of:
            return None
        part = self._usable(object_of(link))
        of_thing = self._pieces.word(quantity.begin - 1) == "of" and not of_change(self._pieces, quantity)
        if part is None or (link.lower_ != "of" and of_thing):
            return None
        within = link.lower_ == "in"
        if quantity.kind == "measure" and (link.lower_ == "off" or (within and part.pos_ == "PROPN")):
            return None
        level = quantity.trend_role is not None and not of_change(self._pieces, quantity)
        place = part.ent_type_ in ("GPE", "LOC", "FAC") or part.lemma_ in SUBJECT_WORDS.dimensions
        return None if within and (level or place) else part

    def _climb(self, quantity: Quantity, token: Token) -> Token | None:
        """Nearest noun, or subject of a verb, above *token* that can be a subject."""
        first, end = self._pieces.tokens(quantity.first, quantity.unit_end)
        for _ in range(STEPS):
            head = token.head
            if head == token:
                return self._usable(governing_subject(token)) if token.pos_ in VERB_POS else None
            if first <= head.i < end:
                pass
            elif self._sets_apart(quantity, token, head):
                return None
            elif head.pos_ in NOUN_POS and worded(head):
                if not self._passes_on(quantity, token, head) and not self._at_age(quantity, token, head):
                    return self._changed(head) or head
            elif head.pos_ in VERB_POS:
                bought = self._bought(quantity, token, head)
                return (
                    bought if bought is not None or token.dep_ == "nsubjpass" else self._usable(governing_subject(head))
                )
            token = head
        return None

    def _changed(self, noun: Token) -> Token | None:
        """What changes, if *noun* is a noun of change: "prices" for "a 19 percent rise in prices"."""
        if not changes(noun):
            return None
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ == "in" and (found := self._usable(object_of(child))) is not None:
                return None if found.lemma_ in SUBJECT_WORDS.dimensions and not number_of(found) else found
        return None

    def _sets_apart(self, quantity: Quantity, token: Token, head: Token) -> bool:
        """Whether the arc above *token* ends the search for a subject.

        The subject of a verb has no subject itself. A count in an adverbial ("in two of the towns") does not measure the
        subject of that verb; as object ("has two branches") or endpoint of a change ("rose to 40 branches") it does.
        """
        if head.pos_ in VERB_POS and token.dep_ in ("nsubj", "nsubjpass", "csubj"):
            return quantity.kind != "money" or token.dep_ != "nsubjpass"  # '$2m was spent on a house'
        if quantity.kind == "duration" and token.lower_ == "in" and head.lemma_ in SUBJECT_WORDS.occasions:
            return True  # 'the first time in 22 years'
        counts = (
            quantity.kind == "cardinal" and quantity.unit_pieces is not None and quantity.unit not in ("time", "point")
        )
        if (
            not counts
            or token.dep_ != "prep"
            or quantity.trend_role is not None
            or in_cue(self._pieces, quantity, token)
        ):
            return False
        return head.pos_ in VERB_POS or (
            token.lower_ not in SUBJECT_WORDS.no_complements and head.i not in self._numbers
        )

    def _passes_on(self, quantity: Quantity, token: Token, head: Token) -> bool:
        """Whether the search continues above *head*: another number, a date, "a total of", "the age of", a conjunct."""
        if head.i in self._numbers or self._is_time(head):
            return True
        if quantity.trend_role == "by" and head.i in self._parts:  # 'slumped by a third to 61,000 vehicles'
            return True
        if token.dep_ == "conj" or (token.dep_ == "appos" and quantity.kind == "cardinal"):
            return True
        if token.dep_ == "poss" and head.dep_ == "attr":  # 'the penalty is 20 years' imprisonment'
            return True
        first, end = self._pieces.tokens(quantity.first, quantity.unit_end)
        if quantity.kind == "ratio" and head.i >= end:  # 'four times the normal rate': the standard of comparison
            return True
        if compares(head.lower_):  # '£5 dearer at £35'
            return True
        if head.lemma_ == "record" and head.i == first - 1:  # 'a record 384,000'
            return True
        return head.lemma_.lower() in SUBJECT_WORDS.empty and token.dep_ == "prep" and not is_compound(head)

    def _at_age(self, quantity: Quantity, token: Token, head: Token) -> bool:
        """Whether *token* is the "at" of an age that the parser gives to an event: "broke a leg in a fall at age 12"."""
        return quantity.kind == "age" and token.lower_ == "at" and head.ent_type_ != "PERSON" and not is_human(head)

    def _bought(self, quantity: Quantity, token: Token, verb: Token) -> Token | None:
        """Subject among the other complements of the verb.

        "spent $12,000 on a new roof", "bought the house for $3m", "raised its dividend to 50 cents".
        """
        links = SUBJECT_WORDS.bought if quantity.kind == "money" else set()
        particle = self._pieces.word(quantity.begin - 1)
        particle = self._pieces.word(quantity.begin - 2) if particle == "to" else particle
        if quantity.trend_role is not None and particle in CHANGES.up_or_down:
            apart = self._apart(quantity)
            if apart is not None:
                return apart
            if verb.lemma_ in CHANGES.moving or verb.lemma_ in SUBJECT_WORDS.showing:
                return self._usable(right_child(verb, "dobj"))  # 'sent its shares up 6%', 'showed exports down 2%'
        if token.dep_ == "nsubjpass":
            spent = (child for child in verb.rights if child.dep_ == "prep" and child.lower_ == "on")
            return next((found for child in spent if (found := self._usable(object_of(child))) is not None), None)
        if verb.lemma_ in CHANGES.takes_from:
            links = SUBJECT_WORDS.taken
        if links and token.dep_ in ("dobj", "npadvmod", "attr", "oprd"):
            for child in (*verb.children, *token.children):
                if child.dep_ in ("prep", "dative") and child.lower_ in links and child.i > token.i:
                    found = self._usable(object_of(child))
                    return None if found is not None and found.lemma_ in SUBJECT_WORDS.empty else found
        if token.dep_ == "oprd" and quantity.kind == "percent":  # 'kept the rate unchanged at 6.5%'
            return self._usable(right_child(verb, "dobj"))
        if token.dep_ in ("prep", "npadvmod") and (
            token.lower_ in SUBJECT_WORDS.changed
            or (quantity.kind in ("money", "duration") and token.lower_ in SUBJECT_WORDS.priced)
            or (quantity.kind == "percent" and token.lower_ == "at")  # 'left its rate at 5%'
            or (quantity.trend_role == "by" and token.dep_ == "npadvmod")  # 'raised the dividend 7 cents'
        ):
            for child in verb.children:
                if child.dep_ == "dobj" and child.i < token.i and child.i not in self._numbers:
                    return None if child.lemma_ in SUBJECT_WORDS.exchanged else self._usable(child)
        return None

    def _apart(self, quantity: Quantity) -> Token | None:
        """Subject of a phrase with "with": "closed lower, with the pound up 2%"; not "fell, with the pound, up 2%"."""
        before = self._pieces.at(quantity.begin - 2)
        noun = self._pieces.token(quantity.begin - 2) if before.shape == "word" else None
        within = noun is not None and noun.dep_ == "pobj" and noun.head.lower_ in SUBJECT_WORDS.apart
        return self._usable(noun) if within else None

    def _usable(self, token: Token | None) -> Token | None:
        """*token* if it can be a subject: no pronoun, time or number other than an age ("a 60-year-old"); else None."""
        if token is None or token.i in self._times or is_dateline(token):
            return None
        number = self._numbers.get(token.i)
        if number is not None:
            return token if number.kind == "age" else None
        if token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "csubj"):  # 'sampling came back at 4 ppb'
            return token
        if token.i in self._names or (token.tag_ in ("JJS", "JJ") and token.i and token.nbor(-1).lower_ == "the"):
            return token
        return token if token.pos_ in NOUN_POS and worded(token) and not self._is_time(token) else None

    def _loose_noun(self, quantity: Quantity) -> Token | None:
        return self._usable(noun_before(self._pieces, quantity, self._numbers))

    def _is_time(self, token: Token) -> bool:
        return token.i in self._times or token.ent_type_ in ("DATE", "TIME")

    def _reference(self, quantity: Quantity, head: Token) -> Reference | None:
        """Phrase from the first modifier of *head* to *head*, without numbers and articles."""
        doc, start = head.doc, head.i
        age = self._numbers.get(head.i)
        if age is not None:
            begin, end = self._pieces.span(age.first, age.end)
            return Reference(text=self._pieces.text[begin:end], start=begin, end=end)
        _, own_end = self._pieces.tokens(quantity.first, quantity.unit_end)
        for at in self._leftwards(head):
            if at < own_end <= head.i:
                break
            start = at
        while (
            start < head.i
            and doc[start + 1].text != "-"
            and (doc[start].tag_ in DROPPED or doc[start].lower_ in FUNCTION.more_or_fewer)
        ):
            start += 1
        counted = number_of(head)
        last = counted[-1].i if counted else head.i
        while last + 1 in self._names and not counted and doc[last + 1].text[:1].isdigit():  # 'the FTSE 100'
            last += 1
        text, begin, end = doc_extensions.span_text(doc, start, last + 1)
        return Reference(text=text, start=begin, end=end, entity=self._entities.get(head.i)) if text else None

    def _leftwards(self, head: Token) -> Iterator[int]:
        """Tokens of the phrase before *head*, nearest first, up to a number, a date or a quotation mark."""
        for at in range(head.i - 1, max(head.left_edge.i, head.i - LONGEST) - 1, -1):
            token = head.doc[at]
            other = at in self._parts and not (at in self._numbers and self._numbers[at].kind == "age")
            dated = self._is_time(token) and (
                at in self._parts or token.i in self._times or token.tag_ != "JJ"
            )  # 'the quarterly dividend'
            if other or token.is_quote or token.tag_ == "WRB" or dated:
                return
            yield at
