# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# How the tests run.
#
# Tools          shard-opt, shard-run and shard-compile from the build; FileCheck,
#                not, split-file and mlir-opt from LLVM.
# Substitutions  %shared           the folder of recorded training steps
#                %src              the source tree, %build the build tree
#                %python           a Python with the standard library
#                %export_python    a Python with JAX and Keras
# Features       shared            %shared is there. The environment variable
#                                  SHARDWISE_SHARED names it; otherwise it is
#                                  `shared` beside the source tree
#                python-export     %export_python is there. The environment
#                                  variable SHARDWISE_PYTHON names it
#                mpi, cuda         built with it, and this machine can run it
#                cuda-toolkit      built with CUDA
#                cuda-2            two GPUs or more
#                sanitizer         built with sanitizers
# Parameters     verify_roundtrip  every shard-opt also prints what it read,
#                                  reads that again, and compares

import glob
import os
import shutil
import subprocess
import sys

import lit.formats
import lit.llvm
from lit.llvm.subst import ToolSubst

lit.llvm.initialize(lit_config, config)
llvm_config = lit.llvm.llvm_config

sys.path.insert(0, os.path.join(config.shardwise_src_root, "test"))
from shardwise_lit import find_shared, set_sanitizer_options


def python_has(python, modules):
    """Whether `python` finds all of `modules`, without importing them."""
    code = (
        "import importlib.util, sys;"
        "sys.exit(not all(importlib.util.find_spec(m) for m in sys.argv[1:]))"
    )
    try:
        return subprocess.call([python, "-c", code, *modules]) == 0
    except OSError:
        return False


def find_export_python():
    """A Python that can export a training step, or None."""
    for python in (os.environ.get("SHARDWISE_PYTHON"), config.python):
        if python and python_has(python, ["jax", "keras", "safetensors"]):
            return python
    return None


config.name = "Shardwise"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt", "lib"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.shardwise_obj_root, "test")

# What libraries for GPUs are told holds in the tests too.
llvm_config.with_system_environment(
    ["HOME", "TMP", "TEMP", "TMPDIR"]
    + [name for name in os.environ if name.startswith(("CUDA_", "NCCL_"))]
)
config.environment["FILECHECK_OPTS"] = "-enable-var-scope --allow-unused-prefixes=false"

roundtrip = lit_config.params.get("verify_roundtrip", "") not in ("", "0")
roundtrip = roundtrip or getattr(config, "verify_roundtrip", False)
tools = [
    ToolSubst("shard-opt", extra_args=["--verify-roundtrip"] if roundtrip else []),
    ToolSubst("shard-compile", unresolved="ignore"),
    ToolSubst("shard-run-step", unresolved="ignore"),
    ToolSubst("shard-run", unresolved="ignore"),
    ToolSubst("%cmake", command=config.cmake),
    "FileCheck",
    "not",
    "split-file",
    "mlir-opt",
]
llvm_config.add_tool_substitutions(
    tools, [config.shardwise_tools_dir, config.llvm_tools_dir]
)
# RUN lines may also start a tool through another program (mpirun, python).
llvm_config.with_environment("PATH", config.llvm_tools_dir, append_path=True)
llvm_config.with_environment("PATH", config.shardwise_tools_dir, append_path=True)

config.substitutions += [
    ("%src", config.shardwise_src_root),
    ("%build", config.shardwise_obj_root),
    ("%python", config.python),
    ("%cxx", config.cxx_compiler),
    ("%cc", config.c_compiler),
    ("%mlir_dir", config.mlir_dir),
]

shared = find_shared(config, lit_config)
if shared:
    config.available_features.add("shared")
    config.substitutions.append(("%shared", shared))
    config.environment["SHARDWISE_SHARED"] = shared

export_python = find_export_python()
if export_python:
    config.available_features.add("python-export")
    config.substitutions.append(("%export_python", export_python))

set_sanitizer_options(config)
if config.sanitized:
    config.available_features.add("sanitizer")
if config.have_mpi and shutil.which("mpirun"):
    config.available_features.add("mpi")
if config.have_cuda:
    config.available_features.add("cuda-toolkit")
gpus = glob.glob("/dev/nvidia[0-9]*") if config.have_cuda else []
if gpus:
    config.available_features.add("cuda")
if len(gpus) >= 2:
    config.available_features.add("cuda-2")
