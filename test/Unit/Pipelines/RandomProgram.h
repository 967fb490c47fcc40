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
#include "llvm/Support/raw_ostream.h"
#include <random>

namespace mlir::shardwise::test {

/// Writes one random program.
class RandomProgram {
public:
  RandomProgram(unsigned seed, llvm::ArrayRef<MeshAxis> axes)
      : computation(seed), layouts(seed + 1), axes(axes), os(body) {}

  /// The program as text, on a mesh of these axes.
  std::string write();

private:
  using Shape = std::vector<int64_t>;
  struct Value {
    std::string name;
    Shape shape;
  };

  int64_t pick(int64_t count) { return computation() % count; }
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
  void addOperation();
  void addUnary();
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

  std::mt19937 computation, layouts;
  llvm::ArrayRef<MeshAxis> axes;
  std::vector<Value> values;
  unsigned nextName = 0;
  std::string declarations, body;
  llvm::raw_string_ostream os;
};

} // namespace mlir::shardwise::test

#endif // SHARDWISE_TEST_UNIT_PIPELINES_RANDOMPROGRAM_H
