"""spaCy pipelines: discovery of the installed ones, choice of the one to use, loading. Nothing is downloaded.

Usable is every English pipeline that tags, parses, lemmatizes and recognizes entities, regardless of the names of its
components and of their input (vectors, a transformer): the check reads the attributes that they declare to assign.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import get_installed_models, is_package, load_config, registry

from newsview.errors import ModelMissingError
from newsview.extraction import attribute_ruler, embedding_cache, fast_recognizer, lemmatizer
from newsview.extraction.vector_rows import load_vectors
from newsview.terminal.install_hint import installing
from newsview.workers.model_files import DEFAULT, KNOWN, PACKAGE, no_pipeline, pipeline_label

NEEDED: Mapping[str, str] = {
    "token.tag": "a tagger",
    "token.dep": "a parser",
    "token.lemma": "a lemmatizer",
    "doc.ents": "an entity recognizer",
}
"""Token and Doc attributes that newsview reads, with the component that usually assigns each."""

UNNEEDED = ("senter", "strings")
"""Components excluded at loading: unused, 0.6 s and 130 MB in the pipelines of ``KNOWN``; the output is equal."""

_LOADED_HERE = "vectors"
"""Component excluded at loading because ``vector_rows`` loads it in a tenth of the time."""

_EMPTY_TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "newsview.EmptyTokenizer.v1"}}}
"""Setting with which the tokenizer is made without rules: the saved ones are loaded into it. spaCy fills it with those of
the language first, 1,300 special cases that loading then throws away."""

_TRANSFORMERS = {"transformer": "spacy-transformers", "curated_transformer": "spacy-curated-transformers"}
"""Packages that register the components of transformer pipelines."""


def _empty_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers("newsview.EmptyTokenizer.v1", func=_empty_tokenizer)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline with its name in the saved file: ``en_core_web_md 3.7.1``."""

    nlp: Language
    name: str


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed pipeline: package *name*, *label* (``en_core_web_md 3.7.1``), and whether newsview can use it."""

    name: str
    label: str | None
    used: bool
    note: str


def models_report() -> list[Installed]:
    """The installed pipelines by name, each with a reason; the one to be used is marked."""
    rows = []
    chosen = _default()
    for name in installed():
        problem = _problem(name)
        used = name == chosen
        note = _reason(name) if used else problem or f"usable: --model {name}"
        rows.append(Installed(name, pipeline_label(name), used, note))
    return rows


def installed() -> list[str]:
    """Names of the spaCy pipelines installed as packages, sorted."""
    # the default package declares no entry point, so it is missing in spaCy's own list
    return sorted({*get_installed_models(), *(name for name in KNOWN if is_package(name))})


def choose(name: str | None) -> str:
    """The pipeline to use: *name* (package or folder) if given, else the default. Raises ``ModelMissingError``."""
    if name is None:
        chosen = _default()
        if chosen is None:
            raise no_pipeline(None)
        return chosen
    if is_package(name) or Path(name).is_dir():
        return name
    raise no_pipeline(name)


def load(name: str | None = None) -> Pipeline:
    """Load the pipeline *name* (package or folder), or the default. Raises ``ModelMissingError``."""
    chosen = choose(name)
    problem = None if chosen == DEFAULT else _problem(chosen)
    if problem is not None:
        raise ModelMissingError(
            f"the spaCy pipeline {chosen!r} cannot be used, it {problem}; choose another with --model"
        )
    with warnings.catch_warnings():
        # The model was trained under spaCy 3.7; its output under 3.8 was compared token by token and is equal.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            # in other pipelines a component may look up a string that only "strings" provides: a tag, a lemma
            nlp = _known(chosen) if chosen in KNOWN else spacy.load(chosen, exclude=UNNEEDED[:1])
        except (OSError, ValueError, ImportError, KeyError) as error:
            raise ModelMissingError(f"the spaCy pipeline {chosen!r} cannot be loaded: {_first_line(error)}") from error
    lack = _lack(attribute for part in nlp.pipe_names for attribute in nlp.get_pipe_meta(part).assigns)
    if lack is not None:
        raise ModelMissingError(f"the spaCy pipeline {chosen!r} cannot be used, it {lack}; choose another with --model")
    if chosen != DEFAULT:
        _try_out(nlp, chosen)
    attribute_ruler.install(nlp)
    lemmatizer.install(nlp)
    embedding_cache.install(nlp)
    fast_recognizer.install(nlp)
    meta = nlp.meta
    return Pipeline(nlp, f"{meta['lang']}_{meta['name']} {meta['version']}")


def _known(name: str) -> Language:
    """Load the pipeline *name* of ``KNOWN``, whose parts are known."""
    nlp = spacy.load(name, exclude=[*UNNEEDED, _LOADED_HERE], config=_EMPTY_TOKENIZER)
    load_vectors(nlp, nlp.path / "vocab")
    return nlp


def _try_out(nlp: Language, chosen: str) -> None:
    """Parse one sentence: a broken pipeline can load without error, for example without its vectors."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            doc = nlp("Jane Doe left Springfield on Tuesday.")
        except (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError) as error:
            raise ModelMissingError(
                f"the spaCy pipeline {chosen!r} cannot parse: {_first_line(error)}; choose another with --model"
            ) from error

    if not any(token.pos for token in doc):
        raise ModelMissingError(
            f"the spaCy pipeline {chosen!r} cannot be used, it sets no parts of speech (an attribute_ruler or a"
            " morphologizer does); choose another with --model"
        )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _default() -> str | None:
    """The first usable one of the pipelines in ``KNOWN``."""
    for candidate in KNOWN:
        if is_package(candidate) and (candidate == DEFAULT or _problem(candidate) is None):
            return candidate
    return None


