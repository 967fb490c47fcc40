//===- RandomProgram.cpp - Programs made at random ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomProgram.h"
#include <numeric>

using namespace mlir::shardwise;
using namespace mlir::shardwise::test;

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

std::string RandomProgram::getType(const Shape &shape,
                                   llvm::StringRef element) {
  std::string text = "tensor<";
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + element.str() + ">";
}

std::string RandomProgram::getList(llvm::ArrayRef<int64_t> list) {
  std::string text = "[";
  for (int64_t entry : list)
    text += (text.size() > 1 ? ", " : "") + std::to_string(entry);
  return text + "]";
}

/// A layout that divides: each axis splits at most one dimension.
std::string RandomProgram::makeLayout(const Shape &shape) {
  std::vector<std::string> dims(shape.size());
  Shape left = shape;
  for (const MeshAxis &axis : axes) {
    uint64_t choice = layouts() % (shape.size() + 1);
    if (choice == shape.size() || left[choice] % axis.size)
      continue;
    left[choice] /= axis.size;
    dims[choice] += (dims[choice].empty() ? "\"" : ", \"") + axis.name + "\"";
  }
  std::string text = "[";
  for (const std::string &dim : dims)
    text += (text.size() > 1 ? ", [" : "[") + dim + "]";
  return text + "]";
}

void RandomProgram::declare(llvm::StringRef op, const std::string &name,
                            const Shape &shape, llvm::StringRef attributes) {
  // What has no layout is replicated, or split for its update.
  std::string layout;
  if (op != "variable" || layouts() % 4)
    layout = ", dist.layout = " + makeLayout(shape);
  declarations += "  model." + op.str() + " @" + name + " : " + getType(shape) +
                  " {" + attributes.str() + layout + "}\n";
}

std::string RandomProgram::makeConstant(const Shape &shape,
                                        llvm::StringRef value,
                                        llvm::StringRef element) {
  std::string name = makeName();
  os << "  " << name << " = arith.constant dense<" << value
     << "> : " << getType(shape, element) << "\n";
  return name;
}

RandomProgram::Shape RandomProgram::makeShape(unsigned rank) {
  Shape shape;
  for (unsigned i = 0; i < rank; ++i)
    shape.push_back(options.sizes[pick(options.sizes.size())]);
  return isSmall(shape) ? shape : makeShape(rank);
}

std::string RandomProgram::write() {
  for (unsigned i = 0; i < 4; ++i) {
    std::string name = "a" + std::to_string(i);
    Shape shape = makeShape(1 + pick(3));
    declare("variable", name, shape,
            "argument = " + std::to_string(i) +
                " : i64, kind = #model<kind trainable>");
    std::string value = makeName();
    os << "  " << value << " = model.read @" << name << " : " << getType(shape)
       << "\n";
    add(value, shape);
  }
  std::vector<Value> reads = values;
  for (unsigned i = 0; i < 20; ++i)
    addOperation();
  for (const Value &read : reads)
    addAssignment(read);
  for (unsigned i = 0; i < 4; ++i) {
    const Value &value = values[values.size() - 1 - i];
    std::string name = "r" + std::to_string(i);
    declare("output", name, value.shape,
            "result = " + std::to_string(i) + " : i64");
    os << "  model.assign @" << name << ", " << value.name << " : "
       << getType(value.shape) << "\n";
  }
  std::string mesh = "#dist.mesh<";
  for (const MeshAxis &axis : axes)
    mesh += (mesh.back() == '<' ? "\"" : ", \"") + axis.name +
            "\" = " + std::to_string(axis.size);
  return "model.program @step {\n  dist.layout_map " + mesh +
         "> model_parallel batch_axis \"" + axes.front().name + "\" {\n  }\n" +
         declarations + body + "}\n";
}

/// Gives the variable that was read first, second, ... another value, maybe
/// that of another variable.
void RandomProgram::addAssignment(const Value &read) {
  std::vector<Value> others;
  for (const Value &value : values)
    if (value.shape == read.shape && value.name != read.name)
      others.push_back(value);
  if (others.empty() || pick(4) == 0)
    return;
  os << "  model.assign @a" << read.name.substr(2) << ", "
     << others[pick(others.size())].name << " : " << getType(read.shape)
     << "\n";
}

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

