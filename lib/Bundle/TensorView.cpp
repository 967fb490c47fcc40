//===- TensorView.cpp - Element types and bytes of host tensors -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/TensorView.h"
#include "shardwise/Runtime/Plan.h"
#include "shardwise/Support/Error.h"
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>

using namespace shardwise;

namespace {
/// What there is to know about an element type.
struct DTypeInfo {
  DType dtype;
  std::string_view name;
  std::string_view fileName;
  unsigned byteSize;
};
} // namespace

/// In the order of the enumeration.
static constexpr DTypeInfo kDTypes[] = {
    {DType::Bool, "bool", "BOOL", 1},     {DType::U8, "uint8", "U8", 1},
    {DType::I8, "int8", "I8", 1},         {DType::U16, "uint16", "U16", 2},
    {DType::I16, "int16", "I16", 2},      {DType::F16, "float16", "F16", 2},
    {DType::BF16, "bfloat16", "BF16", 2}, {DType::U32, "uint32", "U32", 4},
    {DType::I32, "int32", "I32", 4},      {DType::F32, "float32", "F32", 4},
    {DType::U64, "uint64", "U64", 8},     {DType::I64, "int64", "I64", 8},
    {DType::F64, "float64", "F64", 8},
};

static const DTypeInfo &getInfo(DType dtype) {
  return kDTypes[static_cast<unsigned>(dtype)];
}

unsigned shardwise::getByteSize(DType dtype) { return getInfo(dtype).byteSize; }

bool shardwise::isFloat(DType dtype) {
  return dtype == DType::F16 || dtype == DType::BF16 || dtype == DType::F32 ||
         dtype == DType::F64;
}

bool shardwise::isUnsignedInteger(DType dtype) {
  return dtype == DType::U8 || dtype == DType::U16 || dtype == DType::U32 ||
         dtype == DType::U64;
}

std::string_view shardwise::getName(DType dtype) { return getInfo(dtype).name; }

std::string_view shardwise::getFileName(DType dtype) {
  return getInfo(dtype).fileName;
}

std::optional<DType> shardwise::parseDType(std::string_view name) {
  for (const DTypeInfo &info : kDTypes)
    if (info.name == name)
      return info.dtype;
  return std::nullopt;
}

std::optional<DType> shardwise::parseFileDType(std::string_view name) {
  for (const DTypeInfo &info : kDTypes)
    if (info.fileName == name)
      return info.dtype;
  return std::nullopt;
}

runtime::ElementType shardwise::toElementType(DType dtype) {
  using runtime::ElementType;
  switch (dtype) {
  case DType::Bool:
    return ElementType::I1;
  case DType::F16:
    return ElementType::F16;
  case DType::BF16:
    return ElementType::BF16;
  case DType::F32:
    return ElementType::F32;
  case DType::F64:
    return ElementType::F64;
  default:
    break;
  }
  constexpr ElementType kIntegers[] = {ElementType::I8, ElementType::I16,
                                       ElementType::I32, ElementType::I64};
  return kIntegers[std::countr_zero(getByteSize(dtype))];
}

std::optional<int64_t>
shardwise::getNumElements(std::span<const int64_t> shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    if (size < 0 || __builtin_mul_overflow(count, size, &count))
      return std::nullopt;
  return count;
}

std::optional<int64_t> shardwise::getNumBytes(DType dtype,
                                              std::span<const int64_t> shape) {
  std::optional<int64_t> count = getNumElements(shape);
  int64_t bytes;
  if (!count ||
      __builtin_mul_overflow(*count, int64_t(getByteSize(dtype)), &bytes))
    return std::nullopt;
  return bytes;
}

std::string shardwise::toString(DType dtype, std::span<const int64_t> shape) {
  std::string text;
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + std::string(getName(dtype));
}

//===----------------------------------------------------------------------===//
// Values that are made
//===----------------------------------------------------------------------===//

std::string shardwise::makeValues(const random::Initializer &init, DType dtype,
                                  std::span<const int64_t> shape) {
  random::Part part;
  part.rank = 1;
  part.elements = part.sizes[0] = *getNumElements(shape);
  part.strides[0] = 1;
  std::string bytes(part.elements * getByteSize(dtype), '\0');
  fill(init, part, static_cast<int32_t>(toElementType(dtype)), bytes.data());
  return bytes;
}

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

/// Files are little-endian, and elements taken from them as they are.
static_assert(std::endian::native == std::endian::little);

template <typename T> static T read(const char *data) {
  T value;
  std::memcpy(&value, data, sizeof(T));
  return value;
}

/// A number of 16 bits: 1 sign, 5 exponent, 10 fraction.
static double halfToDouble(uint16_t bits) {
  double sign = bits >> 15 ? -1.0 : 1.0;
  int exponent = bits >> 10 & 31;
  int fraction = bits & 1023;
  if (exponent == 31)
    return fraction ? std::numeric_limits<double>::quiet_NaN()
                    : sign * std::numeric_limits<double>::infinity();
  if (exponent == 0)
    return sign * std::ldexp(fraction, -24);
  return sign * std::ldexp(fraction + 1024, exponent - 25);
}

double TensorView::getElement(int64_t position) const {
  const char *data = bytes.data() + position * getByteSize(dtype);
  switch (dtype) {
  case DType::Bool:
  case DType::U8:
    return static_cast<uint8_t>(*data);
  case DType::I8:
    return static_cast<int8_t>(*data);
  case DType::U16:
    return read<uint16_t>(data);
  case DType::I16:
    return static_cast<int16_t>(read<uint16_t>(data));
  case DType::F16:
    return halfToDouble(read<uint16_t>(data));
  case DType::BF16:
    return std::bit_cast<float>(uint32_t(read<uint16_t>(data)) << 16);
  case DType::U32:
    return read<uint32_t>(data);
  case DType::I32:
    return static_cast<int32_t>(read<uint32_t>(data));
  case DType::F32:
    return std::bit_cast<float>(read<uint32_t>(data));
  case DType::U64:
    return static_cast<double>(read<uint64_t>(data));
  case DType::I64:
    return static_cast<double>(static_cast<int64_t>(read<uint64_t>(data)));
  case DType::F64:
    return std::bit_cast<double>(read<uint64_t>(data));
  }
  unreachable("unknown element type");
}
