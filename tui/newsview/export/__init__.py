"""Output formats of an analysis: JSON, CSV, Markdown, HTML, plain text."""
