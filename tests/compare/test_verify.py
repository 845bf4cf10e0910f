"""Saved facts in an article: standing, moved, changed, gone."""

from __future__ import annotations

import pytest

from newsview.compare.verify import verify
from newsview.model.facts import Analysis, Decision, fact_text
from newsview.reading.build_article import build_article
from tests.compare.versions import maker, version

TEXT = """Harbour plan in doubt

Ada Quill said the bridge would cost about $4 million. “We cannot wait for it,” Quill said.

In all, 40 boats lay in the harbour that day, and none of them was new.
"""


def saved() -> Analysis:
    make = maker(TEXT)
    return version(
        make,
        entities=[make.entity("Ada Quill", "PERSON", ("Ada Quill", 0), ("Quill", 1))],
        quotes=[make.quote("We cannot wait for it,", speaker=("Quill", None), cue="said")],
        numbers=[
            make.number("$4 million", "money", value=4_000_000, unit="USD", cue=make.span("about")),
            make.number("40", "cardinal", value=40, unit="boat", unit_text=make.span("boats")),
        ],
    )


def states(text: str) -> dict[str, str]:
    found = verify(saved(), build_article(text))
    for each in found.facts:
        if each.state in ("stands", "moved"):
            assert each.start is not None and text[each.start : each.end].startswith(fact_text(each.fact)[:2])
    return {fact_text(each.fact): each.state for each in found.facts}


ALL = {"Ada Quill": "stands", "We cannot wait for it,": "stands", "$4 million": "stands", "40": "stands"}


def test_facts_of_the_same_text_stand() -> None:
    assert states(TEXT) == ALL


def test_facts_behind_an_insertion_have_moved() -> None:
    assert set(states("Wet\n\n" + TEXT).values()) == {"moved"}


def test_facts_of_a_moved_paragraph_have_moved() -> None:
    head, first, last = TEXT.strip().split("\n\n")
    assert states("\n\n".join([head, last, first]))["40"] == "moved"


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ("$4", "$6", "$4 million"),
        ("about $4", "over $4", "$4 million"),
        ("boats", "ships", "40"),
        ("cannot", "can", "We cannot wait for it,"),
        ("Quill said.", "Berger said.", "We cannot wait for it,"),
        ("” Quill said", "” Quill denied", "We cannot wait for it,"),
    ],
)
def test_fact_is_changed_with_any_of_the_words_that_carry_it(old: str, new: str, fact: str) -> None:
    found = states(TEXT.replace(old, new))
    assert found[fact] == "changed"
    assert found["40" if fact != "40" else "$4 million"] in ("stands", "moved")


def test_facts_of_a_removed_sentence_are_gone() -> None:
    assert states(TEXT[: TEXT.index("In all")])["40"] == "gone"


def test_facts_of_another_text_are_unrelated() -> None:
    found = verify(saved(), build_article("Rain stopped play on every court yesterday, as umpires had feared.\n"))
    assert found.unrelated and not found.facts


def test_decisions_are_given_with_their_facts() -> None:
    analysis = saved()
    number = analysis.numbers[0]
    decided = Decision(verdict="true", source="budget")
    found = verify(
        Analysis.of(analysis.article, analysis.facts, analysis.generator, {number.id: decided}),
        build_article(TEXT.replace("$4", "$6")),
    )
    plain = next(each for each in found.plain()["facts"] if each["id"] == number.id)
    assert list(plain) == ["id", "kind", "text", "state", "start", "end", "decision"]
    assert (plain["kind"], plain["state"], plain["decision"]["verdict"]) == ("number", "changed", "true")
    assert not found.sha256_equal
