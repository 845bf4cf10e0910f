"""Span repairs: for each rule a name that it cuts and one that it leaves."""

from __future__ import annotations

import pytest

from newsview.extraction.entities import false_names, office_titles, span_repair, span_trim
from newsview.extraction.entities.span_repair import Rule
from tests.entities.built import Built

Row = tuple[Rule, str, tuple[str, str], str | None]

ROWS: list[Row] = [
    (span_trim.drop_articles, "He read the|DT Fulda Gazette", ("the Fulda Gazette", "ORG"), "Fulda Gazette"),
    (span_trim.drop_articles, "He read Fulda Gazette", ("Fulda Gazette", "ORG"), "Fulda Gazette"),
    (span_trim.drop_possessive, "Ann Doe 's|POS house", ("Ann Doe 's", "PERSON"), "Ann Doe"),
    (span_trim.drop_possessive, "Ann Doe left|VBD", ("Ann Doe", "PERSON"), "Ann Doe"),
    (span_trim.drop_trailing_words, "on Studio Nine and|CC others", ("Studio Nine and", "ORG"), "Studio Nine"),
    (span_trim.drop_trailing_words, "Fulda Town end long wait", ("Fulda Town end", "ORG"), "Fulda Town"),
    (span_trim.drop_trailing_words, "in Kunar province today", ("Kunar province", "GPE"), "Kunar province"),
    (span_trim.drop_trailing_words, "Lee Jong - sup spoke", ("Lee Jong - sup", "PERSON"), "Lee Jong - sup"),
    (span_trim.cut_at_bracket, "with Jeff [ Drake", ("Jeff [ Drake", "PERSON"), "Jeff"),
    (span_trim.cut_at_bracket, "the Fund ( UK ) Board", ("Fund ( UK ) Board", "ORG"), "Fund (UK) Board"),
    (span_trim.drop_junk_at_edges, "Ann Doe Image : Roe", ("Ann Doe Image", "PERSON"), "Ann Doe"),
    (span_trim.drop_junk_at_edges, "Ann Doe spoke", ("Ann Doe", "PERSON"), "Ann Doe"),
    (span_trim.cut_at_address, "write|VB Ann Doe ann@example.org", ("Ann Doe ann@example.org", "PERSON"), "Ann Doe"),
    (span_trim.cut_at_address, "the Dust @ Home team", ("Dust @ Home", "ORG"), "Dust @ Home"),
    (
        office_titles.cut_occupation,
        "Whistleblower Edward Doe left|VBD",
        ("Whistleblower Edward Doe", "ORG"),
        "Edward Doe",
    ),
    (office_titles.cut_occupation, "Baker Hughes Doe left|VBD", ("Baker Hughes Doe", "PERSON"), "Baker Hughes Doe"),
    (office_titles.cut_occupation, "Baker Doe left|VBD", ("Baker Doe", "PERSON"), "Baker Doe"),
    (span_trim.drop_first_word, "Two|CD United States soldiers|NNS", ("Two United States", "GPE"), "United States"),
    (span_trim.drop_first_word, "West|JJ German minister|NN", ("West German", "NORP"), "West German"),
    (span_trim.drop_first_word, "New|NNP Zealand won|VBD", ("New Zealand", "GPE"), "New Zealand"),
    (span_trim.drop_common_of, "the Founder of|IN Zorb Inc.", ("Founder of Zorb Inc.", "ORG"), "Zorb Inc."),
    (span_trim.drop_common_of, "the Secretary of|IN State", ("Secretary of State", "ORG"), "Secretary of State"),
    (span_trim.cut_at_score, "Luton 2 - 2 Barnsley ended|VBD", ("Luton 2 - 2 Barnsley", "ORG"), "Luton"),
    (span_trim.cut_at_score, "the Boeing 7 - 9 Club", ("Boeing 7 - 9", "PRODUCT"), "Boeing 7 - 9"),
    (span_trim.drop_trailing_number, "beat South Elbonia 1 – 0", ("South Elbonia 1", "GPE"), "South Elbonia"),
    (span_trim.drop_trailing_number, "the film Studio 54 ran", ("Studio 54", "WORK_OF_ART"), "Studio 54"),
    (span_trim.drop_trailing_number, "Spurs beat|VBD Luton 2-0 today", ("Luton 2-0", "ORG"), "Luton"),
    (span_trim.cut_common_words, "an Evolution paper Bos wrote|VBD", ("Evolution paper Bos", "PERSON"), "Bos"),
    (span_trim.cut_common_words, "a united|JJ Elbonia", ("united Elbonia", "GPE"), "Elbonia"),
    (span_trim.cut_common_words, "Ursula von der Leyen", ("Ursula von der Leyen", "PERSON"), "Ursula von der Leyen"),
    (span_trim.cut_common_words, "Korean People 's|POS Army", ("Korean People 's Army", "ORG"), "Korean People's Army"),
    (span_trim.drop_prefix, "an anti - Elbonian law", ("anti - Elbonian", "NORP"), "Elbonian"),
    (
        span_trim.drop_prefix,
        "the|DT Anti - Bribery Commission",
        ("Anti - Bribery Commission", "ORG"),
        "Anti - Bribery Commission",
    ),
    (span_trim.drop_prefix, "the Ann - Doe law", ("Ann - Doe", "PERSON"), "Ann - Doe"),
    (span_trim.drop_common_of, "Critics|NNS of|IN Initech left", ("Critics of Initech", "ORG"), "Initech"),
    (span_trim.drop_common_of, "Bank of|IN Elbonia", ("Bank of Elbonia", "ORG"), "Bank of Elbonia"),
    (span_trim.cut_person_at_of, "Ann Doe of|IN Initech", ("Ann Doe of Initech", "PERSON"), "Ann Doe"),
    (span_trim.cut_person_at_of, "Catherine of|IN Aragon", ("Catherine of Aragon", "PERSON"), "Catherine of Aragon"),
    (false_names.drop_end_of_award, "Man of|IN the|DT Match award", ("Match", "PERSON"), None),
    (false_names.drop_end_of_award, "guests of|IN the|DT Marriott", ("Marriott", "ORG"), "Marriott"),
    (office_titles.cut_letters_after_name, "said|VBD Ann Doe KC", ("Ann Doe KC", "PERSON"), "Ann Doe"),
    (office_titles.cut_letters_after_name, "said|VBD Ann Doe , MBE", ("Ann Doe , MBE", "PERSON"), "Ann Doe"),
    (office_titles.cut_letters_after_name, "said|VBD Sam Doe Jr", ("Sam Doe Jr", "PERSON"), "Sam Doe Jr"),
    (office_titles.cut_letters_after_name, "at|IN Doe Roe KC", ("Doe Roe KC", "ORG"), "Doe Roe KC"),
    (office_titles.drop_letters_after_name, "Ann Doe , SC , said|VBD", ("SC", "GPE"), None),
    (office_titles.drop_letters_after_name, "in Columbia , SC", ("SC", "GPE"), "SC"),
    (office_titles.cut_titles, "met President Ann Doe", ("President Ann Doe", "PERSON"), "Ann Doe"),
    (office_titles.cut_titles, "met Mr. Doe", ("Mr. Doe", "PERSON"), "Doe"),
    (office_titles.cut_titles, "the Secretary of|IN Defense Ann Doe", ("Defense Ann Doe", "ORG"), "Ann Doe"),
    (office_titles.cut_titles, "met Dean Kellerman", ("Dean Kellerman", "PERSON"), "Dean Kellerman"),
    (office_titles.cut_titles, "met Democrat Ann Doe", ("Democrat Ann Doe", "PERSON"), "Ann Doe"),
    (office_titles.cut_titles, "met Ann Doe", ("Ann Doe", "PERSON"), "Ann Doe"),
    (office_titles.drop_portfolio, "the Home Secretary said|VBD", ("Home", "ORG"), None),
    (office_titles.drop_portfolio, "US National Security Spokesman Roe", ("US National Security", "ORG"), "US"),
    (office_titles.drop_portfolio, "the Initech Secretary said|VBD", ("Initech", "ORG"), "Initech"),
    (
        office_titles.cut_office_at_end,
        "the State Department Spokesperson",
        ("State Department Spokesperson", "ORG"),
        "State Department",
    ),
    (office_titles.cut_office_at_end, "the State Department said|VBD", ("State Department", "ORG"), "State Department"),
    (false_names.drop_what_is_no_name, "see www.fulda.example today", ("www.fulda.example", "ORG"), None),
    (false_names.drop_what_is_no_name, "Slideshow", ("Slideshow", "ORG"), None),
    (false_names.drop_what_is_no_name, "the disco club owner", ("disco club", "ORG"), None),
    (false_names.drop_what_is_no_name, "Senator Roe ( D - Mo. )", ("D", "NORP"), None),
    (false_names.drop_what_is_no_name, "fell to HK$6.3bn in May", ("HK$6.3bn", "GPE"), None),
    (false_names.drop_what_is_no_name, "on November 24", ("November 24", "EVENT"), None),
    (false_names.drop_what_is_no_name, "we lose and they LOSE|VBP", ("LOSE", "ORG"), None),
    (false_names.drop_what_is_no_name, "the Initech board", ("Initech", "ORG"), "Initech"),
]


