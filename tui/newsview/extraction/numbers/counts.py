"""The counted noun as a unit: the lemmatised noun phrase after a numeral ('first-team player', 'barrel of oil')."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "NN", "NNS", "NNP", "NNPS", "VBG", "CD"})
FARTHEST = 7
"""Tokens between a numeral and the noun it counts."""


def find_counted(pieces: Pieces, quantity: Quantity) -> bool:
    """Gives *quantity* the noun it counts as its unit; False when there is none."""
    _, after = pieces.tokens(quantity.first, quantity.end)
    phrase = counted_phrase(pieces, quantity, after)
    if not phrase:
        return False
    quantity.unit = unit_name(phrase)
    near = quantity.end
    first = pieces.first_of_token(phrase[0].i, near)
    end = pieces.first_of_token(phrase[-1].i + 1, near)
    while pieces.at(end - 1).shape == "edge":
        end -= 1
    quantity.unit_pieces = (first, end)
    return True


def counted_phrase(pieces: Pieces, quantity: Quantity, after: int) -> list[Token]:
    """The tokens from the first modifier to the counted noun, after the token number *after*; empty if none."""
    doc = pieces.doc
    end = min(len(doc), after + FARTHEST)
    phrase: list[Token] = []
    if after < end and doc[after].lower_ == "of" and quantity.vague:
        after += 1
    last_noun = -1
    for at in range(after, end):
        token = doc[at]
        if at > after and token.is_sent_start:
            break
        if token.tag_ in NOUNS or (token.lower_ == "people"):
            if last_noun >= 0 and not _goes_on(doc[last_noun], token):
                break
            last_noun = at
        elif (
            (token.tag_ in MODIFIERS and last_noun < 0)
            or token.text == "-"
            or (token.tag_ in ("RB", "RBS", "CC") and last_noun < 0 and at > after)
        ) or (
            last_noun >= 0
            and token.tag_ in ("VBG", "JJ")
            and at + 1 < end
            and doc[at + 1].tag_ in NOUNS
            and token.head.i > at
            and token.dep_ in ("amod", "compound")
        ):
            pass
        else:
            break
        phrase.append(token)
    if last_noun < 0:
        return []
    return phrase[: last_noun - after + 1]


def _goes_on(noun: Token, following: Token) -> bool:
    """Whether *following* belongs to the same noun phrase as *noun* before it: 'profile slots', not 'players Monday'."""
    return (noun.dep_ in ("compound", "amod", "nmod", "nummod") and noun.head.i >= following.i) or (
        noun.head == following and noun.i < following.i
    )


def unit_name(phrase: list[Token]) -> str:
    """'first-team players' is 'first-team player', 'most expensive restaurants' 'expensive restaurant'."""
    parts: list[str] = []
    for position, token in enumerate(phrase):
        if (
            token.tag_ in ("RB", "RBS", "RBR", "CC", "DT", "VBN", "VBG")
            and position < len(phrase) - 1
            and not _hyphened(phrase, position)
        ):
            continue
        text = (
            token.text
            if token.tag_ in ("NNP", "NNPS") and token.text.isupper()
            else token.lemma_.lower()
            if token.tag_ not in ("NNP", "NNPS")
            else token.text
        )
        if token.text == "people":
            text = "people"
        glue = parts and (token.text == "-" or phrase[position - 1].text == "-")
        parts.append(text if glue or not parts else " " + text)
    return "".join(parts).strip()


def _hyphened(phrase: list[Token], position: int) -> bool:
    near = [phrase[each].text for each in (position - 1, position + 1) if 0 <= each < len(phrase)]
    return "-" in near
