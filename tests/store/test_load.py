"""Loading of facts files, and one-line errors for invalid ones."""

from __future__ import annotations

import os
import tracemalloc
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.errors import NoInputError
from newsview.model import json_text
from newsview.model.article import Paragraph, Sentence
from newsview.model.codec import decode, encode
from newsview.reading.clean import composed, one_for_one
from newsview.store import composing
from newsview.store.load import FactsFileError, load
from newsview.store.save import facts_bytes
from tests.conftest import Tried
from tests.making import Maker
from tests.store import samples

GOOD = facts_bytes(samples.analysis())

Plain = dict[str, Any]


def refused(tmp_path: Path, data: bytes) -> str:
    path = tmp_path / "x.facts.json"
    path.write_bytes(data)
    with pytest.raises(FactsFileError) as caught:
        load(path)
    message = str(caught.value)
    assert "\n" not in message and len(message) < 400
    assert path.read_bytes() == data
    return message


def changed(change: Callable[[Plain], None]) -> bytes:
    plain = orjson.loads(GOOD)
    change(plain)
    return orjson.dumps(plain)


def test_a_file_cut_anywhere_is_refused(tmp_path: Path, tried: Tried) -> None:
    cuts = sorted({*range(0, len(GOOD) - 2, 97), 0, 1, len(GOOD) - 3})
    for cut in cuts:
        refused(tmp_path, GOOD[:cut])
    tried(f"{len(cuts)} truncations refused")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\0" * 100, "not JSON"),
        (b"\xff\xfe{}", "not JSON"),
        (b"null", "schema_version"),
        (b"7", "schema_version"),
        (b"[]", "schema_version"),
        (b'"text"', "schema_version"),
        (b"{}", "schema_version"),
        (b'{"schema_version": 0}', "schema_version"),
        (b'{"schema_version": true}', "schema_version"),
        (b'{"schema_version": 1.0}', "schema_version"),
        (b'{"schema_version": 1}', "missing"),
        (b'{"schema_version": 2}', "newer"),
        (b'{"schema_version": 99999999999999999999}', "newer|not JSON|schema_version"),
        (b'{"schema_version": 1, "x": NaN}', "not JSON"),
        (b'{"schema_version": 1, "x": Infinity}', "not JSON"),
        (b'{"schema_version": 1, "x": 1e999}', "not JSON|missing"),
        (b'{"schema_version": 1, "x": "\\ud800"}', "not JSON"),
        (b'{"schema_version": 1, "schema_version": 1}', "twice"),
        (b'{"schema_version": 1, "article": {"a": 1, "a": 2}}', "'a' occurs twice"),
        (b'{"schema_version": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "not JSON|deeper"),
        (b'{"schema_version": 1, "x": ' + b"[" * 1000 + b"]" * 1000 + b"}", "not JSON|deeper"),
        (b'{"schema_version": 1, "x": ' + b"[" * 70 + b"]" * 70 + b"}", "deeper"),
        (b'{"schema_version": 1, "x": ' + b'{"a":' * 300 + b"1" + b"}" * 301, "deeper"),
        (b'{"x":' * 500_000, "not JSON|deeper"),
    ],
    ids=lambda value: repr(value[:30]),
)
def test_other_files_are_refused_in_one_line(tmp_path: Path, data: bytes, words: str) -> None:
    message = refused(tmp_path, data)
    assert any(word in message for word in words.split("|")), message


CHANGES: dict[str, Callable[[Plain], object]] = {
    "entities[0].mentions[0]: ": lambda plain: plain["entities"][0]["mentions"][0].update(start=10**9, end=10**9 + 3),
    "numbers[0]: -5": lambda plain: plain["numbers"][0].update(start=-5),
    "numbers[0]: its words": lambda plain: plain["numbers"][0].update(text="$4.2 billion"),
    "numbers[1].cue: its words": lambda plain: plain["numbers"][1]["cue"].update(start=0, end=5),
    "numbers[0]: ": lambda plain: plain["numbers"][0].update(start=9, end=3),
    "quotes[0].content[0]: ": lambda plain: plain["quotes"][0]["content"][0].update(end=10**6),
    "quotes[0].speaker: its words": lambda plain: plain["quotes"][0]["speaker"].update(text="Roe"),
    "the facts: the id": lambda plain: plain["numbers"][0].update(id=plain["quotes"][0]["id"]),
    "the mentions: the id": lambda plain: plain["entities"][1]["mentions"].append(plain["entities"][0]["mentions"][0]),
    "article.sentences[0]": lambda plain: plain["article"]["sentences"][0].update(end=10**6),
    "article.sentences[1]": lambda plain: plain["article"]["sentences"].reverse(),
    "article.sentences[0]: it is not inside": lambda plain: plain["article"]["sentences"][0].update(paragraph="p9"),
    "article.paragraphs[1]": lambda plain: plain["article"]["paragraphs"][1].update(start=0),
    "article.paragraphs: the id": lambda plain: plain["article"]["paragraphs"][1].update(id="p1"),
    "entities[0]: it has no mention": lambda plain: plain["entities"][0].update(mentions=[]),
    "numbers[0].kind: expected": lambda plain: plain["numbers"][0].update(kind="colour"),
    "numbers[0].value: expected": lambda plain: plain["numbers"][0].update(value="4"),
    "numbers[0].start: expected": lambda plain: plain["numbers"][0].update(start=1.5),
    "numbers[0].vague: expected": lambda plain: plain["numbers"][0].update(vague=1),
    "numbers: expected": lambda plain: plain.update(numbers={}),
    "numbers[0]: expected": lambda plain: plain.update(numbers=[7]),
    "'text' is missing": lambda plain: plain["article"].pop("text"),
    "article.text: expected": lambda plain: plain["article"].update(text=None),
    "article: expected": lambda plain: plain.update(article="x"),
    "review: expected": lambda plain: plain.update(review=[]),
    "status: expected": lambda plain: plain["review"].update({"e-1": {"status": "maybe"}}),
    "edits: expected": lambda plain: plain["review"].update({"e-1": {"edits": "x"}}),
}


