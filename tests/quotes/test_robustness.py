"""Invariants for any text: no exception, exact offsets, cost in proportion to length."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes
from newsview.extraction.quotes.quotation_marks import quotations
from tests.effort import examples
from tests.timing import costs_at_most

SOUP = st.lists(
    st.sampled_from(
        [*"\"'“”‘’«»„“`()[]:;,.!?—-\n ", "''", "``", " said", " he", "Smith", " that", " It is late", "\n\n"]
    ),
    min_size=1,
    max_size=40,
).map("".join)


def check(doc: Doc) -> None:
    """Assert that spans match the text, and that contents are ordered without overlap."""
    last = 0
    for quote in sorted(find_quotes(Tokens(doc)), key=lambda each: each.start):
        assert doc.text[quote.start : quote.end] == quote.text
        assert quote.content[0].start == quote.start
        assert quote.content[-1].end == quote.end
        for part in quote.content:
            assert part.start < part.end
            assert last <= part.start or part is quote.content[0]
            last = part.end
        for span in (quote.speaker, quote.cue):
            assert span is None or doc.text[span.start : span.end] == span.text


@pytest.mark.model
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SOUP)
def test_random_marks_give_exact_spans(nlp: Language, soup: str) -> None:
    check(nlp(soup))


@pytest.mark.model
def test_doc_without_stored_paragraphs_is_accepted(nlp: Language) -> None:
    found = find_quotes(Tokens(nlp("“It is late,” Mary Stone said.\n\n“It is early,” said John Park.")))
    assert [quote.speaker.text for quote in found if quote.speaker] == ["Mary Stone", "John Park"]


@pytest.mark.model
def test_empty_doc_has_no_quotes(nlp: Language) -> None:
    assert find_quotes(Tokens(nlp(""))) == []


def seconds(doc: Doc) -> float:
    """CPU seconds of one run, with the word tables loaded before."""
    start = time.process_time()
    find_quotes(Tokens(doc))
    return time.process_time() - start


@pytest.mark.model
def test_cost_is_linear_in_number_of_quotes(nlp: Language) -> None:
    text = "“It is late,” Mary Stone said. “We go.”\n\nHe said that it was early, and “nobody” came.\n\n"
    one = nlp(text * 40)
    few = Doc.from_docs([one] * 2)
    many = Doc.from_docs([one] * 20)
    assert few is not None
    assert many is not None
    seconds(few)
    assert costs_at_most(25, lambda: seconds(many), lambda: seconds(few))


@pytest.mark.model
def test_cost_of_5000_quotes_in_one_paragraph_is_bounded(nlp: Language) -> None:
    one = nlp("“It is late,” Mary Stone said. “We go,” John Park replied. " * 25)
    few, many = Doc.from_docs([one] * 10), Doc.from_docs([one] * 100)
    assert few is not None
    assert many is not None
    assert len(find_quotes(Tokens(few))) >= 490
    assert costs_at_most(25, lambda: seconds(many), lambda: seconds(few))


@pytest.mark.model
def test_cost_is_linear_in_number_of_marks_that_are_never_closed(nlp: Language) -> None:
    one = nlp("“word " * 100)
    few, many = Doc.from_docs([one] * 10), Doc.from_docs([one] * 100)
    assert few is not None
    assert many is not None
    seconds(few)
    assert costs_at_most(18, lambda: seconds(many), lambda: seconds(few))


@pytest.mark.model
@pytest.mark.parametrize(
    "unit", [", adding that it rains and said ", "“a” said, ", "the report by Smith of ", "He said “it was bad, and "]
)
def test_cost_is_linear_in_length_of_one_sentence(nlp: Language, unit: str) -> None:
    def parsed(times: int) -> Doc:
        doc = nlp.tokenizer(unit * times)
        for token in doc:
            token.is_sent_start = token.i == 0
        for name in ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"):
            doc = nlp.get_pipe(name)(doc)
        return doc

    seconds(parsed(10))
    many, few = parsed(600), parsed(100)
    assert costs_at_most(20, lambda: seconds(many), lambda: max(seconds(few), 0.005))


@pytest.mark.parametrize("unit", ["“", '"', "'", "“a ", "a’ ", "‘a’ “b” ", '"a" "', "s’ x ", "«»„“"])
def test_cost_is_linear_in_length_of_run_of_marks(unit: str) -> None:
    def cost(times: int) -> float:
        text = unit * times
        start = time.process_time()
        quotations(text, [(0, len(text))])
        return time.process_time() - start

    assert costs_at_most(40, lambda: cost(40_000), lambda: max(cost(4_000), 0.002))
