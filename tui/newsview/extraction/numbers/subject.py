"""What a quantity measures, read off the parse: the subject of its verb, the noun it modifies, an 'of' or 'in' phrase.

None rather than a wrong one: a pronoun, a date, or a chain that leads nowhere gives none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from newsview.extraction import document
from newsview.extraction.numbers.anaphora import counted_subject, number_of
from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.subject_of import governing_subject
from newsview.extraction.numbers.tables import words
from newsview.extraction.numbers.trend import anchor
from newsview.facts import Reference

STEPS = 8
"""Arcs that are climbed at most."""
OLDEST = 125
"""Years of the highest age."""
LONGEST = 8
"""Tokens of a subject phrase before its head."""
NOMINAL = frozenset({"NOUN", "PROPN"})
DROPPED = frozenset(
    {"DT", "PRP$", "PDT", "WDT", "WP$", "POS", "CC", ",", "``", "''", "-LRB-", "RB", "IN", ":", "HYPH", "."}
)
ADJACENT = frozenset({"percent", "percentage_point", "measure", "money"})
"""Kinds for which the noun right before the number will do where the parse says nothing."""


class Subjects:
    """Finds the subjects of the quantities of one Doc."""

    def __init__(self, pieces: Pieces, quantities: list[Quantity]) -> None:
        self._pieces = pieces
        self._entities: Mapping[int, str] = document.entity_by_token(pieces.doc, pieces.offsets)
        self._numbers: dict[int, Quantity] = {}
        self._names: set[int] = set()
        self._parts: set[int] = set()
        for quantity in quantities:
            if quantity.kind != "label":
                first, end = pieces.tokens(quantity.first, max(quantity.end, quantity.per_end))
                self._numbers.update(dict.fromkeys(range(first, end), quantity))
                self._parts.update(range(first, pieces.tokens(quantity.first, _end(quantity))[1]))
            else:
                self._names.update(range(*pieces.tokens(quantity.first, quantity.end)))
        self._times = {pieces.at(index).token for index in pieces.taken}

    def settle(self, quantity: Quantity) -> None:
        """Sets what *quantity* measures, with the id of its entity where it is one, and of a bare level what it counts."""
        head = self._head(quantity)
        if head is None:
            return
        quantity.subject = self._reference(quantity, head)
        bare = quantity.kind == "cardinal" and quantity.unit is None
        if quantity.trend_role is not None and (bare or quantity.inherited):
            self._count_level(quantity, head)
        elif bare and head.lemma_ == "age" and quantity.value <= OLDEST:  # 'lowered the age from 27 to 25'
            quantity.kind, quantity.unit = "age", "year"

    def _count_level(self, quantity: Quantity, head: Token) -> None:
        """'the number of cases rose to 52', 'lowered the age from 27 to 25': what the subject says goes before a unit from elsewhere."""
        counted = counted_subject(head)
        if counted is not None:
            quantity.kind, quantity.unit, quantity.dimension = "cardinal", counted, None
        elif quantity.unit is None and head.lemma_ == "age" and quantity.value <= OLDEST:
            quantity.kind, quantity.unit = "age", "year"

    def _head(self, quantity: Quantity) -> Token | None:
        token = anchor(self._pieces, quantity)
        head = self._noun_before(quantity) if self._in_brackets(quantity) else None
        head = (
            head or self._possessor(quantity, token) or self._part_of(quantity, token) or self._climb(quantity, token)
        )
        if head is None and quantity.kind in ADJACENT:
            head = self._noun_before(quantity)
        return head

    def _in_brackets(self, quantity: Quantity) -> bool:
        """'Jane Doe (0.5 points)', 'Stoxx 50 (-1.3%)'."""
        return self._pieces.at(_begin(quantity) - 1).text == "("

    def _possessor(self, quantity: Quantity, token: Token) -> Token | None:
        """'two of Doe's deputies': whose they are, where the unit names it."""
        if quantity.kind != "cardinal" or quantity.unit_pieces is None:
            return None
        first, end = self._pieces.tokens(*quantity.unit_pieces)
        for each in token.doc[first:end]:
            if each.dep_ == "poss" and each.pos_ in NOMINAL:
                return each
        return None

    def _part_of(self, quantity: Quantity, token: Token) -> Token | None:
        """'60% of the workers', '$1 billion in gains', '70 kg of gold'; not 'in Paris', 'in depth', 'players of the club'."""
        if quantity.kind in ("age", "duration") or (
            quantity.kind == "cardinal" and quantity.unit not in (None, "time", "point")
        ):
            return None
        _, after = self._pieces.tokens(quantity.first, _end(quantity))
        after = _behind_conversion(token.doc, after)
        if after + 1 < len(token.doc) and token.doc[after].lower_ == "worth":  # '$300 billion worth of goods'
            after += 1
        if after >= len(token.doc):
            return None
        link = token.doc[after]
        if link.dep_ != "prep" or link.lower_ not in ("of", "in", "off"):
            return None
        part = self._object(link)
        if (
            part is None
            or (link.lower_ == "in" and quantity.trend_role is not None)
            or (
                link.lower_ == "in"
                and (part.ent_type_ in ("GPE", "LOC", "FAC") or part.lemma_ in words("subjects", "dimensions"))
            )
        ):
            return None
        return part

    def _climb(self, quantity: Quantity, token: Token) -> Token | None:
        """The nearest noun or verb's subject above *token* that can be what is measured."""
        first, end = self._pieces.tokens(quantity.first, _end(quantity))
        for _ in range(STEPS):
            head = token.head
            if head == token:
                return self._usable(governing_subject(token)) if token.pos_ in ("VERB", "AUX") else None
            if first <= head.i < end:
                pass
            elif self._sets_apart(quantity, token, head):
                return None
            elif head.pos_ in NOMINAL and _worded(head):
                if not self._passes_on(quantity, token, head):
                    return head
            elif head.pos_ in ("VERB", "AUX"):
                return self._bought(quantity, token, head) or self._usable(governing_subject(head))
            token = head
        return None

    def _sets_apart(self, quantity: Quantity, token: Token, head: Token) -> bool:
        """Whether the arc above *token* cuts it off from what might be measured.

        The subject of a verb measures nothing else; a count in an adverbial ('in two of the towns') does not measure the
        subject, though it does as object ('has two branches') and as the end of a change ('rose to 40 branches').
        """
        if head.pos_ in ("VERB", "AUX") and token.dep_ in ("nsubj", "nsubjpass", "csubj"):
            return True
        counts = (
            quantity.kind == "cardinal" and quantity.unit_pieces is not None and quantity.unit not in ("time", "point")
        )
        if not counts or token.dep_ != "prep" or quantity.trend_role is not None or self._in_cue(quantity, token):
            return False
        return head.pos_ in ("VERB", "AUX") or (token.lower_ not in ("of", "with") and head.i not in self._numbers)

    def _in_cue(self, quantity: Quantity, token: Token) -> bool:
        """Whether *token* is the hedge, which the parser may take for a preposition: 'eliminating about 6,000 jobs'."""
        if quantity.cue is None:
            return False
        first, end = self._pieces.tokens(*quantity.cue)
        return first <= token.i < end

    def _passes_on(self, quantity: Quantity, token: Token, head: Token) -> bool:
        """Whether *head* is no answer but leads to one: another number, a date, 'a total of', 'the age of', 'to A and B'."""
        if head.i in self._numbers or self._is_time(head):
            return True
        if token.dep_ == "conj" or (token.dep_ == "appos" and quantity.kind == "cardinal"):
            return True
        return head.lemma_.lower() in words("subjects", "empty") and token.dep_ == "prep"

    def _bought(self, quantity: Quantity, token: Token, verb: Token) -> Token | None:
        """What the money or the change is for, by the verb's other complements.

        'spent $12,000 on a new roof', 'bought the house for $3m', 'raised its dividend to 50 cents', 'wiped $340m from its value'.
        """
        links = {"for", "on"} if quantity.kind == "money" else set()
        if verb.lemma_ in words("subjects", "takes_from"):
            links = {"from", "off", "to"}
        if token.dep_ in ("dobj", "npadvmod", "attr", "oprd"):
            for child in (*verb.children, *token.children):
                if child.dep_ in ("prep", "dative") and child.lower_ in links and child.i > token.i:
                    return self._object(child)
        if token.dep_ == "prep" and (
            token.lower_ in ("to", "by", "from")
            or (quantity.kind in ("money", "duration") and token.lower_ in ("for", "at"))
        ):
            for child in verb.children:
                if child.dep_ == "dobj" and child.i < token.i and child.i not in self._numbers:
                    return self._usable(child)
        return None

    def _object(self, preposition: Token) -> Token | None:
        for child in preposition.children:
            if child.dep_ == "pobj" and child.i > preposition.i:
                return self._usable(child)
        return None

    def _usable(self, token: Token | None) -> Token | None:
        """*token* if it names a thing: no pronoun, no time, no other number, unless that is an age ('a 60-year-old')."""
        if (
            token is None
            or token.i in self._times
            or (token.is_upper and token.ent_type_ == "GPE" and token.is_sent_start)
        ):
            return None  # the last of them: a dateline
        number = self._numbers.get(token.i)
        if number is not None:
            return token if number.kind == "age" else None
        if token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "csubj"):  # 'sampling came back at 4 ppb'
            return token
        if token.i in self._names or (token.tag_ in ("JJS", "JJ") and token.i and token.nbor(-1).lower_ == "the"):
            return token
        return token if token.pos_ in NOMINAL and _worded(token) and not self._is_time(token) else None

    def _noun_before(self, quantity: Quantity) -> Token | None:
        """'Stoxx 50 -1.3%', 'panel strength ≈ 9 MPa', 'RHP John Doe (0.5': the noun right before a number that hangs loose."""
        first = _begin(quantity)
        at = first - 1
        while self._pieces.at(at).text in ("(", ":", "up", "down", "=") and at > first - 4:
            at -= 1
        if self._pieces.at(at).shape not in ("word", "digits"):
            return None
        token = self._pieces.token(at)
        while token.i > 0 and token.pos_ == "NUM" and token.i not in self._numbers:
            token = token.nbor(-1)
        return self._usable(token) if token.pos_ in NOMINAL and not self._is_time(token) else None

    def _is_time(self, token: Token) -> bool:
        return token.i in self._times or token.ent_type_ in ("DATE", "TIME")

    def _reference(self, quantity: Quantity, head: Token) -> Reference | None:
        """The phrase from its first modifier to *head*, without numbers and articles."""
        doc, start = head.doc, head.i
        age = self._numbers.get(head.i)
        if age is not None:
            begin, end = self._pieces.span(age.first, age.end)
            return Reference(text=self._pieces.text[begin:end], start=begin, end=end)
        _, own_end = self._pieces.tokens(quantity.first, _end(quantity))
        for at in self._leftwards(head):
            if at < own_end <= head.i:
                break
            start = at
        while start < head.i and (doc[start].tag_ in DROPPED or doc[start].lower_ in ("more", "less", "fewer")):
            start += 1
        counted = number_of(head)
        last = counted[-1].i if counted else head.i
        text, begin, end = document.span_text(doc, start, last + 1)
        return Reference(text=text, start=begin, end=end, entity=self._entities.get(head.i)) if text else None

    def _leftwards(self, head: Token) -> Iterator[int]:
        """The tokens of the phrase before *head*, from the nearest, as far as it reaches without a number or a quote mark."""
        for at in range(head.i - 1, max(head.left_edge.i, head.i - LONGEST) - 1, -1):
            token = head.doc[at]
            other = at in self._parts and not (at in self._numbers and self._numbers[at].kind == "age")
            if other or token.is_quote or token.tag_ == "WRB" or self._is_time(token):
                return
            yield at


def _behind_conversion(doc: Doc, at: int) -> int:
    """Where the sentence goes on behind brackets at *at*: '1.6 metres (5.2 feet) of thickness'."""
    if at < len(doc) and doc[at].text == "(":
        for close in range(at + 2, min(at + 6, len(doc))):
            if doc[close].text == ")":
                return close + 1
    return at


def _worded(token: Token) -> bool:
    """Whether *token* has a letter: the tagger makes nouns of '≈' and '%' too."""
    return any(map(str.isalpha, token.text))


def _begin(quantity: Quantity) -> int:
    return quantity.first if quantity.cue is None else min(quantity.first, quantity.cue[0])


def _end(quantity: Quantity) -> int:
    return max(quantity.end, quantity.unit_pieces[1] if quantity.unit_pieces is not None else 0)
