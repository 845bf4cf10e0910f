"""The table of output formats: what the command line takes from it, and what one of its rows decides."""

import pytest
from click.testing import CliRunner

from newsview.cli.group import newsview as group
from newsview.export.formats import FORMATS, MANY, ONE, rendered
from tests.export.article import analysis


def help_of(command: str) -> str:
    done = CliRunner().invoke(group, [command, "--help"])
    return " ".join(done.output.split())


@pytest.mark.parametrize("command", ["extract", "export"])
def test_every_format_is_a_choice_of_the_commands(command: str) -> None:
    assert f"[{'|'.join(FORMATS)}]" in help_of(command)


def test_the_help_describes_the_formats_and_names_their_files() -> None:
    text = help_of("extract")
    assert (
        "csv, markdown (a review sheet), html (a page), text (for a pager or a screen reader), parquet (extra" in text
    )
    assert (
        "arrow), annotations (W3C Web Annotations), claimreview (schema.org, of verdicts), brat (standoff of article.text)."
        in text
    )
    assert "DIR/<stem>.json (.csv, .md, .html, .txt, .annotations.jsonld, .claimreview.jsonld, .ann)" in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_a_stream_of_one_article_with_a_header(name: str) -> None:
    form = FORMATS[name]
    assert rendered(analysis(), name) == form.mark + form.header() + FORMATS[name].render(analysis(), False)


def test_the_formats_without_a_choice_fit_one_article_and_several() -> None:
    assert FORMATS[MANY].several and not FORMATS[ONE].several
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)
