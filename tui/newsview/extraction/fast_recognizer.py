"""Numpy decoder for spaCy's greedy entity recognizer: equal entities in half of the time.

spaCy checks every move of its transition system at every token and locks the interpreter in each check. Here the scores
of all tokens of a batch with no entity open are one matrix product, and all possible entities are continued together.
The vectors are computed by spaCy's own layers for the same batch; only the last product, the scores of the moves, may be
rounded differently. A decision is accepted only if its scores differ by more than the rounding error of any order of
summation; a batch with closer or equal scores is passed to spaCy's own decoder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, cast

import numpy
from numpy.typing import NDArray
from spacy.about import __version__ as spacy_version
from spacy.attrs import ENT_IOB, ENT_KB_ID, ENT_TYPE, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import Model, NumpyOps

from newsview.extraction.pipe_replacement import replace_pipes

FACTORY = "newsview_fast_recognizer"

_TRANSITIONS_OF = "3.8."
"""The releases of spaCy with the transition system that is implemented here."""

_SEEN = (ENT_IOB, ENT_TYPE, ENT_KB_ID, SENT_START, IS_SPACE)
_PRESET = 3
"""Number of leading attributes of ``_SEEN`` that are 0 on a token without a preset entity."""

TOGETHER = 20
"""Tokens of an entity that are decided for all beginnings at once, most of which are inside of an earlier entity.

