#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the commands of the ```console blocks of a page.

usage: check-doc-commands.py PAGE FOLDER

A line that begins with `$ ` is a command; it runs in FOLDER and must succeed. The
lines after it must occur in its output in this order, whatever stands before and
after them on their lines, and with any number of spaces; `...` stands for lines
that are not shown.
"""

import pathlib
import re
import subprocess
import sys


def find_commands(page):
    """Yields the line number, the command and the lines of its output."""
    command, inside = None, False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            if command:
                yield command
            command, inside = None, line == "```console"
        elif inside and line.startswith("$ "):
            if command:
                yield command
            command = (number, line[2:], [])
        elif inside and line.strip() not in ("", "..."):
            command[2].append(line)


def squeeze(text):
    return re.sub(r" +", " ", text).strip()


def check(page, number, command, wanted, folder):
    run = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True)
    if run.returncode:
        return "%s:%d: exit code %d: %s" % (page, number, run.returncode, run.stderr)
    rest = [squeeze(line) for line in run.stdout.splitlines()]
    for line in map(squeeze, wanted):
        found = next((i for i, got in enumerate(rest) if line in got), None)
        if found is None:
            return "%s:%d: not in the output: %s\n%s" % (page, number, line, run.stdout)
        rest = rest[found + 1 :]
    return None


def main(page, folder):
    page, checked, failed = pathlib.Path(page), 0, 0
    for number, command, wanted in find_commands(page):
        problem = check(page, number, command, wanted, folder)
        checked += 1
        failed += problem is not None
        if problem:
            print(problem)
    print("%d commands, %d wrong" % (checked, failed))
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
