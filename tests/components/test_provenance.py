"""Provenance: the rules that are recorded for a fact, and the places of rules in the source."""

from __future__ import annotations

import ast
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from spacy.tokens import Doc

from newsview.extraction import components, doc_extensions
from newsview.extraction.dates.constructions import constructions
from newsview.extraction.dates.expression_reader import MEANINGS
from newsview.extraction.entities.doc_words import NUMERIC, Name, Words
from newsview.extraction.entities.find_entities import NAME_STEPS
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.provenance import Place, Trace, place
from newsview.extraction.quotes.verb_cues import ACTIVE

Parse = Callable[[str], Doc]

QUOTES = {
    "The mayor said that the bridge would close.": "reported_clause",
    "“We will stay,” said Jane Doe.": "cue_after",
    "Jane Doe said: “We will stay.”": "cue_before",
    "The bridge will close, according to the mayor.": "according_to",
    "In the mayor's view, the bridge should close.": "in_the_view_of",
    "The mayor's claim that the bridge was unsafe was wrong.": "noun_clause",
    "The mayor was asked by the council to resign.": "passive_infinitive",
    "Jane Doe: We will stay.\n\nJohn Roe: So will we.\n\nJane Doe: Thank you.\n\nJohn Roe: Goodbye.": "by_label",
}
NUMBERS = {
    "The town has 1,200 shops.": ["digits_at", "_after"],
    "It costs $4.2 million.": ["digits_at", "symbol_before"],
    "The road is twelve miles long.": ["words_at", "unit_at"],
    "They lost 3-1 on Sunday.": ["digits_at", "_score"],
    "It takes 20 to 30 minutes.": ["digits_at", "unit_at", "join_ranges"],
    "Half the houses burned.": ["_half_whole", "share_at", "_of_phrase"],
    "She flew a Boeing 737 home.": ["digits_at", "_proper_name"],
    "Jane Doe, 43, has left.": ["digits_at", "_apposed"],
    "It was her third novel.": ["ordinal_at"],
    "He ran for three years and eight months.": ["words_at", "unit_at", "join_compounds"],
}
DATES = {
    "It opened on 11 November 2022.": ["day_month_year", "calendar_day"],
    "It opens next week.": ["deictic_unit", "deictic_unit"],
    "It closed two weeks ago.": ["ago", "ago"],
    "Doors close at 3 p.m. sharp.": ["_twelve_hours"],
}


@pytest.mark.model
@pytest.mark.parametrize(("text", "rule"), QUOTES.items())
def test_quote_has_the_function_of_its_construction(parsed: Parse, text: str, rule: str) -> None:
    trace: Trace = {}
    quotes = components.quotes(Tokens(parsed(text)), trace=trace)
    assert quotes and set(trace) == {(each.start, each.end) for each in quotes}
    assert rule in names_of(trace, quotes[0].start, quotes[0].end)


@pytest.mark.model
@pytest.mark.parametrize(("text", "rules"), [*NUMBERS.items(), *DATES.items()])
def test_number_has_its_reader_and_what_classified_it(parsed: Parse, text: str, rules: list[str]) -> None:
    trace: Trace = {}
    numbers = components.numbers(Tokens(parsed(text)), "2024-05-06", trace=trace)
    assert numbers
    assert names_of(trace, numbers[0].start, numbers[0].end) == rules


@pytest.mark.model
def test_name_has_the_rules_that_found_repaired_and_typed_it(parsed: Parse) -> None:
    doc = parsed("The Fulda Gazette praised Mr. Quill. A spokesman for the firm Zorb said Quill had left.")
    trace: Trace = {}
    entities = components.entities(Tokens(doc), trace=trace)
    assert {(each.start, each.end) for entity in entities for each in entity.mentions} <= set(trace)
    assert all(trace.values())


@pytest.mark.model
def test_name_as_recognized_has_the_recognizer_alone(parsed: Parse) -> None:
    doc = parsed("She moved to Berlin.")
    trace: Trace = {}
    components.entities(Tokens(doc), trace=trace)
    assert [[rule.__name__ for rule in rules if callable(rule)] for rules in trace.values()] == [["recognized"]]
    assert "GPE" not in NUMERIC


@pytest.mark.model
def test_rules_of_a_name_follow_its_changes(parsed: Parse) -> None:
    words = Words(Tokens(parsed("Mr. Quill left.")))
    title, bare, typed = Name(0, 2, "ORG"), Name(1, 2, "ORG"), Name(1, 2, "PERSON")
    words.by(place, bare, title)
    words.by(names_of, typed, bare)
    assert [rule.__name__ for rule in words.rules(typed) if callable(rule)] == ["recognized", "place", "names_of"]


@pytest.mark.model
def test_trace_changes_no_fact(parsed: Parse) -> None:
    doc = parsed("Ada Quill said on Monday that Zorb would pay $4.2 million. “It is late,” she added.")
    assert components.numbers(Tokens(doc), "2024-05-06", trace={}) == components.numbers(Tokens(doc), "2024-05-06")
    assert components.quotes(Tokens(doc), trace={}) == components.quotes(Tokens(doc))
    assert components.entities(Tokens(doc), trace={}) == components.entities(Tokens(doc))
    assert doc_extensions.grouped_entities(doc)


NAME_RULES = [rule for step in NAME_STEPS for each in step for rule in (each if isinstance(each, tuple) else (each,))]


@pytest.mark.parametrize("rule", [*MEANINGS.values(), *ACTIVE, *filter(callable, NAME_RULES)])
def test_place_of_a_function_is_the_line_of_its_definition(rule: Callable[..., object]) -> None:
    assert is_definition(place(rule))


def test_place_of_a_construction_is_the_line_of_its_row() -> None:
    for construction in constructions():
        found = place(construction.row)
        lines = files("newsview").joinpath(found.file).read_text("utf-8").splitlines()
        assert lines[found.line - 1] == f'name = "{construction.name}"'
        assert lines[found.line - 2] == "[[construction]]"


def test_place_of_a_row_that_is_not_there_is_an_error() -> None:
    row = constructions()[0].row._replace(name="no_such_row")
    with pytest.raises(LookupError, match="no_such_row"):
        place(row)


def names_of(trace: Trace, start: int, end: int) -> list[str]:
    return [place(rule).name for rule in trace[start, end]]


def is_definition(found: Place) -> bool:
    """Whether a function of that name is defined, or decorated, at that line."""
    source = Path(str(files("newsview"))).joinpath(found.file).read_text("utf-8")
    return any(
        isinstance(node, ast.FunctionDef)
        and node.name == found.name
        and found.line in (node.lineno, *(each.lineno for each in node.decorator_list))
        for node in ast.walk(ast.parse(source))
    )
