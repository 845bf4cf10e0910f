"""Every key of the table: the change of state that it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from newsview.app.keymap import KEYS
from newsview.app.reader.screen import Reader
from tests.app import springfield
from tests.app.opening import opened, reader, until

State = Callable[[Reader], object]


def place(of: Reader) -> object:
    return of.review.place


def decisions(of: Reader) -> object:
    return dict(of.review.decisions.all)


def shown(of: Reader) -> object:
    return of.review.filter


def dialog(of: Reader) -> object:
    return len(of.app.screen_stack)


# action: keys pressed before, and what must have changed after the key
CHANGES: dict[str, tuple[list[str], State]] = {
    "next": ([], place),
    "previous": (["j"], place),
    "next-paragraph": ([], place),
    "previous-paragraph": (["J"], place),
    "go": (["j"], place),
    "back": (["j", "enter"], place),
    "next-fact": (["j"], place),
    "previous-fact": (["j", "J"], place),
    "start": (["G"], place),
    "end": ([], place),
    "page-up": (["G"], place),
    "page-down": ([], place),
    "next-pane": ([], place),
    "previous-pane": ([], place),
    "next-match": (["slash", *"buses", "enter"], place),
    "previous-match": (["slash", *"buses", "enter"], place),
    "expand": (["1"], lambda of: of.review.expanded),
    "collapse": (["1", "l"], lambda of: of.review.expanded),
    "entities": ([], place),
    "quotes": ([], place),
    "numbers": ([], place),
    "article": (["2"], place),
    "next-finding": ([], place),
    "previous-finding": (["G"], place),
    "next-change": ([], lambda of: of.ui.notice),
    "accept": (["2"], decisions),
    "reject": (["2"], decisions),
    "skip": (["2"], place),
    "accept-all": (["2"], decisions),
    "reject-all": (["2"], decisions),
    "clear": (["2", "a", "k"], decisions),
    "undo": (["2", "a"], decisions),
    "redo": (["2", "a", "u"], decisions),
    "gone": ([], lambda of: of.ui.notice),
    "find": ([], lambda of: of.ui.bar),
    "filter": ([], dialog),
    "filter-words": ([], lambda of: of.ui.bar),
    "this-paragraph": ([], shown),
    "linked": (["2"], shown),
    "order": ([], lambda of: [listing.order for listing in of.review.panes.values()]),
    "overview": ([], dialog),
    "first": ([], dialog),
    "zoom": ([], lambda of: of.ui.zoomed),
    "save": (["2", "a"], lambda of: of.ui.notice),
    "export": ([], lambda of: of.ui.notice),
    "extract": ([], lambda of: of.ui.extracting),
    "close": (["p"], shown),
    "help": ([], dialog),
    "palette": ([], dialog),
    "edit": (["2"], dialog),
    "note": (["2"], dialog),
    "about": ([], dialog),
    "verdict": (["2"], dialog),
    "add": ([], dialog),
    "copy": (["2"], lambda of: of.app.clipboard),
    "clip": (["2"], dialog),
    "quit": (["2", "a"], dialog),
}
IN_A_TERMINAL = {"suspend"}
"""Keys that stop the process, which the tests of terminals press."""
OF_THE_SHELF = {"next-article", "previous-article", "next-open", "articles"}
"""Keys for several articles, which have tests of their own."""


def test_every_action_is_listed() -> None:
    assert {key.name for key in KEYS} - OF_THE_SHELF - IN_A_TERMINAL == set(CHANGES)


IN_ONE_READER = [[name for name, (_, changed) in CHANGES.items() if changed is state] for state in (place, dialog)]
ALONE = [[name] for name, (_, changed) in CHANGES.items() if changed not in (place, dialog)]


@pytest.mark.parametrize("names", [*IN_ONE_READER, *ALONE], ids=lambda names: f"{names[0]} and {len(names) - 1} more")
async def test_the_keys_change_the_state(names: Sequence[str]) -> None:
    async with opened(check=springfield.findings) as pilot:
        await until(pilot, lambda: reader(pilot).review.findings is not None)
        for name in names:
            before_keys, state = CHANGES[name]
            await pilot.press(*before_keys)
            before = state(reader(pilot))
            await pilot.press(next(key.keys[0] for key in KEYS if key.name == name))
            assert state(reader(pilot)) != before, name
            # to the beginning of the article, out of what was opened
            await pilot.press(*["escape"] * (len(pilot.app.screen_stack) - 1), "0", "g")
