"""Named looks of a widget's text: component classes of its stylesheet, added up and kept. Nothing is drawn here."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class Looks:
    """The styles of one widget, by the names of its component classes behind a common prefix."""

    def __init__(self, widget: Widget, prefix: str) -> None:
        self._widget = widget
        self._prefix = prefix
        self._known: dict[tuple[str, ...], Style] = {}

    def clear(self) -> None:
        """Forgets all styles: the theme or the stylesheet has changed."""
        self._known.clear()

    def style(self, *names: str) -> Style:
        """The widget's own style with the named looks laid over it, the last on top. Empty names are left out."""
        found = self._known.get(names)
        if found is None:
            found = self._widget.rich_style
            for name in names:
                if name:
                    found += self._look(name)
            self._known[names] = found
        return found

    def _look(self, name: str) -> Style:
        component = f"{self._prefix}--{name}"
        partial = self._widget.get_component_rich_style(component, partial=True)
        if partial.bgcolor is None:
            return partial
        # A tint is mixed with the background here; the partial style alone would show the full colour.
        mixed = self._widget.get_component_rich_style(component)
        return partial + Style(bgcolor=mixed.bgcolor)
