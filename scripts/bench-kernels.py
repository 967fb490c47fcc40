#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Times the kernels of test/GPU/bandwidth.mlir and what torch.compile makes of
the same computations, in one run on one GPU, and prints a table.

usage: bench-kernels.py FOLDER

FOLDER has RunKernelCases and the cases `bw`, which were made where the compiler
is built:

    WriteKernelCases test/GPU/bandwidth.mlir --split --no-expected -o FOLDER/bw
    g++ -O1 -std=c++17 -o FOLDER/RunKernelCases test/GPU/RunKernelCases.cpp -ldl

Both sides are timed in the same way: events around twenty calls that wait behind
a busy GPU, so that launching costs nothing; the median of nine. Rates count each
argument and result once. Inputs are random.
"""
import math
import re
import subprocess
import sys

import torch
import torch.nn.functional as F

bf16, f32 = torch.bfloat16, torch.float32
CALLS = 20
# What the kernels are called in docs/Benchmarks.md.
TITLES = {
    "copy": "copy of bf16",
    "cast": "f32 to bf16",
    "bias": "bias of heads, bf16",
    "bias_gelu": "bias + GELU, bf16, sum kept",
    "gelu_wide": "bias + GELU, tanh in f32",
    "gelu_erf": "bias + GELU, erf in f32",
    "gelu_grad": "GELU's gradient and that of the bias, bf16",
    "adam": "Adam, f32 by a gradient of bf16",
    "adam_transposed": "the same, the gradient transposed",
    "softmax": "softmax of rows, f32",
    "layer_norm": "LayerNorm of bf16, statistics kept",
    "layer_norm_grad": "LayerNorm's gradient, with the residual's",
    "layer_norm_columns": "LayerNorm's gradients of scale and shift",
    "layer_norm_backward": "LayerNorm's three gradients at once",
    "layer_norm_large": "LayerNorm, 16384 x 4096 bf16",
    "layer_norm_backward_large": "its three gradients, 16384 x 4096 bf16",
    "column_sum": "column sums, 8192 x 16384 bf16",
    "column_sum_narrow": "column sums, 8192 x 4096 bf16",
    "loss": "squared error, its sum and gradient",
    "sum": "sum of everything, f32",
    "transpose": "transposed copy, f32",
    "transpose_narrow": "transposed copy, bf16",
    "heads": "heads and tokens exchanged, bf16",
}


def tensor(*shape, dtype=bf16):
    return torch.rand(shape, device="cuda", dtype=f32).mul_(2).sub_(1).to(dtype)


def gelu_grad(x, g):
    d = torch.ops.aten.gelu_backward(g, x, approximate="tanh")
    return d, d.sum(0)


def adam(g, m, v, lr, p):
    g = g.float()
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g * g
    return m, v, p - lr * m / (v.sqrt() + 1e-7)


def layer_norm(a, g, b):
    x = a.float()
    m = x.mean(1, keepdim=True)
    d = x - m
    r = torch.rsqrt((d * d).mean(1, keepdim=True) + 1e-5)
    return (d * r * g + b).to(bf16), m, r


def layer_norm_grad(a, dy, res, g, m, r):
    h = (a.float() - m[:, None]) * r[:, None]
    w = dy.float() * g
    d = (w - w.mean(1, keepdim=True) - h * (w * h).mean(1, keepdim=True)) * r[:, None]
    return d.to(bf16) + res


def layer_norm_columns(a, dy, m, r):
    w = dy.float()
    return (w * ((a.float() - m[:, None]) * r[:, None])).sum(0), w.sum(0)


def layer_norm_backward(a, dy, res, g, m, r):
    return layer_norm_grad(a, dy, res, g, m, r), *layer_norm_columns(a, dy, m, r)


def bias_gelu(b, a):
    x = a + b.to(bf16)
    return x, F.gelu(x, approximate="tanh")


def loss(y, t):
    d = y.float() - t
    return d, (d * d).sum()


def peers():
    """By name: a function and its arguments."""
    T, D, H = 8192, 4096, 16384
    wide = lambda: tensor(T, H)
    row = lambda: tensor(T, D)
    stat = lambda: tensor(T, dtype=f32)
    yield "copy", lambda a: a.clone(), [wide()]
    yield "cast", lambda a: a.to(bf16), [tensor(D, H, dtype=f32)]
    yield "bias", lambda b, a: a + b.to(bf16), [tensor(32, 128, dtype=f32), tensor(4, 2048, 32, 128)]
    yield "bias_gelu", bias_gelu, [tensor(H, dtype=f32), wide()]
    yield "gelu_wide", lambda b, a: F.gelu(a.float() + b, approximate="tanh").to(bf16), [tensor(H, dtype=f32), wide()]
    yield "gelu_erf", lambda b, a: F.gelu(a.float() + b).to(bf16), [tensor(H, dtype=f32), wide()]
    yield "gelu_grad", gelu_grad, [wide(), wide()]
    state = lambda: tensor(D, H, dtype=f32).abs_()
    yield "adam", adam, [tensor(D, H), state(), state(), torch.tensor(1e-3, device="cuda"), state()]
    yield "adam_transposed", lambda g, *rest: adam(g.t(), *rest), [
        tensor(H, D), state(), state(), torch.tensor(1e-3, device="cuda"), state()]
    yield "softmax", lambda a: torch.softmax(a, 1), [tensor(H, D, dtype=f32)]
    yield "layer_norm", layer_norm, [row(), tensor(D, dtype=f32), tensor(D, dtype=f32)]
    yield "layer_norm_grad", layer_norm_grad, [row(), row(), row(), tensor(D, dtype=f32), stat(), stat()]
    yield "layer_norm_columns", layer_norm_columns, [row(), row(), stat(), stat()]
    yield "layer_norm_backward", layer_norm_backward, [row(), row(), row(), tensor(D, dtype=f32), stat(), stat()]
    rows, large = lambda: tensor(2 * T, D), lambda: tensor(2 * T, dtype=f32)
    yield "layer_norm_large", layer_norm, [rows(), tensor(D, dtype=f32), tensor(D, dtype=f32)]
    yield "layer_norm_backward_large", layer_norm_backward, [
        rows(), rows(), rows(), tensor(D, dtype=f32), large(), large()]
    yield "column_sum", lambda a: a.sum(0), [wide()]
    yield "column_sum_narrow", lambda a: a.sum((0, 1)), [tensor(4, 2048, 32, 128)]
    yield "loss", loss, [tensor(4, 2048, D), tensor(4, 2048, D, dtype=f32)]
    yield "sum", lambda a: a.sum(), [tensor(H, D, dtype=f32)]
    yield "transpose", lambda a: a.t().contiguous(), [tensor(H, D, dtype=f32)]
    yield "transpose_narrow", lambda a: a.t().contiguous(), [tensor(H, T)]
    yield "heads", lambda a: a.transpose(1, 2).contiguous(), [tensor(4, 2048, 32, 128)]


def time_call(function, arguments):
    for _ in range(3):
        result = function(*arguments)
    times = []
    for _ in range(9):
        torch.cuda.synchronize()
        begin, end = (torch.cuda.Event(enable_timing=True) for _ in "be")
        torch.cuda._sleep(20_000_000)
        begin.record()
        for _ in range(CALLS):
            result = function(*arguments)
        end.record()
        end.synchronize()
        times.append(begin.elapsed_time(end) / CALLS)
    return sorted(times)[len(times) // 2], result


def count_bytes(values):
    values = values if isinstance(values, (tuple, list)) else [values]
    return sum(v.numel() * v.element_size() for v in values)


def main():
    folder = sys.argv[1]
    theirs, sizes = {}, {}
    for name, function, arguments in peers():
        torch._dynamo.reset()
        milliseconds, result = time_call(torch.compile(function), arguments)
        sizes[name] = count_bytes(arguments) + count_bytes(result)
        theirs[name] = sizes[name] / milliseconds / 1e6
        del arguments, result
        torch.cuda.empty_cache()
    report = subprocess.run([f"{folder}/RunKernelCases", f"{folder}/bw"], capture_output=True, text=True)
    print(report.stderr, end="")
    times = {m[1]: (float(m[2]), float(m[3])) for m in re.finditer(r"(\w+) +([\d.]+) us +([\d.]+) GB/s", report.stdout)}
    # A split reduction is two kernels; the parts between them do not count.
    rows = {}
    for name, (microseconds, rate) in times.items():
        if not name.endswith("_combine"):
            microseconds += times.get(name + "_combine", (0, 0))[0]
            if name + "_combine" in times and name in sizes:
                rate = sizes[name] / microseconds / 1e3
            rows[name] = (microseconds, rate)
    if not rows:
        sys.exit(report.stdout)
    copy = rows["copy"][1]
    print(f"{torch.cuda.get_device_name()}, torch {torch.__version__}; GB/s; a copy by the driver: "
          + re.search(r"driver's copy +([\d.]+)", report.stdout)[1])
    print("\n| kernel | us | GB/s | of the copy | torch.compile | ratio |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, (microseconds, rate) in rows.items():
        peer = theirs.get(name, math.nan)
        print(f"| {TITLES.get(name, name)} | {microseconds:.1f} | {rate:.0f} | {100 * rate / copy:.0f} % | {peer:.0f} | {rate / peer:.2f} |")


if __name__ == "__main__":
    main()
