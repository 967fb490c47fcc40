//===- SampleBundle.h - A small bundle made by a test -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A bundle of three variables, one input, a loss and a prediction, two steps.
// Tests change a part of it before they write it out.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_BUNDLE_SAMPLEBUNDLE_H
#define SHARDWISE_TEST_UNIT_BUNDLE_SAMPLEBUNDLE_H

#include "TestUtils.h"
#include "shardwise/Bundle/Bundle.h"
#include <map>
#include <string_view>

namespace shardwise::test {

/// The parts of a bundle; `write` makes a folder of them.
struct SampleBundle {
  using Tensors = std::map<std::string, OwnedTensor<float>>;

  std::string manifest = R"({"name": "sample", "steps": 2, "args": [
{"index": 0, "role": "variable", "name": "w", "kind": "trainable", "shape": [2], "dtype": "float32", "result": 1},
{"index": 1, "role": "variable", "name": "frozen", "kind": "non_trainable", "shape": [2], "dtype": "float32"},
{"index": 2, "role": "variable", "name": "count", "kind": "optimizer", "shape": [], "dtype": "int32", "result": 2},
{"index": 3, "role": "input", "name": "x", "shape": [1], "dtype": "float32"}],
"results": [
{"index": 0, "role": "loss", "name": "loss", "shape": [], "dtype": "float32"},
{"index": 1, "role": "variable", "name": "w", "shape": [2], "dtype": "float32"},
{"index": 2, "role": "variable", "name": "count", "shape": [], "dtype": "int32"},
{"index": 3, "role": "output", "name": "prediction", "shape": [2], "dtype": "float32"}],
"tolerances": TOLERANCES})";
  std::string tolerances = "{}";
  Tensors variables{{"arg0", f32({2}, {1, 2})}, {"arg1", f32({2}, {5, 6})}};
  Tensors inputs{{"arg3/step0", f32({1}, {10})},
                 {"arg3/step1", f32({1}, {11})}};
  Tensors expected{{"arg0", f32({2}, {4, 6})},
                   {"arg1", f32({2}, {5, 6})},
                   {"loss", f32({2}, {0.5, 0.25})},
                   {"result3", f32({2, 2}, {1, 2, 3, 4})}};
  bool hasCount = true;
  int32_t finalCount = 2;

  void write(const TempFolder &folder) const {
    std::string text = manifest;
    size_t place = text.find("TOLERANCES");
    if (place != std::string::npos)
      text.replace(place, 10, tolerances);
    folder.write("manifest.json", text);
    folder.write("step.mlir", "module {}");
    writeTensors(folder, "variables.safetensors", variables, 0);
    writeTensors(folder, "inputs.safetensors", inputs, std::nullopt);
    if (!expected.empty())
      writeTensors(folder, "expected.safetensors", expected, finalCount);
  }

  /// Writes the bundle and opens it.
  Expected<Bundle> open(const TempFolder &folder) const {
    write(folder);
    return Bundle::open(folder.getPath());
  }

private:
  void writeTensors(const TempFolder &folder, std::string_view name,
                    const Tensors &tensors,
                    std::optional<int32_t> count) const {
    SafetensorsWriter writer;
    for (const auto &[key, tensor] : tensors)
      writer.add(key, tensor.getView());
    auto scalar = i32({}, {count.value_or(0)});
    if (count && hasCount)
      writer.add("arg2", scalar.getView());
    EXPECT_EQ(messageOf(writer.write(folder.getPath(name))), "");
  }
};

} // namespace shardwise::test

#endif // SHARDWISE_TEST_UNIT_BUNDLE_SAMPLEBUNDLE_H