@pytest.mark.parametrize(
    ("rule", "text", "name", "expected"), ROWS, ids=[f"{row[0].__name__}: {row[2][0]} in {row[1]}" for row in ROWS]
)
def test_rule_gives_bare_name(rule: Rule, text: str, name: tuple[str, str], expected: str | None) -> None:
    built = Built(text, name)
    found = built.show(rule(built.words, built.name))
    assert (found and found[0]) == expected


def test_every_rule_has_example() -> None:
    assert set(span_repair.SHRINK) == {row[0] for row in ROWS}


def test_name_after_cut_portfolio_is_person() -> None:
    built = Built("the Secretary of|IN Defense Ann Doe", ("Defense Ann Doe", "ORG"))
    assert built.show(office_titles.cut_titles(built.words, built.name)) == ("Ann Doe", "PERSON")


def test_credit_is_split_into_person_and_organisation() -> None:
    built = Built("Photo by Ann Doe / Pool", ("Ann Doe / Pool", "PERSON"))
    assert built.all(list(span_repair.split(built.words, built.name))) == [("Ann Doe", "PERSON"), ("Pool", "ORG")]
    assert span_repair.shrink(built.words, list(span_repair.split(built.words, built.name))[1]) is None


def test_north_and_south_are_split() -> None:
    built = Built("between North and|CC South Elbonia", ("North and South Elbonia", "GPE"))
    assert built.all(list(span_repair.split(built.words, built.name))) == [("North", "GPE"), ("South Elbonia", "GPE")]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Fulda QB Jane Doe", "ORG", [("Fulda", "ORG"), ("Jane Doe", "PERSON")]),
        ("LB Jane Doe", "ORG", [("Jane Doe", "PERSON")]),
        ("CB Doe", "PERSON", [("Doe", "PERSON")]),
        ("DL", "ORG", []),
        ("DLB Jane Doe", "PERSON", [("DLB Jane Doe", "PERSON")]),
    ],
)
def test_position_splits_team_and_player(text: str, label: str, expected: list[tuple[str, str]]) -> None:
    built = Built(f"{text} left|VBD", (text, label))
    assert built.all(list(span_repair.split(built.words, built.name))) == expected


