from __future__ import annotations

import pytest

from newsview.app.state import edits, navigation
from newsview.app.state.decide import decide, undo
from newsview.app.state.fact_index import PANES, Row, pane_of
from newsview.app.state.field_values import EditError, iso_value, number_value
from newsview.app.state.review import Review
from newsview.app.state.selection import Selection
from newsview.model.codec import encode
from newsview.model.decisions import Step
from newsview.model.facts import Entity, Fact, Number, Quote, Was
from newsview.reading.build_article import build_article
from tests.making import Maker


def at() -> str:
    return "2024-05-16T10:00:00+00:00"


def stand_on(review: Review, words: str) -> Fact:
    """Makes the fact whose words or name begin so the current one."""
    for fact in review.index.by_id.values():
        if (fact.name if isinstance(fact, Entity) else fact.text).startswith(words):
            pane = pane_of(fact)
            navigation.to_row(review, pane, review.panes[pane].number_of(Row(fact.id)) or 0)
            return fact
    raise AssertionError(f"no fact {words!r}")


def current(review: Review) -> Fact:
    assert review.fact is not None
    return review.fact


def test_a_note_and_a_verdict_stand_beside_the_decision(review: Review) -> None:
    fact = stand_on(review, "12%")
    edits.note(review, " check the yearbook ", at)
    edits.judge(review, "false", "city yearbook 2021", at)
    decision = review.decisions.get(fact.id)
    assert decision is not None
    assert (decision.status, decision.note, decision.verdict) == (None, "check the yearbook", "false")
    assert decision.source == "city yearbook 2021"
    edits.judge(review, None, "")
    after = review.decisions.get(fact.id)
    assert after is not None
    assert (after.verdict, after.source, after.note) == (None, None, "check the yearbook")


def test_a_corrected_field_is_shown_and_can_be_taken_back(review: Review) -> None:
    number = stand_on(review, "12%")
    edits.change(review, {"value": 13, "unit": "percent"}, at)
    corrected = current(review)
    assert isinstance(corrected, Number)
    assert corrected.value == 13
    undo(review)
    assert current(review) == number


def test_correction_of_value_puts_verdict_out_of_force(review: Review) -> None:
    fact = stand_on(review, "12%")
    decide(review, "accepted", at)
    stand_on(review, "12%")
    edits.judge(review, "true", "yearbook", at)
    edits.change(review, {"kind": "cardinal"}, at)
    assert review.decisions.all[fact.id].verdict == "true"
    edits.change(review, {"value": 13}, at)
    decision = review.decisions.all[fact.id]
    assert (decision.status, decision.verdict, decision.source) == ("accepted", None, None)
    assert decision.edits == {"kind": "cardinal", "value": 13}
    assert decision.was == Was(text="12%", value=12, status="accepted", verdict="true", source="yearbook", at=at())
    undo(review)
    assert review.decisions.all[fact.id].verdict == "true"


def test_correction_of_speaker_puts_verdict_out_of_force(review: Review) -> None:
    quote = stand_on(review, "Nobody")
    doe = next(each for each in review.index.facts.entities if each.name == "Jane Doe")
    edits.judge(review, "false", "", at)
    edits.change(review, {"speaker": encode(edits.speaker_of(review, doe.id))}, at)
    was = review.decisions.all[quote.id].was
    assert was == Was(text=quote.text if isinstance(quote, Quote) else "", value="John Smith", verdict="false", at=at())


def test_a_value_of_another_type_is_refused(review: Review) -> None:
    stand_on(review, "12%")
    with pytest.raises(EditError, match="value"):
        edits.change(review, {"value": "thirteen"})
    assert not review.decisions.dirty


def test_a_speaker_is_chosen_by_the_mention_nearest_to_the_quote(review: Review) -> None:
    smith = stand_on(review, "John Smith")
    quote = stand_on(review, "We cannot wait")
    edits.change(review, {"speaker": encode(edits.speaker_of(review, smith.id))}, at)
    corrected = current(review)
    assert isinstance(quote, Quote)
    assert isinstance(corrected, Quote)
    assert corrected.speaker is not None
    assert corrected.speaker.entity == smith.id
    assert review.article.text[corrected.speaker.start : corrected.speaker.end] == corrected.speaker.text


def test_people_near_the_quote_are_offered_first(review: Review) -> None:
    stand_on(review, "We cannot wait")
    offered = edits.candidates(review)
    assert offered[0].name == "Jane Doe"
    assert {each.id for each in offered} == {each.id for each in review.index.facts.entities}


def test_the_subject_is_found_in_the_sentence_or_refused(review: Review) -> None:
    stand_on(review, "12%")
    subject = edits.subject_of(review, "ridership")
    assert subject is not None
    assert subject.text == "Ridership"
    with pytest.raises(EditError, match="zeppelins"):
        edits.subject_of(review, "zeppelins")


def test_entities_are_merged_and_parted_again(review: Review) -> None:
    smith, doe = stand_on(review, "John Smith"), stand_on(review, "Jane Doe")
    assert isinstance(doe, Entity)
    before = len(review.index.facts.entities)
    edits.merge(review, smith.id, at)
    assert len(review.index.facts.entities) == before - 1
    undo(review)
    assert len(review.index.facts.entities) == before


def test_an_entity_is_not_merged_with_itself(review: Review) -> None:
    doe = stand_on(review, "Jane Doe")
    with pytest.raises(EditError, match="itself"):
        edits.merge(review, doe.id)


