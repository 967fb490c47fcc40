# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Starts a command in several processes, as launchers do.

    launch.py N [options] -- COMMAND...

Prints the output of rank 0, then what each process says on its error stream,
with "rank R| " before every line, and how it ended. Fails if a process goes on
longer than it may. Exits with 0 if all processes do, else with 1.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("count", type=int)
parser.add_argument("--kind", default="plain", help="plain, torchrun, srun or mpirun")
parser.add_argument("--signal", help="NAME:RANK: the signal to send to a process")
parser.add_argument("--after", default="step 3/", help="when: rank 0 prints this")
parser.add_argument("--wait", type=float, default=0, help="seconds after that")
parser.add_argument("--limit", type=float, default=60, help="seconds for all, or after the signal")
parser.add_argument("--skip", type=int, help="a rank that is not started")
parser.add_argument("--set", action="append", default=[], help="RANK:NAME=VALUE")
parser.add_argument("--append", action="append", default=[], help="RANK:ARGUMENT")
parser.add_argument("--port", type=int, help="the port; a free one if not given")
parser.add_argument("command", nargs="+")
args = parser.parse_args()


def free_port():
    """A port that nobody had a moment ago; with the one after it."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            try:
                first.bind(("", 0))
                second.bind(("", first.getsockname()[1] + 1))
                return first.getsockname()[1]
            except OSError:
                continue


def environment(rank, port):
    """The variables that a launcher sets."""
    n = str(args.count)
    r = str(rank)
    master = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    if args.kind == "srun":
        return {
            "SLURM_PROCID": r,
            "SLURM_STEP_NUM_TASKS": n,
            "SLURM_LOCALID": r,
            "SLURM_STEP_TASKS_PER_NODE": n,
            "SLURM_JOB_ID": "17",
            **master,
        }
    values = {"RANK": r, "WORLD_SIZE": n, "LOCAL_RANK": r, **master}
    if args.kind == "torchrun":
        values |= {"LOCAL_WORLD_SIZE": n, "GROUP_RANK": "0", "TORCHELASTIC_RUN_ID": "none"}
    return values


def per_rank(entries, rank):
    """The entries "RANK:TEXT" for a rank."""
    return [e.split(":", 1)[1] for e in entries if e.split(":", 1)[0] == str(rank)]


class Process:
    """One process, whose streams are read as they come."""

    def __init__(self, rank, command, env):
        self.rank, self.out, self.err = rank, [], []
        self.seen = threading.Event()
        self.process = subprocess.Popen(
            command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.readers = [
            threading.Thread(target=self.read, args=(self.process.stdout, self.out)),
            threading.Thread(target=self.read, args=(self.process.stderr, self.err)),
        ]
        for reader in self.readers:
            reader.start()

    def read(self, stream, lines):
        for line in stream:
            # A long run says the same thing very often.
            if len(lines) < 10000:
                lines.append(line)
            if args.after in line:
                self.seen.set()
        self.seen.set()

    def end(self, deadline):
        """Waits, and says how it ended."""
        try:
            code = self.process.wait(max(0.1, deadline - time.monotonic()))
            text = f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            text = "did not end"
        for reader in self.readers:
            reader.join()
        return text


def start(port, folder):
    """Starts all processes, or the launcher that does."""
    base = {k: v for k, v in os.environ.items() if not k.startswith(("SLURM_", "OMPI_", "PMIX_"))}
    if args.kind == "mpirun":
        base |= {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
        # All processes are on this host, which may have no remote shell.
        base |= {"OMPI_MCA_plm_rsh_agent": "sh"}
        note = f'echo $$ > {folder}/$OMPI_COMM_WORLD_RANK; exec "$@"'
        command = ["mpirun", "-n", str(args.count), "--oversubscribe"]
        return [Process(0, [*command, "sh", "-c", note, "-", *args.command], base)]
    processes = []
    for rank in range(args.count):
        if rank == args.skip:
            continue
        env = base | environment(rank, port)
        for entry in per_rank(args.set, rank):
            name, value = entry.split("=", 1)
            env[name] = value
        processes.append(Process(rank, args.command + per_rank(args.append, rank), env))
    return processes


def main():
    with tempfile.TemporaryDirectory() as folder:
        processes = start(args.port or free_port(), folder)
        begin = time.monotonic()
        target = None
        if args.signal:
            name, rank = args.signal.split(":")
            processes[0].seen.wait(60)
            time.sleep(args.wait)
            if args.kind == "mpirun":
                pid = int(open(f"{folder}/{rank}").read())
            else:
                target = next(p for p in processes if p.rank == int(rank))
                pid = target.process.pid
            begin = time.monotonic()
            os.kill(pid, getattr(signal, "SIG" + name))
        ends = {}
        # A process that was stopped does not end by itself.
        for process in sorted(processes, key=lambda p: p is target):
            if process is target and name == "STOP":
                process.process.kill()
            ends[process.rank] = process.end(begin + args.limit)
        seconds = time.monotonic() - begin
    sys.stdout.writelines(processes[0].out)
    for process in processes:
        sys.stdout.writelines(f"rank {process.rank}| {line}" for line in process.err)
        print(f"rank {process.rank} ended: {ends[process.rank]}")
    print(f"all ended within {args.limit:g} s" if seconds < args.limit else "TOO LATE")
    return 0 if all(end == "exit code 0" for end in ends.values()) else 1


sys.exit(main())
