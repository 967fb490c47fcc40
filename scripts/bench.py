#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures shard-run and XLA on the same bundles, in the same run, and prints
the tables of docs/Benchmarks.md.

usage: bench.py [--shard-run FILE] [--python FILE] [--steps N] [--rounds N]
                [--update PAGE] [BUNDLE...]

Without bundles, those of $SHARDWISE_SHARED/fixtures that the project supports, or
else those of examples/bundles. `--python` is a Python with JAX and safetensors.
`--update` writes the tables into a page, between its markers.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ["keras_mlp", "keras_mlp_dropout_adam", "keras_encoder", "keras_gpt_bf16",
            "torch_encoder", "jax_transformer"]
PHASES = ["import", "attach", "propagate", "partition"]
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"


def find_bundles():
    shared = pathlib.Path(os.environ.get("SHARDWISE_SHARED", ROOT.parent / "shared"))
    if (shared / "fixtures").is_dir():
        return [shared / "fixtures" / name for name in FIXTURES]
    return sorted((ROOT / "examples" / "bundles").iterdir())


def run_ours(options, bundle, *arguments):
    """The JSON report of one run."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        command = [options.shard_run, bundle, "--json", report, *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return json.loads(report.read_text(encoding="utf-8"))


def run_peer(options, bundle):
    command = [options.python, ROOT / "test/Benchmarks/xla_peer.py", str(options.steps), bundle]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)[bundle.name]


def check_same(bundle, ours, peer):
    """Times of different computations must not be compared."""
    pairs = list(zip(ours["losses"], peer["losses"]))[:5]
    wrong = [(a, b) for a, b in pairs if abs(a - b) > 5e-3 * abs(b) + 1e-5]
    if wrong:
        sys.exit("%s: the losses differ: %s" % (bundle.name, wrong))


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def spread(runs, key, form):
    """The median over the rounds, and the smallest and largest beside it."""
    values = [run[key] for run in runs]
    return "%s (%s to %s)" % tuple(
        form % value for value in (statistics.median(values), min(values), max(values))
    )


def measure_steps(options, bundles):
    """Compile and step times on one device, in turns, and the phases."""
    times, phases, version = [], [], ""
    for bundle in bundles:
        ours, peers = [], []
        for _ in range(options.rounds):
            ours.append(run_ours(options, bundle, "--steps", str(options.steps)))
            peers.append(run_peer(options, bundle))
        check_same(bundle, ours[0], peers[0])
        version = peers[0]["version"]
        times.append([
            bundle.name,
            spread(ours, "compile_seconds", "%.2f"), spread(peers, "compile_seconds", "%.2f"),
            spread(ours, "step_milliseconds", "%.2f"), spread(peers, "step_milliseconds", "%.2f"),
            "%.2f" % (statistics.median(p["step_milliseconds"] for p in peers)
                      / statistics.median(o["step_milliseconds"] for o in ours)),
        ])
        phases.append(measure_phases(options, bundle))
        print("measured", bundle.name, file=sys.stderr)
    return times, phases, version


def measure_phases(options, bundle):
    """Microseconds per operation, of the fastest of the rounds. On a mesh, so
    that there is something to propagate."""
    runs = [run_ours(options, bundle, "--layouts", "tp_2x4", "--dry-run")
            for _ in range(options.rounds)]
    count = runs[0]["operations"]
    fastest = [min(run["compile_phases"][phase] for run in runs) for phase in PHASES]
    return [bundle.name, str(count)] + ["%.2f" % (1e6 * time / count) for time in fastest]


def measure_bytes(options, bundles):
    """Bytes that a device receives, beside those of the bundle's peer."""
    rows = []
    for bundle in bundles:
        peers_file = bundle / "peers.json"
        peers = json.loads(peers_file.read_text(encoding="utf-8")) if peers_file.exists() else {}
        for layout in sorted((bundle / "layouts").glob("*.json")):
            if json.loads(layout.read_text(encoding="utf-8")).get("expect") == "error":
                continue
            report = run_ours(options, bundle, "--layouts", layout, "--dry-run")
            ours = sum(c["bytes_per_device"] for c in report["collectives"])
            peer = peers.get("layouts", {}).get(layout.stem, {}).get("total_bytes_received")
            ratio = "%.2f" % (ours / peer) if peer else "-"
            rows.append([bundle.name + " " + layout.stem, str(ours), str(peer or "-"), ratio])
    return rows


def get_processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def get_version(options):
    done = subprocess.run([options.shard_run, "--version"], check=True, capture_output=True,
                          text=True)
    return done.stdout.strip()


def make_tables(options, bundles):
    times, phases, peer = measure_steps(options, bundles)
    head = "%s; %s; %s, %d processors; %d rounds of %d steps" % (
        get_version(options), peer, get_processor(), os.cpu_count(), options.rounds, options.steps)
    return "\n\n".join([
        head + ".",
        "Compile seconds and step milliseconds on one CPU device: the median of the rounds "
        "(smallest to largest). The ratio is XLA's step time by ours; above 1 ours is faster.",
        table(["bundle", "compile, ours", "compile, XLA", "step, ours", "step, XLA", "ratio"], times),
        "Microseconds per operation of the imported step, under `tp_2x4`: the fastest of the rounds.",
        table(["bundle", "operations"] + PHASES, phases),
        "Bytes that one device receives in a step, and those of the partitioner that wrote the "
        "bundle's `peers.json`.",
        table(["bundle and layout", "ours", "peer", "ours by peer"], measure_bytes(options, bundles)),
    ])


def update(page, text):
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(before + BEGIN + "\n" + text + "\n" + END + after, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Measures shard-run beside XLA.")
    parser.add_argument("--shard-run", default=str(ROOT / "build/bin/shard-run"))
    parser.add_argument("--python", default=os.environ.get("SHARDWISE_PYTHON", sys.executable))
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--update", type=pathlib.Path)
    parser.add_argument("bundles", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    text = make_tables(options, options.bundles or find_bundles())
    print(text)
    if options.update:
        update(options.update, text)


if __name__ == "__main__":
    main()
