#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks the form of a JSON report of shard-run.

usage: check_report.py REPORT [KEY=JSON ...]

Every key must be there with values of its type. KEY=JSON says what a value must
be; KEY may be a path like check.ok, variables.0.name or collectives.#, the last
of which is a length.
"""

import json
import sys

NUMBER = (int, float)
TYPES = {
    "variables": [{"name": str, "rule": (str, type(None)), "sharding": str, "local_shape": [int]}],
    "collectives": [{"kind": str, "axes": str, "count": int, "bytes_per_device": int}],
    "losses": [(int, float, type(None))],
    "check": (dict, type(None)),
    "compile_seconds": NUMBER,
    "compile_phases": dict,
    "operations": int,
    "step_milliseconds": (int, float, type(None)),
    "step_milliseconds_min": (int, float, type(None)),
    "peak_bytes_per_device": int,
}


def check_type(value, wanted, path):
    if isinstance(wanted, dict):
        assert set(value) == set(wanted), "%s has the keys %s" % (path, sorted(value))
        for key, inner in wanted.items():
            check_type(value[key], inner, path + "." + key)
    elif isinstance(wanted, list):
        assert isinstance(value, list), "%s is no list" % path
        for number, item in enumerate(value):
            check_type(item, wanted[0], "%s.%d" % (path, number))
    else:
        assert isinstance(value, wanted), "%s is %r" % (path, value)


def find(value, path):
    for key in path.split("."):
        if key == "#":
            value = len(value)
        else:
            value = value[int(key)] if isinstance(value, list) else value[key]
    return value


def main(path, *wanted):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    check_type(report, TYPES, "report")
    if report["check"] is not None:
        assert set(report["check"]) == {"ok", "worst"}, report["check"]
    for item in wanted:
        key, value = item.split("=", 1)
        found = find(report, key)
        assert found == json.loads(value), "%s is %r, expected %s" % (key, found, value)


if __name__ == "__main__":
    main(*sys.argv[1:])
