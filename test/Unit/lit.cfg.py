# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The unit tests: every case of every GoogleTest binary named *Tests. Tests that
# need recorded training steps find them in the folder that the environment
# variable SHARDWISE_SHARED names, and skip themselves if there is none.

import os
import sys

import lit.formats

sys.path.insert(0, os.path.join(config.shardwise_src_root, "test"))
from shardwise_lit import find_shared, set_sanitizer_options

config.name = "Shardwise-Unit"
config.test_exec_root = os.path.join(config.shardwise_obj_root, "test", "Unit")
config.test_source_root = config.test_exec_root
config.suffixes = []
config.excludes = ["CMakeFiles"]
config.test_format = lit.formats.GoogleTest(".", "Tests")

set_sanitizer_options(config)

shared = find_shared(config, lit_config)
if shared:
    config.environment["SHARDWISE_SHARED"] = shared
