"""pandas: three data frames of the parts of an archive; who speaks most, and what rose or fell."""
# needs: pandas

import json
import sys
from pathlib import Path

import newsview

lines = (line for part in sorted(Path(sys.argv[2]).glob("part-*.jsonl")) for line in part.read_bytes().splitlines())
tables = newsview.tables((newsview.Analysis.from_dict(json.loads(line)) for line in lines), "pandas")
quotes = tables.quotes
print(quotes[~quotes.aside].groupby("speaker_name").size().sort_values(ascending=False))
numbers = tables.numbers
print(numbers[numbers.kind == "percent"][["article_id", "published", "subject", "value", "trend", "text"]])
