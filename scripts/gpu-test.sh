#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Tests steps on GPUs, in two parts: a machine with LLVM compiles and packs, a
# machine with GPUs, CUDA's libraries and no LLVM runs.
#
#   scripts/gpu-test.sh pack BUILD BUNDLES FOLDER
#       compiles every bundle of the folder BUNDLES, and those of the tests, for
#       one device and for their layouts of two, and as many random programs as
#       PROGRAMS says (60 if not set, from SEED on), and puts all that is needed
#       there in FOLDER
#   FOLDER/gpu-test.sh run [1|2] [PATTERN]
#       runs there what fits so many devices (all that are there if not given)
#       and whose name matches: unit tests, kernels, random programs, every step,
#       processes that die, stop or differ, devices and libraries that are
#       missing. LANES tests run beside each other (2 for a device if not set).
#       Prints how long each took and a summary; fails if a test failed
#   FOLDER/gpu-test.sh run shared [PATTERN]
#       runs there what two processes can do that share a GPU: steps of two
#       devices, and processes that die, stop or differ
#   FOLDER/gpu-test.sh sanitize [PATTERN]
#       runs kernels and steps of one device under compute-sanitizer: memcheck,
#       racecheck and synccheck, which takes some minutes
#   FOLDER/gpu-test.sh list [1|2|shared] [PATTERN]
#       names the tests
set -u

