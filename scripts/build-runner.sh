#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Builds the runner of compiled steps by itself, checks that it includes nothing
# of MLIR, and starts it.
set -euo pipefail
cd "$(dirname "$0")/.."

export CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=$PWD
cmake -G Ninja -S . -B build-runner -DSHARDWISE_RUNNER_ONLY=ON \
  -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_CXX_COMPILER="${CXX:-clang++-22}" \
  -DCMAKE_C_COMPILER="${CC:-clang-22}" \
  -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" >/dev/null
ninja -C build-runner -j "${JOBS:-$(nproc)}" shard-run-step
build-runner/bin/shard-run-step --version
if ninja -C build-runner -t deps | grep "include/mlir/"; then
  echo "error: the runner includes headers of MLIR" >&2
  exit 1
fi