void RandomProgram::addOperation() {
  using Adder = void (RandomProgram::*)();
  static constexpr Adder adders[] = {
      &RandomProgram::addUnary,       &RandomProgram::addBinary,
      &RandomProgram::addBinary,      &RandomProgram::addMask,
      &RandomProgram::addContraction, &RandomProgram::addContraction,
      &RandomProgram::addContraction, &RandomProgram::addReduction,
      &RandomProgram::addReduction,   &RandomProgram::addBroadcast,
      &RandomProgram::addTranspose,   &RandomProgram::addReshape,
      &RandomProgram::addSlice,       &RandomProgram::addConcat,
      &RandomProgram::addGather,      &RandomProgram::addScatter,
      &RandomProgram::addLoop,        &RandomProgram::addPad,
  };
  // Programs without narrow values stay what they are.
  if (options.narrow && pick(8) == 0)
    return addNarrow();
  (this->*adders[pick(std::size(adders))])();
}

void RandomProgram::addUnary() {
  // None of them makes rounding errors larger.
  static constexpr llvm::StringLiteral names[] = {"math.tanh", "math.atan",
                                                  "arith.negf", "math.absf"};
  Value value = pickValue();
  std::string name = makeName();
  os << "  " << name << " = " << names[pick(4)] << " " << value.name << " : "
     << getType(value.shape) << "\n";
  add(name, value.shape);
}

std::string RandomProgram::cast(const std::string &value, const Shape &shape,
                                bool toNarrow) {
  std::string name = makeName();
  os << "  " << name << " = arith." << (toNarrow ? "truncf " : "extf ") << value
     << " : " << getType(shape, toNarrow ? "f32" : "bf16") << " to "
     << getType(shape, toNarrow ? "bf16" : "f32") << "\n";
  return name;
}

/// Computes with a value as bf16.
void RandomProgram::addNarrow() {
  Value value = pickValue();
  std::string narrow = cast(value.name, value.shape, /*toNarrow=*/true);
  static constexpr llvm::StringLiteral names[] = {"arith.addf", "arith.mulf",
                                                  "arith.maximumf"};
  if (pick(2)) {
    std::string other = cast(matchShape(value.shape), value.shape, true);
    std::string name = makeName();
    os << "  " << name << " = " << names[pick(3)] << " " << narrow << ", "
       << other << " : " << getType(value.shape, "bf16") << "\n";
    narrow = name;
  }
  add(cast(narrow, value.shape, /*toNarrow=*/false), value.shape);
}

std::string RandomProgram::matchShape(const Shape &shape) {
  std::vector<std::string> matches;
  for (const Value &value : values)
    if (value.shape == shape)
      matches.push_back(value.name);
  if (pick(4) || matches.empty()) {
    // The mean of some value, everywhere.
    Value value = pickValue();
    std::string zero = makeConstant({}, "0.0");
    std::string sum = makeName(), scaled = makeName(), all = makeName();
    std::vector<int64_t> dims(value.shape.size());
    std::iota(dims.begin(), dims.end(), 0);
    os << "  " << sum << " = linalg.reduce { arith.addf } ins(" << value.name
       << " : " << getType(value.shape) << ") outs(" << zero
       << " : tensor<f32>) dimensions = " << getList(dims) << "\n";
    os << "  " << scaled << " = math.tanh " << sum << " : tensor<f32>\n";
    std::string empty = makeName();
    os << "  " << empty << " = tensor.empty() : " << getType(shape) << "\n";
    dims.resize(shape.size());
    std::iota(dims.begin(), dims.end(), 0);
    os << "  " << all << " = linalg.broadcast ins(" << scaled
       << " : tensor<f32>) outs(" << empty << " : " << getType(shape)
       << ") dimensions = " << getList(dims) << "\n";
    if (matches.empty() || pick(2))
      return all;
  }
  return matches.empty() ? values.front().name : matches[pick(matches.size())];
}

void RandomProgram::addBinary() {
  static constexpr llvm::StringLiteral names[] = {
      "arith.addf", "arith.addf",     "arith.subf",
      "arith.mulf", "arith.maximumf", "arith.minimumf"};
  Value value = pickValue();
  std::string other = matchShape(value.shape);
  std::string name = makeName();
  os << "  " << name << " = " << names[pick(6)] << " " << value.name << ", "
     << other << " : " << getType(value.shape) << "\n";
  add(name, value.shape);
}

