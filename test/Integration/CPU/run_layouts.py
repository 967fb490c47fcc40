#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Trains bundles under every one of their layouts and prints a table.

usage: run_layouts.py SHARD_RUN BUNDLE...

A layout with `"expect": "error"` must be refused: exit code 1, and an error that
stands at a place in a file. Any other must match one device. Where a bundle has
peers.json, what a device receives stands beside what it receives under the
partitioner that wrote that file.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TIMEOUT = 600


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def peer_bytes(bundle, layout):
    peer = read_json(bundle / "peers.json").get("layouts", {}).get(layout, {})
    return peer.get("total_bytes_received")


def run(shard_run, bundle, arguments):
    """Returns the exit code, the error stream and the report."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        command = [shard_run, str(bundle), "--check", "--json", str(report), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT)
        return done.returncode, done.stdout, done.stderr, read_json(report)


def check_refused(code, errors):
    """What is wrong with a refusal, or nothing."""
    if code != 1:
        return "exit code %d, expected 1" % code
    if not re.search(r"^\S+:\d+:\d+: error: ", errors, re.MULTILINE):
        return "no located error in: " + errors.strip()[:400]
    return ""


def check_matching(code, output, errors):
    if code != 0:
        return "exit code %d: %s" % (code, errors.strip()[:400] or output[-400:])
    if "\nmatches one device\n" not in output:
        return "does not say that it matches"
    return ""


def describe(report, bundle, layout):
    worst = (report.get("check") or {}).get("worst") or {}
    received = sum(c["bytes_per_device"] for c in report["collectives"])
    peer = peer_bytes(bundle, layout)
    return [
        "%d" % sum(c["count"] for c in report["collectives"]),
        "%d" % received,
        "%d" % peer if peer is not None else "-",
        "%.2f" % report["compile_seconds"],
        "%.2f" % report["step_milliseconds"],
        "%d" % report["peak_bytes_per_device"],
        "%s %.2g" % (worst.get("name", "-"), worst.get("value") or 0),
    ]


HEAD = ["bundle", "layout", "collectives", "bytes", "peer", "compile s", "step ms",
        "memory", "worst"]


def run_one(shard_run, bundle, name, arguments, expect):
    code, output, errors, report = run(shard_run, bundle, arguments)
    if expect == "error":
        problem = check_refused(code, errors)
        row = ["refused: " + errors.split("error: ", 1)[-1].split("\n")[0][:90]]
    else:
        problem = check_matching(code, output, errors)
        row = describe(report, bundle, name) if report else ["-"]
    return [bundle.name, name] + (["FAILED " + problem] if problem else row), not problem


def main(shard_run, *bundles):
    rows, failed = [HEAD], 0
    for bundle in map(pathlib.Path, bundles):
        runs = [("(one device)", [], "ok")]
        for path in sorted((bundle / "layouts").glob("*.json")):
            expect = read_json(path).get("expect", "ok")
            runs.append((path.stem, ["--layouts", str(path)], expect))
        for name, arguments, expect in runs:
            row, good = run_one(shard_run, bundle, name, arguments, expect)
            failed += not good
            rows.append(row)
            print("  ".join(row), file=sys.stderr, flush=True)
    widths = [max(len(r[i]) for r in rows if len(r) == len(HEAD)) for i in range(len(HEAD))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    print("%d of %d runs as expected" % (len(rows) - 1 - failed, len(rows) - 1))
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main(*sys.argv[1:]))
