"""How well what a program found in an article agrees with the hand annotation. Names and speech are scored here,
quantities and days in ``number_scores``; no program runs in either.

Gold facts that are marked optional are neither asked for nor counted against. All pairs are one to one, the best first.

names      exact: same span after a leading article and a trailing possessive are taken off, and same class
           (PERSON, ORG, PLACE, NORP); overlap: one shared character and the same class. one thing: of the pairs of mentions
           that both sides found, do both say that they are, or are not, one real thing?
speech     found: at least half of the content words shared (intersection over union); speaker: the predicted span covers the
           head word of the gold speaker, or names the same entity; joint: found with the right speaker. '"A," he said. "B."' is
           one quotation here, and a program that gives A and B apart loses by that; words: those inside any content, however it is cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from tests.benchmarks.records import JsonObject, Name, Speech

G = TypeVar("G")
P = TypeVar("P")


@dataclass
class Tally:
    """Right ones among those asked for and those given."""

    right: int = 0
    gold: int = 0
    given: int = 0
    errors: list[str] = field(default_factory=list)

    def note(self, error: str, text: str, start: int, end: int, rest: str = "") -> None:
        """Keep one error in words, for those who want to see them."""
        self.errors.append(f"{error}: {' '.join(text[start:end].split())}{rest}")

    def add(self, right: int, gold: int, given: int) -> None:
        self.right += right
        self.gold += gold
        self.given += given

    def figures(self) -> dict[str, float]:
        """What is worth keeping of it."""
        return {"right": self.right, "gold": self.gold, "given": self.given, "f": round(self.f, 2)}

    @property
    def f(self) -> float:
        """F1 in percent."""
        return 200 * self.right / (self.gold + self.given) if self.gold + self.given else 0.0


Score = dict[str, Tally]


def pairs(gold: Sequence[G], given: Sequence[P], score: Callable[[G, P], float], floor: float) -> list[tuple[G, P]]:
    """One-to-one pairs of at least *floor*, by falling *score*, then in text order."""
    scored = [(score(g, p), -i, -k) for i, g in enumerate(gold) for k, p in enumerate(given)]
    used_gold: set[int] = set()
    used_given: set[int] = set()
    out = []
    for _, i, k in sorted((row for row in scored if row[0] >= floor), reverse=True):
        if i not in used_gold and k not in used_given:
            used_gold.add(i)
            used_given.add(k)
            out.append((gold[-i], given[-k]))
    return out


def shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


# Names

CLASSES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "NORP": "NORP"}


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading article and a trailing possessive."""
    if match := re.match(r"(?:the|a|an)\s+", text[start:end], re.I):
        start += match.end()
    if match := re.search(r"['’]s?$", text[start:end]):
        end = start + match.start()
    return start, end


def score_names(text: str, gold: JsonObject, given: Sequence[Name], score: Score) -> None:
    """Add the article to ``names exact``, ``names overlap`` and ``one thing``."""
    wanted: list[Name] = []
    ignored: list[tuple[int, int]] = []
    for entity in gold["entities"]:
        places = [(mention["start"], mention["end"]) for mention in entity["mentions"]]
        if entity["type"] in CLASSES and not entity.get("optional"):
            wanted += [Name(s, e, CLASSES[entity["type"]], entity["id"]) for s, e in places]
        else:
            ignored += places
    offered = [Name(*bare(text, n.start, n.end), CLASSES[n.type], n.thing) for n in given if n.type in CLASSES]
    offered = [n for n in offered if not any(shared((n.start, n.end), place) > 0 for place in ignored)]
    exact = {(n.start, n.end, n.type) for n in wanted} & {(n.start, n.end, n.type) for n in offered}
    tally = score.setdefault("names exact", Tally())
    tally.add(len(exact), len(wanted), len(offered))
    for error, side in (("missed", wanted), ("extra", offered)):
        for n in side:
            if (n.start, n.end, n.type) not in exact:
                tally.note(error, text, n.start, n.end, f" ({n.type})")
    met = pairs(wanted, offered, lambda g, p: shared((g.start, g.end), (p.start, p.end)), 1)
    same = [(g, p) for g, p in met if g.type == p.type]
    score.setdefault("names overlap", Tally()).add(len(same), len(wanted), len(offered))
    one = [(a[0].thing == b[0].thing, a[1].thing == b[1].thing) for a, b in combinations(met, 2)]
    right, asked, said = sum(g and p for g, p in one), sum(g for g, _ in one), sum(p for _, p in one)
    score.setdefault("one thing", Tally()).add(right, asked, said)


