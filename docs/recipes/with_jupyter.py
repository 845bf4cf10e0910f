"""Jupyter: an analysis as the last value of a cell shows the article with its facts; here run without a browser."""
# needs: nbclient ipykernel pandas

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

CELLS = [
    "import newsview\nanalysis = newsview.extract('“We cannot wait,” Ada Quill said. It costs $4.2 million.')\nanalysis",
    "newsview.tables([analysis], 'pandas').quotes[['speaker_name', 'text']]",
]
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
NotebookClient(notebook, timeout=600).execute()
for cell in notebook.cells:
    for output in cell.outputs:
        print(output.output_type, sorted(output.data), len(output.data["text/html"]))
nbformat.write(notebook, Path(sys.argv[2], "facts.ipynb"))