/// Chooses by the global index.
void RandomProgram::addMask() {
  Value value = pickValue();
  if (value.shape.empty())
    return;
  std::string type = getType(value.shape);
  int64_t dim = pick(value.shape.size());
  std::string index = makeName(), less = makeName(), name = makeName();
  os << "  " << index << " = model.iota dimension = " << dim << " : "
     << getType(value.shape, "i32") << "\n";
  std::string limit = makeConstant(
      value.shape, std::to_string(pick(value.shape[dim]) + 1), "i32");
  std::string zero = makeConstant(value.shape, "0.0");
  os << "  " << less << " = arith.cmpi slt, " << index << ", " << limit << " : "
     << getType(value.shape, "i32") << "\n";
  os << "  " << name << " = arith.select " << less << ", " << value.name << ", "
     << zero << " : " << getType(value.shape, "i1") << ", " << type << "\n";
  add(name, value.shape);
}

/// A product of a value with a fresh one: some dimensions are shared as batch,
/// some contracted, some left free.
void RandomProgram::addContraction() {
  Value left = pickValue();
  if (left.shape.empty())
    return;
  unsigned rank = left.shape.size();
  std::vector<int64_t> leftLoops, rightLoops, resultLoops;
  Shape rightShape, resultShape;
  unsigned contracted = pick(rank);
  for (unsigned dim = 0; dim < rank; ++dim) {
    leftLoops.push_back(dim);
    // 0: free, 1: batch, 2: contracted.
    int64_t role = dim == contracted ? 2 : pick(3);
    if (role != 2) {
      resultLoops.push_back(dim);
      resultShape.push_back(left.shape[dim]);
    }
    if (role != 0) {
      rightLoops.push_back(dim);
      rightShape.push_back(left.shape[dim]);
    }
  }
  if (resultShape.size() < 3) {
    int64_t free = makeShape(1)[0];
    rightLoops.insert(rightLoops.begin(), rank);
    rightShape.insert(rightShape.begin(), free);
    resultLoops.push_back(rank);
    resultShape.push_back(free);
  }
  if (!isSmall(rightShape) || !isSmall(resultShape))
    return;
  int64_t numLoops = rank + llvm::is_contained(rightLoops, rank);
  std::string right = matchShape(rightShape);
  // Of narrow factors the sum is narrow as well, or not.
  llvm::StringRef factor = "f32", sum = "f32";
  if (options.narrow && pick(2)) {
    factor = "bf16";
    sum = pick(2) ? "bf16" : "f32";
    left.name = cast(left.name, left.shape, /*toNarrow=*/true);
    right = cast(right, rightShape, /*toNarrow=*/true);
  }
  // Sometimes not neutral: then no device may begin with it but once.
  std::string zero = makeConstant(resultShape, pick(5) ? "0.0" : "0.25", sum);
  auto getMap = [&](llvm::ArrayRef<int64_t> loops) {
    std::string text = "affine_map<(";
    for (int64_t loop = 0; loop < numLoops; ++loop)
      text += (loop ? ", d" : "d") + std::to_string(loop);
    text += ") -> (";
    for (auto [index, loop] : llvm::enumerate(loops))
      text += (index ? ", d" : "d") + std::to_string(loop);
    return text + ")>";
  };
  std::string product = makeName(), name = makeName();
  os << "  " << product << " = linalg.contract indexing_maps = ["
     << getMap(leftLoops) << ", " << getMap(rightLoops) << ", "
     << getMap(resultLoops) << "] ins(" << left.name << ", " << right << " : "
     << getType(left.shape, factor) << ", " << getType(rightShape, factor)
     << ") outs(" << zero << " : " << getType(resultShape, sum) << ") -> "
     << getType(resultShape, sum) << "\n";
  if (sum == "bf16")
    product = cast(product, resultShape, /*toNarrow=*/false);
  // Keeps values small, or leaves a sum that may stay partial.
  if (pick(2)) {
    add(product, resultShape);
    return;
  }
  os << "  " << name << " = math.tanh " << product << " : "
     << getType(resultShape) << "\n";
  add(name, resultShape);
}

void RandomProgram::addReduction() {
  Value value = pickValue();
  if (value.shape.empty())
    return;
  bool isMax = pick(3) == 0;
  std::vector<int64_t> dims;
  Shape shape;
  for (unsigned dim = 0; dim < value.shape.size(); ++dim)
    if (pick(2))
      dims.push_back(dim);
    else
      shape.push_back(value.shape[dim]);
  std::string init = makeConstant(shape, pick(5) == 0 ? "0.5"
                                         : isMax      ? "0xFF800000"
                                                      : "0.0");
  std::string name = makeName();
  os << "  " << name << " = linalg.reduce { arith."
     << (isMax ? "maximumf" : "addf") << " } ins(" << value.name << " : "
     << getType(value.shape) << ") outs(" << init << " : " << getType(shape)
     << ") dimensions = " << getList(dims) << "\n";
  add(name, shape);
}

