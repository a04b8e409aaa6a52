"""Runs 00-start-here.ipynb on an exported release and holds the release's dictionary against its rows.

    python check.py EXPORT EXECUTED.ipynb

The notebook with its outputs goes to the second file; the one in the repository keeps none. Ends with 1 where a cell fails or frictionless
finds something wrong, and says what.
"""

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from frictionless import validate
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from traitlets.config import Config

HERE = Path(__file__).resolve().parent
SECONDS_A_CELL = 300


def wrong_in_package(export):
    """What frictionless finds wrong in the package, a line each."""
    report = validate(str(export / "datapackage.json"))
    return [f"{place}: {message}" for place, message in report.flatten(["name", "message"])] + [
        error.message for error in report.errors
    ]


def run_notebook(export, executed):
    """Runs every cell and writes the notebook with its outputs."""
    notebook = nbformat.read(HERE / "00-start-here.ipynb", as_version=4)
    os.environ["MANYUAN_RELEASE"] = str(export)
    with tempfile.TemporaryDirectory() as sockets:
        # through files that only we can open, not through the network
        local = Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}})
        NotebookClient(notebook, timeout=SECONDS_A_CELL, resources={"metadata": {"path": str(HERE)}}, config=local).execute()
    nbformat.write(notebook, executed)


def main():
    export, executed = (Path(argument).resolve() for argument in sys.argv[1:3])
    try:
        run_notebook(export, executed)
    except CellExecutionError as failed:
        print(failed, file=sys.stderr)
        return 1
    wrong = wrong_in_package(export)
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
