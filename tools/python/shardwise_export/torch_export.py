# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""PyTorch modules are exported as JAX functions."""


def export_torch(*_args, **_kwargs):
    """Says how a PyTorch module becomes a bundle; it is not exported directly."""
    raise NotImplementedError(
        "a PyTorch module has no StableHLO of its own: turn it into a JAX function with torchax "
        "(weights, function = torchax.extract_jax(module)), write the loss and the optimizer around `function`, "
        "and call export_jax with {'params': weights, ...}")
