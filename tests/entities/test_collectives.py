"""What doubts a person: prepositions, plural verbs, staff, lists of firms."""

from __future__ import annotations

import pytest

from newsview.extraction.entities import collectives, context
from tests.entities.built import Built


@pytest.mark.parametrize(
    ("vote", "text", "name", "expected"),
    [
        (collectives.within, "a tailor in|IN Nauli|NNP|pobj|-1 said|VBD", "Nauli", ("GPE", 3)),
        (collectives.within, "no confidence in|IN Doe|NNP|pobj|-1 now", "Doe", None),
        (collectives.within, "in|IN Doe|NNP|compound|1 papers|NNS|pobj|-2 now", "Doe", None),
        (collectives.at_work, "a cook at|IN Zorb|NNP|pobj|-1 said|VBD", "Zorb", ("ORG", 3)),
        (collectives.at_work, "landed|VBD at|IN Nauli|NNP|pobj|-1 today", "Nauli", ("FAC", 3)),
        (collectives.at_work, "they shouted|VBD at|IN Doe|NNP|pobj|-1 today", "Doe", None),
        (collectives.after_compass, "rain in|IN western|JJ Nauli today", "Nauli", ("GPE", 3)),
        (collectives.after_compass, "rain in|IN gentle|JJ Nauli today", "Nauli", None),
        (collectives.before_plural_verb, "Nauli|NNP|nsubj|2 have|VBP|aux|1 won|VBN", "Nauli", ("ORG", 3)),
        (collectives.before_plural_verb, "Ann and|CC Doe|NNP|nsubj|2 have|VBP|aux|1 won|VBN", "Doe", None),
        (collectives.before_plural_verb, "what did|VBD Doe|NNP|nsubj|1 have|VB", "Doe", None),
        (collectives.before_plural_verb, "Scholars|NNP|nsubj|1 have|VBP debated|VBN", "Scholars", None),
        (collectives.before_staff, "Zorb striker Ann Roe left|VBD", "Zorb", ("ORG", 3)),
        (collectives.before_staff, "Zorb 's|POS chief executive left|VBD", "Zorb", ("ORG", 3)),
        (collectives.before_staff, "Nauli mayor Ann Roe left|VBD", "Nauli", ("GPE", 3)),
        (collectives.before_staff, "Doe 's|POS coach left|VBD", "Doe", None),
        (collectives.before_staff, "Doe lawyer Ann Roe left|VBD", "Doe", None),
        (collectives.after_shares_of, "shares|NNS of|IN Zorb fell|VBD", "Zorb", ("ORG", 9)),
        (collectives.after_shares_of, "friends|NNS of|IN Doe fell|VBD", "Doe", None),
        (collectives.after_kind_and_comma, "The|DT regulator , the|DT Zorb , said|VBD", "Zorb", ("ORG", 5)),
        (collectives.after_kind_and_comma, "the|DT state capital , Nauli , said|VBD", "Nauli", ("GPE", 5)),
        (collectives.after_kind_and_comma, "its|PRP$ lawyers|NNS , Doe Roe , said|VBD", "Doe Roe", ("ORG", 4)),
        (collectives.after_kind_and_comma, "its|PRP$ lawyers|NNS , Ann Doe , and|CC Roe", "Ann Doe", None),
        (collectives.after_kind_and_comma, "The|DT nurse , Ann Doe , said|VBD", "Ann Doe", None),
        (collectives.moved_to, "a ferry to|IN Nauli|NNP|pobj|-1 today", "Nauli", ("GPE", 3)),
        (collectives.moved_to, "a letter to|IN Doe|NNP|pobj|-1 today", "Doe", None),
        (collectives.before_score, "beat|VBD Nauli 27 - 24 today", "Nauli", ("ORG", 4)),
        (collectives.before_score, "beat|VBD Nauli 27 times", "Nauli", None),
        (collectives.party, "the|DT Nauli|NNP|compound|1 party won|VBD", "Nauli", ("ORG", 4)),
        (collectives.party, "the|DT Nauli|NNP|compound|1 plan won|VBD", "Nauli", None),
        (collectives.after_residents_of, "residents|NNS of|IN Nauli left|VBD", "Nauli", ("GPE", 4)),
        (collectives.after_residents_of, "Ann Roe , 47 , of|IN Nauli , left|VBD", "Nauli", ("GPE", 4)),
        (collectives.after_residents_of, "friends|NNS of|IN Doe left|VBD", "Doe", None),
        (collectives.after_producer, "a|DT drink sold|VBN by|IN Zorb today", "Zorb", ("ORG", 3)),
        (collectives.after_producer, "a|DT drink praised|VBN by|IN Doe today", "Doe", None),
        (collectives.beside_kind_noun, "The|DT watchdog|NN|nsubj|2 Zorb|NNP|nsubj|1 said|VBD", "Zorb", ("ORG", 5)),
        (collectives.beside_kind_noun, "The|DT firm|NN|nsubj|3 Doe|NNP|nsubj|1 founded|VBD said|VBD", "Doe", None),
        (collectives.after_shares_of, "a|DT unit of|IN Zorb fell|VBD", "Zorb", ("ORG", 9)),
        (collectives.before_plural_clause, "behind|IN Nauli , who|WP play|VBP Doon", "Nauli", ("ORG", 4)),
        (collectives.before_plural_clause, "behind|IN Doe , who|WP plays|VBZ golf", "Doe", None),
        (collectives.after_shares_of, "a|DT director of|IN Zorb left|VBD", "Zorb", ("ORG", 3)),
        (collectives.before_seat, "Zorb , based|VBN in|IN Fulda , rose|VBD", "Zorb", ("ORG", 4)),
        (collectives.before_seat, "Doe , born|VBN in|IN Fulda , rose|VBD", "Doe", None),
        (collectives.after_its_rival, "to|IN its|PRP$ rival Zorb today", "Zorb", ("ORG", 3)),
        (collectives.after_its_rival, "to|IN his|PRP$ rival Doe today", "Doe", None),
        (collectives.known_as, "a nurse known|VBN as|IN Doe Roe said|VBD", "Doe Roe", ("PERSON", 3)),
        (collectives.known_as, "a place known|VBN as|IN Doe Roe said|VBD", "Doe Roe", None),
        (context.after_kind_of_thing, "the|DT state of|IN Victoria today", "Victoria", ("GPE", 9)),
        (context.after_kind_of_thing, "a|DT state of|IN Victoria today", "Victoria", None),
        (context.after_the, "the|DT Does|NNPS|nsubj|1 left|VBD . // Ann Doe", "Does", None),
        (context.after_the, "the|DT Does|NNPS|nsubj|1 left|VBD", "Does", ("ORG", 9)),
        (context.before_apposition, "Nauli , the|DT drama|NN|appos|-3 , won|VBD", "Nauli", ("WORK_OF_ART", 5)),
    ],
)  # fmt: skip
def test_the_words_beside_a_person_speak_for_something_else(
    vote: object, text: str, name: str, expected: tuple[str, int] | None
) -> None:
    built = Built(text, (name, "ORG" if vote is collectives.known_as else "PERSON"))
    assert callable(vote)
    assert vote(built.words, built.name) == expected