def test_name_without_list_is_not_split() -> None:
    built = Built("Trinidad and|CC Tobago won", ("Trinidad and Tobago", "GPE"))
    assert list(span_repair.split(built.words, built.name)) == [built.name]


def test_sentence_initial_common_noun_is_dropped() -> None:
    built = Built("Homeopathy|NN is|VBZ old . // Critics doubt homeopathy .", ("Homeopathy", "ORG"))
    assert false_names.without_common_nouns(built.words, built.names) == []
    built = Built("Initech is|VBZ old . // Critics doubt it .", ("Initech", "ORG"))
    assert false_names.without_common_nouns(built.words, built.names) == built.names


def test_score_after_club_is_cut() -> None:
    built = Built("Fulda Town 3 beat|VBP Fulda Town", ("Fulda Town 3", "ORG"), ("Fulda Town", "ORG"))
    assert built.all(false_names.without_scores(built.words, built.names)) == [("Fulda Town", "ORG")] * 2
    built = Built("in Hangar 9", ("Hangar 9", "FAC"))
    assert false_names.without_scores(built.words, built.names) == built.names


def test_verb_after_person_is_cut() -> None:
    built = Built(
        "Ann Doe Backs Plan\nShe backs it , Ann Doe said|VBD", ("Ann Doe Backs", "PERSON"), ("Ann Doe", "PERSON")
    )
    assert built.all(false_names.without_verbs(built.words, built.names)) == [("Ann Doe", "PERSON")] * 2
    built = Built("He met|VBD Ann Doe\nand Ann Doe Roe", ("Ann Doe", "PERSON"), ("Ann Doe Roe", "PERSON"))
    assert false_names.without_verbs(built.words, built.names) == built.names


@pytest.mark.parametrize(
    ("text", "bare"),
    [('Doe:"We', "Doe"), ("Hazard’s", "Hazard"), ("“Doe”", "Doe"), ("(Initech)", "Initech"), ("O'Neill", "O'Neill")],
)
def test_marks_attached_to_name_are_cut(text: str, bare: str) -> None:
    built = Built(f"said|VBD {text} now", (text, "PERSON"))
    assert built.words.bare(built.name) == bare
