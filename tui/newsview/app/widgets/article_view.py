"""The article pane: draws only the lines that are on screen, whatever the length of the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region, Size
from textual.selection import Selection
from textual.strip import Strip

from newsview.app.messages import ArticlePicked
from newsview.app.render.layers import Layer, Mark, control_signs, runs
from newsview.app.render.wrapping import Lines, lay_out, offset_at
from newsview.app.widgets.frame import Framed
from newsview.model.article import Article
from newsview.model.kinds import KINDS

GUTTER: Final = 4
"""Cells left of the text: the bar of the current sentence, two marks, a blank."""
MEASURE: Final = 88
"""The longest line in cells: longer ones are hard to read, however wide the terminal is."""

Stretches = Sequence[tuple[int, int]]
Kinds = Callable[[int, int], Mapping[str, Stretches]]
"""What is coloured between two offsets, or reaches into that: the layers of ``BELOW`` by name, without the sentence."""

Marks = Callable[[int, int], Sequence[Mark]]
"""The marks in the margin of a line, by its offsets."""

Hits = Callable[[int, int], Stretches]
"""The matches of what is looked for, between two offsets."""

BELOW: Final = ("quote", "sentence", *(kind.one for kind in KINDS if kind.name != "quotes"))
"""The layers under the emphasis, from the lowest; all kinds but quotes, which hold the others, lie on the sentence."""

ABOVE: Final = ("speaker", "cue", "own", "hit", "hit-current", "selected")


CONTEXT: Final = 4
"""Lines that stay visible above or below what is scrolled to, where there is room."""

MOST_DRAWN: Final = 500
"""Lines that are cached as they were drawn: some screens."""


class ArticleView(Framed, can_focus=True, inherit_bindings=False):
    """The article with its current sentence. Offsets are code points; their meaning is the name of their ``Layer``."""

    def __init__(self, article: Article, *, id: str) -> None:
        super().__init__(id=id)
        self._article = article
        self._text = article.text
        self._lines = Lines([], [], [])
        self._width = 0
        self._kinds: Kinds = lambda start, end: {}
        self._marks: Marks = lambda start, end: ()
        self._hits: Hits | None = None
        self._layers: dict[str, Layer] = {name: Layer(name) for name in (*BELOW, *ABOVE)}
        self._drawn_of: dict[int, tuple[Mapping[str, Stretches], Sequence[Mark]]] = {}
        """What the review said of the facts of each cached line."""
        self._drawn: dict[int, Strip] = {}
        """Lines by their numbers: scrolling shows most of them again."""
        self._sentence = (0, 0)

    # What is shown

    def colour(self, kinds: Kinds, marks: Marks) -> None:
        """Sets the functions that give the kinds of the words in a line, and the marks in its margin."""
        self._kinds, self._marks = kinds, marks
        self.forget_drawn()
        self.refresh()

    def draw_changed(self) -> None:
        """Draws the lines whose kinds or marks are not those that they were drawn with."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        for number in list(self._drawn):
            on_screen = top <= number < top + height
            if on_screen and self._drawn_of.get(number) == self._facts_of(number):
                continue
            del self._drawn[number]
            if on_screen:
                self.refresh_lines(number, 1)

    def _facts_of(self, number: int) -> tuple[Mapping[str, Stretches], Sequence[Mark]]:
        start, end = self._lines.starts[number], self._lines.ends[number]
        return self._kinds(start, end), self._marks(start, end)

    def highlight_matches(self, hits: Hits | None) -> None:
        """Sets the function that gives the matches in a line; None where nothing is looked for."""
        if hits != self._hits:
            self._hits = hits
            self.forget_drawn()
            self.refresh()

    def paint(self, kinds: Mapping[str, Stretches]) -> None:
        """Takes new stretches for the layers named in *kinds* and draws the lines where they differ from the old ones."""
        for name, stretches in kinds.items():
            before, self._layers[name] = self._layers[name], Layer(name, stretches)
            for start, end in {*before} ^ {*self._layers[name]}:
                self._refresh_stretch(start, end)

    def take(self, article: Article, sentence: tuple[int, int]) -> None:
        """Shows another text; its *sentence* comes where the current one was."""
        height = self._lines.at(self._sentence[0]) - self.scroll_offset.y if self._lines.starts else 0
        self._article, self._text, self._sentence = article, article.text, sentence
        self._layers = {name: Layer(name) for name in self._layers} | {"sentence": Layer("sentence", [sentence])}
        self._break_lines()
        self._set_length()
        self.scroll_to(y=max(0, self._lines.at(sentence[0]) - height), animate=False, immediate=True, force=True)
        self._set_title()
        self.refresh()

    def stand_on(self, start: int, end: int) -> None:
        """Makes ``start:end`` the current sentence."""
        if (start, end) != self._sentence:
            self._sentence = (start, end)
            self.paint({"sentence": [(start, end)]})
            self._set_title()

    def _set_title(self) -> None:
        """Which of how many paragraphs the current sentence is in."""
        at, count = self._article.paragraph_index(self._sentence[0]), len(self._article.paragraphs)
        self.show_title("Article", f"¶ {at + 1:,}/{count:,}" if at is not None else "")

    def reveal(self, start: int, end: int) -> None:
        """Scrolls, if ``start:end`` is off screen, so that it is on it; a stretch that is too long shows its beginning."""
        shown = self._lines.between(start, end)
        height = self.scrollable_content_region.height
        if not shown or height <= 0:
            return
        top, bottom, at = shown[0], shown[-1], self.scroll_offset.y
        context = min(CONTEXT, max(1, (height - 1 - bottom + top) // 2))
        if top < at or bottom - top >= height:
            self.scroll_to(y=max(0, top - context), animate=False, immediate=True, force=True)
        elif bottom + context >= at + height:
            self.scroll_to(y=bottom - height + 1 + context, animate=False, immediate=True, force=True)
        self._place_cursor()

    def reveal_above(self, start: int, end: int, box: Region) -> bool:
        """Scrolls ``start:end`` to the top of the pane if *box*, a region of the screen, covers some of it.

        False if its beginning is still covered, at the end of the article.
        """
        shown, content = self._lines.between(start, end), self.content_region
        if not shown or not content.overlaps(box) or content.y + shown[-1] - self.scroll_offset.y < box.y:
            return True
        self.scroll_to(y=shown[0], animate=False, immediate=True, force=True)
        return content.y + shown[0] - self.scroll_offset.y < box.y

    def page(self, direction: int) -> int:
        """Scrolls by a screen and gives the offset of the first text that is then on it."""
        height = max(1, self.scrollable_content_region.height - 2)
        at = min(max(0, self.scroll_offset.y + direction * height), int(self.max_scroll_y))
        moved = at != self.scroll_offset.y
        self.scroll_to(y=at, animate=False, immediate=True, force=True)
        if not self._lines.starts:
            return 0
        if not moved:
            return self._lines.starts[-1 if direction > 0 else 0]
        line = min(at, len(self._lines.starts) - 1)
        return self._lines.starts[line + (self._lines.starts[line] == self._lines.ends[line])]

    # Drawing

    def on_resize(self) -> None:
        """Breaks the lines anew where the width has changed, and keeps the text at the top of the pane."""
        super().on_resize()
        first = not self.virtual_size.height
        if first or self._room() != self._width:
            top = self._lines.starts[self.scroll_offset.y] if self._lines.starts else 0
            if self._room() != self._width:
                self._break_lines()
            self._set_length()
            self.scroll_to(y=0 if first else self._lines.at(top), animate=False, immediate=True, force=True)
            self.refresh()
        self.reveal(*self._sentence)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the pane; the first time they are broken now, a frame before ``on_resize`` is called."""
        if not self._lines.starts:
            self._break_lines()
        return super().render_lines(crop)

    def _room(self) -> int:
        """The width of a line, in cells."""
        return min(MEASURE, max(1, self.scrollable_content_region.width - GUTTER - 1))

    def _break_lines(self) -> None:
        self._width = self._room()
        self._lines = lay_out(self._text, self._article.paragraphs, self._width)
        self.forget_drawn()

    def _set_length(self) -> None:
        self.virtual_size = Size(self._width + GUTTER, len(self._lines.starts))

    def forget_drawn(self) -> None:
        """Has every line drawn anew when it is next on screen."""
        self._drawn.clear()
        self._drawn_of.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draws what is marked with the mouse now."""
        self.forget_drawn()
        super().selection_updated(selection)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keeps the terminal's cursor on the current sentence."""
        super().watch_scroll_y(old_value, new_value)
        self._place_cursor()

    def render_line(self, y: int) -> Strip:
        """The line *y* of the pane, from the top of what is scrolled into view."""
        width, first = self.line_place
        number = first + y
        if number >= len(self._lines.starts):
            return Strip.blank(width, self._style_cache.style())
        strip = self._drawn.get(number)
        if strip is None or strip.cell_length != width:
            if len(self._drawn) >= MOST_DRAWN:
                self.forget_drawn()
            facts = self._drawn_of[number] = self._facts_of(number)
            strip = self._drawn[number] = self._strip(number, width, *facts)
        return strip

    def _strip(self, number: int, width: int, kinds: Mapping[str, Stretches], marks: Sequence[Mark]) -> Strip:
        start, end = self._lines.starts[number], self._lines.ends[number]
        end -= len(self._text[start:end]) - len(self._text[start:end].rstrip())  # blanks at the edge are not painted
        text = Strip(self._segments(number, start, end, kinds)).apply_offsets(0, number)
        low, high = self._sentence
        bar = start < high and end > low
        looks = self._style_cache
        gutter = [Segment("▌" if bar else " ", looks.style("bar" if bar else ""))]
        gutter += [Segment(sign, looks.style("" if look == "plain" else look)) for sign, look in marks]
        gutter.append(Segment(" " * (GUTTER - sum(segment.cell_length for segment in gutter)), looks.style()))
        return Strip([*gutter, *text]).adjust_cell_length(width, self._style_cache.style())

    def _segments(self, number: int, start: int, end: int, kinds: Mapping[str, Stretches]) -> list[Segment]:
        kinds = dict(kinds)
        if self._hits is not None:
            kinds["hit"] = self._hits(start, end)
        layers = [Layer(name, kinds[name]) if name in kinds else layer for name, layer in self._layers.items()]
        selected = self._selected(number)
        if selected is not None:
            layers[-1] = Layer("selected", [(start + selected[0], min(end, start + selected[1]))])
        signs = control_signs(self._text, start, end)
        if signs:
            layers.append(Layer("control", signs))
        role = self._role_look(self._lines.paragraphs[number])
        return [
            Segment(self._text[low:high].replace("\n", " "), self._style_cache.style(role, *names))
            for low, high, names in runs(start, end, layers)
        ]

    def _role_look(self, paragraph: int) -> str:
        match self._article.paragraphs[paragraph].role:
            case "headline":
                return "headline"
            case "subhead":
                return "subhead"
            case "body":
                return ""
            case _:
                return "aside"

    def _refresh_stretch(self, start: int, end: int) -> None:
        shown = self._lines.between(start, end)
        if shown and end > start:
            for number in shown:
                self._drawn.pop(number, None)
            self.refresh_lines(shown[0], len(shown))

    def _place_cursor(self) -> None:
        """Puts the terminal's cursor where the current sentence begins: screen readers and magnifiers follow it."""
        if not self._lines.starts:
            return
        line = self._lines.at(self._sentence[0]) - self.scroll_offset.y
        region = self.content_region
        if 0 <= line < region.height:
            self.app.cursor_position = Offset(region.x, region.y + line)

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """A click picks the sentence and the fact under it."""
        if self.text_selection is not None and event.chain == 1:
            return
        place = event.get_content_offset(self)
        number = self.scroll_offset.y + (place.y if place else 0)
        if place is None or not number < len(self._lines.starts):
            self.post_message(ArticlePicked(self._sentence[0], twice=False))
            return
        start, end = self._lines.starts[number], self._lines.ends[number]
        offset = offset_at(self._text[start:end], 0, end - start, max(0, place.x - GUTTER)) + start
        self.post_message(ArticlePicked(offset, twice=event.chain == 2))

    def _selected(self, number: int) -> tuple[int, int] | None:
        """The characters of a line that are marked with the mouse."""
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span is None:
            return None
        low, high = span
        return low, high if high >= 0 else self._lines.ends[number] - self._lines.starts[number]

    def mouse_selection(self) -> tuple[int, int] | None:
        """The offsets of what is marked with the mouse, None while nothing is."""
        selection = self.text_selection
        if selection is None or not self._lines.starts:
            return None
        start = 0 if selection.start is None else self._offset_of(selection.start)
        end = len(self._text) if selection.end is None else self._offset_of(selection.end)
        return (start, end) if start < end else None

    def _offset_of(self, place: Offset) -> int:
        line = min(max(0, place.y), len(self._lines.starts) - 1)
        return min(self._lines.starts[line] + place.x, self._lines.ends[line])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The marked text as the article has it, whatever lines it is broken into here."""
        marked = self.mouse_selection()
        return (self._text[marked[0] : marked[1]], "\n") if marked else None
