#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures the transformer step of examples/jax_transformer_block.py on GPUs, beside its peers, in two parts.

Here, where the compiler and JAX for the CPU are (writes the bundles, compiles them, packs what the other part needs):

    scripts/bench-gpu.py pack --build build --python PYTHON [--rounds 3] FOLDER

There, where the GPUs and the peers' frameworks are (runs what fits the devices, prints a row of JSON for each run):

    python3 FOLDER/bench-gpu.py run FOLDER [--peers PEERS] [--rounds 2] [--only one,tp_1x2,dp2] [--programs ours,jax,torch] [--all] >> rows

The programs of a case run in turns, as often as there are rounds. --all adds what is known to be slower: ours without
overlap, and PyTorch's other way to split the model.

PEERS is a folder with jax_block.py (JAX: --tp, --dp, --batch, --attn, --steps, --warm) and torch_block.py (PyTorch under
torchrun), which print a line "ROW" and an object. Then, anywhere:

    scripts/bench-gpu.py table rows [--update docs/Benchmarks.md]
"""

import argparse
import glob
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

# Name: layout, devices, batch of a step.
CASES = {"one": (None, 1, 4), "tp_1x2": ("tp_1x2", 2, 4), "dp2": ("dp2", 2, 8)}
TITLES = {"one": "one GPU", "tp_1x2": "model parallel, two GPUs", "dp2": "data parallel, two GPUs, batch 8"}
# Ours, by what the table calls it: options of the compiler, and the cases that it is for.
OURS, WITHOUT_OVERLAP = "Shardwise", "Shardwise, no overlap"
VARIANTS = {OURS: ([], CASES), "Shardwise, attention in any order": (["--attention=cudnn-any-order"], CASES),
            "Shardwise, updates split": (["--split-updates=1000000"], ["dp2"]), WITHOUT_OVERLAP: (["--overlap=none"], ["tp_1x2", "dp2"])}
# Kinds of commands, as the trace calls them, and what of them is told by the millisecond.
KINDS = {"product": ("products", "operations", "TFLOP/s", 1e9), "attention": ("attention", "operations", "TFLOP/s", 1e9),
         "kernel": ("kernels", "bytes", "GB/s", 1e6), "copy": ("copies", "bytes", "GB/s", 1e6), "collective": ("communication", None, None, 1)}
WARM, STEPS = 40, 30
MARKS = ("<!-- gpu tables: begin -->", "<!-- gpu tables: end -->")


# Here


def write_bundles(root, python, folder):
    environment = {**os.environ, "PYTHONPATH": str(root / "tools" / "python"), "JAX_PLATFORMS": "cpu"}
    for batch in sorted({batch for _, _, batch in CASES.values()}):
        subprocess.run([python, root / "examples" / "jax_transformer_block.py", folder / f"block{batch}",
                        "--batch", str(batch)], env=environment, check=True, stdout=subprocess.DEVNULL)


def argument_bytes(bundle, layout):
    """The bytes of a device's arguments, as the rules of the layout split them."""
    manifest = json.loads((bundle / "manifest.json").read_text())
    entry = json.loads((bundle / "layouts" / f"{layout}.json").read_text()) if layout else {"layout_map": [], "mesh": {"axes": []}}
    sizes = dict(entry["mesh"]["axes"])
    total = 0
    for arg in manifest["args"]:
        count = {"float32": 4, "bfloat16": 2, "int32": 4}[arg["dtype"]]
        for size in arg["shape"]:
            count *= size
        name = arg.get("slot_of") or arg["name"]
        dims = next((dims for key, dims in entry["layout_map"] if re.fullmatch(key, name)), [])
        if arg["role"] == "input":
            dims = [entry.get("batch_axis")]
        for dim in dims:
            count //= sizes.get(dim, 1)
        total += count
    return total


def variants(case, everything=True):
    """The variants that are measured in a case."""
    return [name for name, (_, cases) in VARIANTS.items() if case in cases and (everything or name != WITHOUT_OVERLAP)]


def step_file(folder, case, variant):
    return folder / f"{case}-{list(VARIANTS).index(variant)}.swx"


