"""Extracted facts: copied, pickled, and converted to plain data."""

from __future__ import annotations

import copy
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from typing import Any

import pytest

from newsview.model.article import NOTHING, nothing
from newsview.model.codec import encode
from newsview.model.facts import Analysis
from tests.store.samples import analysis


def same(given: Analysis) -> Analysis:
    return given


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_analysis_is_pickled(protocol: int) -> None:
    given = analysis()
    found = pickle.loads(pickle.dumps(given, protocol))
    assert found == given and encode(found) == encode(given)
    assert found.article.extra is NOTHING, "still shared"


def test_an_analysis_is_copied() -> None:
    given = analysis()
    assert copy.deepcopy(given) == copy.copy(given) == given


def test_an_analysis_is_plain_data_that_json_takes() -> None:
    plain: dict[str, Any] = json.loads(json.dumps(asdict(analysis())))
    assert plain["article"]["text"] == analysis().article.text


def test_an_analysis_goes_to_another_process_and_back() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(same, analysis()).result(60) == analysis()


def test_the_shared_empty_mapping_cannot_be_changed() -> None:
    empty: Any = nothing()
    assert empty == {} and not empty
    changes: dict[str, tuple[object, ...]] = {
        "update": ({"a": 1},),
        "__setitem__": ("a", 1),
        "__delitem__": ("a",),
        "__ior__": ({"a": 1},),
        "setdefault": ("a", 1),
        "pop": ("a", None),
        "popitem": (),
        "clear": (),
    }
    for name, arguments in changes.items():
        with pytest.raises(TypeError, match="cannot be changed"):
            getattr(empty, name)(*arguments)
    assert empty == {}
