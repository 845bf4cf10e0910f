"""What is written to the terminal: few bytes, and the terminal shows what it would have shown with all of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pyte
import pytest
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual._styles_cache import StylesCache
from textual.geometry import Size
from textual.strip import Strip

from newsview.app.screen_updates import LineCompositor, TerminalCells, change, pieces
from newsview.app.widgets.frame import Framed
from tests.app.opening import opened, reader, until

SIZE = Size(40, 6)
STYLES = [
    Style.parse(words)
    for words in ("", "bold", "dim", "italic underline", "reverse", "bold red on blue", "#aabbcc on #102030", "not bold on #102030")
]  # fmt: skip
WORDS = ["the mayor", "said", " ", "    ", "“no”", "✓ ✗", "—", "日本", "é", "x"]


def strip(words: Iterable[tuple[str, Style]], width: int = SIZE.width) -> Strip:
    return Strip([Segment(text, style) for text, style in words]).adjust_cell_length(width, Style())


def cells(line: Strip) -> list[tuple[str, str]]:
    """The characters of *line* with their looks."""
    looks = [
        (character, Strip.render_ansi(style, ColorSystem.TRUECOLOR) if style else "")
        for text, style, _ in line
        for character in text
    ]
    return looks


def drawn(screen: pyte.Screen) -> list[list[pyte.screens.Char]]:
    return [[screen.buffer[y][x] for x in range(SIZE.width)] for y in range(SIZE.height)]


class Emulated:
    """A terminal that is written to by ``TerminalCells``."""

    def __init__(self) -> None:
        self.cells = TerminalCells()
        self.screen = pyte.Screen(SIZE.width, SIZE.height)
        self.stream = pyte.Stream(self.screen)

    def show(self, pieces: Sequence[tuple[int, int, Strip]]) -> int:
        """How many characters were written."""
        text = self.cells.write(pieces, SIZE, ColorSystem.TRUECOLOR)
        self.stream.feed(text)
        return len(text)


def random_line(seed: random.Random) -> Strip:
    return strip([(seed.choice(WORDS), seed.choice(STYLES)) for _ in range(seed.randrange(9))])


def test_terminal_shows_what_it_would_show_if_everything_were_written() -> None:
    seed = random.Random(7)
    kept, lines = Emulated(), [random_line(seed) for _ in range(SIZE.height)]
    for _ in range(300):
        for _ in range(seed.randrange(3)):
            lines[seed.randrange(SIZE.height)] = random_line(seed)
        pieces = [(0, y, line) for y, line in enumerate(lines)]
        kept.show(pieces)
        fresh = Emulated()
        fresh.show(pieces)
        assert drawn(kept.screen) == drawn(fresh.screen)


def test_only_cells_that_differ_are_written() -> None:
    terminal = Emulated()
    terminal.show([(0, y, strip([("the mayor said no", Style())])) for y in range(SIZE.height)])
    assert terminal.show([(0, 1, strip([("the mayor said no", Style())]))]) == 0
    assert terminal.show([(0, 1, strip([("the mayor said so", Style())]))]) == len("\x1b[2;16Hs")
    assert terminal.screen.display[1].rstrip() == "the mayor said so"


def test_piece_in_the_middle_of_a_line_is_written_there() -> None:
    terminal = Emulated()
    terminal.show([(0, y, strip([("." * 40, Style())])) for y in range(SIZE.height)])
    terminal.show([(30, 2, strip([("new", STYLES[5])], 5))])
    assert terminal.screen.display[2] == "." * 30 + "new  " + "." * 5
    assert terminal.screen.buffer[2][30].fg == "red" and terminal.screen.buffer[2][35].fg == "default"


def test_line_with_wide_characters_is_written_whole() -> None:
    terminal = Emulated()
    terminal.show([(0, 0, strip([("日本 a", Style())]))])
    assert terminal.show([(0, 0, strip([("日本 a", Style())]))]) == 0
    assert terminal.show([(0, 0, strip([("日本 b", Style())]))]) > 30


def test_everything_is_written_again_after_it_was_forgotten_and_in_another_size() -> None:
    terminal, pieces = Emulated(), [(0, 0, strip([("the mayor", Style())]))]
    first = terminal.show(pieces)
    assert terminal.show(pieces) == 0
    terminal.cells.forget()
    assert terminal.show(pieces) == first
    assert terminal.cells.write(pieces, Size(50, 6), ColorSystem.TRUECOLOR)


def test_whole_screen_is_written_whole() -> None:
    cells, console = TerminalCells(), Console(color_system="truecolor")
    update = LayoutUpdate([[strip([("the mayor", Style())])]], SIZE.region)
    first = cells.changes(update, SIZE).render_segments(console)
    assert first and cells.changes(update, SIZE).render_segments(console) == first


def test_looks_change_by_their_differences() -> None:
    assert change("", "1;38;2;1;2;3") in ("\x1b[1;38;2;1;2;3m", "\x1b[38;2;1;2;3;1m")
    assert change("1;38;2;1;2;3;48;2;4;5;6", "38;2;1;2;3;48;2;4;5;6") == "\x1b[22m"
    assert change("38;2;1;2;3;48;2;4;5;6", "38;2;1;2;3;48;2;7;8;9") == "\x1b[48;2;7;8;9m"
    assert change("31;44", "44") == "\x1b[39m" and change("38;5;7", "") == "\x1b[m"
    assert change("1;2", "1") == "\x1b[22;1m"
    assert change("53;31", "31") == "\x1b[0;31m"


def test_frame_is_written_downwards_in_few_bytes() -> None:
    terminal = Emulated()
    lines = [strip([("│", Style()), ("x", Style()), ("│" * (SIZE.width - 2), Style())]) for _ in range(SIZE.height)]
    terminal.show([(0, y, line) for y, line in enumerate(lines)])
    heavy = [strip([("┃", Style()), ("x", Style()), ("│" * (SIZE.width - 2), Style())]) for _ in range(SIZE.height)]
    written = terminal.show([(0, y, line) for y, line in enumerate(heavy)])
    assert written == len("\x1b[1;1H┃") + (SIZE.height - 1) * len("\b\x1b[B┃")
    assert [line[:3] for line in terminal.screen.display] == ["┃x│"] * SIZE.height


def test_right_edge_is_written_where_it_is() -> None:
    terminal = Emulated()
    for sign in "│┃":
        terminal.show([(SIZE.width - 1, y, strip([(sign, Style())], 1)) for y in range(SIZE.height)])
    assert [line[-1] for line in terminal.screen.display] == ["┃"] * SIZE.height


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_lines_of_panes_are_those_that_textual_draws(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        for keys in ((), ("j", "j", "2", "a"), ("0", "J"), ("3", "z", "G")):
            await pilot.press(*keys)
            for view in reader(pilot).query(Framed):
                if view.display and view.region:
                    shown = view.render_lines(view.outer_size.region)
                    view._styles_cache.clear()
                    whole = StylesCache().render_widget(view, view.outer_size.region)
                    assert [drawn.text for drawn in shown] == [line.text for line in whole]
                    assert [cells(drawn) for drawn in shown] == [cells(line) for line in whole]


class Shown:
    """The lines that a terminal would show: those at the beginning, with every partial update since."""

    def __init__(self, lines: Sequence[Strip]) -> None:
        self.lines = list(lines)

    def take(self, update: ChopsUpdate | None) -> ChopsUpdate | None:
        for x, y, strip in pieces(update) or () if update is not None else ():
            line = self.lines[y]
            rest = line.crop(x + strip.cell_length, line.cell_length)
            self.lines[y] = Strip.join([line.crop(0, x), strip, rest])
        return update


async def test_partial_updates_show_what_a_whole_one_would(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as pilot:
        screen = pilot.app.screen
        shown, render = Shown(screen._compositor.render_strips()), LineCompositor.render_partial_update
        monkeypatch.setattr(LineCompositor, "render_partial_update", lambda self: shown.take(render(self)))
        for key in "jjj]]2jax3jau0kJG":
            await pilot.press(key)
            await until(pilot, lambda: not (screen._dirty_widgets or screen._repaint_required))
            assert [cells(strip) for strip in shown.lines] == [
                cells(strip) for strip in screen._compositor.render_strips()
            ], key