def compile_case(build, folder, case, variant, rounds):
    """Compiles a case; the fastest of the rounds."""
    layout, devices, batch = CASES[case]
    command = [build / "bin" / "shard-compile", folder / f"block{batch}", "-o", step_file(folder, case, variant), *VARIANTS[variant][0]]
    seconds, phases = [], ""
    for _ in range(rounds):
        begin = time.time()
        text = subprocess.run(command + (["--layouts", layout] if layout else []), check=True, capture_output=True, text=True).stdout
        seconds.append(round(time.time() - begin, 3))
        if seconds[-1] == min(seconds):
            phases = re.search(r"compiled in .*", text).group(0)
    return {"compile_s": min(seconds), "phases": phases, "argument_bytes": argument_bytes(folder / f"block{batch}", layout)}


def pack(options):
    root = pathlib.Path(__file__).resolve().parent.parent
    folder = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    write_bundles(root, options.python, folder)
    facts = {case: {variant: compile_case(options.build, folder, case, variant, options.rounds) for variant in variants(case)}
             for case in CASES}
    (folder / "compiled.json").write_text(json.dumps(facts, indent=1) + "\n")
    subprocess.run(["strip", "-o", folder / "shard-run-step", options.build / "bin" / "shard-run-step"], check=True)
    shutil.copy(__file__, folder / "bench-gpu.py")
    for case, rows in facts.items():
        for variant, row in rows.items():
            print(f"{case}, {variant}: {row['compile_s']} s in all, {row['phases']}")


# There


