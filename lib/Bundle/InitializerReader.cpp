//===- InitializerReader.cpp - Initializers of a manifest -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each distribution has its own keys, and all others are errors: a misspelt
// "stddev" would train something else. Numbers must be values of the element
// type, so that nothing is cut off where they are made.
//
//===----------------------------------------------------------------------===//

#include "InitializerReader.h"
#include "Problems.h"
#include "llvm/ADT/STLExtras.h"
#include <cmath>

using namespace mlir::shardwise;
using random::Initializer;
namespace json = llvm::json;

namespace {
/// Reads one initializer.
class InitializerReader {
public:
  InitializerReader(const json::Object &object, DType dtype,
                    ReportInitializer report)
      : object(object), dtype(dtype), report(report) {}
  Initializer run();

private:
  double readNumber(llvm::StringRef key, std::optional<double> otherwise);
  double readElement(llvm::StringRef key, std::optional<double> otherwise,
                     double slack = 0);
  void readSeed();
  void readUniform();
  void readNormal();
  void refuseOthers(llvm::ArrayRef<llvm::StringRef> keys);

  const json::Object &object;
  DType dtype;
  ReportInitializer report;
  Initializer init;
};
} // namespace

double InitializerReader::readNumber(llvm::StringRef key,
                                     std::optional<double> otherwise) {
  const json::Value *value = object.get(key);
  if (!value && otherwise)
    return *otherwise;
  if (!value) {
    report("", "'" + key + "' is missing");
    return 0;
  }
  std::optional<double> number = value->getAsNumber();
  if (number && std::isfinite(*number))
    return *number;
  report(key, "is " + printJSON(*value) + ", expected a number");
  return 0;
}

/// The least and the largest integer of an element type, as far as they are
/// exact in float64.
static std::pair<double, double> getRange(DType dtype) {
  constexpr double kExact = 9007199254740992; // 2^53
  if (dtype == DType::Bool)
    return {0, 1};
  unsigned bits = 8 * getByteSize(dtype);
  if (isUnsignedInteger(dtype))
    return {0, std::min(std::ldexp(1, bits) - 1, kExact)};
  double half = std::ldexp(1, bits - 1);
  return {std::max(-half, -kExact), std::min(half - 1, kExact)};
}

/// A number that is a value of the element type; `slack` more is allowed.
double InitializerReader::readElement(llvm::StringRef key,
                                      std::optional<double> otherwise,
                                      double slack) {
  double number = readNumber(key, otherwise);
  if (isFloat(dtype))
    return number;
  auto [least, largest] = getRange(dtype);
  if (number == std::floor(number) && number >= least &&
      number <= largest + slack)
    return number;
  report(key, "is " + printJSON(*object.get(key)) + ", which is no value of " +
                  getName(dtype));
  return 0;
}

void InitializerReader::readSeed() {
  const json::Value *value = object.get("seed");
  if (!value)
    return report("", "'seed' is missing");
  if (std::optional<uint64_t> seed = value->getAsUINT64())
    init.seed = *seed;
  else
    report("seed", "is " + printJSON(*value) +
                       ", expected an integer of 64 bits without a sign");
}

void InitializerReader::readUniform() {
  init.distribution = random::Uniform;
  bool isWhole = !isFloat(dtype);
  init.first = readElement("low", 0);
  init.second = readElement("high", 1, /*slack=*/1);
  if (init.second < init.first || (isWhole && init.second == init.first))
    report("", llvm::Twine("'high' is ") +
                   (isWhole ? "not above 'low'" : "below 'low'"));
  if (isWhole && init.second - init.first > 4294967296.0)
    report("", "'high' is more than 2^32 above 'low'");
  readSeed();
  refuseOthers({"low", "high", "seed"});
}

void InitializerReader::readNormal() {
  init.distribution = random::Normal;
  if (!isFloat(dtype))
    report("distribution",
           "is 'normal', which " + getName(dtype) + " cannot hold");
  init.first = readNumber("mean", 0);
  init.second = readNumber("stddev", 1);
  if (init.second < 0)
    report("stddev", "is " + printJSON(*object.get("stddev")) +
                         ", expected a number that is not negative");
  readSeed();
  refuseOthers({"mean", "stddev", "seed"});
}

void InitializerReader::refuseOthers(llvm::ArrayRef<llvm::StringRef> keys) {
  std::vector<llvm::StringRef> unknown;
  for (const auto &member : object)
    if (llvm::StringRef key = member.first;
        key != "distribution" && !llvm::is_contained(keys, key))
      unknown.push_back(key);
  llvm::sort(unknown);
  for (llvm::StringRef key : unknown)
    report(key, "is not known at this distribution");
}

Initializer InitializerReader::run() {
  const json::Value *value = object.get("distribution");
  std::optional<llvm::StringRef> name =
      value ? value->getAsString() : std::nullopt;
  if (!value) {
    report("", "'distribution' is missing");
  } else if (name == "uniform") {
    readUniform();
  } else if (name == "normal") {
    readNormal();
  } else if (name == "zeros" || name == "ones") {
    init.first = name == "ones";
    refuseOthers({});
  } else if (name == "constant") {
    init.first = readElement("value", std::nullopt);
    refuseOthers({"value"});
  } else {
    report("distribution",
           "is " + printJSON(*value) +
               ", expected one of zeros, ones, constant, uniform, normal");
  }
  return init;
}

Initializer mlir::shardwise::readInitializer(const json::Object &object,
                                             DType dtype,
                                             ReportInitializer report) {
  return InitializerReader(object, dtype, report).run();
}
