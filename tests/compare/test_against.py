"""Facts that an older version of the article has otherwise."""

from __future__ import annotations

from newsview.compare.against import are_related, changed_facts
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
    found = changed_facts(build_article(old), make.article, facts)
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
