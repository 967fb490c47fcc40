#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints how many tests of a lit run passed, failed and were skipped.

Reads the file that `lit --output` wrote. The last line is
`N passed, N failed`, with `, N skipped` if there are any. Fails if a test
failed, or if none passed.
"""

import collections
import json
import sys

PASSED = {"PASS", "FLAKYPASS", "XFAIL"}
SKIPPED = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def main(path):
    with open(path, encoding="utf-8") as file:
        tests = json.load(file)["tests"]
    counts = collections.Counter()
    for test in tests:
        code = test["code"]
        if code in PASSED:
            counts["passed"] += 1
        elif code in SKIPPED:
            counts["skipped"] += 1
            print("skipped: " + test["name"])
        else:
            counts["failed"] += 1
            print("failed: " + test["name"])
    line = "%d passed, %d failed" % (counts["passed"], counts["failed"])
    if counts["skipped"]:
        line += ", %d skipped" % counts["skipped"]
    print(line)
    return 0 if counts["passed"] and not counts["failed"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
