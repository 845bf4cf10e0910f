"""The names of speakers, and how sure they are in files without these keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsview.model.facts import Entity, Facts, Link, Mention, Quote, Range, Speaker
from newsview.model.speakers import with_names

HOLT = Entity(
    id="e-holt",
    name="Jane Holt",
    type="PERSON",
    role=None,
    mentions=[Mention(id="m-1", text="Holt", start=10, end=14, sentence="s1")],
)
QUOTE = Quote(
    id="q-1", kind="direct", text="Go", start=0, end=2, content=[Range(start=0, end=2)],
    speaker=None, cue=None, sentence="s1", sentences=["s1"],
)  # fmt: skip


def completed(speaker: Speaker | None) -> Speaker | None:
    return with_names(Facts(entities=[HOLT], quotes=[replace(QUOTE, speaker=speaker)])).quotes[0].speaker


@pytest.mark.parametrize(
    ("text", "start", "entity", "name", "link", "sure"),
    [
        ("Holt", 10, "e-holt", "Jane Holt", "name", True),
        ("olt", 11, "e-holt", "Jane Holt", "name", True),
        ("Mayor Holt", 4, "e-holt", "Jane Holt", "name", True),
        ("she", 20, "e-holt", "Jane Holt", None, False),
        ("the mayor", 20, None, "the mayor", None, False),
        ("the mayor", 20, "e-gone", "the mayor", None, False),
    ],
)
def test_speaker_without_the_keys_is_sure_if_named(
    text: str, start: int, entity: str | None, name: str, link: Link | None, sure: bool
) -> None:
    old = Speaker(text=text, start=start, end=start + len(text), entity=entity)
    assert completed(old) == replace(old, name=name, link=link, sure=sure)


def test_speaker_with_the_keys_changes_only_its_name() -> None:
    guess = Speaker(text="Holt", start=10, end=14, entity="e-holt", name="J. Holt", link="name", sure=False)
    assert completed(guess) == replace(guess, name="Jane Holt")


def test_facts_with_right_names_are_the_same() -> None:
    facts = Facts(entities=[HOLT], quotes=[QUOTE])
    assert with_names(facts) is facts
