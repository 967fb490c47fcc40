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
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;
using random::Initializer;

namespace {
/// Reads one initializer.
class InitializerReader {
public:
  InitializerReader(const Json &object, DType dtype, ReportInitializer report)
      : object(object), dtype(dtype), report(report) {}
  Initializer run();

private:
  double readNumber(std::string_view key, std::optional<double> otherwise);
  double readElement(std::string_view key, std::optional<double> otherwise,
                     double slack = 0);
  void readSeed();
  void readUniform();
  void readNormal();
  void refuseOthers(const std::vector<std::string_view> &keys);

  const Json &object;
  DType dtype;
  ReportInitializer report;
  Initializer init;
};
} // namespace

double InitializerReader::readNumber(std::string_view key,
                                     std::optional<double> otherwise) {
  const Json *value = getMember(object, key);
  if (!value && otherwise)
    return *otherwise;
  if (!value) {
    report("", formatText("'{}' is missing", key));
    return 0;
  }
  std::optional<double> number = getNumber(*value);
  if (number && std::isfinite(*number))
    return *number;
  report(key, formatText("is {}, expected a number", printJSON(*value)));
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
double InitializerReader::readElement(std::string_view key,
                                      std::optional<double> otherwise,
                                      double slack) {
  double number = readNumber(key, otherwise);
  if (isFloat(dtype))
    return number;
  auto [least, largest] = getRange(dtype);
  if (number == std::floor(number) && number >= least &&
      number <= largest + slack)
    return number;
  report(key, formatText("is {}, which is no value of {}",
                         printJSON(*getMember(object, key)), getName(dtype)));
  return 0;
}

void InitializerReader::readSeed() {
  const Json *value = getMember(object, "seed");
  if (!value)
    return report("", "'seed' is missing");
  if (std::optional<uint64_t> seed = getUnsigned(*value))
    init.seed = *seed;
  else
    report("seed",
           formatText("is {}, expected an integer of 64 bits without a sign",
                      printJSON(*value)));
}

void InitializerReader::readUniform() {
  init.distribution = random::Uniform;
  bool isWhole = !isFloat(dtype);
  init.first = readElement("low", 0);
  init.second = readElement("high", 1, /*slack=*/1);
  if (init.second < init.first || (isWhole && init.second == init.first))
    report("", formatText("'high' is {}",
                          isWhole ? "not above 'low'" : "below 'low'"));
  if (isWhole && init.second - init.first > 4294967296.0)
    report("", "'high' is more than 2^32 above 'low'");
  readSeed();
  refuseOthers({"low", "high", "seed"});
}

void InitializerReader::readNormal() {
  init.distribution = random::Normal;
  if (!isFloat(dtype))
    report("distribution",
           formatText("is 'normal', which {} cannot hold", getName(dtype)));
  init.first = readNumber("mean", 0);
  init.second = readNumber("stddev", 1);
  if (init.second < 0)
    report("stddev", formatText("is {}, expected a number that is not negative",
                                printJSON(*getMember(object, "stddev"))));
  readSeed();
  refuseOthers({"mean", "stddev", "seed"});
}

void InitializerReader::refuseOthers(
    const std::vector<std::string_view> &keys) {
  // In the order of the keys.
  for (const auto &[key, value] : object.items())
    if (key != "distribution" && !contains(keys, key))
      report(key, "is not known at this distribution");
}

Initializer InitializerReader::run() {
  const Json *value = getMember(object, "distribution");
  const std::string *text = value ? getString(*value) : nullptr;
  std::string_view name = text ? std::string_view(*text) : "";
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
           formatText(
               "is {}, expected one of zeros, ones, constant, uniform, normal",
               printJSON(*value)));
  }
  return init;
}

Initializer shardwise::readInitializer(const Json &object, DType dtype,
                                       ReportInitializer report) {
  return InitializerReader(object, dtype, report).run();
}
