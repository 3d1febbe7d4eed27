"""Run our own scripts without a browser, in the Node.js that comes with Playwright, and read what they compute."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

TIMEOUT_SECONDS = 60


def run_scripts(files: Sequence[Path], function: str, value: object) -> Any:
    """Run the files in order, then the function with the value; return what it returns, through JSON.

    `window` is the global object; there is no document. Raises CalledProcessError if a script throws.
    """
    scripts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    code = f"globalThis.window = globalThis;\n{scripts}\n"
    code += f"process.stdout.write(JSON.stringify(({function})({json.dumps(value)})));"
    node = compute_driver_executable()[0]
    done = subprocess.run(
        [node, "-"], input=code, capture_output=True, check=True, text=True, encoding="utf-8", timeout=TIMEOUT_SECONDS
    )
    return json.loads(done.stdout)
