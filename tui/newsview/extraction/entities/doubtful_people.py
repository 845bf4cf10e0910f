"""Doubtful people: one-word PERSON mentions without a full name, title or office in the article.

News introduces a person by full name, title or office. For other words the recognizer's PERSON label has one vote in
total, however many mentions have it: in "Fulda have won", "Fulda said", "Fulda lost" one cue for a club is enough.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsview.extraction.entities.lexicon import given_names

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
        last = key.split()[-1]
        lone = key not in parts and key.partition(" ")[0] not in given_names() and (last == key or last not in ballots)
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