A longer one is decided alone: all beginnings in a row of figures would take quadratic time.
"""

Floats = NDArray[numpy.float32]
Integers = NDArray[numpy.int64]
Flags = NDArray[numpy.bool_]
Found = Sequence[tuple[int, int, int]]
"""Entities as (first token, token after the last, label), the tokens counted through all Docs of a batch."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """The moves of a transition system by their numbers. *inside* and *last* give the moves that follow a beginning."""

    labels: Sequence[int]
    begin: Integers
    unit: Integers
    unopened: Integers
    outside: int
    inside: Integers
    last: Integers


class _Tokens(NamedTuple):
    """All tokens of a batch: which are white space, and behind which an entity cannot go on."""

    space: Flags
    final: Flags


class FastRecognizer:
    """Replacement of an entity recognizer in a pipeline."""

    def __init__(self) -> None:
        self._recognizer: Any = None
        self._moves: _Moves | None = None

    def wrap(self, recognizer: EntityRecognizer) -> None:
        """Decode for *recognizer*; one that is not supported (``is_supported``) decodes all Docs itself."""
        self._recognizer = recognizer
        self._moves = _moves(recognizer) if is_supported(recognizer) else None

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of *doc*."""
        self._recognize([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Set the entities of all Docs of *stream*, in the same batches as spaCy."""
        size = max(batch_size // 4, 2)
        remaining = iter(stream)
        while docs := list(islice(remaining, batch_size)):
            by_length = sorted(docs, key=len)
            for first in range(0, len(docs), size):
                self._recognize(by_length[first : first + size])
            yield from docs

    def _recognize(self, docs: Sequence[Doc]) -> None:
        found = self._find(docs)
        if found is None:
            self._recognizer.set_annotations(docs, self._recognizer.predict(docs))
            return
        entities = iter([*found, (sum(map(len, docs)), 0, 0)])
        start, end, label = next(entities)
        offset = 0
        for doc in docs:
            spans = []
            while start < offset + len(doc):
                spans.append(Span(doc, start - offset, end - offset, label=label))
                start, end, label = next(entities)
            doc.set_ents(spans, default="outside")
            offset += len(doc)

    def _find(self, docs: Sequence[Doc]) -> Found | None:
        """The entities of *docs*; None if spaCy's own decoder is needed."""
        moves = self._moves
        # spaCy adds new labels of preset entities to the recognizer, which was not trained for them
        if moves is None or self._recognizer.moves.n_moves != len(moves.labels) or not any(len(doc) for doc in docs):
            return None
        seen = numpy.concatenate([doc.to_array(list(_SEEN)) for doc in docs])
        if seen[:, :_PRESET].any():
            return None
        final = numpy.append(seen[1:, _PRESET] == 1, True)
        final[numpy.cumsum([len(doc) for doc in docs if len(doc)]) - 1] = True
        return _decode(self._recognizer.model, moves, docs, _Tokens(seen[:, _PRESET + 1] != 0, final))


def _decode(model: Model[Any, Any], moves: _Moves, docs: Sequence[Doc], tokens: _Tokens) -> Found | None:
    tok2vec, lower, upper = model.layers
    computed = lower.predict(tok2vec.predict(docs))
    padding, features = computed[0], computed[1:]
    bias = lower.get_param("b")
    # summed in spaCy's order, which makes them the same to the last bit
    scores, slack = _scores(upper, features[:, 0] + padding[1] + padding[2] + bias)
    best, sure = _first_moves(moves, tokens, scores, slack)
    ends = numpy.arange(1, len(best) + 1)

    def follow(opened: Integers, at: Integers, rounds: int) -> tuple[Integers, Integers]:
        """Continue the entities *opened* at the tokens *at*, *rounds* times; those that are still open, and where."""
        while opened.size and rounds:
            scores, slack = _scores(upper, features[at, 0] + features[opened, 1] + features[at - 1, 2] + bias)
            rows = numpy.arange(len(at))
            on = numpy.where(tokens.final[at], -numpy.inf, scores[rows, moves.inside[best[opened]]])
            over = scores[rows, moves.last[best[opened]]]
            sure[opened] &= numpy.abs(on - over) > slack
            goes_on = on > over
            ends[opened] = at + 1
            opened, at, rounds = opened[goes_on], at[goes_on] + 1, rounds - 1
        return opened, at

    opened = numpy.flatnonzero(moves.last[best] >= 0)
    opened, at = follow(opened, opened + 1, TOGETHER)
    still_open = dict(zip(opened.tolist(), at.tolist(), strict=True))

    def finish(start: int) -> None:
        """Continue the entity that begins at the token *start* to its end."""
        if start in still_open:
            follow(numpy.array([start]), numpy.array([still_open[start]]), len(best))

    return _entities(moves, best, ends, sure, finish)


def _first_moves(moves: _Moves, tokens: _Tokens, scores: Floats, slack: Floats) -> tuple[Integers, Flags]:
    """The best move at each token where no entity is open, and whether it is certain."""
    allowed = numpy.full_like(scores, -numpy.inf)
    allowed[:, moves.unopened] = scores[:, moves.unopened]
    allowed[numpy.ix_(tokens.space, numpy.append(moves.begin, moves.unit))] = -numpy.inf
    allowed[numpy.ix_(tokens.final, moves.begin)] = -numpy.inf
    rows = numpy.arange(len(allowed))
    best = allowed.argmax(axis=1)
    first = allowed[rows, best]
    allowed[rows, best] = -numpy.inf
    return best, first - allowed.max(axis=1) > slack


def _scores(upper: Model[Any, Any], sums: Floats) -> tuple[Floats, Floats]:
    """The scores of all moves in the states with these *sums*, and the difference above which their order is certain.

    Rounding moves a sum of n products by less than n·2⁻²⁴ of the sum of their amounts, which is at most the product of
    the lengths of both vectors. Two scores, each computed in two ways, may come nearer by four such errors.
    """
    hidden = sums.max(axis=-1)
    weights, bias = cast(Floats, upper.get_param("W")), cast(Floats, upper.get_param("b"))
    longest = numpy.linalg.norm(weights, axis=1).max()
    amounts = numpy.linalg.norm(hidden, axis=1) * longest + numpy.abs(bias).max()
    rounding = 4 * (weights.shape[1] + 2) * 2.0**-24
    return upper.predict(hidden), cast(Floats, rounding * amounts)


def _entities(
    moves: _Moves, best: Integers, ends: Integers, sure: Flags, finish: Callable[[int], None]
) -> Found | None:
    """The entities in text order; None if one of the decisions is not certain.

    *finish* is called with the beginning of each before its end is read.
    """
    found = []
    free = 0
    for start in numpy.flatnonzero(best != moves.outside).tolist():
        if start >= free:
            finish(start)
            free = int(ends[start])
            found.append((start, free, moves.labels[best[start]]))
            sure[start + 1 : free] = True  # nothing is decided here as if no entity were open
    return found if sure.all() else None


def is_supported(recognizer: EntityRecognizer) -> bool:
    """Whether *recognizer* is spaCy's own, greedy, on the CPU, with a model of the known shape that was trained for all its moves."""
    return bool(
        spacy_version.startswith(_TRANSITIONS_OF)
        and type(recognizer) is EntityRecognizer
        and type(recognizer.moves) is EntityRecognizer.TransitionSystem
        and recognizer.cfg.get("beam_width") == 1
        and _known_model(recognizer.model, recognizer.moves.n_moves)
        and _moves(recognizer) is not None
    )


def _known_model(model: Model[Any, Any], n_moves: int) -> bool:
    if model.name != "parser_model" or len(model.layers) != 3 or model.attrs.get("unseen_classes") != set():
        return False
    lower, upper = model.layers[1:]
    if (lower.name, upper.name) != ("precomputable_affine", "linear") or not model.attrs.get("has_upper"):
        return False
    # a listener is linked to its component by name
    if any(type(node.ops) is not NumpyOps or "listener" in node.name for node in model.walk()):
        return False
    hidden, pieces = lower.maybe_get_dim("nO"), lower.maybe_get_dim("nP")
    shapes = {
        (lower, "b"): (hidden, pieces),
        (lower, "pad"): (1, 3, hidden, pieces),
        (upper, "W"): (n_moves, hidden),
        (upper, "b"): (n_moves,),
    }
    return all(
        layer.has_param(name) and _is_plain(layer.get_param(name), shape) for (layer, name), shape in shapes.items()
    )


def _is_plain(array: object, shape: tuple[int | None, ...]) -> bool:
    return (
        isinstance(array, numpy.ndarray)
        and array.dtype == numpy.float32
        and array.shape == shape
        and array.flags.c_contiguous
    )


def _moves(recognizer: EntityRecognizer) -> _Moves | None:
    """The moves of *recognizer*; None if there are others than beginning, inside, last and unit of each label, and outside."""
    system, strings = recognizer.moves, recognizer.vocab.strings
    numbers = {system.get_class_name(number): number for number in range(system.n_moves)}
    labels = sorted({name[2:] for name in numbers if name[1:2] == "-" and name[2:]})
    wanted = {"O", *(f"{kind}-{label}" for kind in "BILU" for label in labels)}
    # "U-" is the move for blocked tokens
    if not labels or numbers.keys() - {"U-"} != wanted or len(numbers) != system.n_moves:
        return None
    inside, last = numpy.full(len(numbers), -1), numpy.full(len(numbers), -1)
    for label in labels:
        inside[numbers[f"B-{label}"]] = numbers[f"I-{label}"]
        last[numbers[f"B-{label}"]] = numbers[f"L-{label}"]
    begin = numpy.array([numbers[f"B-{label}"] for label in labels])
    unit = numpy.array([numbers[f"U-{label}"] for label in labels])
    by_number = sorted(numbers, key=lambda name: numbers[name])
    return _Moves(
        labels=[strings[name[2:]] if name[2:] else 0 for name in by_number],
        begin=begin,
        unit=unit,
        unopened=numpy.concatenate([begin, unit, [numbers["O"]]]),
        outside=numbers["O"],
        inside=inside,
        last=last,
    )


def install(nlp: Language) -> None:
    """Replace every supported entity recognizer of *nlp* by a ``FastRecognizer``."""
    replace_pipes(nlp, EntityRecognizer, is_supported, FACTORY, FastRecognizer.wrap)


def _make(nlp: Language, name: str) -> FastRecognizer:
    del nlp, name
    return FastRecognizer()


Language.factory(FACTORY, assigns=["doc.ents", "token.ent_iob", "token.ent_type"], func=_make)
