"""Normal forms of words: which spellings are the same, and which are not."""

import pytest

from newsview.compare.tokens import tokens


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We can’t pay,” she said.", '"We can\'t pay", she said'),
        ("a well-known plan — or two", "a well known plan - or 2"),
        ("12 per cent", "12%"),
        ("12 percent", "12 per cent"),
        ("$5 million", "$5m"),
        ("$5 million", "$5.0 mn"),
        ("$1.5 billion", "$1.5bn"),
        ("US$40", "$40"),
        ("2,000 people", "2000 people"),
        ("2\u00a0000 people", "2000 people"),
        ("twenty-five days", "25 days"),
        ("five thousand", "5,000"),
        ("Sept. 4", "September 4"),
        ("the U.S. army", "the US army"),
        ("Mr. Holt", "Mr Holt"),
        ("three kilometres", "3 km"),
        ("the 1st", "the first"),
        ("Wait… now", "Wait ... now"),
    ],
)
def test_spellings_of_one_value_are_the_same(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5 million", "$5 billion"),
        ("$5", "£5"),
        ("12%", "12"),
        ("did", "didn't"),
        ("5 km", "5 miles"),
        ("1.5", "15"),
        ("Holt", "Hotl"),
    ],
)
def test_other_values_and_words_differ(one: str, other: str) -> None:
    assert forms(one) != forms(other)


def test_a_token_has_its_place() -> None:
    text = "It cost $5 million, or twenty-five cents."
    assert [text[token.start : token.end] for token in tokens(text) if token.figure] == ["5 million", "twenty-five"]


@pytest.mark.parametrize("text", ["9" * 5000, "1.2.3.4", "٣٤", "5 million million million", "½ ² ¾", "", "\ufeff"])
def test_odd_figures_are_tokens_too(text: str) -> None:
    assert all(text[token.start : token.end] for token in tokens(text))
