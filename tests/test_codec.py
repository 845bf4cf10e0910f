"""Records to JSON and back: lossless, with the place of every mismatch."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.model import json_text
from newsview.model.codec import FormatError, decode, encode
from newsview.model.facts import Decision, Number, Quote, Range, Speaker

SPAN = {"text": "ten", "start": 3, "end": 6}
QUOTE = {
    "id": "q-1", "kind": "direct", "text": "Go.", "start": 1, "end": 4, "content": [{"start": 1, "end": 4}],
    "speaker": {"text": "Ada", "start": 10, "end": 13, "entity": None, "name": "Ada", "link": None, "sure": False},
    "cue": None,
    "sentence": "s1", "sentences": ["s1"], "origin": "extracted", "aside": False, "act": "speech", "stance": "states",
}  # fmt: skip


def test_a_record_survives_the_round_trip() -> None:
    quote = decode(Quote, QUOTE)
    assert quote.speaker == Speaker(text="Ada", start=10, end=13, name="Ada")
    assert quote.content == (Range(start=1, end=4),)
    assert encode(quote) == QUOTE


def test_keys_come_in_the_order_of_the_schema() -> None:
    assert list(encode(decode(Quote, dict(reversed(QUOTE.items()))))) == list(QUOTE)


def test_unknown_keys_survive_at_every_depth() -> None:
    plain = {**QUOTE, "mood": "angry", "content": [{"start": 1, "end": 4, "page": 7}]}
    assert encode(decode(Quote, plain)) == plain


def test_missing_optional_keys_get_their_default() -> None:
    number = decode(Number, {"id": "n-1", "sentence": "s1", "kind": "cardinal", **SPAN})
    assert (number.value, number.modifier, number.vague, number.origin) == (None, "=", False, "extracted")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"start": "1"}, "start"),
        ({"start": True}, "start"),
        ({"kind": "shouted"}, "kind"),
        ({"content": {"start": 1}}, "content"),
        ({"content": [{"start": 1}]}, "content[0]"),
        ({"speaker": "Ada"}, "speaker"),
        ({"text": None}, "text"),
    ],
)
def test_a_value_of_another_type_is_refused_by_its_place(change: dict[str, object], place: str) -> None:
    with pytest.raises(FormatError) as refused:
        decode(Quote, {**QUOTE, **change})
    assert str(refused.value).startswith(place)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_decodes_or_is_refused(data: object) -> None:
    try:
        decision = decode(Decision, data)
    except FormatError:
        return
    assert isinstance(decision, Decision)


def test_characters_that_a_terminal_interprets_are_escaped() -> None:
    value = {"id": "a\x9b31m\x7f\u202eb\u2066\ufeff\u2028\u061c é — “x”"}
    for written in (json_text.line(value), json_text.pretty(value)):
        assert orjson.loads(written) == value
        assert not set("\x9b\x7f\u202e\u2066\ufeff\u2028\u061c") & set(written.decode())
        assert "é — “x”" in written.decode()
