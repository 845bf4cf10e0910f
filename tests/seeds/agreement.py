"""How far two annotations of the seeds agree: ``seeds/gold`` and ``seeds/second``, which was made without a look at it.

    python -m tests.seeds.agreement

F1 says whether both found a thing; percent, and kappa for names of types and kinds, whether they say the same of what both
found. What is optional on either side is left out when the other does not have it. No program's output is read here.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tests.benchmarks.from_json import quantity, speech
from tests.benchmarks.number_scores import fit, interval, same_quantity
from tests.benchmarks.records import Day, JsonObject
from tests.benchmarks.scoring import pairs, words
from tests.places import SEEDS
from tests.seeds.gold import compile_annotation

Both = tuple[JsonObject, JsonObject]
Answers = dict[str, list[tuple[object, object]]]
"""For each question the two annotators' answers; None is "not there"."""

FOUND = ("mentions", "one thing", "speech", "numbers and dates")
NAMED = ("type of entity", "kind of speech", "kind of number")


def found(
    first: Sequence[JsonObject], second: Sequence[JsonObject], both: Sequence[Both]
) -> list[tuple[object, object]]:
    """Whether each side has each thing, without what is optional to the only side that has it or to both."""
    out: list[tuple[object, object]] = [(1, 1) for a, b in both if not (a.get("optional") and b.get("optional"))]
    out += [(1, None) for a in first if not a.get("optional") and not any(a is x for x, _ in both)]
    out += [(None, 1) for b in second if not b.get("optional") and not any(b is y for _, y in both)]
    return out


def mentions(record: JsonObject) -> list[JsonObject]:
    """Every mention with the type, the id and the ``optional`` of its entity."""
    return [
        {**m, **{k: e.get(k) for k in ("type", "optional")}, "of": e["id"]}
        for e in record["entities"]
        for m in e["mentions"]
    ]


def compare_names(first: JsonObject, second: JsonObject, answers: Answers) -> None:
    """Add both sides' answers about mentions, types and grouping."""
    a, b = mentions(first), mentions(second)
    same = {(m["start"], m["end"]): m for m in b}
    both = [(m, same[m["start"], m["end"]]) for m in a if (m["start"], m["end"]) in same]
    answers["mentions"] += found(a, b, both)
    answers["type of entity"] += [(x["type"], y["type"]) for x, y in both]
    for (x, y), (v, w) in combinations(both, 2):
        if x["of"] == v["of"] or y["of"] == w["of"]:
            answers["one thing"].append((x["of"] == v["of"] or None, y["of"] == w["of"] or None))


def compare_speech(first: JsonObject, second: JsonObject, answers: Answers) -> None:
    """Add both sides' answers about speech; two quotations are one when they share half of their words."""

    def shared_words(a: JsonObject, b: JsonObject) -> float:
        one, other = (
            words(first["article"]["text"], [(part["start"], part["end"]) for part in quote["content"]])
            for quote in (a, b)
        )
        return len(one & other) / len(one | other)

    both = pairs(first["quotes"], second["quotes"], shared_words, 0.5)
    answers["speech"] += found(first["quotes"], second["quotes"], both)
    names = [
        {entity["id"]: entity["mentions"][0]["start"] for entity in record["entities"]} for record in (first, second)
    ]
    for quotes in asked(both):
        one, other = (speech(quote, {}) for quote in quotes)
        answers["kind of speech"].append((one.kind, other.kind))
        answers["content, to the character"].append((one.content, other.content))
        answers["speaker's words"].append((one.speaker, other.speaker))
        who = [known.get((quote["speaker"] or {}).get("entity")) for quote, known in zip(quotes, names, strict=True)]
        answers["who speaks"].append((who[0], who[1]))
        answers["cue"].append((place(quotes[0]["cue"]), place(quotes[1]["cue"])))


def compare_numbers(first: JsonObject, second: JsonObject, answers: Answers) -> None:
    """Add both sides' answers about numbers and dates whose spans overlap."""
    numbers: tuple[Sequence[JsonObject], Sequence[JsonObject]] = (first["numbers"], second["numbers"])
    both = pairs(*numbers, lambda a, b: fit(a, Day(b["start"], b["end"], None)), 1e-9)
    answers["numbers and dates"] += found(*numbers, both)
    for a, b in asked(both):
        answers["number, to the character"].append((place(a), place(b)))
        answers["kind of number"].append((a["kind"], b["kind"]))
        if a["kind"] == b["kind"] == "date":
            answers["day"].append((interval(a["iso"]), interval(b["iso"])))
        if a["value"] is not None and b["value"] is not None:
            answers["value and unit"].append(
                (True, same_quantity(quantity(a), a.get("also") or b.get("also"), quantity(b)))
            )
        answers["modifier"] += stated(a["modifier"].strip("="), b["modifier"].strip("="))
        answers["trend"] += stated(*((n["trend"], n["trend_role"]) if n["trend"] else None for n in (a, b)))


def asked(both: Sequence[Both]) -> Iterator[Both]:
    """The pairs that at least one side asks for."""
    return ((a, b) for a, b in both if not (a.get("optional") and b.get("optional")))


def stated(a: object, b: object) -> list[tuple[object, object]]:
    """The answers where at least one side has something to say."""
    return [(a, b)] if a or b else []


def place(record: JsonObject | None) -> tuple[int, int] | None:
    """Offsets of a span."""
    return (record["start"], record["end"]) if record else None


def kappa(answers: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa: agreement beyond what chance would give."""
    seen = sum(a == b for a, b in answers) / len(answers)
    one, other = Counter(a for a, _ in answers), Counter(b for _, b in answers)
    chance = sum(one[name] * other[name] for name in one) / len(answers) ** 2
    return (seen - chance) / (1 - chance)


def agreement() -> Answers:
    """All questions with the answers of both annotators, over all articles."""
    answers: Answers = defaultdict(list)
    for path in sorted((SEEDS / "second").glob("*.ann")):
        first, second = compile_annotation(path.stem), compile_annotation(path.stem, annotations="second")
        compare_names(first, second, answers)
        compare_speech(first, second, answers)
        compare_numbers(first, second, answers)
    return answers


def main() -> int:
    """Print one line for each question."""
    for question, given in agreement().items():
        right = sum(a == b for a, b in given)
        share = 200 * right / (len(given) + right) if question in FOUND else 100 * right / len(given)
        more = f"   kappa {kappa(given):.2f}" if question in NAMED else ""
        print(f"{question:28s}{'F1' if question in FOUND else '%':>4s} {share:6.1f}   n {len(given)}{more}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
