"""The real worker with an extractor that needs no model: what is tested is who does the work, not the work.

Words in an article make it misbehave: CRASH ends the process, LOOP never ends, MEMORY asks for all there is, GATE waits
for the file that NEWSVIEW_TEST_GATE names. An article costs NEWSVIEW_TEST_SECONDS. Where NEWSVIEW_TEST_HANDS names a
folder, every process keeps a file there, named by its id, that holds the article that it has in hand.
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
    """Finds nothing, slowly."""

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
        if "LOOP" in article.text:
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
