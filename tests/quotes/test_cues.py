"""Cue lexicon: frames, merged rows, kinds of speakers, closed word sets."""

from __future__ import annotations

import pytest

from newsview.extraction.quotes.cue_lexicon import PartOfSpeech, lexicon, speaking_nouns, words


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


def test_unknown_word_set_raises_key_error() -> None:
    with pytest.raises(KeyError):
        words("no such set")
