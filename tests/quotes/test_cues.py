"""Cue lexicon: frames, merged rows, kinds of speakers, closed word sets."""

from __future__ import annotations

import pytest

from newsview.extraction.quotes.cue_lexicon import PartOfSpeech, lexicon, speaking_nouns, words


@pytest.mark.parametrize("part", ["verbs", "nouns", "adjectives"])
def test_every_row_of_the_lexicon_has_frames_that_the_rules_know(part: PartOfSpeech) -> None:
    for cue in lexicon(part).values():
        assert (cue.strong | cue.weak) <= set("qcwingasropt")
        assert not cue.strong & cue.weak
        assert bool(cue.prepositions) == ("p" in cue.strong | cue.weak)


def test_a_weak_frame_needs_somebody_who_can_speak() -> None:
    show = lexicon("verbs")["show"]
    assert show.takes("c", animate=True)
    assert not show.takes("c", animate=False)


def test_several_rows_of_one_word_are_one_cue() -> None:
    push = lexicon("verbs")["push"]
    assert push.takes("o")
    assert {"for", "back"} <= push.prepositions


def test_speakers_are_sorted_by_kind() -> None:
    nouns = speaking_nouns()
    assert (nouns["mayor"], nouns["spokeswoman"], nouns["company"], nouns["report"]) == (
        "person",
        "woman",
        "body",
        "text",
    )


def test_an_unknown_set_of_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("no such set")