pack() {
  local build=$1 bundles=$2 folder=$3
  rm -rf "$folder" && mkdir -p "$folder/steps" "$folder/bundles"
  cp "$0" "$folder/gpu-test.sh"
  strip -o "$folder/shard-run-step" "$build/bin/shard-run-step"
  cp "$(dirname "$0")/../test/Tools/Inputs/launch.py" "$folder/"
  local program
  for program in test/Unit/ShardwiseRuntimeCUDATests \
      test/Unit/ShardwiseGPUTests bin/RunKernelCases bin/RunProgramCases; do
    [ -x "$build/$program" ] && strip -o "$folder/${program##*/}" "$build/$program"
  done
  local sources=$(dirname "$0")/../test/GPU write=$build/bin/WriteKernelCases
  if [ -x "$build/bin/WriteKernelCases" ]; then
    mkdir "$folder/kernels"
    "$write" "$sources/kernels.mlir" -o "$folder/kernels/all" &&
      "$write" "$sources/kernels.mlir" --split -o "$folder/kernels/split" &&
      "$write" "$sources/special-values.mlir" --split \
        -o "$folder/kernels/special" || return 1
  fi
  if [ -x "$build/bin/WriteProgramCases" ]; then
    # A folder for each test: with two devices a program takes 2 s.
    local count=${PROGRAMS:-60} each=20 begin part
    for ((begin = 0; begin < count; begin += each)); do
      part=$folder/programs/$((begin / each))
      mkdir -p "$part"
      "$build/bin/WriteProgramCases" -o "$part" --first $((${SEED:-1} + begin)) \
        --count $((count - begin < each ? count - begin : each)) || return 1
    done
  fi
  local compiled=0 refused=0 manifest
  local recorded=$(dirname "$0")/../test/Integration/Inputs/bundles
  for manifest in "$bundles"/*/manifest.json "$recorded"/*/manifest.json; do
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

# A test writes what it does into $log, has a folder $scratch, and calls `pass` or
# `fail`. Those that need one device have $LANE's, so that all devices are busy.

pass() { echo "passed: $title ($(elapsed) s${1:+; $1})"; }
fail() {
  echo "FAILED: $title ($(elapsed) s${1:+; $1})"
  grep -vE '^ *$' "$log" | tail -"${SHOW_LINES:-12}" | cut -c1-300 | sed 's/^/    /'
  exit 1
}
elapsed() { echo "$EPOCHREALTIME $begin" | awk '{ printf "%.1f", $1 - $2 }'; }

# Runs a command that must pass, within $LIMIT seconds.
try() {
  local status=0
  timeout "${LIMIT:-120}" "$@" >>"$log" 2>&1 || status=$?
  [ $status = 0 ] || fail "exit code $status"
}

# Runs a command that must fail: how long it may take, a regular expression that
# its output must match, the command.
expect() {
  local limit=$1 pattern=$2
  shift 2
  timeout "$limit" "$@" >>"$log" 2>&1 && fail "it passed"
  if ! grep -qE "$pattern" "$log" || grep -q "TOO LATE" "$log"; then
    fail "expected $pattern"
  fi
  pass "$(grep -E "$pattern" "$log" | head -1 | cut -c1-300)"
}

# What starts processes. If they share a device, NCCL must take them for ones of
# different hosts, which it connects by sockets.
launcher=(python3 launch.py)
if [ -n "${SHARED:-}" ]; then
  launcher=(env NCCL_SOCKET_IFNAME=lo NCCL_IB_DISABLE=1 python3 launch.py
    --set 0:NCCL_HOSTID=0 --set 1:NCCL_HOSTID=1)
fi

onOneDevice() { export CUDA_VISIBLE_DEVICES=$((${LANE:-0} % $(countDevices))); }
countDevices() { nvidia-smi -L 2>/dev/null | wc -l; }

# Trains with a packed step, by a process or two, compares with the values of one
# device, and with the bits of the run before: the step, a name, the processes,
# more options.
train() {
  local step=$1 saved=$scratch/$2 launch=()
  [ "$3" = 1 ] || launch=("${launcher[@]}" "$3" --)
  shift 3
  try "${launch[@]}" ./shard-run-step "steps/$step.swx" "bundles/${step%-*}" \
    --check --save "$saved" "$@"
  [ -e "$scratch/first" ] || cp "$saved" "$scratch/first"
  cmp "$scratch/first" "$saved" >>"$log" 2>&1 || fail "run '${saved##*/}' gave other bits"
}

# However a step runs, it gives the same bits. Exchanges of copy engines are seen
# in one process with one layout, in two with the other.
testStep() {
  if [ "${1##*-}" = one ]; then
    onOneDevice
    train "$1" graph 1
    train "$1" one-by-one 1 --no-graph
  else
    [ -n "${SHARED:-}" ] || train "$1" one-process 1
    local swapping=1
    [ "${1##*-}" = dp2 ] && [ -z "${SHARED:-}" ] || swapping=2
    train "$1" two-processes 2
    [ -e "steps/$1+swap.swx" ] && train "$1+swap" swap "$swapping"
  fi
  pass "$(grep -E 'allocated' "$log" | head -1); $(grep -E '^ran as' "$log" | tail -1)"
}

# What two processes do, and say when something is wrong with one of them.
testProcesses() {
  local step=steps/$2-tp_1x2.swx other=steps/$2-dp2.swx bundle=bundles/$2
  local train=(./shard-run-step "$step" "$bundle" --steps 1000000)
  # Steps that nothing is fetched between hang in a collective.
  local measure=(./shard-run-step "$step" "$bundle" --bench --warm 1 --steps 100000000)
  local place="(at all_|after step)" given="was given up at all_.*\(.*:[0-9]+\)"
  # When steps run, unless the machine is busy; and when the first one connects
  # the devices, where the process hangs in a call of NCCL.
  local running=(--after "device memory" --wait 2)
  local connecting=(--after "device memory")
  # Enough for the first step of a busy machine. What then ends has time left.
  local seconds=$((${SHARED:-0} ? 12 : 6))
  local patience=(--timeout $seconds) limit=$((seconds + 14))
  case $1 in
  torchrun)
    try torchrun --no-python --nproc-per-node=2 ./shard-run-step "$step" "$bundle" --check
    pass "$(grep matches "$log")" ;;
  mpirun)
    try "${launcher[@]}" 2 --kind mpirun -- ./shard-run-step "$step" "$bundle" --check
    pass "$(grep matches "$log")" ;;
  srun)
    try "${launcher[@]}" 2 --kind srun -- ./shard-run-step "$step" "$bundle" --check
    pass "$(grep matches "$log")" ;;
  dies-in-step)
    expect 60 "^rank 0. .* $given: rank 1 has gone" \
      "${launcher[@]}" 2 --signal KILL:1 "${running[@]}" --limit 10 -- "${measure[@]}" ;;
  stops-in-step)
    expect 60 "^rank 0. .* $given: .*rank 1 has been silent" \
      "${launcher[@]}" 2 --signal STOP:1 "${running[@]}" --limit $limit -- "${measure[@]}" "${patience[@]}" ;;
  dies-connecting)
    expect 60 "^rank 0. .* $given: rank 1 has gone" \
      "${launcher[@]}" 2 --signal KILL:1 "${connecting[@]}" --limit 10 -- "${measure[@]}" ;;
  stops-connecting)
    expect 60 "^rank 0. .* $given: .*rank 1 has been silent" \
      "${launcher[@]}" 2 --signal STOP:1 "${connecting[@]}" --limit $limit -- "${measure[@]}" "${patience[@]}" ;;
  dies)
    expect 60 "^rank 0. .*$place.*: rank 1 has gone" \
      "${launcher[@]}" 2 --signal KILL:1 --limit 10 -- "${train[@]}" ;;
  first-dies)
    expect 60 "^rank 1. .*$place.*: rank 0 has gone" \
      "${launcher[@]}" 2 --signal KILL:0 --limit 10 -- "${train[@]}" ;;
  stops)
    expect 60 "^rank 0. .*$place.*rank 1 has been silent" \
      "${launcher[@]}" 2 --signal STOP:1 --limit $limit -- "${train[@]}" "${patience[@]}" ;;
  other-steps)
    expect 40 "rank 1 has another layout of '.*' than rank 0|rank 1 has another mesh" \
      "${launcher[@]}" 2 --append 0:"$step" --append 1:"$other" \
      --append 0:"$bundle" --append 1:"$bundle" -- ./shard-run-step ;;
  other-sizes)
    expect 40 "rank 1 says that there are 3 processes, rank 0 says 2" \
      "${launcher[@]}" 2 --set 1:WORLD_SIZE=3 -- "${train[@]}" ;;
  one-is-missing)
    expect 40 "rank 1 did not come to port [0-9]+ within 2 s" \
      "${launcher[@]}" 2 --skip 1 -- "${train[@]}" --timeout 2 ;;
  three-for-two-devices)
    expect 40 "which 3 processes cannot share evenly" "${launcher[@]}" 3 -- "${train[@]}" ;;
  too-little-memory)
    expect 40 "device 0 needs [0-9]+ bytes and has 1000 free; .* largest tensors are '" \
      "${launcher[@]}" 2 -- "${train[@]}" --memory-limit 1000 ;;
  esac
}

