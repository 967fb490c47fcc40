#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Makes sure that everything which the build and the tests need is there.
# On Debian and Ubuntu it installs what is missing, if it may; elsewhere, and
# where it may not, it says what is missing and fails. Where nothing is missing
# it changes nothing.
set -euo pipefail

llvm=22
packages=(
  # The compiler's foundation, and what its tests run.
  "libmlir-$llvm-dev" "mlir-$llvm-tools" "llvm-$llvm-dev" "llvm-$llvm-tools"
  # What builds it.
  "clang-$llvm" "lld-$llvm" g++ cmake ninja-build pkg-config ccache
  # Libraries: regular expressions, products, text, JSON, options, hashes.
  libpcre2-dev libopenblas-dev libfmt-dev nlohmann-json3-dev libcli11-dev libxxhash-dev
  # Tests and checks.
  libgtest-dev python3 git "clang-format-$llvm" "libclang-rt-$llvm-dev"
)

# What some tests need that are left out without it: processes over MPI.
optional=(libopenmpi-dev openmpi-bin)

# Headers with which attention runs by cuDNN on GPUs: the wheel of its frontend
# has them, and the version and the hash are pinned. Without them the build has
# everything else.
cudnn_frontend=1.32.0
cudnn_frontend_hash=c6006556017a4d1c914c52a556c71b1267f2d6a0500f742e7b4edef539878df0

fetch_cudnn_frontend() {
  local target=${XDG_CACHE_HOME:-$HOME/.cache}/shardwise/cudnn-frontend-$cudnn_frontend
  [ -e "$target/include/cudnn_frontend.h" ] && return 0
  # Without a toolkit nothing uses them.
  command -v nvcc >/dev/null || compgen -G "/usr/local/cuda*/bin/nvcc" >/dev/null || return 0
  local folder
  folder=$(mktemp -d)
  echo "nvidia-cudnn-frontend==$cudnn_frontend --hash=sha256:$cudnn_frontend_hash" \
    >"$folder/requirements.txt"
  if python3 -m pip --disable-pip-version-check download --quiet --no-deps \
      --require-hashes --only-binary=:all: --python-version 3.11 \
      --platform manylinux_2_28_x86_64 --dest "$folder" -r "$folder/requirements.txt" &&
    python3 -m zipfile -e "$folder"/*.whl "$folder/wheel"; then
    mkdir -p "$(dirname "$target")" && rm -rf "$target"
    mkdir "$target" && mv "$folder/wheel/include" "$target/include"
  else
    echo "note: the headers of cuDNN's frontend could not be fetched: steps" \
      "that run attention by cuDNN will be refused at run time" >&2
  fi
  rm -rf "$folder"
}
fetch_cudnn_frontend

have_apt() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Prints the commands that are missing where there are no packages to ask.
find_missing_commands() {
  local command
  for command in "clang++-$llvm" g++ cmake ninja pkg-config python3 git; do
    command -v "$command" >/dev/null || echo "$command"
  done
  pkg-config --exists libpcre2-8 2>/dev/null || echo "libpcre2-8"
  pkg-config --exists openblas 2>/dev/null || echo "openblas"
  pkg-config --exists fmt 2>/dev/null || echo "fmt"
  pkg-config --exists nlohmann_json 2>/dev/null || echo "nlohmann-json"
  pkg-config --exists CLI11 2>/dev/null || echo "CLI11"
  pkg-config --exists libxxhash 2>/dev/null || echo "xxhash"
}

if ! have_apt; then
  missing=$(find_missing_commands)
  [ -z "$missing" ] && exit 0
  echo "error: missing on this system:" $missing >&2
  echo "note: install them, and MLIR $llvm with its CMake files, then try again;" \
    "packages are installed for you on Debian and Ubuntu only" >&2
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  is_installed "$package" || missing+=("$package")
done
wanted=()
for package in "${optional[@]}"; do
  is_installed "$package" || wanted+=("$package")
done
[ ${#missing[@]} -eq 0 ] && [ ${#wanted[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    [ ${#missing[@]} -eq 0 ] && exit 0
    echo "error: missing packages: ${missing[*]}" >&2
    echo "note: run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q || [ ${#missing[@]} -eq 0 ]
for package in "${missing[@]}"; do
  if [ -z "$(apt-cache madison "$package")" ]; then
    echo "error: no configured apt source has the package $package" >&2
    echo "note: LLVM $llvm comes with current releases of Debian and Ubuntu and" \
      "from https://apt.llvm.org" >&2
    exit 1
  fi
done
install() { "${as_root[@]}" apt-get install -q -y --no-install-recommends "$@"; }
[ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
[ ${#wanted[@]} -eq 0 ] || install "${wanted[@]}" ||
  echo "warning: not installed: ${wanted[*]}; tests of it are left out" >&2
