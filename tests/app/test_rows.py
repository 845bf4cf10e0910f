from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsview.app.render import rows
from newsview.app.state.fact_index import PANES, FactIndex, Row
from newsview.app.state.panes import HEIGHT
from newsview.model.facts import Decision, Facts, Quote, Span, Speaker, Was
from tests.app import springfield

ARTICLE = springfield.article()
INDEX = FactIndex(ARTICLE, springfield.facts(ARTICLE))


def shown(name: str, width: int = 46, decision: Decision | None = None) -> list[str]:
    """The lines of the fact that begins with *name*, without the blanks at their ends."""
    fact = next(each for each in INDEX.by_id.values() if getattr(each, "name", getattr(each, "text", "")) == name)
    return ["".join(piece.text for piece in line).rstrip() for line in rows.lines(INDEX, Row(fact.id), decision, width)]


def test_an_entity_shows_type_role_and_count() -> None:
    assert shown("Jane Doe") == ["· Jane Doe, mayor of Springfield person     2×"]
    assert shown("Jane Doe", 40) == ["· Jane Doe, mayor of Spri… person     2×"]
    assert shown("City Hall", 40) == ["· City Hall                building"]


def test_a_quote_shows_speaker_cue_and_words() -> None:
    assert shown("We cannot wait another decade") == [
        "· Jane Doe  told",
        "    “We cannot wait another decade”",
    ]


def test_in_a_wide_row_the_words_of_a_quote_stand_beside_its_speaker() -> None:
    words = f"the line {'that crosses the old town ' * 4}would be paid for"
    quote = replace(disputed(by="Ann Lee"), text=words, content=())
    index = FactIndex(ARTICLE, Facts(quotes=[quote]))

    def drawn(width: int, decision: Decision | None = None, height: int = 2) -> list[str]:
        lines = rows.lines(index, Row(quote.id), decision, width, height=height)
        return ["".join(piece.text for piece in line).rstrip() for line in lines]

    assert drawn(110) == [
        "· Ann Lee  disputed                       the line that crosses the old town that crosses the old town that",
        "  indirect                                crosses the old town that crosses the old town would be paid for",
    ]
    first, second, *others = drawn(86, Decision(verdict="false"), height=4)
    assert first.endswith("≠ false") and second.startswith("  indirect") and "…" not in "".join(others)
    assert len(drawn(70)) == 2 and drawn(70)[1].startswith("    the line that"), "below it in a narrow one"


def test_a_pronoun_is_resolved() -> None:
    assert shown("Nobody asked the people who pay for it")[0] == "· he → John Smith  said"


def disputed(by: str = "The trust's acting chief executive, Ann Lee", cue: str = "disputed") -> Quote:
    """A long speaker who does not agree with what is reported."""
    return replace(
        INDEX.facts.quotes[0],
        kind="indirect",
        speaker=Speaker(text=by, start=0, end=len(by)),
        cue=Span(text=cue, start=0, end=len(cue)),
    )


@pytest.mark.parametrize(("width", "decision"), [(60, None), (46, None), (30, None), (46, Decision(verdict="false"))])
def test_a_long_speaker_makes_room_for_the_verb(width: int, decision: Decision | None) -> None:
    quote = disputed()
    index = FactIndex(ARTICLE, Facts(quotes=[quote]))
    first = "".join(piece.text for piece in rows.lines(index, Row(quote.id), decision, width)[0])
    assert "…  disputed" in first or "Ann Lee  disputed" in first
    assert cell_len(first) <= width
    assert ("≠ false" in first) == (decision is not None)


def test_what_is_denied_never_stands_without_its_verb() -> None:
    quote = replace(disputed(), stance="denies")
    index = FactIndex(ARTICLE, Facts(quotes=[quote]))
    changed = Decision(was=Was(text="many words " * 20, value=None, status="accepted", verdict="true"))
    first = "".join(piece.text for piece in rows.lines(index, Row(quote.id), changed, 28)[0])
    assert "…  disputed" in first and cell_len(first) <= 28


def test_the_kind_of_quote_stands_in_a_row_that_has_room_for_it() -> None:
    quote = disputed(by="Ann Lee")
    index = FactIndex(ARTICLE, Facts(quotes=[quote]))
    first = "".join(piece.text for piece in rows.lines(index, Row(quote.id), None, 46)[0])
    assert first.startswith("· Ann Lee  disputed ") and first.endswith(" indirect")


@given(st.integers(0, 130), st.text(max_size=60), st.text(max_size=60))
def test_any_speaker_and_verb_fit_a_row(width: int, by: str, cue: str) -> None:
    quote = disputed(by, cue)
    index = FactIndex(ARTICLE, Facts(quotes=[quote]))
    for line in rows.lines(index, Row(quote.id), None, max(width, 12)):
        assert sum(cell_len(piece.text) for piece in line) <= max(width, 12)


