"""The same facts in other forms: CSV, Markdown, HTML."""
