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


def set_sanitizer_options(config):
    """LLVM's allocators poison what they have not given out yet, in code of ours
    that includes them; LLVM's own libraries, which are not sanitized, give it
    out without unpoisoning. So poisoning by hand is ignored."""
    if config.sanitized:
        config.environment["ASAN_OPTIONS"] = "allow_user_poisoning=0"