def test_a_person_by_name_is_not_made_a_town_or_club_by_one_construction() -> None:
    built = Built("he spoke|VBD in|IN Doe|NNP|pobj|-1 today . // Doe said|VBD . // Doe left|VBD .",
                  ("Doe", "PERSON"), ("Doe", "PERSON"), ("Doe", "PERSON"))  # fmt: skip
    settled = context.votes(built.words, built.names[0])
    assert settled == {"GPE": 3}
    assert 2 * len(built.names) > settled["GPE"]


@pytest.mark.parametrize(
    ("vote", "text", "expected"),
    [
        (collectives.before_staff, "Nauli striker Ann Roe left|VBD", ("ORG", 3)),
        (collectives.before_staff, "Nauli president Ann Roe left|VBD", None),
        (collectives.at_work, "a clerk at|IN Nauli|NNP|pobj|-1 left|VBD", ("ORG", 3)),
        (collectives.at_work, "landed|VBD at|IN Nauli|NNP|pobj|-1 today", None),
        (collectives.before_score, "beat|VBD Nauli 27 - 24 today", ("ORG", 4)),
    ],
)
def test_a_place_may_be_a_club_or_a_firm(vote: object, text: str, expected: tuple[str, int] | None) -> None:
    built = Built(text, ("Nauli", "GPE"))
    assert callable(vote)
    assert vote(built.words, built.name) == expected
