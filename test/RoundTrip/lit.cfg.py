# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The tests of the dialects once more, with a shard-opt that also prints what it
# read, reads that again, and compares.

import os

config.verify_roundtrip = True
lit_config.load_config(
    config, os.path.join(config.shardwise_src_root, "test", "lit.cfg.py")
)
config.name = "Shardwise-RoundTrip"
config.test_source_root = os.path.join(config.shardwise_src_root, "test", "Dialect")
config.test_exec_root = os.path.join(config.shardwise_obj_root, "test", "RoundTrip")
