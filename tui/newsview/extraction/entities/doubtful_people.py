"""Doubtful people: one-word PERSON mentions without a full name, title or office in the article.

News introduces a person by full name, title or office. For other words the recognizer's PERSON label has one vote in
total, however many mentions have it: in "Fulda have won", "Fulda said", "Fulda lost" one cue for a club is enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import NAMES, PLACE_WORDS, given_names

Ballots = Mapping[str, dict[str, int]]
"""{form: {label: votes}}."""

_SURE = 9
"""Votes of an unambiguous construction."""
_ONE_VOTE = 2
"""Votes of the recognizer's label for one mention."""


def doubt_lone_people(ballots: Ballots, context: Ballots) -> None:
    """Adds the votes of the *context* to *ballots*.

    A one-word form with context votes, none of them for PERSON, has one vote of the recognizer for PERSON in total.
    """
    parts = _parts_of_people(ballots, context)
    for key, spoken in context.items():
        ballot = ballots[key]
        lone = (
            key not in parts
            and key.partition(" ")[0] not in given_names()
            and key.split()[-1] not in ballots.keys() - {key}
        )
        if lone and spoken and "PERSON" not in spoken and "PERSON" in ballot:
            ballot["PERSON"] = min(ballot["PERSON"], _ONE_VOTE)
        for label, strength in spoken.items():
            ballot[label] = ballot.get(label, 0) + strength
        if lone and "PERSON" not in spoken and ballot.get("PERSON") == ballot.get("GPE"):
            ballot.pop("PERSON", None)  # with equal votes for PERSON and GPE, a lone word is a town


def firms_by_one_word(labels: Mapping[str, str], context: Ballots) -> Mapping[str, str]:
    """New labels of two-word forms labelled PERSON that contain a company named elsewhere.

    "Hokusei Memory", where "shares of Hokusei" makes Hokusei a company; "Fulda Sultans", where there are "the Sultans".
    """
    firms = {
        key for key, label in labels.items() if label == "ORG" and " " not in key and context.get(key, {}).get("ORG")
    }
    surely = {key for key in firms if context[key]["ORG"] >= _SURE}
    by_last = {
        key: "ORG"
        for key, label in labels.items()
        if label in {"PERSON", "GPE"}
        and " " in key
        and key.split()[-1] in surely
        and key.partition(" ")[0] not in given_names()  # Michael Dell is a person
        and "PERSON" not in context.get(key, {})
    }
    return by_last | {
        key: "ORG"
        for key, label in labels.items()
        if label == "PERSON"
        and key.partition(" ")[0] in firms
        and key.partition(" ")[0] not in given_names()
        and key.split()[-1] not in labels
        and "PERSON" not in context.get(key, {})
    }


def _parts_of_people(ballots: Ballots, context: Ballots) -> set[str]:
    """Words that may refer to a person of the article: surnames, and given names of people with other forms."""
    parts: set[str] = set()
    for key, ballot in ballots.items():
        words = key.split()
        if len(words) > 1 and "PERSON" in ballot:
            parts.update(words[1:])
            if words[0] in given_names() or words[-1] in ballots or "PERSON" in context.get(key, {}):
                parts.add(words[0])
    return parts


def lone_in_lists(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with doubtful people in lists of places or organisations relabelled.

    "in Crewe, Kettering and Merthyr Nauli" are places; "Aldi, Lidl and Zorb" are organisations.
    """
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
    """Common label of a list, or "".

    GPE if it begins with a GPE after "in" or "near"; ORG if one PERSON is among two or more ORGs and nothing else.
    """
    labels = [name.label for name in run]
    if labels[0] == "GPE" and words.words[run[0].start - 1] in PLACE_WORDS.in_or_near and run[0].start:
        return "GPE"
    return "ORG" if labels.count("ORG") > 1 and labels.count("PERSON") == 1 and set(labels) == {"ORG", "PERSON"} else ""


def _lists(words: Words, names: Sequence[Name]) -> Iterable[Sequence[Name]]:
    """Runs of three or more names separated only by commas and a final "and" or "or"."""
    run: list[Name] = []
    for name in names:
        between = words.lower[run[-1].end : name.start] if run else []
        if run and between == [","]:
            run.append(name)
            continue
        if len(run) > 1 and tuple(between) in NAMES.list_joints:
            yield [*run, name]
        run = [name]
