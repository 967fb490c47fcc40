//===- TensorView.h - Element types and bytes of host tensors ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The element types that a bundle can hold, under both of their names (the
// manifest's "float32", the tensor file's "F32"), and a view of a dense
// row-major tensor in host memory. A view owns nothing; who made it says how
// long its bytes live. Bytes need not be aligned.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_BUNDLE_TENSORVIEW_H
#define SHARDWISE_BUNDLE_TENSORVIEW_H

#include "shardwise/Random/Initializer.h"
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace shardwise {

namespace runtime {
enum class ElementType : uint8_t;
} // namespace runtime

/// The type of a tensor's elements, little-endian in memory and in files.
enum class DType : uint8_t {
  Bool,
  U8,
  I8,
  U16,
  I16,
  F16,
  BF16,
  U32,
  I32,
  F32,
  U64,
  I64,
  F64
};

/// The number of bytes of one element: 1, 2, 4 or 8.
unsigned getByteSize(DType dtype);
/// Whether the elements are floating-point numbers.
bool isFloat(DType dtype);
/// Whether the elements are integers without a sign. `Bool` is not.
bool isUnsignedInteger(DType dtype);

/// The name in a manifest: "float32", "bfloat16", "uint32", "bool".
std::string_view getName(DType dtype);
/// The element type with this name in a manifest.
std::optional<DType> parseDType(std::string_view name);
/// The name in a tensor file: "F32", "BF16", "U32", "BOOL".
std::string_view getFileName(DType dtype);
/// The element type with this name in a tensor file.
std::optional<DType> parseFileDType(std::string_view name);

/// The same elements in a compiled step, whose integers have no sign.
runtime::ElementType toElementType(DType dtype);

/// The number of elements of a shape, or nothing if a dimension is negative or
/// the number does not fit 63 bits.
///
///     {2, 3} -> 6     {} -> 1     {0, 5} -> 0     {-1} -> nothing
std::optional<int64_t> getNumElements(std::span<const int64_t> shape);

/// The number of bytes of a tensor, or nothing where it does not fit 63 bits.
std::optional<int64_t> getNumBytes(DType dtype, std::span<const int64_t> shape);

/// The shape as a message shows it: "2x3xfloat32", "float32" for a scalar.
std::string toString(DType dtype, std::span<const int64_t> shape);

/// The bytes of a tensor of an initializer's values.
std::string makeValues(const random::Initializer &init, DType dtype,
                       std::span<const int64_t> shape);

/// A dense row-major tensor that somebody else owns.
struct TensorView {
  DType dtype = DType::F32;
  std::span<const int64_t> shape;
  std::string_view bytes;

  /// The number of elements, as the bytes have it.
  int64_t getNumElements() const { return bytes.size() / getByteSize(dtype); }
  /// An element as a number, by its position in row-major order. Every element
  /// type but the integers of 64 bits fits without rounding.
  double getElement(int64_t position) const;
  /// The shape and element type as a message shows them.
  std::string getTypeString() const { return toString(dtype, shape); }
};

} // namespace shardwise

#endif // SHARDWISE_BUNDLE_TENSORVIEW_H
