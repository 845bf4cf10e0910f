"""JSON text: limits, errors, round trips."""

from __future__ import annotations

import json

import pytest

from newsview.model import json_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": "bad\udcffname", "\ud800": 1}, b'{"a":"bad\xef\xbf\xbdname","\xef\xbf\xbd":1}\n'),
        (
            [10**25, -(10**25), 2**64 - 1, -(2**63), 10**400],
            b"[1e25,-1e25,18446744073709551615,-9223372036854775808,null]\n",
        ),
        ([10**25, float("inf"), True, None], b"[1e25,null,true,null]\n"),
        ((1, "“ü🚌”"), '[1,"“ü🚌”"]\n'.encode()),
    ],
)
def test_values_outside_json_are_written_as_nearest(value: object, text: bytes) -> None:
    assert json.loads(json_text.line(value)) == json.loads(text)


def test_key_that_is_not_text_is_refused() -> None:
    with pytest.raises(json_text.JsonError):
        json_text.line({1: 2})


def test_written_text_is_read_back() -> None:
    value = {"a": [1, 2.5, None, True, "x\n\u2028"], "b": {}}
    assert json_text.read(json_text.pretty(value)) == value == json_text.quick(json_text.line(value))
