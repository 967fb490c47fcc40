#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Fails if a C or C++ file is not formatted; with --fix, formats all.
# The release of clang-format matters, so no other than LLVM 22's is taken.
set -euo pipefail
cd "$(dirname "$0")/.."

format=$(command -v clang-format-22 || command -v /usr/lib/llvm-22/bin/clang-format || true)
if [ -z "$format" ]; then
  echo "error: clang-format-22 is not installed (scripts/setup.sh installs it)" >&2
  exit 1
fi
mode=(--dry-run -Werror)
[ "${1:-}" = --fix ] && mode=(-i)
git ls-files -z '*.h' '*.cpp' '*.c' '*.cu' | xargs -0 -r "$format" "${mode[@]}"
