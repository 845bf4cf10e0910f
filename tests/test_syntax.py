"""Parse helpers (subject, governor, phrases) on hand-made parses."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from newsview.extraction import syntax
from tests.pipeline import blank

BLANK = blank()


def parsed(*rows: str) -> list[Token]:
    """Tokens from rows of "word POS TAG dependency head", the head as an index."""
    words, pos, tags, deps, heads = zip(*(row.split() for row in rows), strict=True)
    return list(
        Doc(BLANK.vocab, words=list(words), pos=list(pos), tags=list(tags), deps=list(deps), heads=[*map(int, heads)])
    )


@pytest.fixture
def written() -> list[Token]:
    """ "Prices were raised by Acme to 40 in Leeds"."""
    return parsed(
        "Prices NOUN NNS nsubjpass 2",
        "were AUX VBD auxpass 2",
        "raised VERB VBN ROOT 2",
        "by ADP IN agent 2",
        "Acme PROPN NNP pobj 3",
        "to ADP IN prep 2",
        "40 NUM CD pobj 5",
        "in ADP IN prep 2",
        "Leeds PROPN NNP pobj 7",
    )


def text(token: Token | None) -> str | None:
    return None if token is None else token.text


def test_verb_has_subject_agent_and_prepositional_object(written: list[Token]) -> None:
    verb = written[2]
    assert text(syntax.own_subject(verb)) == "Prices"
    assert text(syntax.agent_of(verb)) == "Acme"
    assert text(syntax.prepositional_object(verb, "in", "at")) == "Leeds"
    assert syntax.prepositional_object(verb, "from") is None
    assert syntax.own_subject(written[5]) is None


def test_tense_is_the_tag_of_the_first_auxiliary(written: list[Token]) -> None:
    assert syntax.tense(written[2]) == "VBD"
    assert syntax.tense(written[1]) == "VBD"


def test_climb_ends_at_the_root_and_at_its_limit(written: list[Token]) -> None:
    assert [*map(text, syntax.climb(written[6]))] == ["40", "to", "raised"]
    assert [*map(text, syntax.climb(written[6], 1))] == ["40", "to"]


def test_governing_verb_is_above_the_preposition(written: list[Token]) -> None:
    assert text(syntax.verb_above(written[6], 8)) == "raised"
    assert text(syntax.verb_of_complement(written[6])) == "raised"
    assert text(syntax.verb_above(written[2], 8)) == "raised"
    assert syntax.verb_of_complement(written[2]) is None
