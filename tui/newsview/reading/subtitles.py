"""Parser of subtitles (.srt, .vtt): a transcript, with the speakers that are marked. Runs in the parser process."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from newsview.errors import UnreadableError
from newsview.reading.clean import clean
from newsview.reading.converted import Converted, joined
from newsview.reading.decode import decode

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>]{1,80})>", re.I)
_TAG = re.compile(r"</?[a-z][^>]{0,200}>|<\d[\d:.]*>|\{\\[^}]{0,100}\}", re.I)
_TURN = re.compile(r"(?:>>+|[-–—])\s*(?=\S)|(?=[A-Z][A-Z .'’-]{1,30}:\s)")
_FINISHED = re.compile(r"[.!?…][\"”’')\]]{0,2}\Z")
_PAUSE = 2.5
"""Seconds without words after a sentence, from which on a paragraph ends."""
_LONGEST = 600
"""Characters, after which a paragraph ends with its sentence."""


def convert(data: bytes, encoding: str | None) -> Converted:
    """The words of the subtitles *data* as paragraphs. Raises ``UnreadableError`` if there are none."""
    text, found, notice = decode(data, encoding)
    transcript = joined(_paragraphs(clean(text)))
    if not transcript:
        raise UnreadableError("it contains no subtitles; there is nothing to read")
    return Converted(text=transcript, encoding=found, notices=[notice] if notice else [])


def _paragraphs(text: str) -> Iterator[str]:
    together, ended, speaker, last = "", 0.0, "", ""
    for begin, end, line, voice in _lines(text):
        if line == last and begin - ended < _PAUSE:  # rolling subtitles show a line twice
            ended = end
            continue
        turn = _TURN.match(line)
        words = line[turn.end() :] if turn else line
        fresh = turn is not None or (voice and voice != speaker)
        pause = _FINISHED.search(together) and (begin - ended > _PAUSE or len(together) > _LONGEST)
        if together and (fresh or pause):
            yield together
            together = ""
        if voice and (voice != speaker or not together):
            words = f"{voice}: {words}" if voice != speaker else words
        together = f"{together} {words}".strip()
        ended, speaker, last = end, voice or ("" if turn else speaker), line
    yield together


def _lines(text: str) -> Iterator[tuple[float, float, str, str]]:
    """(begin, end, line, speaker) for every line shown; what is no subtitle (notes, styles, numbers) is left out."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        place = next((index for index, line in enumerate(lines[:3]) if _TIMES.match(line)), None)
        if place is None:
            continue
        times = _TIMES.match(lines[place])
        parts = times.groups() if times else ()
        begin, end = _seconds(*parts[:4]), _seconds(*parts[4:])
        for line in lines[place + 1 :]:
            voice = _VOICE.search(line)
            shown = " ".join(html.unescape(_TAG.sub("", _VOICE.sub("", line))).split())
            if shown:
                yield begin, end, shown, voice[1].strip() if voice else ""


def _seconds(hours: str | None, minutes: str, seconds: str, part: str) -> float:
    return int(hours or 0) * 3600.0 + int(minutes) * 60 + float(f"{seconds}.{part}")
