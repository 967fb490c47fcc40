# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The unit tests: every case of every GoogleTest binary named *Tests.

import os

import lit.formats

config.name = "Shardwise-Unit"
config.test_exec_root = os.path.join(config.shardwise_obj_root, "test", "Unit")
config.test_source_root = config.test_exec_root
config.suffixes = []
config.excludes = ["CMakeFiles"]
config.test_format = lit.formats.GoogleTest(".", "Tests")
