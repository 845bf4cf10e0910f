"""Applied edits of a reviewer: fields, merges, moved mentions, and their consequences."""

from collections.abc import Mapping
from typing import Any

from newsview.model.corrections import apply, corrected
from newsview.model.facts import Decision, Entity, Facts, Mention, Number, Quote, Range, Speaker


def mention(id_: str, start: int) -> Mention:
    return Mention(id=id_, text="Ada", start=start, end=start + 3, sentence="s1")


def entity(id_: str, *mentions: Mention) -> Entity:
    return Entity(id=id_, name=id_.title(), type="PERSON", role=None, mentions=mentions)


FACTS = Facts(
    entities=[entity("e-ada", mention("m-1", 0), mention("m-3", 20)), entity("e-quill", mention("m-2", 10))],
    quotes=[
        Quote(
            id="q-1", kind="direct", text="Go", start=5, end=7, content=[Range(start=5, end=7)],
            speaker=Speaker(text="Quill", start=10, end=13, entity="e-quill"), cue=None, sentence="s1", sentences=["s1"],
        )
    ],
    numbers=[Number(id="n-1", sentence="s1", text="5", start=30, end=31, kind="measure", value=5, unit="mile")],
)  # fmt: skip


def edited(**edits: Mapping[str, Any]) -> Facts:
    return apply(FACTS, {id_.replace("_", "-"): Decision(edits=each) for id_, each in edits.items()})


def test_without_edits_the_facts_are_the_same() -> None:
    assert apply(FACTS, {"n-1": Decision(status="accepted")}) is FACTS


def test_a_field_is_changed() -> None:
    assert edited(n_1={"unit": "kilometre", "value": 8.0}).numbers[0].unit == "kilometre"
    assert edited(e_ada={"name": "Ada Quill"}).entities[0].name == "Ada Quill"


def test_an_edit_of_another_type_or_of_a_fixed_field_changes_nothing() -> None:
    number = FACTS.numbers[0]
    assert corrected(number, {"value": "many", "start": 3, "id": "n-9", "text": "6"}) == number


def test_invalid_field_leaves_other_fields_edited() -> None:
    assert corrected(FACTS.numbers[0], {"value": "many", "unit": "metre"}).unit == "metre"


def test_merging_moves_the_mentions_and_the_quotes() -> None:
    merged = edited(e_quill={"merged_into": "e-ada"})
    assert [each.id for each in merged.entities] == ["e-ada"]
    assert [each.id for each in merged.entities[0].mentions] == ["m-1", "m-2", "m-3"]
    speaker = merged.quotes[0].speaker
    assert speaker is not None
    assert (speaker.entity, speaker.text) == ("e-ada", "Quill")


def test_cycle_of_merges_merges_nothing() -> None:
    circle = edited(e_quill={"merged_into": "e-ada"}, e_ada={"merged_into": "e-quill"})
    assert [each.id for each in circle.entities] == ["e-ada", "e-quill"]


def test_merge_into_missing_entity_is_ignored() -> None:
    assert edited(e_quill={"merged_into": "e-gone"}).entities == list(FACTS.entities)


def test_a_mention_moves_to_another_entity() -> None:
    moved = edited(m_3={"entity": "e-quill"})
    assert [[each.id for each in entity.mentions] for entity in moved.entities] == [["m-1"], ["m-2", "m-3"]]


def test_split_off_mention_becomes_entity_with_its_name() -> None:
    split = edited(m_3={"entity": None})
    assert [(each.id, [part.id for part in each.mentions]) for each in split.entities] == [
        ("e-ada", ["m-1"]),
        ("e-quill", ["m-2"]),
        ("e-m-3", ["m-3"]),
    ]
    assert (split.entities[2].name, split.entities[2].type, split.entities[2].origin) == ("Ada", "PERSON", "reviewer")


def test_split_off_entity_can_be_corrected_and_merged() -> None:
    review = {"m-3": Decision(edits={"entity": None}), "e-m-3": Decision(edits={"merged_into": "e-quill"})}
    assert [[part.id for part in each.mentions] for each in apply(FACTS, review).entities] == [["m-1"], ["m-2", "m-3"]]


def test_an_entity_without_mentions_is_left_out() -> None:
    assert [each.id for each in edited(m_2={"entity": "e-ada"}).entities] == ["e-ada"]


def test_speaker_is_set_and_removed() -> None:
    ada = {"text": "Ada", "start": 0, "end": 3, "entity": "e-ada"}
    speaker = edited(q_1={"speaker": ada}).quotes[0].speaker
    assert speaker is not None
    assert speaker.entity == "e-ada"
    assert edited(q_1={"speaker": None}).quotes[0].speaker is None


def speaker_after(**edits: Mapping[str, Any]) -> tuple[str | None, str]:
    """The entity and name of the quote's speaker after *edits*."""
    speaker = edited(**edits).quotes[0].speaker
    assert speaker is not None
    return speaker.entity, speaker.name


def test_speaker_has_the_name_of_its_entity_after_any_correction() -> None:
    assert speaker_after(e_quill={"name": "Ada Quill"}) == ("e-quill", "Ada Quill")
    assert speaker_after(e_quill={"merged_into": "e-ada"}, e_ada={"name": "Ada Vane"}) == ("e-ada", "Ada Vane")
    assert speaker_after(m_2={"entity": "e-ada"}) == ("e-ada", "E-Ada")
    assert speaker_after(m_2={"entity": None}) == ("e-m-2", "Ada")
    assert speaker_after(m_2={"entity": None}, e_m_2={"merged_into": "e-ada"}) == ("e-ada", "E-Ada")


def test_other_mentions_move_without_the_speaker() -> None:
    assert speaker_after(m_3={"entity": "e-quill"}) == ("e-quill", "E-Quill")


def test_corrected_speaker_does_not_follow_its_mention() -> None:
    ada = {"text": "Ada", "start": 10, "end": 13, "entity": "e-quill"}
    assert speaker_after(q_1={"speaker": ada}, m_2={"entity": "e-ada"}, e_quill={"name": "Ada"})[0] == "e-quill"
