#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Tests steps on GPUs, in two parts: a machine with LLVM compiles and packs, a
# machine with GPUs, CUDA's libraries and no LLVM runs.
#
#   scripts/gpu-test.sh pack BUILD BUNDLES FOLDER
#       compiles every bundle of the folder BUNDLES for one device and for its
#       layouts of two, and puts all that the other machine needs in FOLDER
#   FOLDER/gpu-test.sh run [1|2] [PATTERN]
#       runs there what fits so many devices (all that are there if not given)
#       and whose name matches, and prints a summary; fails if a run failed
set -u

pack() {
  local build=$1 bundles=$2 folder=$3
  rm -rf "$folder" && mkdir -p "$folder/steps" "$folder/bundles"
  cp "$0" "$folder/gpu-test.sh"
  cp "$build/bin/shard-run-step" "$folder/"
  for tests in "$build"/test/Unit/ShardwiseRuntimeCUDATests; do
    [ -x "$tests" ] && cp "$tests" "$folder/"
  done
  local compiled=0 refused=0 manifest
  for manifest in "$bundles"/*/manifest.json; do
    local bundle=${manifest%/manifest.json} layout
    local name=${bundle##*/}
    for layout in one dp2 tp_1x2; do
      local options=()
      [ $layout = one ] || options=(--layouts $layout)
      [ $layout = one ] || [ -e "$bundle/layouts/$layout.json" ] || continue
      if "$build/bin/shard-compile" "$bundle" "${options[@]}" \
          -o "$folder/steps/$name-$layout.swx" >"$folder/log" 2>&1; then
        compiled=$((compiled + 1))
      else
        refused=$((refused + 1))
        echo "not compiled: $name, $layout: $(grep -m1 error: "$folder/log")"
      fi
    done
    if compgen -G "$folder/steps/$name-*.swx" >/dev/null; then
      mkdir -p "$folder/bundles/$name"
      cp "$bundle"/step.mlir "$bundle"/manifest.json "$bundle"/*.safetensors \
        "$folder/bundles/$name/"
    fi
  done
  rm -f "$folder/log"
  echo "$compiled steps packed in $folder ($(du -sh "$folder" | cut -f1)), $refused not compiled"
  [ $compiled -gt 0 ]
}

passed=0 failed=0
# Runs one test: a title, then a command.
try() {
  local title=$1 log
  shift
  log=$(mktemp)
  local status=0
  timeout 180 "$@" >"$log" 2>&1 || status=$?
  if [ $status = 0 ]; then
    passed=$((passed + 1))
    echo "passed: $title ($(grep -E 'allocated' "$log" | head -1); $(grep -E '^ran as' "$log"); $(grep -oE '[0-9.]+ steps/s' "$log" | tail -1))"
  else
    failed=$((failed + 1))
    echo "FAILED ($status): $title"
    grep -vE '^ *$' "$log" | tail -${SHOW_LINES:-12} | sed 's/^/    /'
  fi
  rm -f "$log"
}

# Two processes, as launchers start them.
twoProcesses() {
  local port=$((20000 + RANDOM % 20000)) rank pids=() status=0
  for rank in 1 0; do
    RANK=$rank WORLD_SIZE=2 LOCAL_RANK=$rank LOCAL_WORLD_SIZE=2 \
      MASTER_ADDR=127.0.0.1 MASTER_PORT=$port "$@" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do
    wait "$pid" || status=1
  done
  return $status
}
export -f twoProcesses

run() {
  local available devices pattern step
  available=$(nvidia-smi -L 2>/dev/null | wc -l)
  devices=${1:-$available} pattern=${2:-*}
  cd "$(dirname "$0")" || exit 1
  chmod +x shard-run-step ShardwiseRuntimeCUDATests 2>/dev/null
  [ -x ./ShardwiseRuntimeCUDATests ] && try "unit tests" ./ShardwiseRuntimeCUDATests
  for step in steps/*.swx; do
    local title=${step#steps/}
    title=${title%.swx}
    # shellcheck disable=SC2053
    [[ $title == $pattern ]] || continue
    local bundle=bundles/${title%-*}
    if [ "${title##*-}" = one ]; then
      [ "$devices" = 1 ] && try "$title" ./shard-run-step "$step" "$bundle" --check
    elif [ "$devices" -ge 2 ]; then
      try "$title, one process" ./shard-run-step "$step" "$bundle" --check
      try "$title, two processes" bash -c 'twoProcesses "$@"' - \
        ./shard-run-step "$step" "$bundle" --check
    fi
  done
  echo "$passed passed, $failed failed"
  [ $failed = 0 ]
}

case ${1:-} in
pack) [ $# = 4 ] && pack "$2" "$3" "$4" ;;
run) shift && run "$@" ;;
*) grep '^#  ' "$0"; exit 2 ;;
esac
