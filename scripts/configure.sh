#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Configures a preset, with ccache if there is one.
#
# usage: configure.sh PRESET [CMAKE_ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."

preset=$1
shift
launcher=$(command -v ccache || true)
cmake --preset "$preset" \
  -DCMAKE_C_COMPILER_LAUNCHER="$launcher" \
  -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" "$@"
