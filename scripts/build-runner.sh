#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Builds the runner of compiled steps by itself, as on a machine that has no
# LLVM: by g++, with LLVM hidden from CMake, and with what only CPUs need: MPI,
# and pkg-config, which would find a BLAS. Checks that it includes no header of
# LLVM or MLIR and needs no library but those of every system, and starts it.
set -euo pipefail
cd "$(dirname "$0")/.."

export CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=$PWD
cmake -G Ninja -S . -B build-runner -DSHARDWISE_RUNNER_ONLY=ON \
  -DCMAKE_BUILD_TYPE=Release --no-warn-unused-cli \
  -DCMAKE_DISABLE_FIND_PACKAGE_LLVM=ON -DCMAKE_DISABLE_FIND_PACKAGE_MLIR=ON \
  -DCMAKE_DISABLE_FIND_PACKAGE_MPI=ON -DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON \
  -DCMAKE_CXX_COMPILER="${CXX:-g++}" -DCMAKE_C_COMPILER="${CC:-gcc}" \
  -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" >/dev/null
ninja -C build-runner -j "${JOBS:-$(nproc)}" shard-run-step
build-runner/bin/shard-run-step --version

if ninja -C build-runner -t deps | grep -E "/(llvm|llvm-c|mlir|mlir-c)/"; then
  echo "error: the runner includes headers of LLVM" >&2
  exit 1
fi
if grep -oE "[^ ]*(libLLVM|libMLIR|/llvm-[0-9]+/)[^ ]*" build-runner/build.ninja; then
  echo "error: the runner's build names LLVM" >&2
  exit 1
fi
needed=$(readelf -d build-runner/bin/shard-run-step |
  sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
if grep -vE "^(libc|libm|libdl|librt|libpthread|ld-linux.*)\.so" <<<"$needed"; then
  echo "error: the runner needs a library that not every system has" >&2
  exit 1
fi
