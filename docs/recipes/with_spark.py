"""Spark: the quotes of an archive by mapInArrow. Needs Java 17; on a cluster, newsview must be installed on its machines."""
# needs: pyspark pandas

import os
import sys

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import newsview


def quotes(batches):
    """The quotes of each batch of articles."""
    for batch in batches:
        yield newsview.extract_batch(batch, table="quotes")


os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the processes take the first python3 on the PATH
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
articles = spark.read.json(sys.argv[1], schema="id STRING, text STRING, title STRING, published STRING")
found = articles.mapInArrow(quotes, from_arrow_schema(newsview.arrow_schema("quotes")))
found.select("published", "article_id", "speaker_name", "text").orderBy("published", "article_id").show(truncate=False)
spark.stop()
