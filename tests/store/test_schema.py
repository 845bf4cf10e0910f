"""JSON Schema of the saved file: agrees with the records and with what is saved."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import jsonschema
import orjson
import pytest
from spacy.language import Language

from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline
from newsview.model import article, facts
from newsview.model.codec import encode
from newsview.model.schema import schema
from newsview.reading.build_article import build_article
from newsview.store.load import load
from newsview.store.save import facts_bytes, save
from tests.places import SEEDS
from tests.store import samples

ARTICLES = sorted(SEEDS.glob("*.txt"))
RECORDS = [
    record
    for module in (article, facts)
    for record in vars(module).values()
    if is_dataclass(record) and isinstance(record, type) and record.__module__ == module.__name__
    if record not in (facts.Facts, article.Extensible)  # never saved on their own
]
"""Every record of the two modules of records."""


def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def test_what_is_saved_is_valid() -> None:
    validator().validate(orjson.loads(facts_bytes(samples.analysis(extra={"future": 1}))))


@pytest.mark.model
def test_what_is_extracted_from_the_seeds_is_valid(nlp: Language) -> None:
    extractor = Extractor(Pipeline(nlp, "en_core_web_md 3.7.1"))
    check = validator()
    for path in ARTICLES:
        analysis = extractor.analysis(build_article(path.read_text(encoding="utf-8"), path=path.name))
        check.validate(orjson.loads(facts_bytes(analysis)))
    assert ARTICLES


COMPUTED = {"findings"}
"""Keys of a saved file that are no fields of a record: ``Analysis.findings`` is computed."""


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_schema_matches_the_records(record: type) -> None:
    whole = schema()
    described = whole if record is facts.Analysis else whole["$defs"][record.__name__.lower()]
    own = [field for field in fields(record) if field.name != "extra"]
    assert [name for name in described["properties"] if name not in COMPUTED] == [field.name for field in own]
    needed = [field.name for field in own if field.default is MISSING and field.default_factory is MISSING]
    assert described["required"] == needed
    assert "additionalProperties" not in described
    hints = get_type_hints(record)
    for field in own:
        values = _literals(hints[field.name])
        if values:
            assert described["properties"][field.name]["enum"] == values


def _literals(hint: Any) -> list[str | None]:
    """The values of ``Literal[…]`` or ``Literal[…] | None``."""
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    choices = get_args(hint)
    literal = next((choice for choice in choices if get_origin(choice) is Literal), None)
    return [*get_args(literal), None] if literal is not None and type(None) in choices else []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), 2),
        (("article", "text"), None),
        (("article", "sha256"), "abc"),
        (("article", "published"), "1 May"),
        (("entities", 0, "mentions"), []),
        (("numbers", 0, "value"), "4"),
        (("numbers", 0, "start"), -1),
        (("numbers", 0, "modifier"), "≈"),
        (("quotes", 0, "speaker"), "Doe"),
        (("review",), []),
        (("review", "e-1"), {"status": "maybe"}),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], value: object) -> None:
    plain: Any = encode(samples.analysis())
    at = plain
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not validator().is_valid(plain)


def test_unknown_version_has_no_schema() -> None:
    with pytest.raises(LookupError):
        schema(0)


ADDED = {
    "aside": False, "act": "speech", "stance": "states", "range": None,
    "id": None, "metadata": {}, "published_from": None, "notices": [],
}  # fmt: skip
"""The keys that later versions added to version 1, with what their absence means."""


DERIVED = {"name", "link", "sure"}
"""The keys added to a speaker; without them they follow from its entity."""


def without_added(now: object, then: object) -> object:
    """*now* without the added keys that *then* does not have and that have their default."""
    if isinstance(now, dict) and isinstance(then, dict):
        kept = {key: value for key, value in now.items() if key in then or not _is_added(key, value)}
        return {key: without_added(value, then.get(key)) for key, value in kept.items()}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [without_added(*pair) for pair in zip(now, then, strict=True)]
    return now


def _is_added(key: str, value: object) -> bool:
    return key in DERIVED or (key in ADDED and value == ADDED[key])


def test_sample_of_every_released_schema_is_saved_unchanged_but_for_added_keys(tmp_path: Path) -> None:
    released = sorted(Path(__file__).with_name("released").glob("v*.facts.json"))
    assert [path.name for path in released] == ["v1.facts.json"]
    for path in released:
        loaded = load(path)
        assert loaded.repaired == ()
        speakers = [quote.speaker for quote in loaded.analysis.quotes if quote.speaker]
        assert [(each.name, each.link, each.sure) for each in speakers] == [
            ("Jane Doe", "name", True),
            ("John Smith", None, False),
        ]
        copy = tmp_path / path.name
        save(loaded.analysis, copy)
        then, now = orjson.loads(path.read_bytes()), orjson.loads(copy.read_bytes())
        assert without_added(now, then) == then
        jsonschema.Draft202012Validator(schema(1)).validate(then)
        jsonschema.Draft202012Validator(schema(1)).validate(now)


@pytest.mark.parametrize(
    "module", ["newsview.store", "newsview.workers.client", "newsview.model.schema", "newsview.workers.events"]
)
def test_what_the_reader_needs_first_imports_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"spacy", "thinc", "numpy", "textual", "jsonschema", "click", "platformdirs", "difflib", "multiprocessing"}
    assert heavy.isdisjoint(loaded)