# Puts a file where the loader looks for a library first.
hideLibrary() {
  case $1 in
  cuBLASLt) cp "$2" "$scratch/libcublasLt.so.13" ;;
  NCCL) cp "$2" "$scratch/libnccl.so.2" && cp "$2" "$scratch/libnccl.so" ;;
  cuDNN) cp "$2" "$scratch/libcudnn.so.9" && cp "$2" "$scratch/libcudnn.so" ;;
  esac
  export LD_LIBRARY_PATH=$scratch${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
}

# What a process says where something is missing.
testMissing() {
  local step=steps/$2.swx bundle=bundles/${2%-*}
  local train=(./shard-run-step "$step" "$bundle" --steps 3)
  case $1 in
  device) CUDA_VISIBLE_DEVICES='' expect 40 "error: no GPU can be used: the driver finds none" "${train[@]}" ;;
  second-device)
    CUDA_VISIBLE_DEVICES=0 expect 40 "error: the mesh has 2 devices, .* its host, which has 1" "${train[@]}" ;;
  memory)
    onOneDevice
    expect 40 "device 0 needs [0-9]+ bytes and has 1000 free; .* largest tensors are '" \
      "${train[@]}" --memory-limit 1000 ;;
  NCCL | cuDNN)
    # What cannot be opened goes ahead of what is there.
    hideLibrary "$1" /dev/null
    expect 40 "error: .*$1, which cannot be loaded: .*" "${train[@]}" ;;
  cuBLASLt)
    # CUDA's folder has this one, so that only another library hides it.
    hideLibrary "$1" "$(ldconfig -p | grep -oE '/[^ ]*/libm.so.6' | head -1)"
    expect 40 "error: .*cuBLASLt, which cannot be loaded: it has no function cublasLt" "${train[@]}" ;;
  esac
}

# Names the tests of two processes that share a device.
listShared() {
  list 2 "$1" | grep -E '^(processes|step:.*-(dp2|tp_1x2)$)' |
    grep -vE '^processes:(torchrun|mpirun|three)'
}

