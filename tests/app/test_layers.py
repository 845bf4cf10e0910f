from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsview.app.render.layers import Layer, control_signs, runs

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


def test_runs_are_cut_where_layers_begin_and_end() -> None:
    assert runs(0, 10, [Layer("quote", [(2, 8)]), Layer("number", [(4, 5)])]) == [
        (0, 2, ()),
        (2, 4, ("quote",)),
        (4, 5, ("quote", "number")),
        (5, 8, ("quote",)),
        (8, 10, ()),
    ]


@given(STRETCHES, STRETCHES, st.integers(0, 40), st.integers(1, 20))
def test_every_character_gets_the_layers_that_cover_it(
    one: list[tuple[int, int]], two: list[tuple[int, int]], start: int, length: int
) -> None:
    found = runs(start, start + length, [Layer("one", one), Layer("two", two)])
    assert [low for low, _, _ in found] == [start, *(high for _, high, _ in found[:-1])]
    assert found[-1][1] == start + length
    for low, high, names in found:
        for at in range(low, high):
            covered = [name for name, each in (("one", one), ("two", two)) if any(a <= at < b for a, b in each)]
            assert list(names) == covered


def test_cleaned_control_codes_are_found_with_second_character() -> None:
    text = "a \ufffd]0;title\ufffd b \ufffd[31m \ufffdx \ufffd"
    assert [text[low:high] for low, high in control_signs(text, 0, len(text))] == [
        "\ufffd]",
        "\ufffd",
        "\ufffd[",
        "\ufffd",
        "\ufffd",
    ]
    at = text.index("]")
    assert control_signs(text, at, at + 3) == [(at - 1, at + 1)], "a line that begins between the two"
    assert control_signs("]0;title [b]", 0, 12) == []
