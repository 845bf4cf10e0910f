"""polars: quotes of an archive in batches, joined to the rows that they come from."""
# needs: polars

import sys

import polars as pl

import newsview

articles = pl.read_ndjson(sys.argv[1], schema_overrides={"id": pl.String}, infer_schema_length=None)
batches = (newsview.extract_batch(part.to_arrow(), table="quotes") for part in articles.iter_slices(64))
quotes = pl.concat([pl.DataFrame(batch) for batch in batches])
said = quotes.filter(pl.col("speaker_name") == "Ada Quill").sort("published")
print(said.join(articles, left_on="article_id", right_on="id").select("published", "title", "stance", "text"))