# Names the tests for so many devices, what takes long first.
list() {
  local devices=$1 pattern=$2 step name test first
  [ "$devices" = shared ] && { listShared "$pattern"; return; }
  {
    for test in Shardwise*Tests; do
      [ -e "$test" ] && echo "unit:$test"
    done
    [ -e RunKernelCases ] && echo kernels
    for test in programs/*; do
      [ -e "$test" ] || continue
      echo "programs:one:${test#*/}"
      [ "$devices" -ge 2 ] && echo "programs:two:${test#*/}"
    done
    first=$(firstStep one)
    [ -n "$first" ] && printf '%s\n' missing:{device,memory,cuBLASLt}:"$first"
    [ -e steps/keras_gpt_bf16-one.swx ] && echo missing:cuDNN:keras_gpt_bf16-one
    if [ "$devices" -ge 2 ]; then
      first=$(firstStep tp_1x2)
      if [ -n "$first" ] && [ -e "steps/${first%-*}-dp2.swx" ]; then
        for name in dies-in-step stops-in-step dies-connecting stops-connecting \
            dies first-dies stops other-steps other-sizes one-is-missing three-for-two-devices too-little-memory \
            srun $(command -v torchrun mpirun); do
          echo "processes:${name##*/}:${first%-*}"
        done
        printf '%s\n' missing:{second-device,NCCL}:"$first"
      fi
    fi
    for step in steps/*.swx; do
      name=${step#steps/} name=${name%.swx}
      [[ $name == *+swap ]] && continue
      [ "${name##*-}" = one ] || [ "$devices" -ge 2 ] && echo "step:$name"
    done
  } | while read -r test; do
    # shellcheck disable=SC2053
    if [[ $test == $pattern ]]; then echo "$test"; fi
  done
}

# The kernels and a step, under each tool.
listSanitized() {
  local tool pattern=$1 test
  for tool in racecheck memcheck synccheck; do
    for test in kernels:all kernels:split kernels:special "step:$(firstStep one)"; do
      # shellcheck disable=SC2053
      if [[ sanitize:$tool:$test == $pattern ]]; then echo "sanitize:$tool:$test"; fi
    done
  done
}

# What runs under a tool must pass as well, and the tool must find nothing.
testSanitized() {
  local tool=$1 what=$2 checked=(compute-sanitizer --tool "$1" --error-exitcode 9)
  onOneDevice
  local name=${what#*:} LIMIT=400
  if [ "${what%%:*}" = kernels ]; then
    try "${checked[@]}" ./RunKernelCases "kernels/$name"
  else
    # The step's own kernels; those of libraries are theirs to test.
    checked+=(--kernel-name kernel_substring=kernel_)
    try "${checked[@]}" ./shard-run-step "steps/$name.swx" "bundles/${name%-*}" --steps 2
  fi
  pass "$(grep -E 'SUMMARY' "$log" | tail -1)"
}

# The step of a small bundle with a layout.
firstStep() {
  local bundle
  for bundle in keras_encoder keras_mlp; do
    [ -e "steps/$bundle-$1.swx" ] && echo "$bundle-$1" && return
  done
}

runTest() {
  local kind=${1%%:*} rest=${1#*:}
  title=$1 begin=$EPOCHREALTIME scratch=$(mktemp -d)
  log=$scratch/log
  trap 'rm -rf "$scratch"' EXIT
  case $kind in
  unit) onOneDevice; try "./$rest"; pass "$(tail -1 "$log")" ;;
  kernels)
    onOneDevice
    try ./RunKernelCases kernels/all kernels/split kernels/special
    pass "$(paste -sd ';' "$log")"
    ;;
  programs)
    [ "${rest%:*}" = two ] || onOneDevice
    try ./RunProgramCases "${rest%:*}" "programs/${rest#*:}"
    pass "$(tail -1 "$log")"
    ;;
  step) testStep "$rest" ;;
  processes) testProcesses "${rest%:*}" "${rest#*:}" ;;
  missing) testMissing "${rest%:*}" "${rest#*:}" ;;
  sanitize) testSanitized "${rest%%:*}" "${rest#*:}" ;;
  esac
}

# Runs the tests that a command lists, some beside each other.
runAll() {
  local lanes=$1 begin=$EPOCHREALTIME tests results device file
  shift
  [ "$(countDevices)" -gt 0 ] || { echo "nvidia-smi lists no GPU"; return 1; }
  tests=$("$@")
  results=$(mktemp)
  # Held open, so that the driver need not wake devices up for every test.
  for device in /dev/nvidia[0-9]*; do
    [ -r "$device" ] && exec {file}<"$device"
  done
  chmod +x shard-run-step Shardwise*Tests Run*Cases 2>/dev/null
  echo "$tests" | xargs -P "$lanes" --process-slot-var=LANE -I{} \
    bash -c 'text=$(./gpu-test.sh test "$1" 2>&1); echo "$text"' - {} | tee "$results"
  local passed failed
  passed=$(grep -c '^passed: ' "$results") failed=$(grep -c '^FAILED: ' "$results")
  local missing=$(($(echo "$tests" | wc -l) - passed - failed))
  rm -f "$results"
  [ $missing = 0 ] || echo "$missing tests did not end"
  echo "$passed passed, $failed failed, in $(elapsed) s"
  [ $failed = 0 ] && [ $missing = 0 ] && [ "$passed" -gt 0 ]
}

case ${1:-} in
pack) [ $# = 4 ] && pack "$2" "$3" "$4" ;;
run | list | sanitize)
  cd "$(dirname "$0")" || exit 1
  devices=${2:-$(countDevices)}
  case $1 in
  run)
    [ "$devices" = shared ] && export SHARED=1 LANES=${LANES:-2}
    runAll "${LANES:-$((2 * devices))}" list "$devices" "${3:-*}" ;;
  list) list "$devices" "${3:-*}" ;;
  sanitize) runAll "${LANES:-2}" listSanitized "${2:-*}" ;;
  esac ;;
test) runTest "$2" ;;
*) grep '^#  ' "$0"; exit 2 ;;
esac
