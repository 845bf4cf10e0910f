"""The kept speed figures: how they are summed up, written, read and drawn. No figure is asserted: the machine decides those."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import history, suite
from tests.benchmarks.history import FOLLOWED, Followed, Run, Spread
from tests.benchmarks.history_chart import NEWEST, chart

SVG = "{http://www.w3.org/2000/svg}"
RUN = Run(
    "2026-11-30", "abc1234", 2, (0.5, 1.5), {"shell": Spread(0.75, 0.7, 0.8, 5), "bytes": Spread(1900, 1850, 2100, 4)}
)


def test_a_figure_is_the_median_of_its_turns_beside_the_lowest_and_highest() -> None:
    assert Spread.of([0.9, 0.7, 0.75]) == Spread(0.75, 0.7, 0.9, 3)


def test_ratios_are_taken_turn_by_turn() -> None:
    assert history.ratios([1.0, 6.0], [2.0, 3.0]) == [0.5, 2.0]
    counts = iter(range(6))
    first, second = suite.in_turns([lambda: float(next(counts))] * 2, turns=2)
    assert (first, second) == ([2.0, 4.0], [3.0, 5.0])


def test_a_run_is_read_as_it_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    assert history.read(path) == []
    later = replace(RUN, commit="def5678+", figures={})
    history.keep(RUN, path)
    history.keep(later, path)
    assert history.read(path) == [RUN, later]


def test_a_budget_is_a_bound_above_or_below() -> None:
    least, most = Followed("a", "a", "×", 1.9, at_least=True), Followed("b", "b", "ms", 9)
    assert (least.is_met(1.9), least.is_met(1.8), most.is_met(9), most.is_met(9.1)) == (True, False, True, False)
    assert (least.budget_words(), most.budget_words()) == ("≥ 1.90 ×", "≤ 9.0 ms")


def test_the_table_has_what_was_measured_and_says_what_misses_its_budget() -> None:
    shell, written = history.table(RUN).splitlines()[2:]
    assert shell.endswith("| 0.75 × | 0.70–0.80 (5) | ≤ 0.70 ×, missed |")
    assert written.endswith("| 1,900 bytes | 1,850–2,100 (4) | ≤ 2,048 bytes |")
    assert history.circumstances(RUN).startswith("2026-11-30, commit abc1234, 2 cores, load 0.5–1.5")


def test_every_run_is_a_dot_in_the_panel_of_each_of_its_figures() -> None:
    drawn = ElementTree.fromstring(chart([replace(RUN, figures={"shell": Spread(0.6, 0.6, 0.6, 1)}), RUN]))
    shell, written = drawn.findall(f"{SVG}g")
    dots = shell.findall(f"{SVG}circle")
    assert [dot.get("class") for dot in dots] == ["met", "missed"]
    assert float(dots[0].get("cy", 0)) > float(dots[1].get("cy", 0)), "the larger figure is higher up"
    assert len(written.findall(f"{SVG}circle")) == 1


def test_the_chart_has_the_newest_runs_only() -> None:
    drawn = ElementTree.fromstring(chart([RUN] * (NEWEST + 1)))
    assert len(drawn.findall(f"{SVG}g")[0].findall(f"{SVG}circle")) == NEWEST


def test_chart_and_readme_are_those_of_the_kept_figures() -> None:
    runs = history.read()
    assert benchmarks.CHART.read_text(encoding="utf-8") == chart(runs), "run: python -m tests.benchmarks --draw"
    found = benchmarks.BETWEEN.search(benchmarks.README.read_text(encoding="utf-8"))
    assert found is not None
    assert found[2] == benchmarks.readme_table(runs), "run: python -m tests.benchmarks --draw"


@pytest.mark.parametrize("run", history.read(), ids=lambda run: run.commit)
def test_kept_figures_have_a_budget(run: Run) -> None:
    assert run.figures.keys() <= {each.name for each in FOLLOWED}


def test_a_made_page_holds_the_words_of_its_text() -> None:
    assert suite.page("A & B\n\nIt rained.").endswith("<article><h1>A &amp; B</h1>\n<p>It rained.</p>\n</article>\n")
