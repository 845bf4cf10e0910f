"""Tests on single nouns as subject candidates: datelines, nouns of change, empty nouns with a modifier."""

from __future__ import annotations

from spacy.tokens import Token

from newsview.extraction.numbers.lexicon import CHANGES


def is_dateline(token: Token) -> bool:
    """Place of a dateline: "LONDON", "Nagpur, Feb 10:", "Mumbai: The city"."""
    if not token.is_sent_start or token.ent_type_ not in ("GPE", "LOC", "PERSON", "ORG", "FAC"):
        return False
    colon = any(each.text == ":" for each in token.doc[token.i + 1 : token.i + 7])
    return (token.is_upper and token.ent_type_ == "GPE") or (
        colon and token.i + 1 < len(token.doc) and token.nbor(1).text in ",:"
    )


def is_compound(head: Token) -> bool:
    """Noun with a noun modifier: "the unemployment rate of 4%"; not "an average rate of 4%"."""
    return head.i > 0 and any(
        child.dep_ == "compound" and child.i < head.i and child.pos_ == "NOUN" for child in head.lefts
    )


def worded(token: Token) -> bool:
    """Whether *token* has a letter; the tagger labels "≈" and "%" as nouns, too."""
    return any(map(str.isalpha, token.text))


def changes(noun: Token) -> bool:
    """Whether *noun* is a noun of change: "rise", "cut", "drop"."""
    lemma = noun.lemma_.lower()
    return noun.tag_ in ("NN", "NNS") and any(lemma in listed for listed in CHANGES.nouns.values())
