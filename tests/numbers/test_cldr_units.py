"""Completeness of the table of units: English long names of CLDR that the press uses."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.units import unit_at
from tests.cldr.english import english
from tests.pipeline import blank

BLANK = blank()
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
OTHERS = frozenset(
    [
        "length-earth-radius",
        "length-mile-scandinavian",
        "length-milliinch",
        "length-point",
        "length-rod",
        "length-chain",
        "length-solar-radius",
        "light-solar-luminosity",
        "mass-earth-mass",
        "mass-grain",
        "mass-slug",
        "mass-stone",
        "energy-therm-us",
        "energy-calorie-it",
        "energy-british-thermal-unit-it",
        "electric-henry",
        "electric-siemens",
        "speed-beaufort",
        "speed-light-speed",
        "pressure-atmosphere",
        "pressure-pound-force-per-square-inch",
        "pressure-gasoline-energy-density",
        "pressure-ofhg",
        "volume-barrel",
        "volume-cup",
        "volume-cup-metric",
        "volume-cup-imperial",
        "volume-cup-jp",
        "volume-pint-metric",
        "volume-pint-imperial",
        "volume-dessert-spoon",
        "volume-dessert-spoon-imperial",
        "volume-drop",
        "volume-jigger",
        "volume-pinch",
        "volume-fluid-ounce",
        "volume-fluid-ounce-imperial",
        "volume-fluid-ounce-metric",
        "volume-gallon-imperial",
        "volume-quart-imperial",
    ]
)

JAPANESE = (
    "length-rin length-sun length-shaku-length length-shaku-cloth length-ken length-jo-jp length-ri-jp area-bu-jp area-se-jp area-cho "
    "volume-kosaji volume-osaji volume-shaku volume-sai volume-to-jp volume-koku mass-fun"
)
NOT_NEWS = OTHERS | frozenset(JAPANESE.split())
"""Units read as counts ("7 barrels", "7 cups"), and rare or ambiguous ones ("7 Siemens trains", "7 fun")."""


def long_names(locale: str) -> list[tuple[str, str]]:
    """(key, "7 kilometres") for every unit of the groups that are read."""
    return [
        (key, form.replace("{0}", "7"))
        for key, form in english()["units"][locale].items()
        if key.split("-")[0] in GROUPS and key not in NOT_NEWS
    ]


@pytest.mark.parametrize("locale", ["en", "en_GB"])
def test_cldr_long_names_are_units(locale: str) -> None:
    missed = []
    for key, text in long_names(locale):
        found = unit_at(Pieces(Tokens(BLANK(text)), []), 2)
        pieces = Pieces(Tokens(BLANK(text)), [])
        if found is None or pieces.span(found.first, found.end)[1] != len(text):
            missed.append((key, text))
    assert missed == []
    assert len(long_names(locale)) > 80
