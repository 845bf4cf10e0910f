"""The batch worker with a stub extractor that needs no model, for tests of scheduling and failures.

Words in an article trigger failures: CRASH aborts the process, LOOP does not end (in the paragraphs that are extracted), MEMORY allocates until it fails, GATE
waits for the file NEWSVIEW_TEST_GATE. An article takes NEWSVIEW_TEST_SECONDS. If NEWSVIEW_TEST_HANDS is a folder, every
process writes its current article there, to a file named by its process id.
"""

import os
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

from newsview.batch import worker
from newsview.model.article import Article
from newsview.model.facts import Analysis, Facts, Generator


class Stub:
    """Stub extractor that finds no facts."""

    generator = Generator(name="newsview", version="0", spacy=None, model="stub")

    @classmethod
    def for_model(cls, name: str | None = None) -> "Stub":
        return cls()

    def analysis(self, article: Article) -> Analysis:
        if "NEWSVIEW_TEST_HANDS" in os.environ:
            Path(os.environ["NEWSVIEW_TEST_HANDS"], str(os.getpid())).write_text(article.text, encoding="utf-8")
        time.sleep(float(os.environ.get("NEWSVIEW_TEST_SECONDS", "0")))
        if "CRASH" in article.text:
            os.abort()
        if any("LOOP" in article.text[each.start : each.end] for each in article.paragraphs):
            time.sleep(3600)
        while "GATE" in article.text and not Path(os.environ["NEWSVIEW_TEST_GATE"]).exists():
            time.sleep(0.02)
        if "MEMORY" in article.text:
            hoard = [bytes(2**30) for _ in range(64)]
            assert not hoard
        return Analysis.of(article, Facts(), self.generator)


if __name__ == "__main__":
    # in place of the module that imports spaCy, so that a killed worker is soon there again
    sys.modules["newsview.extraction.extract"] = cast(ModuleType, SimpleNamespace(Extractor=Stub))
    worker.main()