def _reason(name: str) -> str:
    if name == DEFAULT:
        return "used: the default"
    return f"used: the default, {DEFAULT}, is not installed, and this is the next best ({installing(PACKAGE)})"


def _problem(name: str) -> str | None:
    """Why the pipeline *name* (package or folder) is unusable according to its files; None without a known problem."""
    folder = _data_folder(name)
    if folder is None:
        return "holds no model (a placeholder, or not a spaCy pipeline)"
    try:
        config = load_config(folder / "config.cfg")
        language, pipeline = config["nlp"]["lang"], config["nlp"]["pipeline"]
        factories = {part: config["components"][part].get("factory") for part in pipeline}
    except (OSError, ValueError, KeyError, TypeError) as error:
        return f"has a config.cfg that cannot be read ({type(error).__name__})"
    if language != "en":
        return f"is for the language {language!r}, not English"
    assigned: list[str] = []
    for part, factory in factories.items():
        if factory is None:
            continue
        if not _english().has_factory(factory):
            package = _TRANSFORMERS.get(factory)
            return (
                f"needs {package}, which is not installed" if package else f"needs the component {part!r}, unknown here"
            )
        assigned.extend(_english().get_factory_meta(factory).assigns)
    return _lack(assigned)


def _lack(assigned: Iterable[str]) -> str | None:
    given = set(assigned)
    missing = [part for attribute, part in NEEDED.items() if attribute not in given]
    return f"lacks {', '.join(missing)}" if missing else None


@cache
def _english() -> Language:
    return spacy.blank("en")


def _data_folder(name: str) -> Path | None:
    """The folder with the config.cfg of the pipeline *name* (in a package one level down), or None."""
    # find_spec, because the import of the package would already warn about its version
    spec = find_spec(name) if is_package(name) else None
    root = Path(spec.origin).parent if spec is not None and spec.origin is not None else Path(name)
    folders = [root, *sorted(path for path in root.glob("*-*") if path.is_dir())]
    return next((folder for folder in folders if (folder / "config.cfg").is_file()), None)
