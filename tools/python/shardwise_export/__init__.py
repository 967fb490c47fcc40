# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a training step as a bundle: the program, its variables and data, and what it must compute.

    import shardwise_export as sw
    sw.export_keras(model, x, y, "bundles/mine", layouts={"tp": sw.layout({"data": 2, "model": 4}, rules)})

docs/Bundles.md describes what is written. Nothing here is needed where a bundle runs.
"""

from .jax_export import export_jax
from .keras_export import export_keras
from .layouts import active_layout, data_parallel, layout
from .made import Made, constant, normal, ones, uniform, zeros
from .torch_export import export_torch

__all__ = ["Made", "active_layout", "constant", "data_parallel", "export_jax", "export_keras", "export_torch", "layout", "normal",
           "ones", "uniform", "zeros"]
