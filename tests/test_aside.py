"""Which facts are hidden by default: labels, facts of boilerplate, reports that are no speech."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsview.model.article import Article
from newsview.model.aside import with_aside
from newsview.model.codec import decode, encode
from newsview.model.facts import Act, Entity, Facts, Number, Quote
from newsview.model.in_force import changed
from newsview.reading.build_article import build_article
from tests.making import Maker

TEXT = "Ferries return\n\nAnna Berg said the ferry was late. She left on Flight 42 at 30 knots.\n\nSubscribe to the Harbour Post for $4."


@pytest.fixture
def article() -> Article:
    built = build_article(TEXT)
    last = replace(built.paragraphs[-1], role="boilerplate")
    return replace(built, paragraphs=[*built.paragraphs[:-1], last])


def quote(article: Article, act: Act = "speech") -> Quote:
    return replace(Maker(article).quote("the ferry was late", speaker=("Anna Berg", None), cue="said"), act=act)


def entities(article: Article, *names: str) -> list[bool]:
    made = [Maker(article).entity(name, "ORG") for name in names]
    return [each.aside for each in with_aside(article, Facts(entities=made)).entities]


def numbers(article: Article, *found: Number) -> list[bool]:
    return [each.aside for each in with_aside(article, Facts(numbers=found)).numbers]


def test_labels_and_facts_of_boilerplate_are_aside(article: Article) -> None:
    maker = Maker(article)
    found = [maker.number("42", "label"), maker.number("30 knots", "measure"), maker.number("$4", "money")]
    assert numbers(article, *found) == [True, False, True]
    assert entities(article, "Anna Berg", "Harbour Post") == [False, True]


def test_entity_with_a_mention_in_the_story_is_not_aside(article: Article) -> None:
    both = Maker(article).entity("Harbour Post", "ORG", ("Harbour Post", 0), ("ferry", 0))
    assert not with_aside(article, Facts(entities=[both])).entities[0].aside


@pytest.mark.parametrize(("act", "aside"), [("speech", False), ("belief", True), ("plan", True)])
def test_only_speech_is_shown(article: Article, act: Act, aside: bool) -> None:
    assert with_aside(article, Facts(quotes=[quote(article, act)])).quotes[0].aside is aside


def test_facts_of_a_reviewer_and_marks_of_a_rule_stay(article: Article) -> None:
    own = replace(Maker(article).number("42", "label"), origin="reviewer")
    marked = replace(Maker(article).number("30 knots", "measure"), aside=True)
    assert numbers(article, own, marked) == [False, True]


def test_files_without_the_keys_have_their_defaults(article: Article) -> None:
    plain = encode(quote(article, "plan"))
    old = {key: value for key, value in plain.items() if key not in ("act", "stance", "aside")}
    read = decode(Quote, old)
    assert (read.act, read.stance, read.aside) == ("speech", "states", False)
    entity = encode(Maker(article).entity("Anna Berg", "PERSON"))
    entity.pop("aside")
    assert decode(Entity, entity).aside is False


def test_decision_on_a_quote_is_out_of_force_when_its_stance_changes(article: Article) -> None:
    was = quote(article)
    assert not changed(was, replace(was, aside=True), lambda _: None, lambda _: None)
    assert changed(was, replace(was, stance="denies"), lambda _: None, lambda _: None)
