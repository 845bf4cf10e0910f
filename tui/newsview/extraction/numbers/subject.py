"""What a quantity measures, read off the parse: the subject of its verb, the noun it modifies, an 'of' or 'in' phrase.

None rather than a wrong one: a pronoun, a date, or a chain that leads nowhere gives none.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from newsview.extraction import document
from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.trend import anchor
from newsview.facts import Reference

STEPS = 8
"""Arcs that are climbed at most."""
LONGEST = 8
"""Tokens of the longest subject phrase before its head."""
NAMES_OF_TIME = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
MODIFYING = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "advmod", "poss"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
DROPPED = frozenset({"DT", "PRP$", "PDT", "WDT", "WP$", "POS", "CC", ",", "``", "''", "-LRB-", "RB", "IN", ":"})


class Subjects:
    """Finds the subjects of the quantities of one Doc."""

    def __init__(self, pieces: Pieces, quantities: list[Quantity]) -> None:
        self._pieces = pieces
        self._entities: Mapping[int, str] = document.entity_by_token(pieces.doc)
        self._owner: dict[int, int] = {}
        for position, quantity in enumerate(quantities):
            first, end = pieces.tokens(quantity.first, _end(quantity))
            self._owner.update(dict.fromkeys(range(first, end), position))

    def find(self, quantity: Quantity) -> Reference | None:
        """What *quantity* measures, with the id of its entity where it is one."""
        token = anchor(self._pieces, quantity)
        head = self._measured(quantity, token)
        return None if head is None else self._reference(quantity, head)

    def _measured(self, quantity: Quantity, token: Token) -> Token | None:
        """The head of the noun phrase that is measured."""
        if quantity.kind != "cardinal" or quantity.unit is None or quantity.unit in ("time", "point"):
            inside = self._part_of(quantity, token)
            if inside is not None:
                return inside
        for _ in range(STEPS):
            found, token_up = self._step(quantity, token)
            if found is not None or token_up is None:
                return found
            token = token_up
        return None

    def _part_of(self, quantity: Quantity, token: Token) -> Token | None:
        """'60% of the workers', '$1 billion in gains', '70 kg of gold', '25% tax on cars'."""
        _, after = self._pieces.tokens(quantity.first, _end(quantity))
        if after >= len(token.doc) or quantity.kind in ("age", "duration", "ordinal", "score"):
            return None
        link = token.doc[after]
        if link.lower_ not in ("of", "in") or link.dep_ != "prep":
            return None
        for child in link.children:
            if child.dep_ == "pobj" and child.i > link.i:
                if link.lower_ == "in" and (child.ent_type_ in ("GPE", "LOC", "FAC") or self._is_time(child)):
                    return None
                return child if child.pos_ in ("NOUN", "PROPN") and not self._is_time(child) else None
        return None

    def _step(self, quantity: Quantity, token: Token) -> tuple[Token | None, Token | None]:
        """(the head found, None), or (None, the token to climb from next), or two Nones at a dead end."""
        head = token.head
        if head.i == token.i:
            return (self._subject_of(token), None) if token.pos_ in ("VERB", "AUX") else (None, None)
        if self._mine(quantity, head):
            return None, head
        if head.pos_ in ("NOUN", "PROPN"):
            return self._under_noun(token, head)
        if head.pos_ in ("VERB", "AUX"):
            return self._under_verb(quantity, token, head)
        return None, head

    def _under_noun(self, token: Token, head: Token) -> tuple[Token | None, Token | None]:
        """'a 5 kW system', 'a fine of $10', 'winds of 74 mph', 'Blackmores up 9%'; through another quantity onwards."""
        if head.i in self._owner or self._is_time(head):
            return None, head
        if token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN"):
            return None, head
        return head, None

    def _under_verb(self, quantity: Quantity, token: Token, verb: Token) -> tuple[Token | None, Token | None]:
        if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
            return None, None
        if quantity.kind == "money" and token.dep_ in ("dobj", "npadvmod", "attr", "oprd"):
            for child in verb.children:
                if child.dep_ == "prep" and child.lower_ in ("for", "on") and child.i > token.i:
                    bought = self._object(child)
                    if bought is not None:
                        return bought, None
        if token.dep_ == "prep" and token.lower_ in ("for", "at") and quantity.kind == "money":
            bought = next((child for child in verb.children if child.dep_ == "dobj" and child.i < token.i), None)
            if bought is not None and bought.pos_ in ("NOUN", "PROPN") and bought.i not in self._owner:
                return bought, None
        return self._subject_of(verb), None

    def _object(self, preposition: Token) -> Token | None:
        for child in preposition.children:
            if (
                child.dep_ == "pobj"
                and child.pos_ in ("NOUN", "PROPN")
                and child.i not in self._owner
                and not self._is_time(child)
            ):
                return child
        return None

    def _subject_of(self, verb: Token) -> Token | None:
        """The subject of *verb*, its own or the one it shares with the verb it hangs on."""
        for _ in range(STEPS):
            subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                return self._resolved(subject, verb)
            if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN"):
                return None if verb.head.i in self._owner else verb.head
            if (
                verb.dep_
                not in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep", "acl", "aux", "acomp", "oprd")
                or verb.head == verb
            ):
                return None
            verb = verb.head
        return None

    def _resolved(self, subject: Token, verb: Token) -> Token | None:
        """The antecedent of a relative pronoun; None for other pronouns, numbers and times."""
        if subject.lower_ in RELATIVE:
            return (
                verb.head
                if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN") and verb.head.i not in self._owner
                else None
            )
        if (
            subject.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X")
            or subject.i in self._owner
            or self._is_time(subject)
        ):
            return None
        return subject

    def _mine(self, quantity: Quantity, token: Token) -> bool:
        first, end = self._pieces.tokens(quantity.first, _end(quantity))
        return first <= token.i < end

    def _is_time(self, token: Token) -> bool:
        return token.ent_type_ in ("DATE", "TIME")

    def _reference(self, quantity: Quantity, head: Token) -> Reference | None:
        """The phrase from its first modifier to *head*, without the quantity itself and without articles."""
        start = max(head.left_edge.i, head.i - LONGEST, head.sent.start)
        for at in range(head.i, start - 1, -1):
            if at in self._owner:
                start = at + 1
                break
        while start < head.i and head.doc[start].tag_ in DROPPED:
            start += 1
        text, begin, end = document.span_text(head.doc, start, head.i + 1)
        return Reference(text=text, start=begin, end=end, entity=self._entities.get(head.i)) if text else None


def _end(quantity: Quantity) -> int:
    return max(quantity.end, quantity.unit_pieces[1] if quantity.unit_pieces is not None else 0)
