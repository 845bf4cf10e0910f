"""Facts that an older version of the article has otherwise."""

from __future__ import annotations

from newsview.compare.against import are_related, old_words
from newsview.model.facts import Facts
from newsview.reading.build_article import build_article
from tests.compare.versions import maker

NEW = "Harbour plan in doubt\n\nThe bridge costs $6 million, Ada Quill said. In all, 40 boats lay in the harbour.\n"
OLD = "The bridge costs $4 million, Ada Quill said."


def changed(old: str, new: str = NEW) -> dict[str, str]:
    make = maker(new)
    money, boats = make.number("$6 million", "money"), make.number("40", "cardinal", unit_text=make.span("boats"))
    quill = make.entity("Ada Quill", "PERSON")
    facts = Facts(numbers=[money, boats], entities=[quill])
    names = {money.id: "$6 million", boats.id: "40", quill.id: "Ada Quill"}
    found = old_words(build_article(old), make.article, facts).facts
    return {names[id_]: sentence for id_, sentence in found.items()}


def test_changed_facts_have_their_old_sentence() -> None:
    assert changed(NEW.replace("$6", "$4")) == {"$6 million": OLD}
    assert changed(NEW.replace("40 boats", "40 ships")) == {"40": "In all, 40 ships lay in the harbour."}
    assert changed(NEW.replace("Quill", "Quull")) == {"Ada Quill": OLD.replace("Quill", "Quull").replace("$4", "$6")}


def test_facts_of_a_new_sentence_have_none() -> None:
    assert changed(NEW[: NEW.index(" In all")]) == {"40": ""}


def test_same_and_moved_words_have_not_changed() -> None:
    assert changed(NEW) == {}
    assert changed("In all, 40 boats lay in the harbour.\n\n" + NEW[: NEW.index(" In all")]) == {}


def test_texts_with_nothing_in_common_are_not_related() -> None:
    other = build_article("Rain stopped play on every court yesterday, as umpires had feared.\n")
    assert not are_related(other, build_article(NEW))
    assert are_related(build_article(NEW.replace("$6", "$4")), build_article(NEW))


def removed(old: str, new: str) -> dict[int, list[str]]:
    return {at: list(words) for at, words in old_words(build_article(old), build_article(new), Facts()).removed.items()}


GONE = "The council had voted for it twice."
FLEET = "Its fleet of three ferries is the oldest on the coast."


def test_removed_sentences_are_at_the_sentence_behind_the_gap() -> None:
    sentences = ["The bridge costs $6 million, Ada Quill said.", GONE, "In all, 40 boats lay in the harbour."]
    assert removed(" ".join(sentences), " ".join([sentences[0], sentences[2]])) == {1: [GONE]}
    assert removed(" ".join(sentences), " ".join(sentences[1:])) == {0: [sentences[0]]}


def test_sentences_removed_at_the_end_are_at_the_last_one() -> None:
    assert removed(f"{NEW}\n{GONE} {FLEET}\n", NEW) == {2: [GONE, FLEET]}


def test_words_taken_out_of_a_sentence_are_at_it() -> None:
    old = NEW.replace("40 boats lay", "40 boats of the ferry company lay")
    assert removed(old, NEW) == {2: ["… of the ferry company …"]}
    assert removed(NEW.replace("lay", "never lay"), NEW) == {2: ["… never …"]}


def test_small_words_moved_words_and_boilerplate_are_not_gone() -> None:
    assert removed(NEW.replace("40 boats lay", "40 boats then lay"), NEW) == {}
    assert removed("In all, 40 boats lay in the harbour.\n\n" + NEW[: NEW.index(" In all")], NEW) == {}
    assert removed(NEW + "\nSign up for our newsletter\n", NEW) == {}


def test_words_of_a_changed_fact_are_in_its_old_sentence() -> None:
    make = maker(NEW)
    facts = Facts(numbers=[make.number("$6 million", "money")])
    old = build_article(NEW.replace("$6 million", "$4 million for the whole city"))
    found = old_words(old, make.article, facts)
    assert len(found.facts) == 1 and found.removed == {}