void RandomProgram::addBroadcast() {
  Value value = pickValue();
  if (value.shape.size() > 2)
    return;
  int64_t dim = pick(value.shape.size() + 1);
  Shape shape = value.shape;
  shape.insert(shape.begin() + dim, makeShape(1)[0]);
  if (!isSmall(shape))
    return;
  std::string empty = makeName(), name = makeName();
  os << "  " << empty << " = tensor.empty() : " << getType(shape) << "\n";
  os << "  " << name << " = linalg.broadcast ins(" << value.name << " : "
     << getType(value.shape) << ") outs(" << empty << " : " << getType(shape)
     << ") dimensions = [" << dim << "]\n";
  add(name, shape);
}

void RandomProgram::addTranspose() {
  Value value = pickValue();
  if (value.shape.empty())
    return;
  std::vector<int64_t> permutation(value.shape.size());
  std::iota(permutation.begin(), permutation.end(), 0);
  for (size_t i = permutation.size(); i > 1; --i)
    std::swap(permutation[i - 1], permutation[pick(i)]);
  Shape shape;
  for (int64_t dim : permutation)
    shape.push_back(value.shape[dim]);
  std::string empty = makeName(), name = makeName();
  os << "  " << empty << " = tensor.empty() : " << getType(shape) << "\n";
  os << "  " << name << " = linalg.transpose ins(" << value.name << " : "
     << getType(value.shape) << ") outs(" << empty << " : " << getType(shape)
     << ") permutation = " << getList(permutation) << "\n";
  add(name, shape);
}

/// Flattens two dimensions, or cuts one in two.
void RandomProgram::addReshape() {
  Value value = pickValue();
  if (value.shape.empty())
    return;
  bool expand = value.shape.size() < 3 && pick(2);
  if (!expand && value.shape.size() < 2)
    return;
  int64_t at = pick(value.shape.size() - (expand ? 0 : 1));
  Shape shape = value.shape;
  if (expand && shape[at] % 2)
    return;
  if (expand) {
    shape[at] /= 2;
    shape.insert(shape.begin() + at, 2);
    if (pick(2))
      std::swap(shape[at], shape[at + 1]);
  } else {
    shape[at] *= shape[at + 1];
    shape.erase(shape.begin() + at + 1);
  }
  std::string groups = "[";
  int64_t next = 0;
  for (size_t dim = 0; dim < std::min(shape.size(), value.shape.size());
       ++dim) {
    std::vector<int64_t> group{next++};
    if (static_cast<int64_t>(dim) == at)
      group.push_back(next++);
    groups += (dim ? ", " : "") + getList(group);
  }
  std::string name = makeName();
  os << "  " << name << " = tensor."
     << (expand ? "expand_shape " : "collapse_shape ") << value.name << " "
     << groups << "]";
  if (expand)
    os << " output_shape " << getList(shape);
  os << " : " << getType(value.shape) << " into " << getType(shape) << "\n";
  add(name, shape);
}

void RandomProgram::addSlice() {
  Value value = pickValue();
  if (value.shape.empty())
    return;
  int64_t dim = pick(value.shape.size());
  if (value.shape[dim] < 4)
    return;
  Shape shape = value.shape;
  shape[dim] /= 2;
  std::vector<int64_t> offsets(shape.size()), strides(shape.size(), 1);
  offsets[dim] = pick(shape[dim]);
  std::string name = makeName();
  os << "  " << name << " = tensor.extract_slice " << value.name
     << getList(offsets) << " " << getList(shape) << " " << getList(strides)
     << " : " << getType(value.shape) << " to " << getType(shape) << "\n";
  add(name, shape);
}

void RandomProgram::addConcat() {
  Value value = pickValue();
  if (value.shape.empty())
    return;
  int64_t dim = pick(value.shape.size());
  Shape shape = value.shape;
  shape[dim] *= 2;
  if (!isSmall(shape))
    return;
  std::string other = matchShape(value.shape);
  std::string name = makeName(), type = getType(value.shape);
  os << "  " << name << " = tensor.concat dim(" << dim << ") " << value.name
     << ", " << other << " : (" << type << ", " << type << ") -> "
     << getType(shape) << "\n";
  add(name, shape);
}

