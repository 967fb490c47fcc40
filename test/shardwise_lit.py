# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the configurations of several suites need."""

import os


def find_shared(config, lit_config):
    """The folder of recorded training steps, or None: what SHARDWISE_SHARED
    names, otherwise `shared` beside the source tree."""
    beside = os.path.join(os.path.dirname(config.shardwise_src_root), "shared")
    folder = os.environ.get("SHARDWISE_SHARED", beside)
    if os.path.isdir(os.path.join(folder, "fixtures")):
        return os.path.abspath(folder)
    if "SHARDWISE_SHARED" in os.environ:
        lit_config.fatal("SHARDWISE_SHARED=%s has no folder `fixtures`" % folder)
    return None