def test_a_mention_is_split_off(review: Review) -> None:
    doe = stand_on(review, "Jane Doe")
    assert isinstance(doe, Entity)
    assert len(doe.mentions) > 1
    edits.split(review, at)
    names = [each.name for each in review.index.facts.entities]
    assert len([name for name in names if name in {each.text for each in doe.mentions} | {doe.name}]) == 2


def marked(review: Review, words: str) -> Selection:
    start = review.article.text.index(words)
    return Selection(start, start + len(words))


@pytest.mark.parametrize(
    ("kind", "words", "text"),
    [
        ("entity", "the council", "the council"),
        ("quote", "“reckless and unaffordable”", "reckless and unaffordable"),
        ("number", " 5,000", "5,000"),
    ],
)
def test_a_missed_fact_is_added_accepted_and_current(review: Review, kind: edits.Added, words: str, text: str) -> None:
    review.receive(type(review.extracted)())
    step: Step = edits.add(review, kind, *marked(review, words), clock=at)
    fact = current(review)
    assert fact.origin == "reviewer"
    assert (fact.name if isinstance(fact, Entity) else fact.text) == text
    assert review.decisions.status(fact.id) == "accepted"
    assert fact in (*review.known.entities, *review.known.quotes, *review.known.numbers)
    assert list(step.added.values()) == [fact]
    undo(review)
    assert not review.index.by_id


def test_existing_fact_is_not_added_again(review: Review) -> None:
    with pytest.raises(EditError, match="already"):
        edits.add(review, "number", *marked(review, "12%"))


def test_blanks_are_not_added_as_fact(review: Review) -> None:
    with pytest.raises(EditError, match="no words"):
        edits.add(review, "entity", 0, 0)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("4200000", (4_200_000, None)),
        ("4,200,000", (4_200_000, None)),
        ("4.2 million", (4_200_000, None)),
        ("-3.5", (-3.5, None)),
        ("5 to 10", (5, 10)),
        ("5–10", (5, 10)),
        ("5-10", (5, 10)),
        ("3bn", (3_000_000_000, None)),
        ("$4.2 million", (4_200_000, None)),
        ("38%", (38, None)),
        ("1.5 trillion", (1_500_000_000_000, None)),
    ],
)
def test_values_are_read_as_typed(typed: str, value: tuple[float | None, float | None]) -> None:
    assert number_value(typed) == value


@pytest.mark.parametrize("typed", ["many", "1 to 2 to 3", "4 zillion", "1e999", "--5", "9" * 40, "", " "])
def test_invalid_value_is_refused(typed: str) -> None:
    with pytest.raises(EditError):
        number_value(typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2024", ("2024", "year")),
        ("2024-05", ("2024-05", "month")),
        ("2024-w20", ("2024-W20", "week")),
        ("2024-05-14", ("2024-05-14", "day")),
        ("2024-05-14T21:00", ("2024-05-14T21:00", "time")),
        ("T21:00", ("T21:00", "time")),
        ("2024-05-01/2024-05-31", ("2024-05-01/2024-05-31", None)),
        ("P3M", ("P3M", None)),
        ("PT90S", ("PT90S", None)),
        ("R/P1W", ("R/P1W", None)),
        (" ", (None, None)),
    ],
)
def test_dates_are_read_as_iso_8601_has_them(typed: str, value: tuple[str | None, str | None]) -> None:
    assert iso_value(typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        "soon",
        "14 May 2024",
        "2024-13",
        "2024-02-30",
        "2023-W53",
        "24-05-14",
        "2024-05-31/2024-05-01",
        "P",
        "PT",
        "/",
        "2024/",
        "2024-05T21:00",
        "2024T10:00",
        "T25:00",
        "2024-5-1",
        "2024-W20-3",
        "1/2/3",
    ],
)
def test_invalid_date_is_refused(typed: str) -> None:
    with pytest.raises(EditError):
        iso_value(typed)


def test_a_mark_moves_and_grows_by_words() -> None:
    text = "One two  three\nfour."
    mark = Selection.at(text, 5)
    assert mark is not None
    assert text[slice(*mark)] == "two"
    assert text[slice(*mark.moved(text, 1))] == "three"
    assert text[slice(*mark.moved(text, -1))] == "One"
    grown = mark.resized(text, 1).resized(text, 1)
    assert text[slice(*grown)] == "two  three\nfour."
    assert text[slice(*grown.resized(text, -1))] == "two  three"
    assert mark.resized(text, -1) == mark
    assert Selection.at(text, len(text)) is not None
    assert Selection.at("  ", 0) is None


def test_edit_keeps_the_rows_of_every_pane(review: Review) -> None:
    before = {pane: list(review.panes[pane].rows) for pane in PANES}
    stand_on(review, "12%")
    edits.note(review, "seen", at)
    assert {pane: list(review.panes[pane].rows) for pane in PANES} == before


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(2, 7, "One two"), (0, 3, "One"), (4, 11, "two, three"), (3, 8, "two"), (8, 9, ""), (9, 10, "three")],
)
def test_selection_of_parts_of_words_is_of_whole_words(start: int, end: int, words: str) -> None:
    text = "One two, three"
    assert text[slice(*Selection.of_words(text, start, end))].strip(",") == words


def test_entities_that_share_a_word_are_offered_first_for_a_merge() -> None:
    article = build_article("Ada Quill of Norvik met Bo Lund and Mrs Quill.\n")
    make = Maker(article)
    quill, norvik, lund, mrs = (make.entity(name, "PERSON") for name in ("Ada Quill", "Norvik", "Bo Lund", "Mrs Quill"))
    assert edits.namesakes_first(quill, [quill, norvik, lund, mrs]) == [mrs, norvik, lund]
