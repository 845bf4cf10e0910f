"""How well what a program found in an article agrees with the hand annotation. Only scores: no program runs here.

Gold facts that are marked optional are neither asked for nor counted against. All pairs are one to one, the best first.

names      exact: same span after a leading article and a trailing possessive are taken off, and same class
           (PERSON, ORG, PLACE, NORP); overlap: one shared character and the same class. one thing: of the pairs of mentions
           that both sides found, do both say that they are, or are not, one real thing?
speech     found: at least half of the content words shared (intersection over union); speaker: the predicted span covers the
           head word of the gold speaker, or names the same entity; joint: found with the right speaker.
quantities found: spans overlap; value: equal, both ends of a range; unit: equal value in an equal unit (currencies by code,
           counts by head noun, lengths and times also converted).
days       found: spans overlap; day: the same interval of days, over the gold dates whose day the article tells.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import TypeVar

from tests.benchmarks.from_json import quantity
from tests.benchmarks.records import Day, JsonObject, Name, Quantity, Speech

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


def score_speech(
    text: str, gold: Sequence[Speech], optional: Sequence[Speech], given: Sequence[Speech], score: Score
) -> None:
    """Add the article to ``speech`` (all, direct, indirect), ``speaker`` and ``joint``."""

    def agreement(g: Speech, p: Speech) -> float:
        a, b = words(text, g.content), words(text, p.content)
        return len(a & b) / len(a | b) if a | b else 0.0

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
    right = sum(same_speaker(text, g, p) for g, p in met)
    tally = score.setdefault("speaker", Tally())
    tally.add(right, len(met), len(met))
    for g, p in met:
        if not same_speaker(text, g, p):
            said = text[slice(*p.speaker)] if p.speaker else "nobody"
            tally.note("speaker", text, *(g.speaker or g.content[0]), f", not {said} ({p.person})")
    score.setdefault("joint", Tally()).add(right, len(gold), len(rest))


# Quantities

FACTORS = {
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "week": ("time", 7 * 86400.0),
    "month": ("months", 1.0),
    "year": ("months", 12.0),
    "decade": ("months", 120.0),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "millimetre": ("length", 0.001),
    "centimetre": ("length", 0.01),
    "metre": ("length", 1.0),
    "kilometre": ("length", 1000.0),
}
MEASURED = {"money", "percent", "percentage_point", "measure", "duration", "age"}
COUNTED = MEASURED | {"cardinal", "fraction", "ratio"}


def close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 2e-3 * max(abs(a), abs(b), 1e-9)


def same_value(gold: Quantity, given: Quantity) -> bool:
    """Equal values, both ends; a percentage may also be given as a share."""
    return close(gold.value, given.value) and close(gold.value_max, given.value_max)


def converted(value: float | None, unit: str | None) -> tuple[str, float] | None:
    if value is None or unit not in FACTORS:
        return None
    dimension, factor = FACTORS[unit]
    return dimension, value * factor


def same_quantity(gold: Quantity, also: str | None, given: Quantity) -> bool:
    """Equal value in an equal unit; a count's unit is right when its head noun is."""
    if same_value(gold, given):
        return any(same_unit(unit, given.unit) for unit in (gold.unit, also) if unit or unit is gold.unit)
    a, b = converted(gold.value, gold.unit), converted(given.value, given.unit)
    return a is not None and b is not None and a[0] == b[0] and close(a[1], b[1])


def same_unit(gold: str | None, given: str | None) -> bool:
    if gold is None or given is None:
        return gold is given
    return gold.casefold() == given.casefold() or head_noun(gold) == head_noun(given)


def head_noun(unit: str) -> str:
    noun = re.split(r"\s(?:of|and|in)\s", unit.casefold())[0].split()[-1]
    return "person" if noun == "people" else noun