def run_program(command):
    """What a program wrote, and what is wrong with it."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    except subprocess.TimeoutExpired:
        return "", "it did not end within 300 s"
    return done.stdout, done.stderr.strip()[-300:] if done.returncode else ""


def measure_union(spans):
    """How long one of these spans lasts, or several at once."""
    total, end = 0, float("-inf")
    for begin, stop in sorted(spans):
        total += max(0, stop - max(begin, end))
        end = max(end, stop)
    return total


def add_up(trace):
    """The commands of a step by their kind, on the device that computes longest, which others wait for: how many, milliseconds,
    operations and bytes. And how long communication runs that nothing hides, how long nothing runs, and the whole step."""
    devices, busiest = {}, {}
    for event in json.loads(trace.read_text())["traceEvents"]:
        devices.setdefault(event["pid"], []).append(event)
        if event["cat"] != "collective":
            busiest[event["pid"]] = busiest.get(event["pid"], 0) + event["dur"]
    events = devices[max(sorted(busiest), key=busiest.get)]
    kinds, spans = {}, {"collective": [], "computation": []}
    for event in events:
        one = kinds.setdefault(event["cat"], {"commands": 0, "ms": 0, "operations": 0, "bytes": 0})
        one["commands"] += 1
        one["ms"] += event["dur"] / 1e3
        for key in ("operations", "bytes"):
            one[key] += event["args"][key]
        spans["collective" if event["cat"] == "collective" else "computation"].append((event["ts"], event["ts"] + event["dur"]))
    busy = spans["collective"] + spans["computation"]
    computation, either = measure_union(spans["computation"]), measure_union(busy)
    whole = max(stop for _, stop in busy) - min(begin for begin, _ in busy)
    return {"kinds": kinds, "exposed_ms": (either - computation) / 1e3, "gaps_ms": (whole - either) / 1e3, "whole_ms": whole / 1e3}


def run_ours(folder, case, variant, compiled):
    batch = CASES[case][2]
    report, trace = folder / f"{case}.json", folder / f"{case}.trace"
    command = [folder / "shard-run-step", step_file(folder, case, variant), folder / f"block{batch}", "--bench",
               "--warm", str(WARM), "--steps", str(STEPS), "--json", report, "--profile", "--trace", trace]
    _, error = run_program(command)
    if error:
        return {"peer": variant, "error": error}
    bench = json.loads(report.read_text())["bench"]
    return {"peer": variant, "burst_ms": round(bench["burst_milliseconds"], 3), "steady_ms": round(bench["steady_milliseconds"], 3),
            "single_ms": round(bench["single_milliseconds"], 3), "memory_gb": round(bench["allocated_bytes"] / 1e9, 2),
            "compile_s": compiled["compile_s"], "profile": add_up(trace)}


def run_peer(command):
    text, error = run_program(command)
    lines = [line[4:] for line in text.splitlines() if line.startswith("ROW ")]
    return json.loads(lines[-1]) if lines else {"error": error or "it printed no row"}


def run_jax(peers, case, compiled):
    layout, devices, batch = CASES[case]
    split = {"one": [], "tp_1x2": ["--tp", "2"], "dp2": ["--dp", "2"]}[case]
    row = run_peer([sys.executable, peers / "jax_block.py", *split, "--batch", str(batch), "--attn", "cudnn",
                    "--warm", str(WARM), "--steps", str(STEPS)])
    if "error" in row:
        return {"peer": "jax", **row}
    return {"peer": row["peer"] + ", cuDNN attention", "burst_ms": row["burst_ms"], "steady_ms": row["queued_ms"], "single_ms": row["step_ms"],
            "memory_gb": round(compiled["argument_bytes"] / 1e9 + row.get("temp_gb", 0), 2), "compile_s": row["lower_s"] + row["compile_s"]}


def run_torch(peers, case, mode):
    devices = CASES[case][1]
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={devices}"]
    row = run_peer([*launcher, peers / "torch_block.py", "--mode", mode, "--warm", str(WARM), "--steps", str(STEPS)])
    if "error" in row:
        return {"peer": "torch", **row}
    return {"peer": row["peer"] + {"sp": ", sequence parallel"}.get(mode, "") + ", compiled", "burst_ms": row["burst_ms"],
            "steady_ms": row["queued_ms"], "single_ms": row["step_ms"], "memory_gb": row["peak_gb"], "compile_s": row["warm_s"]}


def torch_modes(case, everything):
    """How PyTorch splits the model; it does not split the batch."""
    return {"one": ["split"], "tp_1x2": ["sp", "split"] if everything else ["sp"]}.get(case, [])


def describe_machine():
    if not shutil.which("nvidia-smi"):
        sys.exit("nvidia-smi is not there: this part runs where the GPUs are")
    query = ["nvidia-smi", "--query-gpu=name,driver_version,power.limit", "--format=csv,noheader"]
    return subprocess.run(query, capture_output=True, text=True).stdout.strip().splitlines()


def hold_devices():
    """Keeps the devices open, so that the driver need not wake them up for every program."""
    return [open(path, "rb") for path in glob.glob("/dev/nvidia[0-9]*") if os.access(path, os.R_OK)]


def run(options):
    compiled = json.loads((options.folder / "compiled.json").read_text())
    machine = describe_machine()
    held = hold_devices()
    for case in options.only.split(","):
        if CASES[case][1] > len(machine):
            continue
        facts = compiled[case]
        programs = {"ours": [lambda v=v: run_ours(options.folder, case, v, facts[v]) for v in variants(case, options.all)]}
        if options.peers:
            programs["jax"] = [lambda: run_jax(options.peers, case, facts[OURS])]
            programs["torch"] = [lambda m=m: run_torch(options.peers, case, m) for m in torch_modes(case, options.all)]
        for _ in range(options.rounds):
            for program in [p for name in options.programs.split(",") for p in programs.get(name, [])]:
                begin = time.time()
                row = {"case": case, "machine": machine[0], **program()}
                print(json.dumps({**row, "program_s": round(time.time() - begin, 1)}), flush=True)
    del held


# The table


def spread(rows, key, digits=1):
    """The median of the rows, and the smallest and largest where they differ."""
    values = [row[key] for row in rows]
    low, middle, high = (f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))
    return middle if low == high else f"{middle} ({low} to {high})"


def make_case(case, peers):
    """The table of a case; `peers` has the rows of each."""
    steady = {peer: statistics.median(row["steady_ms"] for row in rows) for peer, rows in peers.items()}
    best = min((ms for peer, ms in steady.items() if peer not in VARIANTS), default=None)
    lines = [f"| {TITLES[case]} | steady | by the best peer | burst | one by one | memory, GB | compile, s |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for peer, rows in peers.items():
        ratio = f"{steady[peer] / best:.3f}" if best else ""
        # Frameworks keep what they compiled for the next round.
        slowest = max(row["compile_s"] for row in rows)
        lines.append(f"| {peer} | {spread(rows, 'steady_ms')} | {ratio} | {spread(rows, 'burst_ms')} | {spread(rows, 'single_ms')} | "
                     f"{spread(rows, 'memory_gb', 2)} | {slowest:.1f} |")
    return lines + [""]


def describe_kind(kind, one):
    """Milliseconds, commands and rate of a kind of commands."""
    _, key, unit, scale = KINDS[kind]
    rate = f", {one[key] / one['ms'] / scale:.0f} {unit}" if key and one["ms"] else ""
    return f"{one['ms']:.1f} ({one['commands']}{rate})"


def make_time_line(cases):
    """Where the time of our step goes, by case."""
    found = {case: [row["profile"] for row in peers.get(OURS, []) if "profile" in row] for case, peers in cases.items()}
    found = {case: profiles[-1] for case, profiles in found.items() if profiles}
    if not found:
        return []
    lines = [f"| ours, ms (commands, rate) | {' | '.join(TITLES[case] for case in found)} |", "| --- |" + " ---: |" * len(found)]

    def add(title, cells):
        lines.append(f"| {title} | {' | '.join(cells)} |")

    for kind, (title, *_) in KINDS.items():
        if any(kind in profile["kinds"] for profile in found.values()):
            add(title, [describe_kind(kind, profile["kinds"][kind]) if kind in profile["kinds"] else "0" for profile in found.values()])
    for title, key in (("communication that nothing hides", "exposed_ms"), ("gaps", "gaps_ms"), ("the step", "whole_ms")):
        add(title, [f"{profile[key]:.2f}" for profile in found.values()])
    return lines + [""]


def make_table(rows):
    lines = [f"{rows[0]['machine']} (name, driver, power limit). Milliseconds a step: medians of the rounds (smallest to largest).", ""]
    cases = {}
    for case in TITLES:
        for row in rows:
            if row["case"] == case and "error" not in row:
                cases.setdefault(case, {}).setdefault(row["peer"], []).append(row)
    for case, peers in cases.items():
        lines += make_case(case, peers)
    return "\n".join(lines + make_time_line(cases))


def table(options):
    rows = [json.loads(line) for line in options.rows.read_text().splitlines() if line.startswith("{")]
    for row in rows:
        if "error" in row:
            print(f"failed: {row}", file=sys.stderr)
    if not any("error" not in row for row in rows):
        sys.exit(f"{options.rows}: no run succeeded")
    text = make_table(rows)
    if not options.update:
        print(text)
        return
    page = options.update.read_text()
    before, rest = page.split(MARKS[0])
    after = rest.split(MARKS[1])[1]
    options.update.write_text(f"{before}{MARKS[0]}\n{text}{MARKS[1]}{after}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    packing = parts.add_parser("pack")
    packing.add_argument("folder", type=pathlib.Path)
    packing.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build"))
    packing.add_argument("--python", default=sys.executable)
    packing.add_argument("--rounds", type=int, default=3)
    running = parts.add_parser("run")
    running.add_argument("folder", type=lambda text: pathlib.Path(text).resolve())
    running.add_argument("--peers", type=pathlib.Path)
    running.add_argument("--rounds", type=int, default=1)
    running.add_argument("--all", action="store_true")
    running.add_argument("--only", default=",".join(CASES))
    running.add_argument("--programs", default="ours,jax,torch")
    showing = parts.add_parser("table")
    showing.add_argument("rows", type=pathlib.Path)
    showing.add_argument("--update", type=pathlib.Path)
    options = parser.parse_args()
    {"pack": pack, "run": run, "table": table}[options.part](options)


if __name__ == "__main__":
    main()
