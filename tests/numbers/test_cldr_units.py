"""The table of units against CLDR's list: every English long name of the units that the press uses is known."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from babel import Locale

from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.units import unit_at

BLANK = spacy.blank("en")
GROUPS = (
    "area",
    "digital",
    "electric",
    "energy",
    "frequency",
    "length",
    "light",
    "mass",
    "power",
    "pressure",
    "speed",
    "volume",
)
NOT_NEWS = frozenset(
    [
        "length-earth-radius",
        "length-mile-scandinavian",
        "length-point",
        "length-solar-radius",
        "light-solar-luminosity",
        "mass-earth-mass",
        "mass-grain",
        "mass-stone",
        "energy-therm-us",
        "speed-beaufort",
        "speed-light-speed",
        "pressure-atmosphere",
        "pressure-pound-force-per-square-inch",
        "pressure-gasoline-energy-density",
        "volume-barrel",
        "volume-cup",
        "volume-cup-metric",
        "volume-pint-metric",
        "volume-dessert-spoon",
        "volume-dessert-spoon-imperial",
        "volume-drop",
        "volume-jigger",
        "volume-pinch",
        "volume-fluid-ounce",
        "volume-fluid-ounce-imperial",
        "volume-gallon-imperial",
        "volume-quart-imperial",
    ]
)
"""Left to the counts ('7 barrels', '7 cups'), or too rare and too easily another word."""


def long_names(locale: str) -> list[tuple[str, str]]:
    """(key, '7 kilometres') for every unit of the groups that are read."""
    patterns: Any = Locale.parse(locale)._data["unit_patterns"]
    return [
        (key, forms["long"]["other"].replace("{0}", "7"))
        for key, forms in patterns.items()
        if key.split("-")[0] in GROUPS and key not in NOT_NEWS
    ]


@pytest.mark.parametrize("locale", ["en", "en_GB"])
def test_every_long_name_of_cldr_is_a_unit(locale: str) -> None:
    missed = []
    for key, text in long_names(locale):
        found = unit_at(Pieces(BLANK(text), []), 2)
        pieces = Pieces(BLANK(text), [])
        if found is None or pieces.span(found.first, found.end)[1] != len(text):
            missed.append((key, text))
    assert missed == []
    assert len(long_names(locale)) > 80
