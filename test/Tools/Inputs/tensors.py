#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes and damages tensor files for tests.

usage: tensors.py write FILE NAME:2x3=VALUE,... [...]    tensors of float32
       tensors.py set FILE NAME VALUE                    sets the first element
       tensors.py list FILE                              prints names and types
       tensors.py same FILE FILE                         compares all values
"""

import json
import struct
import sys


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    return header, 8 + length, bytearray(data)


def tensors(path):
    header, begin, data = read(path)
    header.pop("__metadata__", None)
    for name, info in sorted(header.items()):
        first, last = info["data_offsets"]
        yield name, info["dtype"], info["shape"], bytes(data[begin + first : begin + last])


def write(path, items):
    header, data = {}, b""
    for item in items:
        target, text = item.split("=")
        name, shape = target.split(":")
        values = [float(value) for value in text.split(",")]
        header[name] = {
            "dtype": "F32",
            "shape": [int(size) for size in shape.split("x")],
            "data_offsets": [len(data), len(data) + 4 * len(values)],
        }
        data += struct.pack("<%df" % len(values), *values)
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def set_first(path, name, value):
    header, begin, data = read(path)
    struct.pack_into("<f", data, begin + header[name]["data_offsets"][0], float(value))
    with open(path, "wb") as file:
        file.write(data)


def main(action, *arguments):
    if action == "write":
        write(arguments[0], arguments[1:])
    elif action == "set":
        set_first(*arguments)
    elif action == "list":
        for name, dtype, shape, _ in tensors(*arguments):
            print(name, dtype, shape)
    elif action == "same":
        first, second = (list(tensors(path)) for path in arguments)
        return 0 if first == second else "the files differ"
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
