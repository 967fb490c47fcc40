#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Fails if a source file does not name the licence in its first ten lines.
set -euo pipefail
cd "$(dirname "$0")/.."

line='SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception'
missing=0
while IFS= read -r -d '' file; do
  if ! head -n 10 "$file" | grep -qF "$line"; then
    echo "error: $file does not name the licence: $line" >&2
    missing=1
  fi
done < <(git ls-files -z '*.h' '*.cpp' '*.c' '*.cu' '*.td' '*.py' '*.py.in' '*.sh' \
  '*.cmake' '*.cmake.in' CMakeLists.txt Makefile '.ci/*')
exit $missing
