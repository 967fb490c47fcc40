#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Builds everything with g++ too, and without precompiled headers, so that a
# file which does not include what it uses is found. The tests run in clang's
# build.
set -euo pipefail
cd "$(dirname "$0")/.."

export CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=$PWD
scripts/configure.sh gcc -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
ninja -C build-gcc -j "${JOBS:-$(nproc)}" all ShardwiseUnitTests
