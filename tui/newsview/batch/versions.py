"""Versions of newsview, spaCy and the model, which must be the same for all parts of a run."""

from __future__ import annotations

from dataclasses import dataclass

from newsview._version import __version__
from newsview.workers.model_files import no_pipeline, pipeline_label, spacy_version


@dataclass(frozen=True, slots=True)
class Versions:
    """Versions of newsview, spaCy and the model (``en_core_web_md 3.7.1``)."""

    newsview: str
    spacy: str | None
    model: str

    def __str__(self) -> str:
        return f"newsview {self.newsview}, spaCy {self.spacy}, {self.model}"


def installed(model: str | None) -> Versions:
    """The installed versions, for the pipeline *model* or the default; imports no spaCy. Raises ``ModelMissingError``."""
    label = pipeline_label(model)
    if label is None:
        raise no_pipeline(model)
    return Versions(__version__, spacy_version(), label)
