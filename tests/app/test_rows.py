from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsview.app import rows
from newsview.app.linking import PANES, FactIndex, Row
from newsview.app.panes import HEIGHT
from newsview.facts import Decision, Facts, Was
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


def test_a_pronoun_is_resolved() -> None:
    assert shown("Nobody asked the people who pay for it")[0] == "· he → John Smith  said"


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


WAS = Decision(was=Was(text="14%", value=14, status="accepted", verdict="true"), note="call")


@pytest.mark.parametrize("name", ["12%", "City Hall", "reckless and unaffordable"])
@pytest.mark.parametrize("width", [46, 60, 100])
def test_what_was_decided_before_the_fact_changed_stands_in_its_row(name: str, width: int) -> None:
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


def test_nothing_of_an_article_acts_on_the_terminal() -> None:
    entity = replace(INDEX.facts.entities[0], name="a\x1b[31m\u202eb", role="[/bold]\x07")
    index = FactIndex(ARTICLE, Facts(entities=[entity]))
    text = "".join(piece.text for line in rows.lines(index, Row(entity.id), None, 80) for piece in line)
    assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text and "[/bold]" in text
    assert "\x1b" not in rows.headline(index, entity)


def test_the_status_line_says_who_was_meant() -> None:
    quote = INDEX.facts.quotes[2]
    assert rows.headline(INDEX, quote) == ("“Nobody asked the people who pay for it” · quote by John Smith (was “he”)")
    said = rows.status(INDEX, Row(quote.id), Decision(status="rejected", note="two\nlines"))
    assert said == "rejected · note: two lines"
