"""Clock times: of kind time alone, of kind date with a day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.lexical.tokens import Tokens
from tests.dates.cases import PUBLISHED

Parse = Callable[[str], Doc]
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "text", "iso"),
    [
        ("Doors open at 3:30 p.m. for members.", "3:30 p.m.", "T15:30"),
        ("Doors open at 3pm.", "3pm", "T15:00"),
        ("Doors open at 7.45 pm.", "7.45 pm", "T19:45"),
        ("Doors open at 12 a.m. sharp.", "12 a.m.", "T00:00"),
        ("Doors open at 12:05 p.m. sharp.", "12:05 p.m.", "T12:05"),
        ("Doors open at 15:30.", "15:30", "T15:30"),
        ("The rocket rose at 15:30:05 GMT.", "15:30:05 GMT", "T15:30:05Z"),
        ("The rocket rose at 1530 GMT.", "1530 GMT", "T15:30Z"),
        ("The rocket rose at 0900 hours.", "0900 hours", "T09:00"),
        ("Doors open at 9 a.m. EST.", "9 a.m. EST", "T09:00-05:00"),
        ("Doors open at 9:15 a.m. (UTC) for all.", "9:15 a.m. (UTC)", "T09:15Z"),
        ("Doors open at 9 a.m. Eastern on all days.", "9 a.m. Eastern", "T09:00"),
        ("Doors open at 9 a.m. UTC+3 for all.", "9 a.m. UTC+3", "T09:00+03:00"),
        ("Doors open at 9 a.m. IST.", "9 a.m. IST", "T09:00"),
        ("Doors open at 9 a.m. local time.", "9 a.m. local time", "T09:00"),
        ("Doors open at 9 a.m. Fulda time.", "9 a.m. Fulda time", "T09:00"),
        ("Doors open at 9 a.m. Prime suspects stay out.", "9 a.m.", "T09:00"),
        ("Doors open at noon.", "noon", "T12:00"),
        ("Doors open at midnight.", "midnight", "T00:00"),
        ("Doors open at seven o'clock in the evening.", "seven o'clock in the evening", "T19:00"),
        ("Doors open at half past nine in the morning.", "half past nine in the morning", "T09:30"),
        ("Doors open at quarter to nine at night.", "quarter to nine at night", "T20:45"),
        ("Doors open at seven o'clock.", "seven o'clock", None),
        ("Doors open at eight p.m. for members.", "eight p.m.", "T20:00"),
        ("Doors open at six forty-five pm for members.", "six forty-five pm", "T18:45"),
        ("Doors open about 1.p.m. for members.", "1.p.m.", "T13:00"),
        ("The car left around 20:00hrs in rain.", "20:00hrs", "T20:00"),
        ("Doors open at ten to six in winter months.", "ten to six", None),
        ("He left at twenty past four in the afternoon.", "twenty past four in the afternoon", "T16:20"),
    ],
)
def test_clock_time_alone_is_a_time(parsed: Parse, sentence: str, text: str, iso: str | None) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert [(each.text, each.iso, each.kind) for each in found] == [(text, iso, "time")]


@pytest.mark.parametrize(
    ("sentence", "text", "iso"),
    [
        ("They met at 3 p.m. on Monday.", "3 p.m. on Monday", "2022-11-07T15:00"),
        ("They met Monday at 3:30 p.m. EST.", "Monday at 3:30 p.m. EST", "2022-11-07T15:30-05:00"),
        ("They met on 4 July 1999, 10:15 GMT.", "4 July 1999, 10:15 GMT", "1999-07-04T10:15Z"),
        ("Polls will close at 8 p.m. ET Tuesday.", "8 p.m. ET Tuesday", "2022-11-15T20:00-05:00"),
        (
            "They met on July 4, 2022 at 8 p.m. Eastern time.",
            "July 4, 2022 at 8 p.m. Eastern time",
            "2022-07-04T20:00-04:00",
        ),
        ("He resigned at noon yesterday.", "noon yesterday", "2022-11-10T12:00"),
        ("The ban starts at midnight tonight.", "midnight tonight", "2022-11-12T00:00"),
        ("The ban ended at midnight on Monday.", "midnight on Monday", "2022-11-08T00:00"),
        ("It crashed just after midnight on Monday.", "midnight on Monday", "2022-11-07T00:00"),
        ("The law was changed at midnight on 1 July.", "midnight on 1 July", "2022-07-01T00:00"),
        (
            "Received Thu, 10 Nov 2022 08:12:31 +0100 by post.",
            "Thu, 10 Nov 2022 08:12:31 +0100",
            "2022-11-10T08:12:31+01:00",
        ),
        ("Restarted 2022-11-10 08:12:31,250 by hand.", "2022-11-10 08:12:31,250", "2022-11-10T08:12:31"),
        ("Restarted 2022-11-10T08:12:31Z by hand.", "2022-11-10T08:12:31Z", "2022-11-10T08:12:31Z"),
        ("They met on 7 November 9:30 in Bonn.", "7 November 9:30", "2022-11-07T09:30"),
    ],
)
def test_clock_time_with_day_is_a_date(parsed: Parse, sentence: str, text: str, iso: str) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert [(each.text, each.iso, each.kind) for each in found] == [(text, iso, "date")]


def test_clock_time_has_only_day_of_its_sentence(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("On Monday the polls closed at 8 p.m. as planned.")), PUBLISHED)
    assert [(each.text, each.iso, each.kind) for each in found] == [
        ("Monday", "2022-11-07", "date"),
        ("8 p.m.", "2022-11-07T20:00", "date"),
    ]


def test_clock_time_in_sentence_with_two_days_has_no_day(parsed: Parse) -> None:
    found = find_dates(
        Tokens(parsed("They met on Monday at the bank and at 8 p.m. they parted until Tuesday.")), PUBLISHED
    )
    assert ("8 p.m.", "T20:00", "time") in [(each.text, each.iso, each.kind) for each in found]


def test_clock_time_on_unanchored_day_has_no_iso_form(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("They met at 3 p.m. on Monday.")), None)
    assert [(each.iso, each.kind, each.relative) for each in found] == [(None, "date", True)]


@pytest.mark.parametrize(
    ("sentence", "text", "iso", "kind"),
    [
        ("The shop is open from 9 a.m. to 5 p.m. all week.", "from 9 a.m. to 5 p.m.", "T09:00/T17:00", "time"),
        ("The shop is open 9-11 a.m. all week.", "9-11 a.m.", "T09:00/T11:00", "time"),
        ("The shop is open between 11 and 2 p.m. all week.", "between 11 and 2 p.m.", "T11:00/T14:00", "time"),
        ("The shop is open 8:30 to 10 p.m. all week.", "8:30 to 10 p.m.", "T20:30/T22:00", "time"),
        (
            "The shop was open Monday from 9 a.m. to noon.",
            "Monday from 9 a.m. to noon",
            "2022-11-07T09:00/2022-11-07T12:00",
            "date",
        ),
        (
            "The fair was open 7 November 9:30 - 18:00.",
            "7 November 9:30 - 18:00",
            "2022-11-07T09:30/2022-11-07T18:00",
            "date",
        ),
        (
            "The bar was open Monday from 8 p.m. to midnight.",
            "Monday from 8 p.m. to midnight",
            "2022-11-07T20:00/2022-11-08T00:00",
            "date",
        ),
    ],
)
def test_range_of_clock_times_has_iso_interval(parsed: Parse, sentence: str, text: str, iso: str, kind: str) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert (found[0].text, found[0].iso, found[0].kind) == (text, iso, kind)


@pytest.mark.parametrize(
    ("sentence", "isos"),
    [
        (
            "It landed at 1:52 a.m. local time (1852 GMT on Thursday) in rain.",
            ["2022-11-11T01:52+07:00", "2022-11-10T18:52Z"],
        ),
        (
            "It left at 6 p.m. local time (2300 GMT on Thursday) in rain.",
            ["2022-11-10T18:00-05:00", "2022-11-10T23:00Z"],
        ),
        (
            "The vote will end at 8 p.m. on Sunday (0100 GMT Monday) in all towns.",
            ["2022-11-13T20:00", "2022-11-14T01:00Z"],
        ),
    ],
)
def test_clock_time_restated_in_utc_has_offset_and_day(parsed: Parse, sentence: str, isos: list[str]) -> None:
    assert [each.iso for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == isos


def test_clock_times_without_brackets_are_independent(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("It left at 6 p.m. local time and landed at 2300 GMT on Thursday.")), PUBLISHED)
    assert [each.iso for each in found] == ["2022-11-10T18:00", "2022-11-10T23:00Z"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She ran it in 2:30 flat.",
        "She cut the record from 4:37.0 with ease.",
        "Call +62 21 5550 1944 for help.",
        "They won 3:1 in Rome.",
        "I am 3 metres tall.",
        "It costs $3.30 pm or so.",
        "About 1530 people came.",
        "He came in at number 1. P.M. Rao came second.",
        "The relay team ran 1:02:03.5 and won.",
        "They scored at one thirty times.",
        "Read John 3:16 again.",
    ],
)
def test_number_without_clock_cue_is_no_time(parsed: Parse, sentence: str) -> None:
    assert [each.text for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == []
