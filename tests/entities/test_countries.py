"""Frozen table of countries: names equal to CLDR's, and no contradictions."""

from __future__ import annotations

from collections import Counter

from newsview.extraction.entities.countries import countries, country, demonym
from tests.cldr.english import english


def test_country_names_equal_cldr() -> None:
    territories = english()["territories"]
    ours = {each.code: each.name for each in countries() if len(each.code) == 2 and each.code in territories}
    assert len(ours) > 190
    assert ours == {code: territories[code] for code in ours}


def test_cldr_sovereign_states_are_in_table() -> None:
    listed = {each.code for each in countries()}
    assert {
        "US",
        "GB",
        "FR",
        "DE",
        "CN",
        "RU",
        "IN",
        "BR",
        "ZA",
        "NG",
        "EG",
        "JP",
        "AU",
        "NZ",
        "UA",
        "KR",
        "KP",
    } <= listed


def test_country_names_are_unique() -> None:
    names = Counter(name for each in countries() for name in {each.name, *each.other_names})
    demonyms = Counter(name for each in countries() for name in set(each.demonyms))
    assert [name for name, count in (names + demonyms).items() if count > 1] == []


def test_spellings_of_country_have_one_code() -> None:
    assert country("U.S.") == country("the United States") == country("USA") == "US"
    assert country("CANADA") == "CA"
    assert country("Fulda") is None
    assert demonym("South Koreans") == "KR"
    assert demonym("Dutch") == "NL"
    assert demonym("Dutchs") is None
