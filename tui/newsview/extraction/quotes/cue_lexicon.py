"""Cue lexicon: verbs, nouns and adjectives that report speech or thought, with their constructions (frames)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from newsview.extraction.quotes.lexicon import CUES
from newsview.model.data_files import DataFileError, rows
from newsview.model.facts import Act

Kind = Literal["say", "think", "will"]
ACTS: Final[dict[Kind, Act]] = {"say": "speech", "think": "belief", "will": "plan"}
PartOfSpeech = Literal["verbs", "nouns", "adjectives"]

_VOWELS = frozenset("aeiou")
_FRAME: Final = re.compile(r"-|[acginoqrsw]\??|[prt]:[a-z]+(?:,[a-z]+)*\??")
"""A frame of a row: its letter, its words, "?" if it is weak; "-" for none."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word of the lexicon with its constructions (frames).

    ``strong`` and ``weak`` are letters of frames, defined in ``data/verbs.tsv``; ``prepositions`` are the words of
    frame p, ``about`` those of frame r, ``particles`` those of frame t. A weak frame requires a subject that can speak
    or think.
    """

    lemma: str
    kind: Kind
    strong: frozenset[str]
    weak: frozenset[str]
    prepositions: frozenset[str]
    about: frozenset[str]
    particles: frozenset[str]

    @property
    def act(self) -> Act:
        """What a report with this cue is: speech, belief, plan."""
        return ACTS[self.kind]

    def has(self, *frames: str) -> bool:
        """Whether the word has one of *frames*, with any subject."""
        return any(frame in self.strong or frame in self.weak for frame in frames)

    def takes(self, frame: str, *, animate: bool = True) -> bool:
        """Whether the word reports in *frame*; a weak frame requires an *animate* subject."""
        return frame in self.strong or (animate and frame in self.weak)


@cache
def lexicon(part: PartOfSpeech) -> dict[str, Cue]:
    """The cues of one part of speech by lemma. The frames of several rows with the same lemma are merged.

    A verb is also listed under the wrong lemmas that spaCy assigns to some of its forms: those that follow from its form
    (``mistaken_lemmas``), and those that are other words (``data/lemmas.tsv``). Raises ``DataFileError`` for a row with
    an unknown class or frame.
    """
    cues: dict[str, Cue] = {}
    for row in rows(__package__, part, columns=3):
        try:
            cue = _parse(*row)
        except DataFileError as error:
            raise DataFileError(f"{__package__}, {part}.tsv, {row[0]}: {error}") from None
        earlier = cues.get(cue.lemma)
        cues[cue.lemma] = cue if earlier is None else _union(earlier, cue)
    if part == "verbs":
        for mistaken, lemma in rows(__package__, "lemmas", columns=2):
            if lemma not in cues:
                raise DataFileError(f"{__package__}, lemmas.tsv, {mistaken}: {lemma} is no verb of verbs.tsv")
            cues.setdefault(mistaken, cues[lemma])
        for lemma, cue in list(cues.items()):
            for mistaken in mistaken_lemmas(lemma):
                cues.setdefault(mistaken, cue)
    return cues


def mistaken_lemmas(verb: str) -> Iterator[str]:
    """What spaCy takes for the lemma of forms of *verb* if it does not know the verb: "harrumphe" for "harrumphed".

    Its rules cut the ending and add an "e"; of a doubled consonant they leave both letters ("blogge" for "blogged").
    """
    if verb.endswith("e"):
        return
    if verb[-1] == "y" and verb[-2:-1] not in _VOWELS:
        yield f"{verb[:-1]}ie"
    short = re.fullmatch(r"(.*)[aeiou][^aeiouwxy]", verb)
    doubles = short is not None and (not short[1] or short[1][-1] not in _VOWELS)
    if doubles:
        yield f"{verb}{verb[-1]}e"
    if not doubles or short is None or any(letter in _VOWELS for letter in short[1]):
        yield f"{verb}e"  # of a short verb that is another word: "plane" of "plan"


@cache
def lemma_ids(part: PartOfSpeech) -> NDArray[np.uint64]:
    """The lemmas of one part of speech as spaCy string ids, for ``Layout.having``."""
    return string_ids(tuple(lexicon(part)))


@cache
def string_ids(strings: tuple[str, ...]) -> NDArray[np.uint64]:
    """The spaCy ids of *strings*, sorted; they are equal in every vocabulary."""
    store = Vocab().strings
    return np.array(sorted(store[each] for each in strings), dtype=np.uint64)


@cache
def speaking_nouns() -> dict[str, str]:
    """Nouns for speakers, lower-case, with their kind (``data/speakers.tsv``)."""
    nouns: dict[str, str] = {}
    for kind, listed in rows(__package__, "speakers", columns=2):
        for word in listed.split():
            nouns.setdefault(word.lower(), kind)
    return nouns


def _parse(lemma: str, kind: str, frames: str) -> Cue:
    strong, weak = set[str](), set[str]()
    prepositions, about, particles = set[str](), set[str](), set[str]()
    for frame in frames.split():
        if not _FRAME.fullmatch(frame):
            raise DataFileError(f"no frame {frame!r}; the header of verbs.tsv has them")
        letter = frame[0]
        if letter == "-":
            continue
        (weak if frame.endswith("?") else strong).add(letter)
        words = frame.rstrip("?")[2:].split(",")
        if letter == "p":
            prepositions.update(words)
        if letter == "t":
            particles.update(words)
        if letter == "r":
            about.update(words if words[0] else CUES.about)
    return Cue(
        lemma,
        _kind(kind),
        frozenset(strong),
        frozenset(weak),
        frozenset(prepositions),
        frozenset(about),
        frozenset(particles),
    )


def _kind(name: str) -> Kind:
    match name:
        case "say" | "think" | "will":
            return name
    raise DataFileError(f"no class {name!r}; there are {', '.join(ACTS)}")


def _union(one: Cue, other: Cue) -> Cue:
    return Cue(
        one.lemma,
        one.kind,
        one.strong | other.strong,
        (one.weak | other.weak) - one.strong - other.strong,
        one.prepositions | other.prepositions,
        one.about | other.about,
        one.particles | other.particles,
    )
