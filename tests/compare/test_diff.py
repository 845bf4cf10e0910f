"""Differences of two versions: what is told, and what is not."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from newsview.compare.diff import differences
from newsview.extraction.extract import Extractor
from newsview.model.differences import Change, Differences, Remark
from newsview.model.facts import Analysis
from newsview.reading.build_article import build_article
from tests.compare.versions import maker, version
from tests.pipeline import loaded
from tests.timing import costs_at_most

INTRO = "Harbour plan in doubt\n\nThe council met again in the old town hall to talk about the harbour.\n\n"
OUTRO = "\n\nThe debate will go on after the summer, when engineers have looked at the pillars."

Brief = tuple[str, str, str | None, str | None]
"""Kind and way of a change, and the words of both sides."""


def compared(old: str, new: str) -> Differences:
    return differences(facts(old), facts(new))


def facts(text: str) -> Analysis:
    return Extractor(loaded()).analysis(build_article(INTRO + text + OUTRO, published="2024-05-16"))


def brief(change: Change) -> Brief:
    old, new = change.old, change.new
    return change.kind, change.change, old.text if old else None, new.text if new else None


@pytest.mark.model
@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # another value, word or figure
        ("The bridge cost $4 million.", "The bridge cost $6 million.", ("number", "$4 million", "$6 million")),
        ("Some five boats sank.", "Some eight boats sank.", ("number", "five", "eight")),
        # another scale, unit, currency
        ("The bridge cost $4 million.", "The bridge cost $4 billion.", ("number", "$4 million", "$4 billion")),
        ("The wall is 30 metres long.", "The wall is 30 miles long.", ("number", "30 metres", "30 miles")),
        ("The bridge cost $400.", "The bridge cost £400.", ("number", "$400", "£400")),
        # another counted thing, modifier, direction
        ("In all, 40 soldiers died.", "In all, 40 civilians died.", ("number", "40", "40")),
        ("About 40 boats sank.", "More than 40 boats sank.", ("number", "40", "40")),
        ("Profits rose 12% in a year.", "Profits fell 12% in a year.", ("number", "12%", "12%")),
        # dates
        ("The bridge was closed on Monday.", "The bridge was closed on Friday.", ("date", "Monday", "Friday")),
        ("The wall fell in 1987.", "The wall fell in 1978.", ("date", "1987", "1978")),
        # names
        ("Ada Quill, the mayor, was away.", "Ada Quull, the mayor, was away.", ("entity", "Ada Quill", "Ada Quull")),
    ],
)
def test_changed_fact_is_told_with_both_its_words(old: str, new: str, expected: tuple[str, str, str]) -> None:
    kind, was, now = expected
    assert [brief(change) for change in compared(old, new).changes] == [(kind, "changed", was, now)]


QUOTED = "“We cannot wait for another five years to mend this bridge,” Ada Quill said on Monday."


@pytest.mark.model
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (QUOTED, QUOTED.translate(str.maketrans("“”", '""'))),
        (QUOTED, QUOTED.replace(" ", "  ")),
        (QUOTED, QUOTED.replace("five", "5")),
        (QUOTED, QUOTED.replace("said", "told reporters")),
        (QUOTED, QUOTED.replace("for another", "for\nanother")),
        ("It rose by 12 per cent to $5 million.", "It rose by 12% to $5m."),
        ("It rose by 12 percent — to 2,000 boats.", "It rose by 12 per cent - to 2000 boats."),
        ("He was born on 12 March 1950 in a boat.", "He was born on March 12, 1950, in a boat."),
        ("Ada Quill said: “It was built on 12 March 1950.”", "Ada Quill said: “It was built on March 12, 1950.”"),
        ("The wall is 30 km long and old.", "The wall is old and 30 kilometres long."),
        ("First, 40 boats sank.\n\nThen 12 men swam.", "Then 12 men swam.\n\nFirst, 40 boats sank."),
        ("40 boats sank. 12 men swam to the harbour.", "40 boats sank, and 12 men swam to the harbour."),
        ("He paid $40, and Ms. Quill paid nothing.", "He only paid $40, and Ms Quill paid nothing at all."),
    ],
)
def test_typography_moves_and_other_spellings_are_no_change(before: str, after: str) -> None:
    assert [brief(change) for change in compared(before, after).changes] == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("new", "words", "remarks"),
    [
        (
            QUOTED.replace("cannot", "can"),
            [("=", "We"), ("-", "cannot"), ("+", "can"), ("=", "wait for another five years to mend this bridge,”")],
            [Remark("negation", "cannot")],
        ),
        (
            QUOTED.replace("five", "nine"),
            [("=", "We cannot wait for another"), ("-", "five"), ("+", "nine"), ("=", "years to mend this bridge,”")],
            [Remark("number", "five"), Remark("number", "nine")],
        ),
        (
            QUOTED.replace("We cannot", "Surely we cannot"),
            [("+", "“Surely"), ("=", "we cannot wait for another five years to mend this bridge,”")],
            [],
        ),
    ],
)
def test_quote_is_compared_word_by_word_with_negations_and_numbers(
    new: str, words: list[tuple[str, str]], remarks: list[Remark]
) -> None:
    change = next(change for change in compared(QUOTED, new).changes if change.kind == "quote")
    assert [(mark, text.strip("“”")) for mark, text in change.words or ()] == [
        (mark, text.strip("“”")) for mark, text in words
    ]
    assert list(change.remarks) == remarks


@pytest.mark.model
def test_quotation_that_nobody_speaks_is_compared_too() -> None:
    old = "A sign reads “No boats beyond this point in the winter”, in red."
    found = compared(old, old.replace("No boats", "Boats"))
    assert [brief(change)[:2] for change in found.changes] == [("quote", "changed")]


@pytest.mark.model
def test_other_speaker_and_lost_speaker_are_told() -> None:
    found = compared(QUOTED, QUOTED.replace("Ada Quill", "Tom Berger"))
    assert ("speaker", "changed") in [brief(change)[:2] for change in found.changes]
    assert not any(change.kind == "quote" for change in found.changes)


@pytest.mark.model
def test_denial_in_the_place_of_a_statement_is_a_change_of_the_quote() -> None:
    found = compared("Ada Quill said that the bridge was safe.", "Ada Quill denied that the bridge was safe.")
    assert [brief(change)[:2] for change in found.changes] == [("quote", "changed")]


@pytest.mark.model
def test_number_in_an_indirect_quote_is_told_once() -> None:
    found = compared("Ada Quill said the bridge cost $4 million.", "Ada Quill said the bridge cost $6 million.")
    assert [brief(change) for change in found.changes] == [("number", "changed", "$4 million", "$6 million")]


@pytest.mark.model
def test_facts_of_a_new_or_missing_sentence_are_added_or_removed() -> None:
    one, other = "The quay is wet.", "The quay is wet.\n\nIn the storm, 40 boats sank near Port Ellery."
    added = [brief(change) for change in compared(one, other).changes]
    assert ("number", "added", None, "40") in added and ("entity", "added", None, "Port Ellery") in added
    removed = [brief(change) for change in compared(other, one).changes]
    assert ("number", "removed", "40", None) in removed and ("entity", "removed", "Port Ellery", None) in removed


@pytest.mark.model
@pytest.mark.parametrize(
    "note",
    [
        "An earlier version of this article said that the bridge cost $4 million.",
        "Correction: the bridge cost $6 million.",
        "(Corrects cost of the bridge in paragraph 2.)",
        "This article was amended on 17 May 2024 to correct a figure.",
    ],
)
def test_new_sentence_that_says_so_is_the_correction_note(note: str) -> None:
    found = compared("The bridge cost $4 million.", f"The bridge cost $6 million.\n\n{note}")
    assert found.correction_note is not None and found.correction_note.text == note
    assert [brief(change) for change in found.changes] == [("number", "changed", "$4 million", "$6 million")]


@pytest.mark.model
def test_change_without_a_note_is_silent() -> None:
    old = "An earlier version of the bridge was built of wood. It cost $4 million."
    assert compared(old, old.replace("$4", "$6")).correction_note is None


def test_texts_with_nothing_in_common_are_unrelated() -> None:
    one = version(maker("The council backs a plan for the harbour and its bridge.\n"))
    other = version(maker("Rain stopped play on every court yesterday, umpires said.\n"))
    found = differences(one, other)
    assert found.unrelated and found.changes == ()


def test_an_empty_text_has_no_changes() -> None:
    empty = version(maker(""))
    assert differences(empty, empty).changes == []


def test_time_is_linear_in_the_length() -> None:
    def run(count: int) -> float:
        old = "".join(
            f"On day {index} the {index * 7}th boat came, “as we have always told you,” he said.\n\n"
            for index in range(count)
        )
        new = old.replace("boat came", "ship sank")
        pair = version(maker(old)), version(maker(new))
        gc.collect()
        gc.disable()  # its passes over all that other tests have left grow with that
        try:
            began = process_time()
            differences(*pair)
            return process_time() - began
        finally:
            gc.enable()

    assert costs_at_most(14, lambda: run(2000), lambda: run(200))
