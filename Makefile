# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#   make demo    a Keras encoder on eight devices, checked against one device
#   make test    everything that is tested
#
# Both install what is missing (Debian, Ubuntu), configure and build first.

BUNDLE := examples/bundles/keras_encoder
JOBS ?= $(shell nproc)

export CCACHE_SLOPPINESS := pch_defines,time_macros
export CCACHE_BASEDIR := $(CURDIR)

.PHONY: demo test sanitize docs format configure setup

demo: configure
	ninja -C build -j $(JOBS) shard-run
	build/bin/shard-run $(BUNDLE) --layouts $(BUNDLE)/layouts/tp_2x4.json --check

test: configure
	ninja -C build -j $(JOBS) check-shardwise

sanitize: setup
	scripts/configure.sh sanitize
	ninja -C build-sanitize -j $(JOBS) check-shardwise

docs: configure
	ninja -C build -j $(JOBS) shardwise-docs

format:
	scripts/check-format.sh --fix

configure: setup
	scripts/configure.sh default

setup:
	scripts/setup.sh
