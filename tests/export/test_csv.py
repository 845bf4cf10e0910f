"""The table of facts: one row each, readable by any CSV reader, harmless in a spreadsheet."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from newsview.export.formats import FORMATS, rendered
from newsview.model.facts import Analysis, Decision
from newsview.model.spans import Speaker
from tests.export.article import CHANGED, REVIEW, analysis, denial, with_aside, with_finding


def rows(analysis: Analysis, *, aside: bool = False) -> dict[str, dict[str, str]]:
    text = rendered(analysis, "csv", aside=aside).decode("utf-8-sig")
    found = list(csv.DictReader(StringIO(text, newline="")))
    return {row["id"]: row for row in found}


def test_every_fact_is_one_row_in_text_order() -> None:
    assert list(rows(analysis())) == ["e-doe", "q-spend", "n-money", "q-wait", "n-years", "e-smith"]


def test_row_has_values_and_place() -> None:
    row = rows(analysis())["n-money"]
    assert row["fact"] == "number" and row["type"] == "money"
    assert (row["value"], row["unit"], row["modifier"], row["subject"]) == ("4200000", "USD", "~", "new buses")
    assert row["in_words"] == "about $4.2 million · money · new buses"
    text = analysis().article.text
    assert text[int(row["start"]) : int(row["end"])] == row["text"] == "$4.2 million"
    assert (row["article"], row["published"], row["paragraph"]) == ("buses.txt", "2024-05-16", "p2")


def test_a_speaker_is_named() -> None:
    row = rows(analysis())["q-wait"]
    assert (row["speaker"], row["speaker_name"], row["cue"]) == ("Doe", "Jane Doe", "said")


def test_a_denial_has_its_verb() -> None:
    row = rows(denial())["q-lost"]
    assert (row["speaker"], row["cue"]) == ("Jane Holt", "denied")
    assert row["in_words"] == "Jane Holt denied: the city had lost $4 million · indirect quote"


def test_row_says_what_a_quote_is_and_what_is_hidden() -> None:
    lost = rows(with_aside())
    assert list(lost) == ["e-doe", "q-spend", "n-years", "e-smith"]
    every = rows(with_aside(), aside=True)
    assert list(every) == ["e-doe", "q-spend", "n-money", "q-wait", "n-years", "e-smith"]
    spend, wait = every["q-spend"], every["q-wait"]
    assert (spend["act"], spend["stance"], spend["aside"]) == ("speech", "denies", "")
    assert (wait["act"], wait["stance"], wait["aside"]) == ("belief", "states", "yes")
    assert spend["paragraph_role"] == "body" and every["n-money"]["aside"] == "yes"
    assert every["n-years"]["range"] == "n-years" and spend["sure"] == "yes"
    guess = replace(
        with_aside().quotes[0], speaker=Speaker(text="Jane Doe", start=0, end=8, entity="e-doe", link="pronoun")
    )
    row = rows(replace(with_aside(), quotes=[guess]))[guess.id]
    assert (row["link"], row["sure"]) == ("pronoun", "")


def test_new_columns_follow_the_old_ones() -> None:
    added = ["paragraph_role", "aside", "act", "stance", "link", "sure", "range", "findings"]
    assert FORMATS["csv"].header().decode().strip().split(",")[-9:] == ["was", *added]


def test_rows_have_decisions_and_corrections() -> None:
    found = rows(analysis(REVIEW))
    assert found["q-wait"]["status"] == "accepted"
    assert found["q-wait"]["verdict"] == "false"
    assert found["q-wait"]["source"] == "council <minutes>"
    assert found["n-years"]["status"] == "rejected"
    assert found["n-years"]["value"] == "-12"


def test_row_has_decision_before_the_fact_changed() -> None:
    row = rows(analysis(CHANGED))["n-money"]
    assert (row["status"], row["verdict"], row["was"]) == ("", "", "was true for $3.9 <million>")
    assert rows(analysis(REVIEW))["q-wait"]["was"] == ""


def test_formula_gets_an_apostrophe_and_number_does_not() -> None:
    found = rows(analysis(REVIEW))
    assert found["q-wait"]["note"] == "'-1 & *more*"
    assert found["n-years"]["unit"] == "'=month"
    assert found["e-doe"]["name"] == "'@Jane Doe | mayor"
    assert found["n-years"]["value"] == "-12"


def test_lines_end_in_crlf_and_file_has_a_bom() -> None:
    data = rendered(analysis(), "csv")
    assert data.startswith(b"\xef\xbb\xbfarticle,")
    assert data.count(b"\r\n") == data.count(b"\n") == 7


def test_a_stream_of_articles_has_one_header() -> None:
    stream = (
        FORMATS["csv"].header() + FORMATS["csv"].render(analysis(), False) + FORMATS["csv"].render(analysis(), False)
    )
    assert not stream.startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(StringIO(stream.decode(), newline="")))
    assert len(found) == 12


@given(st.text(max_size=40))
def test_any_note_survives_and_never_begins_a_formula(note: str) -> None:
    note = note.replace("\x00", "").replace("\r", "")
    decided = replace(analysis(), review={"q-wait": Decision(note=note)})
    data = rendered(decided, "csv")
    (row,) = [r for r in csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")) if r["id"] == "q-wait"]
    assert row["note"].removeprefix("'") == note.encode("utf-8", "replace").decode().removeprefix("'")
    assert row["note"][:1] not in {"=", "+", "-", "@", "\t"}


def test_facts_with_findings_name_them() -> None:
    found = {id_: row["findings"] for id_, row in rows(with_finding()).items()}
    assert found["n-money"] == found["n-years"] == "amount: <b>4.2</b> & *5* do not fit" and found["q-wait"] == ""
