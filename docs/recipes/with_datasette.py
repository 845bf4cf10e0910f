"""sqlite-utils and Datasette: an archive as a database with full-text search, in the browser: datasette FOLDER/facts.db."""
# needs: sqlite-utils datasette

import json
import sys
from pathlib import Path
from subprocess import run

import sqlite_utils

import newsview

parts = Path(sys.argv[2])
lines = (line for part in sorted(parts.glob("part-*.jsonl")) for line in part.read_bytes().splitlines())
tables = newsview.tables(newsview.Analysis.from_dict(json.loads(line)) for line in lines)
database = sqlite_utils.Database(parts / "facts.db", recreate=True)
for name, table in tables._asdict().items():
    # an id is unique in its article
    database[name].insert_all(table.to_pylist(), pk=("article_id", "id"))
database["quotes"].enable_fts(["text"])
for row in database["quotes"].search("decade"):
    print(row["published"], row["article_id"], row["speaker_name"], row["text"], sep=" | ")
database.close()
datasette = [Path(sys.executable).with_name("datasette"), parts / "facts.db", "--get"]
run([*datasette, "/facts/quotes.json?_shape=array&_col=speaker_name&_facet=speaker_name&_size=2"], check=True)