@pytest.mark.parametrize("where", CHANGES)
def test_invalid_record_is_refused_with_its_place(tmp_path: Path, where: str) -> None:
    def change(plain: Plain) -> None:
        CHANGES[where](plain)

    assert where in refused(tmp_path, changed(change))


def test_the_text_of_another_article_is_refused(tmp_path: Path) -> None:
    other = "Another text of " + "x" * 400
    assert "its words are not" in refused(
        tmp_path, changed(lambda plain: plain["article"].update(text=other, paragraphs=[], sentences=[]))
    )


def test_references_to_missing_records_are_dropped_and_reported(tmp_path: Path) -> None:
    def change(plain: Plain) -> None:
        plain["quotes"][0]["speaker"]["entity"] = "e-gone"
        plain["numbers"][0]["same_as"] = "n-gone"
        plain["numbers"][1]["sentence"] = "s99"
        plain["quotes"][1]["sentences"] = ["s98"]
        plain["entities"][1]["mentions"][0]["sentence"] = "s97"

    path = tmp_path / "x.facts.json"
    path.write_bytes(changed(change))
    loaded = load(path)
    whole = samples.analysis()
    speaker = loaded.analysis.quotes[0].speaker
    assert speaker is not None and speaker.entity is None
    assert loaded.analysis.numbers == whole.numbers
    assert loaded.analysis.quotes[1] == whole.quotes[1]
    assert loaded.analysis.entities[1] == whole.entities[1]
    assert len(loaded.repaired) == 3


ACTING = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp\u2028\r\x00\x7f\u200f\ufeff"


def test_control_characters_are_replaced_and_reported(tmp_path: Path) -> None:
    text = samples.TEXT.replace("reporters", ACTING + "reporters").replace("Jane Doe", "Jane\x1bDoe")
    path = tmp_path / "x.facts.json"
    plain = orjson.loads(facts_bytes(samples.analysis(samples.article(samples.TEXT))))
    whole = samples.article(text)
    number = samples.number(whole, "38 percent", kind="percent")
    plain["article"] |= {"text": text, "title": ACTING, "path": ACTING, "byline": ACTING}
    plain["article"]["paragraphs"] = [{"id": "p1", "start": 0, "end": len(text), "role": "body"}]
    plain["article"]["sentences"] = [{"id": "s1", "paragraph": "p1", "start": 0, "end": len(text)}]
    plain |= {
        "entities": [],
        "quotes": [],
        "numbers": [orjson.loads(orjson.dumps(encode(number))) | {"sentence": "s1"}],
    }
    plain["review"] = {"e-1": {"note": ACTING, "source": ACTING, "edits": {"name": ACTING}}}
    path.write_bytes(orjson.dumps(plain))
    loaded = load(path)
    article = loaded.analysis.article
    assert len(article.text) == len(text)
    shown = orjson.dumps(encode(loaded.analysis)).decode()
    assert not any(character in shown for character in ACTING if not character.isprintable())
    assert "\\u001b" not in shown and "\\u0000" not in shown and "\\u0007" not in shown
    assert article.text[loaded.analysis.numbers[0].start :].startswith("38 percent")
    assert len(loaded.repaired) == 1 and "replaced" in loaded.repaired[0]


@pytest.mark.parametrize("escaped", [True, False])
def test_control_characters_are_replaced_in_every_spelling(tmp_path: Path, escaped: bool) -> None:
    path = tmp_path / "x.facts.json"
    replaced = [character for character in map(chr, range(0x11_0000)) if one_for_one(character) != character]
    assert len(replaced) > 2080
    for character in replaced:
        if "\ud800" <= character <= "\udfff" or (character < " " and not escaped):
            continue  # no JSON
        plain = orjson.loads(GOOD)
        plain["article"]["title"] = "TITLE"
        path.write_bytes(orjson.dumps(plain).replace(b"TITLE", _written(character, escaped)))
        assert load(path).analysis.article.title == one_for_one(character)


