"""Context votes against PERSON: prepositions, plural verbs, staff, lists of companies."""

from __future__ import annotations

import pytest

from newsview.extraction.entities import person_or_organisation, type_votes
from tests.entities.built import Built


@pytest.mark.parametrize(
    ("vote", "text", "name", "expected"),
    [
        (person_or_organisation.within, "a tailor in|IN Nauli|NNP|pobj|-1 said|VBD", "Nauli", ("GPE", 3)),
        (person_or_organisation.within, "no confidence in|IN Doe|NNP|pobj|-1 now", "Doe", None),
        (person_or_organisation.within, "in|IN Doe|NNP|compound|1 papers|NNS|pobj|-2 now", "Doe", None),
        (person_or_organisation.at_work, "a cook at|IN Zorb|NNP|pobj|-1 said|VBD", "Zorb", ("ORG", 3)),
        (person_or_organisation.at_work, "landed|VBD at|IN Nauli|NNP|pobj|-1 today", "Nauli", ("FAC", 3)),
        (person_or_organisation.at_work, "they shouted|VBD at|IN Doe|NNP|pobj|-1 today", "Doe", None),
        (person_or_organisation.after_compass, "rain in|IN western|JJ Nauli today", "Nauli", ("GPE", 3)),
        (person_or_organisation.after_compass, "rain in|IN gentle|JJ Nauli today", "Nauli", None),
        (person_or_organisation.before_plural_verb, "Nauli|NNP|nsubj|2 have|VBP|aux|1 won|VBN", "Nauli", ("ORG", 3)),
        (person_or_organisation.before_plural_verb, "Ann and|CC Doe|NNP|nsubj|2 have|VBP|aux|1 won|VBN", "Doe", None),
        (person_or_organisation.before_plural_verb, "what did|VBD Doe|NNP|nsubj|1 have|VB", "Doe", None),
        (person_or_organisation.before_plural_verb, "Scholars|NNP|nsubj|1 have|VBP debated|VBN", "Scholars", None),
        (person_or_organisation.before_staff, "Zorb striker Ann Roe left|VBD", "Zorb", ("ORG", 3)),
        (person_or_organisation.before_staff, "Zorb 's|POS chief executive left|VBD", "Zorb", ("ORG", 3)),
        (person_or_organisation.before_staff, "Nauli mayor Ann Roe left|VBD", "Nauli", ("GPE", 3)),
        (person_or_organisation.before_staff, "Doe 's|POS coach left|VBD", "Doe", None),
        (person_or_organisation.before_staff, "Doe lawyer Ann Roe left|VBD", "Doe", None),
        (person_or_organisation.after_shares_of, "shares|NNS of|IN Zorb fell|VBD", "Zorb", ("ORG", 9)),
        (person_or_organisation.after_shares_of, "friends|NNS of|IN Doe fell|VBD", "Doe", None),
        (person_or_organisation.after_kind_and_comma, "The|DT regulator , the|DT Zorb , said|VBD", "Zorb", ("ORG", 5)),
        (person_or_organisation.after_kind_and_comma, "the|DT state capital , Nauli , said|VBD", "Nauli", ("GPE", 5)),
        (person_or_organisation.after_kind_and_comma, "its|PRP$ lawyers|NNS , Doe Roe , said|VBD", "Doe Roe", ("ORG", 4)),
        (person_or_organisation.after_kind_and_comma, "its|PRP$ lawyers|NNS , Ann Doe , and|CC Roe", "Ann Doe", None),
        (person_or_organisation.after_kind_and_comma, "The|DT nurse , Ann Doe , said|VBD", "Ann Doe", None),
        (person_or_organisation.moved_to, "a ferry to|IN Nauli|NNP|pobj|-1 today", "Nauli", ("GPE", 3)),
        (person_or_organisation.moved_to, "a letter to|IN Doe|NNP|pobj|-1 today", "Doe", None),
        (person_or_organisation.before_score, "beat|VBD Nauli 27 - 24 today", "Nauli", ("ORG", 4)),
        (person_or_organisation.before_score, "beat|VBD Nauli 27 times", "Nauli", None),
        (person_or_organisation.party, "the|DT Nauli|NNP|compound|1 party won|VBD", "Nauli", ("ORG", 4)),
        (person_or_organisation.party, "the|DT Nauli|NNP|compound|1 plan won|VBD", "Nauli", None),
        (person_or_organisation.after_residents_of, "residents|NNS of|IN Nauli left|VBD", "Nauli", ("GPE", 4)),
        (person_or_organisation.after_residents_of, "Ann Roe , 47 , of|IN Nauli , left|VBD", "Nauli", ("GPE", 4)),
        (person_or_organisation.after_residents_of, "friends|NNS of|IN Doe left|VBD", "Doe", None),
        (person_or_organisation.after_producer, "a|DT drink sold|VBN by|IN Zorb today", "Zorb", ("ORG", 3)),
        (person_or_organisation.after_producer, "a|DT drink praised|VBN by|IN Doe today", "Doe", None),
        (person_or_organisation.beside_kind_noun, "The|DT watchdog|NN|nsubj|2 Zorb|NNP|nsubj|1 said|VBD", "Zorb", ("ORG", 5)),
        (person_or_organisation.beside_kind_noun, "The|DT firm|NN|nsubj|3 Doe|NNP|nsubj|1 founded|VBD said|VBD", "Doe", None),
        (person_or_organisation.after_shares_of, "a|DT unit of|IN Zorb fell|VBD", "Zorb", ("ORG", 9)),
        (person_or_organisation.before_plural_clause, "behind|IN Nauli , who|WP play|VBP Doon", "Nauli", ("ORG", 4)),
        (person_or_organisation.before_plural_clause, "behind|IN Doe , who|WP plays|VBZ golf", "Doe", None),
        (person_or_organisation.after_shares_of, "a|DT director of|IN Zorb left|VBD", "Zorb", ("ORG", 3)),
        (person_or_organisation.before_seat, "Zorb , based|VBN in|IN Fulda , rose|VBD", "Zorb", ("ORG", 4)),
        (person_or_organisation.before_seat, "Doe , born|VBN in|IN Fulda , rose|VBD", "Doe", None),
        (person_or_organisation.after_its_rival, "to|IN its|PRP$ rival Zorb today", "Zorb", ("ORG", 3)),
        (person_or_organisation.after_its_rival, "to|IN his|PRP$ rival Doe today", "Doe", None),
        (person_or_organisation.known_as, "a nurse known|VBN as|IN Doe Roe said|VBD", "Doe Roe", ("PERSON", 3)),
        (person_or_organisation.known_as, "a place known|VBN as|IN Doe Roe said|VBD", "Doe Roe", None),
        (type_votes.after_kind_of_thing, "the|DT state of|IN Victoria today", "Victoria", ("GPE", 9)),
        (type_votes.after_kind_of_thing, "a|DT state of|IN Victoria today", "Victoria", None),
        (type_votes.after_the, "the|DT Does|NNPS|nsubj|1 left|VBD . // Ann Doe", "Does", None),
        (type_votes.after_the, "the|DT Does|NNPS|nsubj|1 left|VBD", "Does", ("ORG", 9)),
        (type_votes.after_the, "the|DT Does|NNP|nsubj|1 left|VBD . // Ann Doe", "Does", None),
        (type_votes.after_the, "the|DT Do|NNP|nsubj|1 left|VBD . // Ann Doe", "Do", ("ORG", 9)),
        (type_votes.before_apposition, "Nauli , the|DT drama|NN|appos|-3 , won|VBD", "Nauli", ("WORK_OF_ART", 5)),
    ],
)  # fmt: skip
def test_context_of_person_votes_for_other_label(
    vote: object, text: str, name: str, expected: tuple[str, int] | None
) -> None:
    built = Built(text, (name, "ORG" if vote is person_or_organisation.known_as else "PERSON"))
    assert callable(vote)
    assert vote(built.words, built.name) == expected


