# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Exports the training step of a compiled Keras model that runs on JAX."""

import contextlib
import pathlib

import jax
import numpy as np

from . import bundle, layouts as layouts_lib
from .step import Step, Variable


@contextlib.contextmanager
def _without_distribution(keras):
    """Turns the active distribution off: the step is exported for one device."""
    active = keras.distribution.distribution()
    keras.distribution.set_distribution(None)
    try:
        yield
    finally:
        keras.distribution.set_distribution(active)


def _slot_owners(optimizer, variables):
    """For each of the optimizer's variables the path of the variable it belongs to, or None.

    Keras does not keep this, so an optimizer of the same configuration is built and watched.
    """
    twin = type(optimizer).from_config(optimizer.get_config())
    owners = {}

    def watch(target):
        add = target.add_variable_from_reference

        def add_and_note(reference_variable, *args, **kwargs):
            slot = add(reference_variable, *args, **kwargs)
            owners[id(slot)] = reference_variable.path
            return slot

        target.add_variable_from_reference = add_and_note

    watch(twin)
    if getattr(twin, "inner_optimizer", None) is not None:
        watch(twin.inner_optimizer)
    twin.build(variables)
    for attribute in ("_r", "_c"):  # Adafactor makes its factored slots another way
        for variable, slot in zip(variables, getattr(twin, attribute, None) or []):
            if slot is not None:
                owners[id(slot)] = variable.path
    shapes = [tuple(v.shape) for v in optimizer.variables]
    if [tuple(v.shape) for v in twin.variables] != shapes:
        raise ValueError(f"the variables of the optimizer {optimizer.name} do not follow from its configuration")
    return [owners.get(id(v)) for v in twin.variables]


def _collect_variables(model):
    groups = {
        "trainable": model.trainable_variables,
        "non_trainable": model.non_trainable_variables,
        "optimizer": model.optimizer.variables,
        "metric": model.metrics_variables,
    }
    owners = _slot_owners(model.optimizer, model.trainable_variables)
    variables = []
    for kind, group in groups.items():
        for i, variable in enumerate(group):
            is_seed = "seed_generator" in variable.path
            variables.append(Variable(variable.path, "seed" if is_seed else kind, np.asarray(variable.value),
                                      owners[i] if kind == "optimizer" else None))
    return variables, [len(group) for group in groups.values()]


def _make_step(model, sizes, num_x, tree_x):
    """Keras' own train step as a function of flat lists. The loss is that of the step, not Keras' running mean."""
    from keras.src.backend.jax.trainer import JAXTrainer

    cuts = np.cumsum([0] + sizes)

    def split(state):
        return [list(state[a:b]) for a, b in zip(cuts, cuts[1:])]

    def step(state, *data):
        x, y = jax.tree_util.tree_unflatten(tree_x, data[:num_x]), data[num_x]
        if type(model).train_step is not JAXTrainer.train_step:
            logs, groups = model.train_step(tuple(split(state)), (x, y))
            return dict(logs), [v for group in groups for v in group]
        trainable, other, optimizer, metrics = split(state)
        gradient = jax.value_and_grad(model.compute_loss_and_updates, has_aux=True)
        (_, (loss, predicted, other, metrics)), gradients = gradient(
            trainable, other, metrics, x, y, None, training=True, optimizer_variables=optimizer)
        trainable, optimizer = model.optimizer.stateless_apply(optimizer, gradients, trainable)
        logs, metrics = model._update_metrics_variables(metrics, loss, x, y, predicted, None)
        return {**logs, "loss": loss}, [*trainable, *other, *optimizer, *metrics]

    return step


def export_keras(model, x, y, path, steps=5, batch_size=None, layouts=None, tolerances=None, name=None, description=""):
    """Writes the training step of a compiled model, and `steps` batches of `x` and `y`, as a bundle.

    `layouts` is {name: layout(...)}; the active `keras.distribution` is added as "active". The model keeps its values.
    """
    import keras

    if keras.backend.backend() != "jax":
        raise RuntimeError(f"Keras runs on {keras.backend.backend()}; export needs KERAS_BACKEND=jax")
    if not getattr(model, "compiled", False) or model.optimizer is None:
        raise ValueError("the model is not compiled: call model.compile with an optimizer and a loss first")
    leaves, tree_x = jax.tree_util.tree_flatten(x)
    data = [np.asarray(leaf) for leaf in (*leaves, y)]
    batch_size = batch_size or len(data[-1]) // steps
    if batch_size < 1 or any(len(d) < steps * batch_size for d in data):
        raise ValueError(f"{steps} steps of {batch_size} need {steps * max(batch_size, 1)} rows, "
                         f"the data has {[len(d) for d in data]}")
    batches = [[d[k * batch_size:(k + 1) * batch_size] for d in data] for k in range(steps)]

    layouts = dict(layouts or {})
    if active := layouts_lib.active_layout():
        layouts["active"] = active
    with _without_distribution(keras):
        first = batches[0]
        model._symbolic_build(data_batch=(jax.tree_util.tree_unflatten(tree_x, first[:-1]), first[-1]))
        if not model.optimizer.built:
            model.optimizer.build(model.trainable_variables)
        variables, sizes = _collect_variables(model)
        names = ["x"] if len(leaves) == 1 else [f"x{i}" for i in range(len(leaves))]
        step = Step(name or pathlib.Path(path).name, f"keras {keras.__version__} on jax", description,
                    _make_step(model, sizes, len(leaves), tree_x), variables, [*names, "y"], batches)
        return bundle.write(step, path, layouts, tolerances)
