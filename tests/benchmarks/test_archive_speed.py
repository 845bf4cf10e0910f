"""What the table of archives is made of: its articles, its samples, its ratios. No figure is asserted: the machine decides those."""

from pathlib import Path

from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.articles import inputs
from tests.benchmarks import archive_speed
from tests.benchmarks.archive_speed import Sample, Timed
from tests.benchmarks.made_articles import made_article, made_articles, write_archive


def test_made_articles_are_the_same_every_time_and_differ_from_each_other(tmp_path: Path) -> None:
    assert made_article(7) == made_article(7)
    rows = list(made_articles(200))
    assert len({row["text"] for row in rows}) == len({row["id"] for row in rows}) == 200
    words = write_archive(tmp_path / "a.jsonl", 200)
    read = [each.read() for each in inputs([str(tmp_path / "a.jsonl")], ReadingOptions())]
    assert sum(len(article.text.split()) for article in read) == words
    assert 200 < words / 200 < 400


def sample(articles: int, *cpu: float, memory: int = 100) -> Sample:
    return Sample(articles, dict(enumerate(cpu)), {pid: memory * 2**20 for pid in range(len(cpu))})


def test_a_line_of_a_run_is_read() -> None:
    read = Sample.of('{"articles": 64, "processes": [[10, 0.5, 1000], [11, 2.5, 3000]]}')
    assert read == Sample(64, {10: 0.5, 11: 2.5}, {10: 1000, 11: 3000})


def test_the_busiest_process_may_have_ended_before_the_run() -> None:
    run = Timed(10, 12, [sample(0, 0.1), sample(5, 0.2, 4.0, 5.0), sample(9, 0.3, 4.5)])
    assert run.busiest == 5.0


def test_the_cost_of_an_article_is_that_between_two_moments() -> None:
    samples = [sample(0, 1.0, 1.0), sample(20, 1.0, 2.0), sample(100, 1.0, 10.0), sample(1000, 2.0, 108.0)]
    assert archive_speed.cost(samples, 20, 100) == 100.0
    assert archive_speed.cost(samples, 100, 1000) == 110.0


def test_a_ratio_is_the_median_and_says_whether_it_is_what_is_wanted() -> None:
    line = archive_speed.ratio_line("two against one", [1.5, 1.9, 1.85], 1.8)
    assert (line.figure, line.beside, line.met) == ("1.85 ×", "rounds 1.50, 1.90, 1.85", True)
    assert archive_speed.ratio_line("two against one", [1.5, 1.7, 1.9], 1.8).met is False


def test_results_that_differ_are_told() -> None:
    assert archive_speed.same_line([{"a": b"1"}, {"a": b"1"}]).met is True
    assert archive_speed.same_line([{"a": b"1"}, {"a": b"1"}, {"a": b"2"}]).met is False


def test_memory_that_grows_is_told() -> None:
    flat = [sample(100, 1.0, memory=100), sample(900, 1.0, memory=120), sample(1000, 1.0, memory=110)]
    line = archive_speed.memory_line("worker", [0], flat, flat[0])
    assert (line.figure, line.met) == ("120 MB at most, 110 at the end", True)
    grown = [*flat, sample(1000, 1.0, memory=130)]
    assert archive_speed.memory_line("worker", [0], grown, flat[0]).met is False
