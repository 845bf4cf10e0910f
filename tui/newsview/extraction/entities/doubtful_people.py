"""Words that the recognizer holds for people though the article never names a person so: one sign against them is enough.

An article introduces a person by full name, title or office, so the recognizer's own voice for a lone word counts once,
however often it repeats it: "Fulda have won", "Fulda said", "Fulda lost" is one club, not two people against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import given_names

Ballots = Mapping[str, dict[str, int]]
"""By form: how strongly each label is spoken for."""

_SURE = 9
"""The strength of a construction that leaves no doubt."""
_ONE_VOICE = 2
"""What the recognizer's label for one mention counts."""


def doubt_lone_people(ballots: Ballots, told: Ballots) -> None:
    """Add what the contexts have *told* to *ballots*; for a lone word that speaks against a person, "PERSON" counts once only."""
    parts = _parts_of_people(ballots, told)
    for key, spoken in told.items():
        ballot = ballots[key]
        lone = (
            key not in parts
            and key.partition(" ")[0] not in given_names()
            and key.split()[-1] not in ballots.keys() - {key}
        )
        if lone and spoken and "PERSON" not in spoken and "PERSON" in ballot:
            ballot["PERSON"] = min(ballot["PERSON"], _ONE_VOICE)
        for label, strength in spoken.items():
            ballot[label] = ballot.get(label, 0) + strength
        if lone and "PERSON" not in spoken and ballot.get("PERSON") == ballot.get("GPE"):
            ballot.pop("PERSON", None)  # where the recognizer is of two minds, a lone word is a town


def firms_by_one_word(labels: Mapping[str, str], told: Ballots) -> Mapping[str, str]:
    """E.g. "Hokusei Memory", held for a person, where "shares of Hokusei" shows that Hokusei is a firm: new labels by form.

    So are "Fulda Sultans" where there are "the Sultans".
    """
    firms = {key for key, label in labels.items() if label == "ORG" and " " not in key and told.get(key, {}).get("ORG")}
    surely = {key for key in firms if told[key]["ORG"] >= _SURE}
    by_last = {
        key: "ORG"
        for key, label in labels.items()
        if label in {"PERSON", "GPE"}
        and " " in key
        and key.split()[-1] in surely
        and key.partition(" ")[0] not in given_names()  # Michael Dell is not his firm
        and "PERSON" not in told.get(key, {})
    }
    return by_last | {
        key: "ORG"
        for key, label in labels.items()
        if label == "PERSON"
        and key.partition(" ")[0] in firms
        and key.partition(" ")[0] not in given_names()
        and key.split()[-1] not in labels
        and "PERSON" not in told.get(key, {})
    }


def _parts_of_people(ballots: Ballots, told: Ballots) -> set[str]:
    """The words by which the article may call its people: surnames, and the given names of those it calls otherwise too."""
    parts: set[str] = set()
    for key, ballot in ballots.items():
        words = key.split()
        if len(words) > 1 and "PERSON" in ballot:
            parts.update(words[1:])
            if words[0] in given_names() or words[-1] in ballots or "PERSON" in told.get(key, {}):
                parts.add(words[0])
    return parts


def lone_in_lists(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with lone people in lists of places or bodies made one: "in Crewe, Kettering and Merthyr Nauli", "Aldi, Lidl and Zorb"."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.label == "PERSON" and name.end - name.start > 1:
            for word in words.tokens(name):
                bearers[word].add(words.bare(name))
    labels: dict[tuple[str, ...], str] = {}
    for run in _lists(words, names):
        label = _label_of_list(words, run)
        for name in run if label else ():
            lone = not bearers.get(words.words[name.end - 1], set()) - {words.bare(name)}
            if name.label == "PERSON" and lone and words.lower[name.start] not in given_names():
                labels[tuple(words.tokens(name))] = label
    if not labels:
        return list(names)
    settled = []
    for name in names:
        its = labels.get(tuple(words.tokens(name))) if name.label == "PERSON" else None
        settled.append(name if its is None else words.by(lone_in_lists, name._replace(label=its), name))
    return settled


def _label_of_list(words: Words, run: Sequence[Name]) -> str:
    """What the members of the list are: places after "in", bodies where two are and nobody else is anything else; else ""."""
    labels = [name.label for name in run]
    if labels[0] == "GPE" and words.words[run[0].start - 1] in {"in", "near"} and run[0].start:
        return "GPE"
    return "ORG" if labels.count("ORG") > 1 and labels.count("PERSON") == 1 and set(labels) == {"ORG", "PERSON"} else ""


def _lists(words: Words, names: Sequence[Name]) -> Iterable[Sequence[Name]]:
    """Each run of three names and more between which there are only commas and, before the last, an "and" or "or"."""
    run: list[Name] = []
    for name in names:
        between = words.lower[run[-1].end : name.start] if run else []
        if run and between == [","]:
            run.append(name)
            continue
        if len(run) > 1 and between in (["and"], ["or"], [",", "and"], [",", "or"]):
            yield [*run, name]
        run = [name]
