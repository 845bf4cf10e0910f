"""The loader of the data files of extraction: what it accepts, and its errors."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import pytest

from newsview.extraction.numbers import units
from newsview.extraction.quotes import cue_lexicon
from newsview.extraction.tables import Table, load
from newsview.model import data_files
from newsview.model.data_files import DataFileError, rows, sections, word_lists


class Fruit(Table):
    sweet: frozenset[str]
    order: tuple[str, ...]
    phrases: frozenset[tuple[str, ...]]
    prices: Mapping[str, int]
    weight: float


class Garden(Table):
    fruit: Fruit
    side: Literal["north", "south"]


FRUIT = "sweet = '''\napple\n pear fig'''\norder = 'b a'\nphrases = ['', 'full of']\nprices = { fig = 3 }\nweight = 2\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that writes a data file of a package, and returns the package's name."""
    name = "package_with_tables"
    (tmp_path / name / "data").mkdir(parents=True)
    (tmp_path / name / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, name, raising=False)

    def written(file: str, content: str) -> str:
        (tmp_path / name / "data" / file).write_text(content, encoding="utf-8")
        return name

    return written


def test_word_lists_are_loaded_with_the_types_of_their_table(package: Any) -> None:
    fruit = load(Fruit, package("fruit.toml", FRUIT), "fruit")
    assert fruit.sweet == {"apple", "pear", "fig"}
    assert fruit.order == ("b", "a")
    assert fruit.phrases == {(), ("full", "of")}
    assert (fruit.prices["fig"], fruit.weight) == (3, 2)


def test_a_table_within_a_table_is_loaded(package: Any) -> None:
    nested = "side = 'north'\n[fruit]\n" + FRUIT
    assert load(Garden, package("garden.toml", nested), "garden").fruit.order == ("b", "a")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (FRUIT + "sour = 'lemon'\n", "in only one of the file and Fruit: ['sour']"),
        (FRUIT.replace("weight = 2\n", ""), "in only one of the file and Fruit: ['weight']"),
        (FRUIT.replace("fig = 3", "fig = 'three'"), "prices: 'three' instead of <class 'int'>"),
        (FRUIT.replace("'b a'", "[1]"), "order: 1 instead of <class 'str'>"),
        (FRUIT.replace("'b a'", "7"), "order: 7 instead of tuple[str, ...]"),
        (FRUIT.replace("pear", "apple"), "sweet: twice in the list: ['apple']"),
    ],
)
def test_a_file_that_does_not_fit_its_table_is_an_error_that_names_both(
    package: Any, changed: str, reason: str
) -> None:
    with pytest.raises(DataFileError) as error:
        load(Fruit, package("fruit.toml", changed), "fruit")
    assert str(error.value) == f"package_with_tables, fruit.toml: {reason}"


def test_a_value_outside_the_choices_of_its_type_is_an_error(package: Any) -> None:
    with pytest.raises(DataFileError, match="side: 'west' instead of"):
        load(Garden, package("garden.toml", "side = 'west'\n[fruit]\n" + FRUIT), "garden")


def test_a_list_of_a_table_cannot_be_set(package: Any) -> None:
    fruit = load(Fruit, package("fruit.toml", FRUIT), "fruit")
    with pytest.raises(AttributeError, match=r"Fruit\.order"):
        fruit.__setattr__("order", ())


def test_rows_are_those_between_comments_and_blank_lines(package: Any) -> None:
    name = package("rows.tsv", "# header\none\t1\n\ntwo\t2\n")
    assert list(rows(name, "rows", columns=2)) == [("one", "1"), ("two", "2")]
    with pytest.raises(DataFileError, match=r"rows\.tsv, line 2: 2 columns, separated by tabs, instead of 3"):
        list(rows(name, "rows", columns=3))


def test_a_file_that_is_no_toml_is_an_error_that_names_it(package: Any) -> None:
    with pytest.raises(DataFileError, match=r"^package_with_tables, fruit\.toml: .*line 1"):
        load(Fruit, package("fruit.toml", "sweet = fig"), "fruit")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("moan says q", "verbs.tsv, moan: no class 'says'; there are say, think, will"),
        ("moan say q,_c", "verbs.tsv, moan: no frame 'q,'; the header of verbs.tsv has them"),
        ("moan say p:_about", "verbs.tsv, moan: no frame 'p:'; the header of verbs.tsv has them"),
        ("moan say quotation", "verbs.tsv, moan: no frame 'quotation'; the header of verbs.tsv has them"),
    ],
)
def test_a_verb_with_an_unknown_class_or_frame_is_an_error_that_names_its_row(
    monkeypatch: pytest.MonkeyPatch, row: str, reason: str
) -> None:
    monkeypatch.setattr(data_files, "data_text", lambda package, file: row.replace(" ", "\t").replace("_", " "))
    with pytest.raises(DataFileError) as error:
        cue_lexicon.lexicon.__wrapped__("verbs")
    assert str(error.value) == f"newsview.extraction.quotes, {reason}"


def test_a_mistaken_lemma_of_no_verb_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"verbs.tsv": "hope\tthink\tc", "lemmas.tsv": "hop\thoop"}
    monkeypatch.setattr(data_files, "data_text", lambda package, file: files[file])
    with pytest.raises(DataFileError, match=r"lemmas\.tsv, hop: hoop is no verb of verbs\.tsv"):
        cue_lexicon.lexicon.__wrapped__("verbs")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("firkin\tvolume\tfirkin firkins\t-\tkil", "no prefix 'kil'"),
        ("firkin\tvolum\tfirkin firkins\t-\t-", "no dimension 'volum'; units.toml has them"),
        ("firkin\tvolume\tfirkin, firkins\t-\t-", "'firkin,' has a comma; blanks separate forms"),
        ("firkin\tvolume\tfirkin mile\t-\t-", "'mile' is also a form of mile"),
    ],
)
def test_a_unit_with_an_unknown_dimension_or_prefix_or_the_form_of_another_is_an_error_that_names_its_row(
    monkeypatch: pytest.MonkeyPatch, row: str, reason: str
) -> None:
    monkeypatch.setattr(data_files, "data_text", lambda package, file: f"mile\tlength\tmile miles\tmi\t-\n{row}\n")
    with pytest.raises(DataFileError) as error:
        list(units.unit_rows())
    assert str(error.value) == f"newsview.extraction.numbers, units.tsv, firkin: {reason}"


def test_word_lists_of_a_file_are_in_order_with_blanks_for_underscores(package: Any) -> None:
    name = package("fruit.toml", "sweet = 'fig ripe_pear apple'\nsour = 'lemon'\n")
    assert word_lists(name, "fruit") == {"sweet": ("fig", "ripe pear", "apple"), "sour": ("lemon",)}


def test_sections_have_their_lines_without_comments(package: Any) -> None:
    name = package("fruit.txt", "# header\n[sweet]\nfig\nripe pear  # autumn\n\n[sour]\nlemon\n")
    assert sections(name, "fruit") == {"sweet": {"fig", "ripe pear"}, "sour": {"lemon"}}


def test_missing_data_file_is_an_error_that_names_it(package: Any) -> None:
    with pytest.raises(FileNotFoundError, match=r"absent\.txt"):
        sections(package("other.txt", ""), "absent")
