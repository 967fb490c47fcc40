# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Attaches every layout file of recorded steps and compares with its `expect`.

usage: attach-recorded-layouts.py SHARD_OPT FIXTURES STEP...

A layout that should work must attach without a warning; one that should not must
fail with an error that has a place in the layout file, and exit code 1.
"""

import json
import pathlib
import re
import subprocess
import sys

shard_opt, fixtures, steps = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
wrong = 0
for step in steps:
    folder = fixtures / step
    for layout in sorted((folder / "layouts").glob("*.json")):
        pipeline = (
            "builtin.module(import-stablehlo{manifest=%s},"
            "dist-read-layouts{file=%s},dist-attach-layouts)"
            % (folder / "manifest.json", layout)
        )
        run = subprocess.run(
            [shard_opt, folder / "step.mlir", "--pass-pipeline=" + pipeline],
            capture_output=True,
            text=True,
        )
        expected = json.loads(layout.read_text())["expect"]
        if expected == "ok":
            right = run.returncode == 0 and not run.stderr
            right = right and "dist.layout_map" not in run.stdout
        else:
            place = re.escape(str(layout)) + r":\d+:\d+: error: (.*)"
            error = re.search(place, run.stderr)
            right = run.returncode == 1 and error and not run.stdout
        said = run.stderr.split("\n")[0].replace(str(layout.parent), "")
        print(step, layout.stem, expected, "as expected" if right else "WRONG", said)
        wrong += not right
sys.exit(wrong != 0)
