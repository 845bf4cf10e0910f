"""Hugging Face datasets: the quotes of an archive as a data set, in two processes."""
# needs: datasets

import sys
from functools import partial

from datasets import Features, load_dataset

import newsview

if __name__ == "__main__":
    articles = load_dataset("json", data_files=sys.argv[1], split="train")
    quotes = articles.with_format("arrow").map(
        partial(newsview.extract_batch, table="quotes"),
        batched=True,
        batch_size=64,
        num_proc=2,
        remove_columns=articles.column_names,
        features=Features.from_arrow_schema(newsview.arrow_schema("quotes")),
    )
    for row in quotes.with_format(None):
        print(row["published"], row["article_id"], row["speaker_name"], row["text"], sep=" | ")
