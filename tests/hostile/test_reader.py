"""Hostile strings in the reader: shown literally, without effect."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from newsview.app.app import NewsviewApp
from newsview.errors import CannotWriteError
from newsview.model.facts import Analysis, Decision, Entity, Facts
from newsview.reading.build_article import build_article
from newsview.reading.clean import clean, one_for_one
from newsview.workers.events import Failed
from tests.app import springfield
from tests.app.opening import opened, reader
from tests.app.springfield import Memory, Replayed
from tests.conftest import Tried
from tests.hostile.corpus import ACTING, EVERYTHING, MARKUP, SEQUENCES, batches
from tests.hostile.screen import shown

FEW = batches(EVERYTHING, 60)


def is_untouched(pilot: Pilot[None]) -> bool:
    app = pilot.app
    assert isinstance(app, NewsviewApp)
    return app.crash is None and app.is_running and not app.reader.review.decisions.dirty


def test_corpus_has_expected_size() -> None:
    assert len(set(SEQUENCES)) == len(SEQUENCES) >= 300
    assert len(set(MARKUP)) == len(MARKUP) >= 200
    assert all(ACTING.search(text) for text in SEQUENCES)


@pytest.mark.parametrize("corpus", [SEQUENCES, MARKUP], ids=["sequences", "markup"])
async def test_hostile_article_is_shown_completely(corpus: list[str], tried: Tried) -> None:
    text = "\n\n".join(f"Mark{number} {attack}." for number, attack in enumerate(corpus))
    article = build_article(clean(text), path="article.txt")
    seen = ""
    async with opened(Replayed(), article=article, size=(160, 100)) as pilot:
        last = f"Mark{len(corpus) - 1}"
        for _ in range(2 * len(corpus)):
            seen += shown(pilot)
            if last in seen:
                break
            await pilot.press("pagedown")
        assert is_untouched(pilot)
    missing = [attack for number, attack in enumerate(corpus) if not _is_in(seen, f"Mark{number} ", attack)]
    assert missing == []
    tried(f"{len(corpus)} paragraphs")


def _is_in(seen: str, mark: str, attack: str) -> bool:
    """Whether the cleaned first line of *attack* follows its mark."""
    first = clean(f"{mark}{attack}.").split("\n")[0].rstrip()
    return " ".join(first.split()) in " ".join(seen.split())


async def test_hostile_names_titles_and_bylines_are_harmless(tried: Tried) -> None:
    for few in FEW:
        for attack in few[::20]:
            article = replace(
                build_article(springfield.TEXT, path=f"{attack}.txt", title=attack), byline=one_for_one(attack)
            )
            async with opened(Replayed(), article=article, size=(60, 20)) as pilot:
                shown(pilot)
                assert is_untouched(pilot)
    tried(f"{sum(len(few[::20]) for few in FEW)} names and titles")


async def test_hostile_entity_names_and_notes_are_shown_literally(tried: Tried) -> None:
    article = springfield.article()
    known = springfield.facts(article)
    first = known.entities[0]
    entities = [replace(first, id=f"e{n}", name=one_for_one(attack)) for n, attack in enumerate(EVERYTHING)]
    saved = _analysis(known, entities)
    async with opened(Replayed(), saved=saved, size=(160, 120)) as pilot:
        await pilot.press("1")
        seen = ""
        for _ in range(len(EVERYTHING)):
            before, seen = seen, seen + shown(pilot)
            await pilot.press("pagedown")
            if before and shown(pilot) in before:
                break
        assert is_untouched(pilot)
    assert sum(attack in seen for attack in MARKUP) > 0.9 * len(MARKUP)
    tried(f"{len(entities)} names of entities, each with its note")


def _analysis(known: Facts, entities: list[Entity]) -> Analysis:
    review = {each.id: Decision(note=each.name, source=each.name) for each in entities}
    return Analysis.of(springfield.article(), replace(known, entities=entities), springfield.GENERATOR, review)


async def test_hostile_error_messages_are_shown_literally(tried: Tried) -> None:
    for few in batches(EVERYTHING, 150):
        words = "".join(few)
        keeper = Memory(CannotWriteError(words))
        async with opened(Replayed(Failed(words, "died")), keeper, notice=words, size=(200, 60)) as pilot:
            shown(pilot)
            await pilot.press("s")
            shown(pilot)
            await pilot.press("escape")
            await reader(pilot).action_do("reload:extract_again")
            await pilot.pause()
            shown(pilot)
            assert is_untouched(pilot)
    tried(f"{len(EVERYTHING)} in notices, failures of the worker and of saving")