def _written(character: str, escaped: bool) -> bytes:
    return b"\\u%04x" % ord(character) if escaped else character.encode()


def test_decisions_on_facts_that_are_gone_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.facts.json"
    path.write_bytes(changed(lambda plain: plain["review"].update({"q-gone": {"status": "rejected"}})))
    assert load(path).analysis.review["q-gone"].status == "rejected"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.facts.json"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD)
    assert load(path).analysis == samples.analysis()


def test_a_million_entities_are_refused_in_bounded_memory(tmp_path: Path) -> None:
    entity = b'{"id":"e-%d","name":"x","type":"X","role":null,"mentions":[]},'
    data = b'{"schema_version": 1, "entities": [' + b"".join(entity % index for index in range(1_000_000))
    data = data.removesuffix(b",") + b"]}"
    path = tmp_path / "x.facts.json"
    path.write_bytes(data)
    tracemalloc.start()
    try:
        with pytest.raises(FactsFileError, match=r"longer than|holds more than"):
            load(path)
        assert tracemalloc.get_traced_memory()[1] < 2 * json_text.MAX_BYTES
    finally:
        tracemalloc.stop()


def test_a_file_longer_than_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "x.facts.json"
    with path.open("wb") as file:
        file.truncate(json_text.MAX_BYTES * 100)
    with pytest.raises(FactsFileError, match="longer than 64 MiB"):
        load(path)


@pytest.mark.parametrize("kind", ["folder", "fifo", "device", "circle"])
def test_file_that_is_not_regular_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.facts.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path = Path("/dev/zero")
    else:
        path.symlink_to(path)
    with pytest.raises(FactsFileError):
        load(path)


def test_missing_file_is_no_input_error(tmp_path: Path) -> None:
    with pytest.raises(NoInputError):
        load(tmp_path / "x.facts.json")


def test_any_replaced_value_gives_an_analysis_or_one_line(tmp_path: Path, tried: Tried) -> None:
    """Each value of a saved file becomes each of a dozen others: never another exception."""
    path = tmp_path / "x.facts.json"
    odd: list[object] = [None, True, -1, 0, 2**63, 1.5, "", "x", [], {}, [[]], {"id": 1}, "e-1"]
    places = list(_places(orjson.loads(GOOD)))
    bent = accepted = 0
    for place in places:
        for value in odd:
            plain = orjson.loads(GOOD)
            at = plain
            for step in place[:-1]:
                at = at[step]
            at[place[-1]] = value
            path.write_bytes(orjson.dumps(plain))
            bent += 1
            try:
                analysis = load(path).analysis
            except FactsFileError as error:
                assert "\n" not in str(error)
            else:
                accepted += 1
                assert all(analysis.article.text[n.start : n.end] == n.text for n in analysis.numbers)
    tried(f"{bent} bent files: {accepted} read, {bent - accepted} refused")


def _places(value: object, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [at] if at else []
    if isinstance(value, dict):
        for key, each in value.items():
            found += _places(each, (*at, key))
    elif isinstance(value, list):
        for index, each in enumerate(value[:2]):
            found += _places(each, (*at, index))
    return found


def test_facts_of_a_decomposed_text_are_composed_with_their_offsets(tmp_path: Path) -> None:
    text = samples.TEXT.replace("Jane Doe", "Zoe\u0308 Doe\u0301")
    whole = {"start": 0, "end": len(text)}
    paragraph = decode(Paragraph, {"id": "p1", "role": "body", **whole})
    sentence = decode(Sentence, {"id": "s1", "paragraph": "p1", **whole})
    article = replace(samples.article(), text=text, paragraphs=(paragraph,), sentences=(sentence,))
    make = Maker(article)
    plain = {
        **encode(samples.analysis()),
        "article": encode(article),
        "entities": [encode(make.entity("Zoe\u0308 Doe\u0301", "PERSON"))],
        "quotes": [encode(make.quote("We cannot wait,", speaker=("John Smith", None)))],
        "numbers": [],
    }
    path = tmp_path / "a.facts.json"
    path.write_bytes(orjson.dumps(plain))
    loaded = load(path).analysis
    composed = loaded.article.text
    assert composed == unicodedata.normalize("NFC", text) and len(composed) == len(text) - 2
    (entity,), (quote,) = loaded.entities, loaded.quotes
    (mention,) = entity.mentions
    assert entity.name == mention.text == composed[mention.start : mention.end] == "Zo\u00eb Do\u00e9"
    assert quote.text == composed[quote.start : quote.end] == "We cannot wait,"


@given(st.text(st.sampled_from("aoe\u0301\u0308\u0316\u1100\u1161\u11a8\u212b\ufb2a\u00e9 n"), max_size=12))
def test_places_in_a_composed_text_are_those_of_equal_words(text: str) -> None:
    places = composing._places(text)
    assert len(places) == len(text) + 1 and places == sorted(places)
    assert places[-1] == len(composed(text))
    for start in range(len(text)):
        if places[start] != places[max(0, start - 1)] or not start:
            assert composed(text)[places[start] :] == composed(text[start:])
