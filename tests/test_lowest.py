"""``constraints-lowest.txt`` agrees with the lower bounds of pyproject.toml."""

from __future__ import annotations

import re
import tomllib

from tests.places import ROOT

REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?[><=]=(?P<lowest>[0-9.]+)")


def padded(version: str) -> tuple[int, ...]:
    """A version with three places, so that 5 and 5.0.0 are equal."""
    places = [int(place) for place in version.split(".")]
    return (*places, *[0] * (3 - len(places)))


def test_the_lowest_versions_are_those_of_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    allowed = {found["name"]: padded(found["lowest"]) for each in wanted if (found := REQUIREMENT.match(each))}
    lines = (ROOT / "constraints-lowest.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert {name: padded(version) for name, version in pinned.items()} == allowed
