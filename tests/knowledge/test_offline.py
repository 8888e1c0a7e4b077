"""LanceDB's client of remote catalogs stays out of the process."""

import subprocess
import sys

PROGRAM = """
import sys
from pathlib import Path
from govdesk.knowledge.index import Index
index = Index(Path(sys.argv[1]) / "index", write=True)
index.add("proposals", __import__("govdesk.knowledge.schemas", fromlist=["x"]).table_of(
    "proposals", [{"older": "a", "newer": "b", "status": "open"}]))
print(index.count("proposals"), "urllib3" in sys.modules, "requests" in sys.modules)
"""


def test_no_http_client_is_loaded_with_the_index(tmp_path):
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(tmp_path)], capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == ["1", "False", "False"], done.stderr
