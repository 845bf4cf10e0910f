"""Fact ids: stable over extractions and edits elsewhere in the article."""

from hypothesis import given
from hypothesis import strategies as st

from newsview.model.ids import stable_ids

KEYS = st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=12)


@given(KEYS)
def test_ids_are_unique_and_repeatable(keys: list[tuple[str, str]]) -> None:
    ids = stable_ids("n", keys)
    assert len(set(ids)) == len(keys)
    assert stable_ids("n", keys) == ids


def test_spacing_punctuation_and_case_do_not_change_an_id() -> None:
    assert stable_ids("q", [("It rained,  he said.", "It rained,")]) == stable_ids(
        "q", [("it rained he said", "IT RAINED")]
    )


def test_a_fact_elsewhere_does_not_change_an_id() -> None:
    alone = stable_ids("n", [("It cost $5.", "$5")])
    assert stable_ids("n", [("It rained 3 mm.", "3 mm"), ("It cost $5.", "$5")])[1:] == alone


def test_equal_facts_are_numbered_in_order() -> None:
    first, second = stable_ids("n", [("5 and 5", "5"), ("5 and 5", "5")])
    assert second == f"{first}-2"


def test_the_kind_is_part_of_the_id() -> None:
    assert stable_ids("n", [("a", "b")]) != stable_ids("q", [("a", "b")])
