"""Parallel clauses without their verb: "Acme fell 3%, Bolt 2% and Carmine 1%", "inflation is at 4% and growth at 1.2%"."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.numbers.lexicon import ELLIPSIS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.syntax import NOUN_POS

LONGEST = 7
"""Pieces of the subject of such a clause, at most."""
KINDS = frozenset({"percent", "percentage_point", "money", "measure", "cardinal"})
"""Kinds of numbers of which the verb is left out."""
IN_NAMES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"})
"""Parts of speech in the subject."""


def repeats(pieces: Pieces, before: Quantity, quantity: Quantity) -> bool:
    """Whether *quantity* is another number of the change *before*: "grow by 4% in 2005 and 3% in 2006"; not "and 3% of staff"."""
    if (before.kind, before.unit) != (quantity.kind, quantity.unit) or quantity.kind not in KINDS - {"cardinal"}:
        return False
    first, end = before.rate_end, quantity.begin
    if not 0 < end - first <= LONGEST or not pieces.in_one_sentence(first, end):
        return False
    words = [pieces.word(at) for at in range(first, end) if at not in pieces.taken]
    if not words or words.pop() not in ELLIPSIS.joining or not ELLIPSIS.before_dates.issuperset(words):
        return False
    after = quantity.rate_end
    dated = len(words) > 0 and pieces.word(after) in ELLIPSIS.before_dates and after + 1 in pieces.taken
    return dated or (not words and pieces.word(after) in ELLIPSIS.respective)


def gapped_subject(pieces: Pieces, before: Quantity | None, quantity: Quantity) -> Token | None:
    """Head of the subject of a clause whose verb is that of the number *before*: "growth" in "and growth at 1.2%".

    Not "and cut growth at the plant by 2%", "a mark, 3%": it stands between a comma or "and" behind a number of the
    same kind and unit, and the number, and has no word but a noun phrase.
    """
    if before is None or (before.kind, before.unit) != (quantity.kind, quantity.unit) or quantity.kind not in KINDS:
        return None
    last = quantity.begin - 1
    linked = pieces.word(last) in ELLIPSIS.gap_links
    last -= linked
    first = before.rate_end
    if pieces.word(first) not in ELLIPSIS.joining:
        return None
    while pieces.word(first) in ELLIPSIS.joining:
        first += 1
    if not 0 <= last - first < LONGEST or not pieces.in_one_sentence(first, last + 1):
        return None
    words = [pieces.token(at) for at in range(first, last + 1)]
    noun = words[-1]
    dated = any(at in pieces.taken for at in range(first, last + 1))
    plain = not dated and all(each.pos_ in IN_NAMES for each in words)
    return noun if plain and noun.pos_ in NOUN_POS else None
