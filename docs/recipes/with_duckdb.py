"""DuckDB: three questions to the part files of an archive, where they are: no import."""
# needs: duckdb

import sys

import duckdb

duckdb.sql(f"CREATE VIEW articles AS SELECT * FROM read_json('{sys.argv[2]}/part-*.jsonl', maximum_depth = -1)")
duckdb.sql(
    "CREATE VIEW quotes AS SELECT id AS article_id, article.published AS published, unnest(quotes) AS q FROM articles"
)
duckdb.sql(
    "CREATE VIEW numbers AS SELECT id AS article_id, article.published AS published, unnest(numbers) AS n FROM articles"
)

print("all that Ada Quill said, by date")
duckdb.sql("""
    SELECT published, article_id, q.stance, q.text FROM quotes WHERE q.speaker.name = 'Ada Quill' AND NOT q.aside
    ORDER BY published, q.start
""").show(max_width=160)

print("numbers whose subject is unemployment")
duckdb.sql("""
    SELECT published, n.value, n.unit, n.trend, n.text FROM numbers WHERE n.subject.text ILIKE '%unemployment%' ORDER BY 1
""").show(max_width=160)

print("the same words in several articles, without capitals and punctuation")
duckdb.sql(r"""
    SELECT regexp_replace(lower(q.text), '[^\w\s]', '', 'g') AS words, count(DISTINCT article_id) AS articles,
           list(DISTINCT article_id) AS ids
    FROM quotes GROUP BY words HAVING articles > 1 ORDER BY articles DESC
""").show(max_width=160)
