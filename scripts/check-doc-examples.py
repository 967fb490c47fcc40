#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks that every ```mlir block of the given pages parses and verifies.

usage: check-doc-examples.py SHARD_OPT FOLDER_OR_PAGE...

A block is a file of its own: it declares what it uses. What is not meant to
parse stands in a ```text block. Errors name the line of the page.
"""

import pathlib
import subprocess
import sys


def find_pages(arguments):
    for argument in map(pathlib.Path, arguments):
        yield from sorted(argument.rglob("*.md")) if argument.is_dir() else [argument]


def find_blocks(page):
    """Yields the first line's number and the lines of each ```mlir block."""
    block = None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        fence = line.strip()
        if block is None and fence == "```mlir":
            first, block = number + 1, []
        elif block is not None and fence == "```":
            yield first, block
            block = None
        elif block is not None:
            block.append(line)
    if block is not None:
        sys.exit("%s: error: the ```mlir block at line %d has no end" % (page, first))


def check(shard_opt, page, first, lines):
    """Prints what shard-opt says against a block; empty lines before it make
    the numbers agree with the page."""
    source = "\n" * (first - 1) + "\n".join(lines) + "\n"
    run = subprocess.run(
        [shard_opt, "-", "-o", "/dev/null"], input=source, text=True, capture_output=True
    )
    if run.returncode:
        print(run.stderr.replace("<stdin>", str(page)))
    return run.returncode == 0


def main(shard_opt, *arguments):
    checked = failed = 0
    for page in find_pages(arguments):
        for first, lines in find_blocks(page):
            checked += 1
            failed += not check(shard_opt, page, first, lines)
    print("%d examples, %d wrong" % (checked, failed))
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
