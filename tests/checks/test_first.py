"""The check-first list: order, reasons, what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsview.checks.first import check_first
from newsview.checks.run import findings_of
from newsview.model.facts import Decision
from newsview.model.finding import Ranked
from tests.checks.conftest import Analysed

pytestmark = pytest.mark.model

TEXT = """Council buys bicycles

The morning was grey. The council has bought 412 bicycles for $310,000, Ada Quill said.

Rents rose 14% last year, more than in any other town. Two men watched the ceremony.

“This is the largest fleet in the country,” Quill said. Did it cost $9 million? The trial began on Tuesday, 14 March 2024.
"""


def reasons(ranked: list[Ranked]) -> list[tuple[str, list[str]]]:
    return [(each.text[:14], list(each.reasons)) for each in ranked]


def test_sentences_come_with_their_reasons_the_most_worthwhile_first(analysed: Analysed) -> None:
    ranked = check_first(analysed(TEXT))
    assert reasons(ranked) == [
        ("Rents rose 14%", ["a quantity (14%)", "a change (14% up)", "a comparison (“more than”)"]),
        ("The council ha", ["a quantity (412, $310,000)", "said by Ada Quill"]),
        ("“This is the l", ["a superlative (“largest”)", "said by Ada Quill"]),
    ]
    assert [each.score for each in ranked] == [2.0, 1.5, 0.75]
    assert all(TEXT[each.start : each.end] == each.text for each in ranked)


def test_list_is_cut_at_the_number_that_is_wanted(analysed: Analysed) -> None:
    assert len(check_first(analysed(TEXT), count=2)) == 2


def test_sentence_that_does_not_fit_comes_first(analysed: Analysed) -> None:
    analysis = analysed(TEXT)
    found = findings_of(analysis.article, analysis.facts)
    first = check_first(analysis, found)[0]
    assert first.text.startswith("The trial") and first.reasons == ["does not fit: 14 March 2024 was a Thursday"]
    dismissed = replace(analysis, review={each.id: Decision(status="rejected") for each in found})
    assert check_first(dismissed, found)[0].text.startswith("Rents")


def test_rejected_fact_is_no_reason(analysed: Analysed) -> None:
    analysis = analysed("The bridge is old.\n\nThe council has bought 412 bicycles.")
    assert check_first(analysis)
    rejected = {number.id: Decision(status="rejected") for number in analysis.numbers}
    assert check_first(replace(analysis, review=rejected)) == []


def test_figure_after_more_than_is_no_comparison(analysed: Analysed) -> None:
    for text in ("They waited for more than a week.", "It lasted less than half an hour.", "More than two men came."):
        assert check_first(analysed(f"The bridge is old.\n\n{text}")) == []


def test_opinion_alone_is_no_reason(analysed: Analysed) -> None:
    text = "Town meets\n\nThe pier is her greatest strength, Ada Quill said. One of the two clerks left. I help as much as I can. The pier is the best and cost $40 million."
    assert reasons(check_first(analysed(text))) == [
        ("The pier is th", ["a quantity ($40 million)", "a superlative (“best”)"]),
    ]


def test_record_is_a_reason_where_it_is_a_height(analysed: Analysed) -> None:
    text = "Town meets\n\nThe clerk praised her human rights record. The pier drew a record crowd in spring."
    assert reasons(check_first(analysed(text))) == [("The pier drew ", ["a superlative (“a record”)"])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mill lost $40 million, Ada Quill said.", "said by Ada Quill"),
        ("Quill, who predicted a storm, got $40 million for the mill.", None),
        ("The mill lost $40 million, according to their figures.", None),
        ("Zorbex said the mill lost $40 million.", "said by Zorbex"),
        ("Officials said the mill lost $40 million.", "said by Officials"),
    ],
)
def test_speaker_is_a_reason_only_of_what_that_speaker_says(
    analysed: Analysed, sentence: str, expected: str | None
) -> None:
    text = f"Town meets\n\nAda Quill runs the mill. The chain Zorbex Mills & Sons has another.\n\n{sentence}"
    (last,) = (each for each in check_first(analysed(text)) if each.text == sentence)
    assert next((reason for reason in last.reasons if reason.startswith("said by")), None) == expected


def test_the_only_way_is_a_judgement(analysed: Analysed) -> None:
    text = "Town meets\n\nThe pier is the only way to grow. The pier is the only one on the lake."
    assert reasons(check_first(analysed(text))) == [("The pier is th", ["a superlative (“the only”)"])]