# Speech


def words(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Where the words inside *spans* begin."""
    return {m.start() for start, end in spans for m in re.compile(r"\w+").finditer(text, start, end)}


def heads(text: str, start: int, end: int) -> list[int]:
    """Offsets of the head words of a speaker: of each apposed part, the last word before a preposition."""
    out = []
    for part in re.finditer(r"[^,]+", text[start:end]):
        before = re.split(r"\s(?:of|from|in|to|at|for|close)\s", part[0].rstrip())[0]
        last = re.search(r"\w+\W*$", before)
        if last:
            out.append(start + part.start() + last.start())
    return out


def same_speaker(text: str, gold: Speech, given: Speech) -> bool:
    """Whether both say the same person, or both nobody."""
    if gold.speaker is None or given.speaker is None:
        return gold.speaker is given.speaker
    start, end = given.speaker
    if any(start <= head < end for head in heads(text, *gold.speaker)):
        return True
    if gold.person is None:
        return False
    surname = gold.person.split()[-1].casefold()
    said = given.person or text[start:end]
    return surname in re.findall(r"\w[\w’'-]*", said.casefold())


def score_words(
    text: str, gold: Sequence[Speech], optional: Sequence[Speech], given: Sequence[Speech], score: Score
) -> None:
    """Add ``words``: those inside any content, however the quotations are cut."""
    asked = {word for quote in gold for word in words(text, quote.content)}
    spare = {word for quote in optional for word in words(text, quote.content)} - asked
    offered = {word for quote in given for word in words(text, quote.content)} - spare
    score.setdefault("words", Tally()).add(len(asked & offered), len(asked), len(offered))


MANNER = ("act", "stance")


def score_manner(text: str, met: Sequence[tuple[Speech, Speech]], score: Score) -> None:
    """Add ``act`` and ``stance``: whether those of a quote that both found are the annotated ones."""
    for name in MANNER:
        for g, p in met:
            wanted, said = getattr(g, name), getattr(p, name)
            if wanted is None or said is None:
                continue
            tally = score.setdefault(name, Tally())
            tally.add(wanted == said, 1, 1)
            if wanted != said:
                tally.note(name, text, g.content[0][0], g.content[-1][1], f" ({wanted}, not {said})")


def score_speech(
    text: str, gold: Sequence[Speech], optional: Sequence[Speech], given: Sequence[Speech], score: Score
) -> None:
    """Add the article to ``speech`` (all, direct, indirect), ``speaker`` and ``joint``, of what is shown by default.

    ``act`` and ``stance`` are those of all quotes that both sides found, where the gold has one.
    """

    def agreement(g: Speech, p: Speech) -> float:
        a, b = words(text, g.content), words(text, p.content)
        return len(a & b) / len(a | b) if a | b else 0.0

    score_manner(text, pairs([*gold, *optional], given, agreement, 0.5), score)
    given = [p for p in given if p.shown]
    met = pairs([*gold, *optional], given, agreement, 0.5)
    spare = [p for g, p in met if any(g is o for o in optional)]
    met = [(g, p) for g, p in met if not any(g is o for o in optional)]
    rest = [p for p in given if not any(p is s for s in spare)]
    tally = score.setdefault("speech", Tally())
    tally.add(len(met), len(gold), len(rest))
    for error, side in (("missed", gold), ("extra", rest)):
        for q in side:
            if not any(q is g or q is p for g, p in met):
                tally.note(error, text, q.content[0][0], q.content[-1][1], f" ({q.kind})")
    for kind, members in (("direct", {"direct"}), ("indirect", {"indirect", "mixed"})):
        hits = sum(g.kind in members for g, _ in met)
        extra = sum(p.kind in members for p in rest if not any(p is q for _, q in met))
        score.setdefault(kind, Tally()).add(hits, sum(g.kind in members for g in gold), hits + extra)
    score_words(text, gold, optional, given, score)
    right = sum(same_speaker(text, g, p) for g, p in met)
    tally = score.setdefault("speaker", Tally())
    tally.add(right, len(met), len(met))
    for g, p in met:
        if not same_speaker(text, g, p):
            said = text[slice(*p.speaker)] if p.speaker else "nobody"
            tally.note("speaker", text, *(g.speaker or g.content[0]), f", not {said} ({p.person})")
    score.setdefault("joint", Tally()).add(right, len(gold), len(rest))