def test_status_line_truncates_long_speaker_but_shows_verb() -> None:
    quote = replace(
        disputed(by="The acting chief executive of the trust, Ann Lee"), kind="direct", text="x" * 99, content=()
    )
    line = rows.headline(FactIndex(ARTICLE, Facts(quotes=[quote])), quote)
    assert line.startswith("The acting chief executive of the trust… disputed: “xxx") and line.endswith("x…” · quote")


def test_a_number_reads_like_english() -> None:
    assert " ".join(shown("$4.2 million")[0].split()) == "· $4.2 million money new buses"
    assert " ".join(shown("12%")[0].split()) == "· 12% change ↓ Ridership"
    assert " ".join(shown("38 percent")[0].split()) == "· about 38 percent share commuters"
    assert " ".join(shown("9,400")[0].split()) == "· 9,400 count people per day"
    assert " ".join(shown("5,000")[0].split()) == "· under 5,000 count"


def test_a_relative_date_shows_the_day() -> None:
    assert " ".join(shown("Tuesday")[0].split()) == "· Tuesday date 2024-05-14"
    assert " ".join(shown("2023")[0].split()) == "· 2023 date"


@pytest.mark.parametrize(("status", "mark"), [("accepted", "✓"), ("rejected", "✗")])
def test_a_decision_is_a_sign(status: str, mark: str) -> None:
    decision = replace(Decision(), status="accepted" if status == "accepted" else "rejected")
    assert shown("City Hall", decision=decision)[0].startswith(mark)


def test_a_verdict_stands_apart_from_the_decision() -> None:
    line = shown("12%", decision=Decision(status="accepted", verdict="false"))[0]
    assert line.startswith("✓") and "≠ false" in line


def test_a_note_and_a_correction_have_signs_of_their_own() -> None:
    noted, corrected = (
        shown("12%", decision=Decision(note="call back")),
        shown("12%", decision=Decision(edits={"unit": "EUR"})),
    )
    assert "†" in noted[0] and "✎" not in noted[0]
    assert "✎" in corrected[0] and "†" not in corrected[0]


WAS = Decision(was=Was(text="14%", value=14, status="accepted", verdict="true"), note="call")


@pytest.mark.parametrize("name", ["12%", "City Hall", "reckless and unaffordable"])
@pytest.mark.parametrize("width", [46, 60, 100])
def test_row_shows_decision_before_the_fact_changed(name: str, width: int) -> None:
    lines = shown(name, width, WAS)
    assert lines[0].startswith("·") and "was true for 14%" in lines[0] and "accepted" not in lines[0]
    assert name[:4] in "".join(lines)


@given(
    st.integers(30, 130),
    st.sampled_from(sorted(INDEX.by_id)),
    st.sampled_from([None, Decision(verdict="unclear"), WAS, Decision(was=Was(text="many words " * 20))]),
)
def test_a_line_never_exceeds_its_width(width: int, fact: str, decision: Decision | None) -> None:
    pane = next(pane for pane in PANES if Row(fact) in INDEX.panes[pane])
    found = rows.lines(INDEX, Row(fact), decision, width)
    assert len(found) == HEIGHT[pane]
    for line in found:
        assert sum(cell_len(piece.text) for piece in line) <= width


def test_rows_contain_no_control_codes() -> None:
    entity = replace(INDEX.facts.entities[0], name="a\x1b[31m\u202eb", role="[/bold]\x07")
    index = FactIndex(ARTICLE, Facts(entities=[entity]))
    text = "".join(piece.text for line in rows.lines(index, Row(entity.id), None, 80) for piece in line)
    assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text and "[/bold]" in text
    assert "\x1b" not in rows.headline(index, entity)


def test_status_line_resolves_the_speaker() -> None:
    quote = INDEX.facts.quotes[2]
    assert rows.headline(INDEX, quote) == "he → John Smith said: “Nobody asked the people who pay for it” · quote"
    said = rows.status(INDEX, Row(quote.id), Decision(status="rejected", note="two\nlines"))
    assert said == "rejected · note: two lines"


@pytest.mark.parametrize("width", [46, 60, 118])
def test_columns_of_numbers_are_aligned(width: int) -> None:
    number = next(fact for fact in INDEX.facts.numbers if fact.text == "$4.2 million")
    names = ("3", "$4.2 million", "between three and four weeks after the vote")
    numbers = [replace(number, id=f"n-{at}", text=name, start=at, cue=None) for at, name in enumerate(names)]
    index = FactIndex(ARTICLE, Facts(numbers=numbers))
    found = [rows.lines(index, Row(each.id), None, width)[0] for each in numbers]
    assert len({sum(cell_len(piece.text) for piece in line[:4]) for line in found}) == 1
    assert all("money" in line[4].text for line in found)
