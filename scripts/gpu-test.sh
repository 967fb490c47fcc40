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
#       and whose name matches: unit tests, kernels, every step, processes that
#       die, stop or differ. Prints a summary; fails if a run failed
set -u

pack() {
  local build=$1 bundles=$2 folder=$3
  rm -rf "$folder" && mkdir -p "$folder/steps" "$folder/bundles"
  cp "$0" "$folder/gpu-test.sh"
  cp "$build/bin/shard-run-step" "$folder/"
  cp "$(dirname "$0")/../test/Tools/Inputs/launch.py" "$folder/"
  local program
  for program in test/Unit/ShardwiseRuntimeCUDATests \
      test/Unit/ShardwiseGPUTests bin/RunKernelCases; do
    [ -x "$build/$program" ] && cp "$build/$program" "$folder/"
  done
  local kernels=$(dirname "$0")/../test/GPU/kernels.mlir
  if [ -x "$build/bin/WriteKernelCases" ]; then
    mkdir "$folder/kernels"
    "$build/bin/WriteKernelCases" "$kernels" -o "$folder/kernels/all" || return 1
  fi
  local compiled=0 refused=0 manifest
  for manifest in "$bundles"/*/manifest.json; do
    local bundle=${manifest%/manifest.json} layout
    local name=${bundle##*/}
    # "swap": sums of two devices as exchanges, however small they are.
    for layout in one dp2 tp_1x2 dp2+swap tp_1x2+swap; do
      local options=()
      [ $layout = one ] || options=(--layouts ${layout%+swap})
      [[ $layout = *+swap ]] && options+=(--swap-bytes 1)
      [ $layout = one ] || [ -e "$bundle/layouts/${layout%+swap}.json" ] || continue
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
# Runs a command that must fail: a title, how long it may take, a regular
# expression that its output must match, the command.
expect() {
  local title=$1 limit=$2 pattern=$3 log
  shift 3
  log=$(mktemp)
  if timeout "$limit" "$@" >"$log" 2>&1; then
    echo "FAILED (it passed): $title"
    failed=$((failed + 1))
  elif grep -qE "$pattern" "$log" && ! grep -q "TOO LATE" "$log"; then
    echo "passed: $title"
    grep -E "$pattern" "$log" | head -1 | cut -c1-300 | sed 's/^/    /'
    passed=$((passed + 1))
  else
    echo "FAILED: $title"
    grep -vE '^ *$' "$log" | tail -${SHOW_LINES:-12} | cut -c1-300 | sed 's/^/    /'
    failed=$((failed + 1))
  fi
  rm -f "$log"
}

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

# What two processes say when something is wrong with one of them.
processes() {
  local bundle=bundles/$1 step=steps/$1-tp_1x2.swx other=steps/$1-dp2.swx
  local launch="python3 launch.py" train="./shard-run-step $step $bundle --steps 1000000"
  local place="(at all_|after step)"
  try "processes: saving" $launch 2 -- ./shard-run-step $step $bundle --save saved --check
  rm -f saved
  if command -v torchrun >/dev/null; then
    try "processes: torchrun" torchrun --no-python --nproc-per-node=2 \
      ./shard-run-step $step $bundle --check
  fi
  if command -v mpirun >/dev/null; then
    try "processes: mpirun" env OMPI_ALLOW_RUN_AS_ROOT=1 \
      OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun -n 2 --oversubscribe \
      ./shard-run-step $step $bundle --check
  fi
  # Steps that nothing is fetched between hang in a collective.
  local measure="./shard-run-step $step $bundle --bench --warm 1 --steps 100000000"
  expect "processes: one dies in a step" 40 "^rank 0. .* was given up at all_.*\(.*:[0-9]+\): rank 1 has gone" \
    $launch 2 --signal KILL:1 --after "device memory" --wait 2 --limit 10 -- $measure
  expect "processes: one stops in a step" 40 "^rank 0. .* was given up at all_.*\(.*:[0-9]+\): .*rank 1 has been silent" \
    $launch 2 --signal STOP:1 --after "device memory" --wait 2 --limit 15 -- $measure --timeout 4
  expect "processes: one dies" 40 "^rank 0. .*$place.*: rank 1 has gone" \
    $launch 2 --signal KILL:1 --limit 10 -- $train
  expect "processes: the first dies" 40 "^rank 1. .*$place.*: rank 0 has gone" \
    $launch 2 --signal KILL:0 --limit 10 -- $train
  expect "processes: one stops" 40 "^rank 0. .*$place.*rank 1 has been silent" \
    $launch 2 --signal STOP:1 --limit 15 -- $train --timeout 4
  expect "processes: other steps" 20 "rank 1 has another layout of '.*' than rank 0|rank 1 has another mesh" \
    $launch 2 --append 0:$step --append 1:$other --append 0:$bundle --append 1:$bundle -- ./shard-run-step
  expect "processes: other sizes" 20 "rank 1 says that there are 3 processes, rank 0 says 2" \
    $launch 2 --set 1:WORLD_SIZE=3 -- $train
  expect "processes: one is missing" 20 "rank 1 did not come to port [0-9]+ within 2 s" \
    $launch 2 --skip 1 -- $train --timeout 2
  expect "processes: three for two devices" 20 "which 3 processes cannot share evenly" \
    $launch 3 -- $train
  expect "processes: too little memory" 20 "device 0 needs [0-9]+ bytes and has 1000 free; .* largest tensors are '" \
    $launch 2 -- $train --memory-limit 1000
}

# Trains twice in one process and once in two, and compares what is saved.
sameBits() {
  local step=$1 bundle=$2 saved
  saved=$(mktemp -d)
  ./shard-run-step "$step" "$bundle" --save "$saved/a" &&
    ./shard-run-step "$step" "$bundle" --save "$saved/b" &&
    twoProcesses ./shard-run-step "$step" "$bundle" --save "$saved/c" &&
    cmp "$saved/a" "$saved/b" && cmp "$saved/a" "$saved/c"
  local status=$?
  rm -rf "$saved"
  return $status
}
export -f sameBits

run() {
  local available devices pattern step
  available=$(nvidia-smi -L 2>/dev/null | wc -l)
  devices=${1:-$available} pattern=${2:-*}
  cd "$(dirname "$0")" || exit 1
  local tests
  chmod +x shard-run-step Shardwise*Tests RunKernelCases 2>/dev/null
  # shellcheck disable=SC2053
  if [[ unit == $pattern ]]; then
    for tests in ./Shardwise*Tests; do
      [ -x "$tests" ] && try "unit tests: ${tests#./}" "$tests"
    done
  fi
  # shellcheck disable=SC2053
  if [[ kernels == $pattern ]] && [ -x ./RunKernelCases ]; then
    try "kernels against those of the CPU" ./RunKernelCases kernels/all
  fi
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
      try "$title, the same bits each time" bash -c 'sameBits "$@"' - \
        "$step" "$bundle"
    fi
  done
  # shellcheck disable=SC2053
  if [ "$devices" -ge 2 ] && [[ processes == $pattern ]]; then
    local bundle
    for bundle in keras_encoder keras_mlp; do
      if [ -e steps/$bundle-tp_1x2.swx ] && [ -e steps/$bundle-dp2.swx ]; then
        processes $bundle
        break
      fi
    done
  fi
  echo "$passed passed, $failed failed"
  [ $failed = 0 ]
}

case ${1:-} in
pack) [ $# = 4 ] && pack "$2" "$3" "$4" ;;
run) shift && run "$@" ;;
*) grep '^#  ' "$0"; exit 2 ;;
esac
