"""The same article written otherwise has the same facts."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline
from tests.effort import sample
from tests.fuzz.variants import KINDS, VARIANTS, compared, curly, wrapped
from tests.places import SEEDS

MADE = """Café owner André Müller told the Zürich council that rents rose by 12% in 2023.  "We can't pay 9% more," he said.

Ada Quill, who chairs the council, said: "It isn't over." Growth of 6-6.5% was expected in 2024, the bank's director said.

"If it rains," José Peña said, "the harvest won't start before May 5."
"""


@pytest.mark.model
def test_variants_of_an_article_have_its_facts(nlp: Language) -> None:
    extractor = Extractor(Pipeline(nlp, "the default"))
    seeds = [path.read_text(encoding="utf-8") for path in sample(sorted(SEEDS.glob("*.txt")), 3)]
    for name, result in compared(extractor, [MADE, *seeds]).items():
        assert result.articles and not any(result.differences[kind] for kind in KINDS), (name, result.examples)


def test_variants_change_an_article() -> None:
    assert all(change(MADE) != MADE for name, change in VARIANTS.items() if "straight" not in name)
    assert wrapped("word " * 20) == "word " * 13 + "word\nword word word word word word"
    assert wrapped("word " * 20 + "\n\none\ntwo") == "word " * 20 + "\n\none\ntwo"
    assert curly('He said: "A." She left.\n\nSix" pipe "b"') == 'He said: “A.” She left.\n\nSix" pipe "b"'