def score_quantities(text: str, gold: Sequence[JsonObject], given: Sequence[Quantity], score: Score) -> None:
    """Add the article to ``value``, ``unit`` (of money, percent, measures) and ``count unit`` (of everything)."""
    wanted = [n for n in gold if n["kind"] in COUNTED and not n.get("optional")]
    ignored = [(n["start"], n["end"]) for n in gold if n["kind"] not in COUNTED or n.get("optional")]
    offered = [p for p in given if p.kind in COUNTED or not p.kind]
    kept = [(n["start"], n["end"]) for n in wanted]
    offered = [p for p in offered if meets(p, kept) or not meets(p, ignored)]
    met = pairs(wanted, offered, lambda g, p: shared((g["start"], g["end"]), (p.start, p.end)), 1)
    rows = [(quantity(g), g.get("also"), p) for g, p in met]
    values = sum(same_value(g, p) or same_quantity(g, also, p) for g, also, p in rows)
    tally = score.setdefault("value", Tally())
    tally.add(values, len(wanted), len(offered))
    for n in wanted:
        if not any(g is n for g, _ in met):
            tally.note("missed", text, n["start"], n["end"], f" ({n['kind']})")
    for p in offered:
        if not any(p is q for _, q in met):
            tally.note("extra", text, p.start, p.end, f" ({p.kind} {p.value} {p.unit})")
    units = sum(same_quantity(g, also, p) for g, also, p in rows)
    tally = score.setdefault("all units", Tally())
    tally.add(units, len(wanted), len(offered))
    for g, also, p in rows:
        if not same_quantity(g, also, p):
            is_, was = (g.value, g.value_max, g.unit), (p.value, p.value_max, p.unit)
            tally.note("wrong", text, g.start, g.end, f" is {is_}, not {was}")
    measured = sum(same_quantity(g, also, p) for g, also, p in rows if g.kind in MEASURED)
    counts = sum(g.kind not in MEASURED for g, _, _ in rows)
    asked = sum(n["kind"] in MEASURED for n in wanted)
    score.setdefault("measured", Tally()).add(measured, asked, len(offered) - counts)


def meets(given: Quantity | Day, spans: Sequence[tuple[int, int]]) -> bool:
    return any(shared((given.start, given.end), span) > 0 for span in spans)


# Days


def interval(iso: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO date, month, year, week or ``A/B``; None for anything else."""
    if iso is None:
        return None
    if "/" in iso:
        first, last = (interval(part) for part in iso.split("/", 1))
        return (first[0], last[1]) if first and last else None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", iso):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(6)
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", iso)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def score_days(text: str, gold: Sequence[JsonObject], given: Sequence[Day], score: Score) -> None:
    """Add the article to ``dates`` (spans) and ``day`` (the right interval, of the dates whose day is known)."""
    wanted = [n for n in gold if n["kind"] == "date" and not n.get("optional")]
    kept = [(n["start"], n["end"]) for n in wanted]
    ignored = [(n["start"], n["end"]) for n in gold if n.get("optional") or n["kind"] in {"duration", "age", "time"}]
    offered = [p for p in given if meets(p, kept) or not meets(p, ignored)]
    met = pairs(wanted, offered, lambda g, p: shared((g["start"], g["end"]), (p.start, p.end)), 1)
    tally = score.setdefault("dates", Tally())
    tally.add(len(met), len(wanted), len(offered))
    for n in wanted:
        if not any(g is n for g, _ in met):
            tally.note("missed", text, n["start"], n["end"])
    for p in offered:
        if not any(p is q for _, q in met):
            tally.note("extra", text, p.start, p.end, f" ({p.iso})")
    known = [n for n in wanted if n["iso"]]
    right = sum(interval(g["iso"]) == interval(p.iso) for g, p in met if g["iso"])
    resolved = sum(p.iso is not None for p in offered)
    tally = score.setdefault("day", Tally())
    tally.add(right, len(known), resolved)
    for g, p in met:
        if interval(g["iso"]) != interval(p.iso):
            tally.note("wrong", text, p.start, p.end, f" is {g['iso']}, not {p.iso}")
