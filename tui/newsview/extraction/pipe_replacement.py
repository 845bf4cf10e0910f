"""Replacement of components of a spaCy pipeline by faster ones with the same results."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from spacy.language import Language

C = TypeVar("C")


def replace_pipes(
    nlp: Language, kind: type[C], is_supported: Callable[[C], bool], factory: str, take_over: Callable[[Any, C], None]
) -> None:
    """Replace every component of *nlp* that is a supported *kind* by a new one of *factory*, which takes it over."""
    for name in nlp.pipe_names:
        original = nlp.get_pipe(name)
        if isinstance(original, kind) and is_supported(original):
            nlp.replace_pipe(name, factory)
            take_over(nlp.get_pipe(name), original)
