//===- RandomProgram.h - Programs made at random ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes a random step of the operations that import makes, with random layouts
// on everything that is declared. The same seed gives the same program whatever
// the mesh, so that it can be run on one device and on several.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_TEST_UNIT_PIPELINES_RANDOMPROGRAM_H
#define SHARDWISE_TEST_UNIT_PIPELINES_RANDOMPROGRAM_H

#include "shardwise/Layouts/Names.h"
#include "shardwise/Sharding/Mesh.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <random>

namespace mlir::shardwise::test {

/// What random programs are made of.
struct RandomProgramOptions {
  /// The sizes of dimensions, and how many elements a tensor may have.
  std::vector<int64_t> sizes = {1, 2, 3, 4, 5, 6, 8, 12};
  int64_t maxElements = 20000;
  /// Whether some values are rounded to bf16 and computed with as such.
  bool narrow = false;

  /// Sizes at which kernels for GPUs take all their forms: short and long rows,
  /// few and many, whole vectors and not. Odd seeds have narrow values.
  static RandomProgramOptions forGPUs(unsigned seed) {
    return {
        {1, 2, 3, 4, 6, 12, 32, 50, 96, 127, 130, 256, 520, 1024, 3000, 4096},
        300000,
        seed % 2 != 0};
  }
};

/// Writes one random program.
class RandomProgram {
public:
  RandomProgram(unsigned seed, llvm::ArrayRef<MeshAxis> axes,
                RandomProgramOptions options = {})
      : options(std::move(options)), computation(seed), layouts(seed + 1),
        axes(axes), os(body) {}

  /// The program as text, on a mesh of these axes.
  std::string write();

private:
  using Shape = std::vector<int64_t>;
  struct Value {
    std::string name;
    Shape shape;
  };

  int64_t pick(int64_t count) { return computation() % count; }
  /// Whether a tensor is small enough to keep the test short.
  bool isSmall(llvm::ArrayRef<int64_t> shape) const {
    return llvm::product_of(shape) <= options.maxElements;
  }
  std::string getType(const Shape &shape, llvm::StringRef element = "f32");
  std::string getList(llvm::ArrayRef<int64_t> list);
  std::string makeLayout(const Shape &shape);
  void declare(llvm::StringRef op, const std::string &name, const Shape &shape,
               llvm::StringRef attributes);
  Shape makeShape(unsigned rank);
  std::string makeConstant(const Shape &shape, llvm::StringRef value,
                           llvm::StringRef element = "f32");
  std::string makeName() { return "%v" + std::to_string(nextName++); }
  const Value &pickValue() { return values[pick(values.size())]; }
  /// A value of the shape, or the value reduced or broadcast to it.
  std::string matchShape(const Shape &shape);
  void add(const std::string &name, const Shape &shape) {
    values.push_back({name, shape});
  }
  void addAssignment(const Value &read);
  void addOperation();
  void addUnary();
  std::string cast(const std::string &value, const Shape &shape, bool toNarrow);
  void addNarrow();
  void addBinary();
  void addMask();
  void addContraction();
  void addReduction();
  void addBroadcast();
  void addTranspose();
  void addReshape();
  void addSlice();
  void addConcat();
  void addPad();
  void addGather();
  void addScatter();
  void addLoop();

  RandomProgramOptions options;
  std::mt19937 computation, layouts;
  llvm::ArrayRef<MeshAxis> axes;
  std::vector<Value> values;
  unsigned nextName = 0;
  std::string declarations, body;
  llvm::raw_string_ostream os;
};

} // namespace mlir::shardwise::test

#endif // SHARDWISE_TEST_UNIT_PIPELINES_RANDOMPROGRAM_H
