"""Ray Data: an archive on a cluster, or on this machine, into Parquet. Each process loads the model once (300 MB)."""
# needs: ray[data]

import sys
from pathlib import Path

import ray
from pyarrow import parquet

import newsview

ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
target = Path(sys.argv[2], "ray").resolve()
articles = ray.data.read_json(str(Path(sys.argv[1]).resolve()))
articles.map_batches(newsview.extract_batch, batch_format="pyarrow", batch_size=64).write_parquet(str(target))
for row in parquet.read_table(target, columns=["article_id", "error", "quotes"]).to_pylist():
    print(row["article_id"], row["error"] or [quote["text"] for quote in row["quotes"]], sep=" | ")
