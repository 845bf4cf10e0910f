"""Names of output files: inside their folder, readable where possible, distinct for distinct ids."""

from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.inputs.output_names import LONGEST, file_names, output_name


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("story-12.b_C", "story-12.b_C"),
        ("a/b", "a%2Fb"),
        ("../../etc/passwd", "..%2F..%2Fetc%2Fpasswd"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("100%", "100%25"),
        ("é", "%C3%A9"),
    ],
)
def test_ids_become_names(id_: str, name: str) -> None:
    assert output_name(id_) == name


@given(st.text(alphabet=st.characters(), max_size=400))
def test_a_name_stays_in_its_folder_and_fits(id_: str) -> None:
    name = output_name(id_)
    assert 0 < len(name) <= LONGEST
    assert Path(name).name == name
    assert name.isascii()


@given(st.text(max_size=300), st.text(max_size=300))
def test_two_ids_never_share_a_name(one: str, other: str) -> None:
    assert (one == other) == (output_name(one) == output_name(other))


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["story.docx", "other.txt"], ["story", "other"]),
        (["story.docx", "story.pdf", "other.txt"], ["story.docx", "story.pdf", "other"]),
        (["Story.docx", "story.pdf"], ["Story.docx", "story.pdf"]),
        (["story.docx", "story.pdf", "story.docx.txt"], ["story.docx", "story.pdf", "story.docx.txt"]),
        (["a/story.txt", "b/story.txt"], ["story", "story"]),
        ([], []),
    ],
)
def test_files_of_one_stem_have_their_whole_names(paths: list[str], names: list[str]) -> None:
    assert file_names([PurePath(path) for path in paths]) == names
