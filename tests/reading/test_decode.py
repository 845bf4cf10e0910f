"""Encodings: exact text or a one-line error."""

from __future__ import annotations

import codecs
import random
import re

import pytest

from newsview.errors import UnreadableError, UsageError
from newsview.reading.decode import decode

TEXT = (
    "“We can’t wait,” the mayor of São Paulo said – at the café – on Monday. It’s £4 million… or more.\n"
    "The council of Springfield voted late on Monday to close the bridge. Señor Müller of Zürich said naïve things.\n"
) * 5
PLAIN = "The council of Springfield voted late on Monday to close the old bridge.\n" * 5


@pytest.mark.parametrize(("data", "name"), [
    (TEXT.encode(), "utf-8"),
    (TEXT.encode("utf-8-sig"), "utf-8-sig"),
    (TEXT.encode("utf-16"), "utf-16"),
    (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
    (TEXT.encode("utf-32"), "utf-32"),
    (TEXT.encode("utf-16-le"), "utf-16-le"),
    (TEXT.encode("utf-16-be"), "utf-16-be"),
    (TEXT.encode("utf-32-le"), "utf-32-le"),
    (TEXT.encode("utf-32-be"), "utf-32-be"),
    (TEXT.encode("cp1252"), "cp1252"),
    (TEXT.encode("mac_roman"), "mac_roman"),
    (PLAIN.encode(), "utf-8"),
    (b"A", "utf-8"),
])  # fmt: skip
def test_encoding_is_detected(data: bytes, name: str) -> None:
    text, found, _ = decode(data)
    assert found == name
    assert text.removeprefix("\ufeff") in (TEXT, PLAIN, "A")


ENCODINGS = """
ascii big5 big5hkscs cp037 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437
cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 cp932 cp949 cp950
euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk hp_roman8 hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004
iso2022_jp_3 iso2022_jp_ext iso2022_kr iso8859_1 iso8859_2 iso8859_15 johab koi8_r koi8_u mac_cyrillic mac_greek mac_iceland
mac_latin2 mac_roman mac_turkish ptcp154 shift_jis shift_jis_2004 shift_jisx0213 tis_620 utf_7 utf_8 utf_16 utf_32
"""


@pytest.mark.parametrize("name", ENCODINGS.split())
def test_every_encoding_is_decoded_exactly_or_refused(name: str) -> None:
    tried = 0
    for wanted in (TEXT, "".join(char for char in TEXT if char < "\x7f" or char in "“”’–…"), PLAIN):
        try:
            data = wanted.encode(name)
        except UnicodeError:
            continue
        tried += 1
        try:
            text = decode(data).text
        except UnreadableError as error:
            assert "\n" not in str(error) and len(str(error)) > 20
        else:
            assert text == wanted
        assert decode(data, name)[0].removeprefix("\ufeff") == wanted
    assert tried


def test_one_stray_byte_of_utf8_is_replaced_and_told() -> None:
    data = TEXT.encode()
    cut = data[: data.index("’".encode()) + 1]
    for broken in (cut, data[:100] + b"\xff" + data[100:]):
        text, encoding, notice = decode(broken)
        assert (text.count("\ufffd"), encoding) == (1, "utf-8")
        assert notice is not None and re.search(r"1 broken character was replaced .* from byte \d+", notice)


def test_one_byte_in_a_thousand_is_replaced_in_a_named_encoding() -> None:
    data = PLAIN.encode() * 40
    text, encoding, notice = decode(data[:50] + b"\xff" + data[50:], "utf-8")
    assert (len(text), encoding) == (len(data) + 1, "utf-8")
    assert notice is not None and "UTF-8, from byte 51" in notice


def test_replacement_characters_of_the_text_are_not_counted() -> None:
    text = f"The mayor\ufffds “plan” costs €4.\n{PLAIN}"
    assert decode(text.encode()) == (text, "utf-8", None)
    assert decode(text.encode() + b"\xe2\x80").notice is not None


def test_damaged_utf8_is_not_decoded_as_windows_1252() -> None:
    data = "“Café” — “äö”, they said. ".encode() * 3
    with pytest.raises(UnreadableError, match=r"UTF-8 with 2 broken characters, the first at byte 4"):
        decode(data[:3] + b"\xff" + data[3:] + b"\xff")


def test_mutated_bytes_raise_only_unreadable_error() -> None:
    chance = random.Random(7)
    for encoding in ("utf-8", "utf-16", "utf-32", "cp1252", "shift_jis_2004"):
        data = TEXT.encode(encoding, "ignore")
        for _ in range(40):
            bytes_ = bytearray(data[chance.randrange(50) : chance.randrange(60, len(data))])
            for _ in range(chance.randrange(4)):
                bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
            try:
                text = decode(bytes(bytes_)).text
            except UnreadableError:
                continue
            assert isinstance(text, str)


@pytest.mark.parametrize(("data", "said"), [
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
    (b"PK\x03\x04\x14\x00\x06\x00", "Word"),
    (b"{\\rtf1\\ansi Hello", "Rich Text"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\x1f\x8b\x08\x00", "compressed"),
    (bytes(range(256)) * 8, "binary"),
    (b"\x00" * 100, "binary"),
    (b"\x01\x02", "no text"),
    (codecs.BOM_UTF16_LE + b"a\x00b", "truncated"),
])  # fmt: skip
def test_non_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        decode(data)


def test_few_stray_control_bytes_are_accepted() -> None:
    data = b"The mayor\x07 said\x00 so.\x1b[31m " + PLAIN.encode()
    assert decode(data) == (data.decode(), "utf-8", None)


def test_encoding_by_name() -> None:
    assert decode("é“".encode("cp1252"), "windows-1252")[:2] == ("é“", "cp1252")
    assert decode(b"caf\x82", "cp850")[:2] == ("café", "cp850")
    with pytest.raises(UnreadableError, match="not valid utf-8"):
        decode(b"caf\x82", "utf-8")
    for wrong in ("klingon", "rot13", "hex", "", "a\x00b", "\ud800", "utf-8\x1b[2J"):
        with pytest.raises(UsageError, match="--encoding") as caught:
            decode(b"cafe", wrong)
        assert "\x1b" not in str(caught.value) and "\n" not in str(caught.value)


TELEPHONES = "Contacts: Dublin +353-1-555-0148, Hong Kong +852-5550-1234, Lagos +234-1-555-0199, Seoul +104-555-0100."
PLUSES = (
    TELEPHONES,
    "Write to press+dublin-office@example.org, press+seoul-office@example.org or press+lagos-office@example.org.",
    "https://example.org/?q=bridge+repairs-cost+council-vote+Monday-night+water-level",
    "The A+level-like test, the 5G+AMA-ready set and C++and-Java courses; 3+two-year terms; Disney+and-Hulu bundle.",
    "Rates rose +0.5-point, +100-point and +250-point steps; +1-800-555-0100; 1+1-2; x+abc-y+def-z+foo-w.",
    "Content: +Jm9vYmFyYmF6cXV4+/abcdefghij+KLMNOPQRSTUVWXYZ0123456789+/=",
)


@pytest.mark.parametrize("text", PLUSES)
def test_plain_text_with_plus_signs_is_not_utf_7(text: str) -> None:
    assert decode(text.encode() * 3)[:2] == (text * 3, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_bytes_above_127_exclude_utf_7(encoding: str) -> None:
    text = f"{TELEPHONES} The café’s owner wrote +IBw-quoted+IB0- and +AOk-."
    assert decode(text.encode(encoding))[:2] == (text, encoding)


@pytest.mark.parametrize("text", [
    "“We can’t wait,” the mayor of São Paulo said.",
    "It costs €4 – or £3.",
    "Совет проголосовал в понедельник. Мост закрыт.",
    "市議会は月曜日に採決した。 Council 橋は閉鎖される。",
    "시의회가 월요일에 표결했다. Mayor 시장이말했다.",
    "他说：3月5日，市长、议员和其他人投票关闭了这座桥。A桥，B桥，C桥。",
    "قال رئيس البلدية إن الجسر مغلق.",
    "“Call +353 1 555 0148,” she said. “Or +234-1-555, it’s free.”",
])  # fmt: skip
def test_utf_7_is_detected(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"UTF-7 \(try utf_7\).*--encoding"):
        decode(text.encode("utf_7"))
    assert decode(text.encode("utf_7"), "utf_7")[:2] == (text, "utf-7")
