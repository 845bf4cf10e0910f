"""Cue lexicon: frames, merged rows, kinds of speakers, closed word sets."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction.quotes.cue_lexicon import PartOfSpeech, lexicon, mistaken_lemmas, speaking_nouns


@pytest.mark.parametrize("part", ["verbs", "nouns", "adjectives"])
def test_lexicon_rows_have_known_frames(part: PartOfSpeech) -> None:
    for cue in lexicon(part).values():
        assert (cue.strong | cue.weak) <= set("qcwingasropt")
        assert not cue.strong & cue.weak
        assert bool(cue.prepositions) == ("p" in cue.strong | cue.weak)


def test_weak_frame_requires_animate_subject() -> None:
    show = lexicon("verbs")["show"]
    assert show.takes("c", animate=True)
    assert not show.takes("c", animate=False)


def test_rows_of_one_word_are_merged() -> None:
    push = lexicon("verbs")["push"]
    assert push.takes("o")
    assert {"for", "back"} <= push.prepositions


def test_speaking_nouns_have_kinds() -> None:
    nouns = speaking_nouns()
    assert (nouns["mayor"], nouns["spokeswoman"], nouns["company"], nouns["report"]) == (
        "person",
        "woman",
        "body",
        "text",
    )


INVENTED = ("harrumph", "snib", "quorry", "yaddle", "grumple", "wangdoodle")
"""Verbs that no pipeline has: a row in the table must be enough for each."""


@pytest.mark.model
def test_every_form_of_a_cue_verb_has_a_lemma_of_the_lexicon(nlp: Language) -> None:
    lemmatizer = nlp.get_pipe("lemmatizer")
    verbs = lexicon("verbs")
    for verb in [*(lemma for lemma, cue in verbs.items() if cue.lemma == lemma), *INVENTED]:
        known = {*verbs, verb, *mistaken_lemmas(verb)}
        for forms in (_third_person(verb), _participles(verb)):
            docs = [Doc(nlp.vocab, words=[form], tags=["VBZ"], pos=["VERB"]) for form in forms]
            assert any(lemmatizer(doc)[0].lemma_ in known for doc in docs), forms


def _third_person(verb: str) -> list[str]:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [f"{verb[:-1]}ies"]
    return [f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"]


def _participles(verb: str) -> list[str]:
    """The form in -ing, where it is open whether the last consonant is doubled both."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return [f"{stem}ing", f"{verb}{verb[-1]}ing"]


@pytest.mark.parametrize(
    ("verb", "lemmas"),
    [
        ("harrumph", {"harrumphe"}),
        ("blog", {"blogge"}),
        ("plan", {"planne"}),
        ("deadpan", {"deadpanne", "deadpane"}),
        ("quorry", {"quorrie", "quorrye"}),
        ("say", {"saye"}),
        ("state", set()),
    ],
)
def test_mistaken_lemmas_follow_from_the_form(verb: str, lemmas: set[str]) -> None:
    assert set(mistaken_lemmas(verb)) == lemmas