def test_full_name_stays_person_despite_one_vote() -> None:
    built = Built("he spoke|VBD in|IN Doe|NNP|pobj|-1 today . // Doe said|VBD . // Doe left|VBD .",
                  ("Doe", "PERSON"), ("Doe", "PERSON"), ("Doe", "PERSON"))  # fmt: skip
    settled = type_votes.votes(built.words, built.names[0])
    assert settled == {"GPE": 3}
    assert 2 * len(built.names) > settled["GPE"]


@pytest.mark.parametrize(
    ("vote", "text", "expected"),
    [
        (person_or_organisation.before_staff, "Nauli striker Ann Roe left|VBD", ("ORG", 3)),
        (person_or_organisation.before_staff, "Nauli president Ann Roe left|VBD", None),
        (person_or_organisation.at_work, "a clerk at|IN Nauli|NNP|pobj|-1 left|VBD", ("ORG", 3)),
        (person_or_organisation.at_work, "landed|VBD at|IN Nauli|NNP|pobj|-1 today", None),
        (person_or_organisation.before_score, "beat|VBD Nauli 27 - 24 today", ("ORG", 4)),
    ],
)
def test_context_of_place_votes_for_organisation(vote: object, text: str, expected: tuple[str, int] | None) -> None:
    built = Built(text, ("Nauli", "GPE"))
    assert callable(vote)
    assert vote(built.words, built.name) == expected