/// Widens a dimension by a value that may or may not be zero.
void RandomProgram::addPad() {
  Value value = pickValue();
  if (value.shape.empty())
    return;
  std::vector<int64_t> low(value.shape.size()), high(value.shape.size());
  int64_t dim = pick(value.shape.size());
  low[dim] = pick(3);
  high[dim] = 2 + 2 * pick(2) - low[dim];
  Shape shape = value.shape;
  shape[dim] += low[dim] + high[dim];
  if (!isSmall(shape))
    return;
  std::string scalar = makeName(), name = makeName();
  os << "  " << scalar << " = arith.constant " << (pick(2) ? "0.0" : "1.5")
     << " : f32\n  " << name << " = tensor.pad " << value.name << " low"
     << getList(low) << " high" << getList(high) << " {\n  ^bb0(";
  for (size_t i = 0; i < shape.size(); ++i)
    os << (i ? ", %i" : "%i") << i << ": index";
  os << "):\n    tensor.yield " << scalar
     << " : f32\n  } : " << getType(value.shape) << " to " << getType(shape)
     << "\n";
  add(name, shape);
}

/// Rows of a matrix, by an index that depends on the place.
void RandomProgram::addGather() {
  Value value = pickValue();
  if (value.shape.size() != 2)
    return;
  int64_t count = makeShape(1)[0];
  std::string counter = makeName(), index = makeName(), name = makeName();
  Shape indices{count, 1}, shape{count, value.shape[1]};
  std::string type = getType(indices, "i32");
  os << "  " << counter << " = model.iota dimension = 0 : " << type << "\n";
  std::string step = makeConstant(indices, "5", "i32");
  std::string limit =
      makeConstant(indices, std::to_string(value.shape[0]), "i32");
  std::string scaled = makeName();
  os << "  " << scaled << " = arith.muli " << counter << ", " << step << " : "
     << type << "\n  " << index << " = arith.remsi " << scaled << ", " << limit
     << " : " << type << "\n  " << name << " = model.gather " << value.name
     << "[" << index << "] {offset_dims = array<i64: 1>, collapsed_slice_dims "
     << "= array<i64: 0>, start_index_map = array<i64: 0>, slice_sizes = "
     << "array<i64: 1, " << value.shape[1] << ">} : " << getType(value.shape)
     << ", " << type << " -> " << getType(shape) << "\n";
  add(name, shape);
}

/// Adds rows into a matrix; indices repeat, and some lie outside.
void RandomProgram::addScatter() {
  Value value = pickValue();
  if (value.shape.size() != 2)
    return;
  int64_t rows = makeShape(1)[0];
  Shape indices{value.shape[0], 1}, shape{rows, value.shape[1]};
  std::string type = getType(indices, "i32");
  std::string counter = makeName(), index = makeName(), name = makeName();
  os << "  " << counter << " = model.iota dimension = 0 : " << type << "\n";
  std::string limit = makeConstant(indices, std::to_string(rows + 1), "i32");
  os << "  " << index << " = arith.remsi " << counter << ", " << limit << " : "
     << type << "\n";
  std::string zero = makeConstant(shape, pick(3) ? "0.0" : "1.0");
  os << "  " << name << " = model.scatter add " << value.name << " into "
     << zero << "[" << index
     << "] {update_window_dims = array<i64: 1>, inserted_window_dims = "
     << "array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>} : "
     << getType(value.shape) << ", " << type << " -> " << getType(shape)
     << "\n";
  add(name, shape);
}

/// A loop of three trips that carries a value.
void RandomProgram::addLoop() {
  Value value = pickValue();
  std::string type = getType(value.shape);
  std::string other = matchShape(value.shape);
  std::string start = makeConstant({}, "0", "i32");
  std::string results = makeName();
  os << "  " << results << ":2 = scf.while (%state = " << value.name
     << ", %i = " << start << ") : (" << type << ", tensor<i32>) -> (" << type
     << ", tensor<i32>) {\n"
     << "    %end = arith.constant dense<3> : tensor<i32>\n"
     << "    %less = arith.cmpi slt, %i, %end : tensor<i32>\n"
     << "    %go = tensor.extract %less[] : tensor<i1>\n"
     << "    scf.condition(%go) %state, %i : " << type << ", tensor<i32>\n"
     << "  } do {\n  ^bb0(%state: " << type << ", %i: tensor<i32>):\n"
     << "    %one = arith.constant dense<1> : tensor<i32>\n"
     << "    %next = arith.addi %i, %one : tensor<i32>\n"
     << "    %mixed = arith.addf %state, " << other << " : " << type << "\n"
     << "    %small = math.tanh %mixed : " << type << "\n"
     << "    scf.yield %small, %next : " << type << ", tensor<i32>\n  }\n";
  add(results + "#0", value.shape);
}
