"""Versions of everything that determines the facts: parts of one run must agree on them."""

from __future__ import annotations

from dataclasses import dataclass

from newsview._version import __version__
from newsview.workers.model_files import no_pipeline, pipeline_label, spacy_version


@dataclass(frozen=True, slots=True)
class Versions:
    """newsview's, spaCy's and the model's (``en_core_web_md 3.7.1``)."""

    newsview: str
    spacy: str | None
    model: str

    def __str__(self) -> str:
        return f"newsview {self.newsview}, spaCy {self.spacy}, {self.model}"


def installed(model: str | None) -> Versions:
    """Those of this machine, for the pipeline *model* or the default. Raises ``ModelMissingError``; imports no spaCy."""
    label = pipeline_label(model)
    if label is None:
        raise no_pipeline(model)
    return Versions(__version__, spacy_version(), label)
