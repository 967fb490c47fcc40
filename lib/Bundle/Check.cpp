//===- Check.cpp - Whether a run gave what it should ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All sums and differences are taken in float64. A comparison is written so
// that a NaN on any way to it fails the test: `ok` is what was shown to be
// within the limit, never what was not shown to be outside.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/Check.h"
#include "Problems.h"
#include "shardwise/Support/Error.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>

using namespace shardwise;

static constexpr double kInfinity = std::numeric_limits<double>::infinity();

//===----------------------------------------------------------------------===//
// RunRecord
//===----------------------------------------------------------------------===//

/// An error if a value has not the type that the manifest says.
static Error checkType(TensorView value, DType dtype,
                       std::span<const int64_t> shape, std::string_view what) {
  if (value.dtype == dtype && std::ranges::equal(value.shape, shape) &&
      getNumBytes(dtype, shape) == static_cast<int64_t>(value.bytes.size()))
    return Error::success();
  return makeError("{} is {} in {} bytes, expected {}", what,
                   value.getTypeString(), value.bytes.size(),
                   toString(dtype, shape));
}

Error RunRecord::addResult(unsigned result, TensorView value) {
  const Manifest &manifest = bundle.getManifest();
  if (result >= manifest.results.size())
    return makeError(
        "result {} of the run is not one of the {} of the manifest", result,
        manifest.results.size());
  const ManifestResult &info = manifest.results[result];
  if (Error error = checkType(value, info.dtype, info.shape,
                              manifest.describeResult(result)))
    return error;
  results[result].push_back(std::string(value.bytes));
  return Error::success();
}

Error RunRecord::setVariable(unsigned arg, TensorView value) {
  const Manifest &manifest = bundle.getManifest();
  if (arg >= manifest.args.size() || !manifest.args[arg].isVariable())
    return makeError("argument {} is no variable of the manifest", arg);
  const ManifestArg &info = manifest.args[arg];
  if (Error error =
          checkType(value, info.dtype, info.shape, manifest.describeArg(arg)))
    return error;
  // The shape of the manifest lives as long as the record.
  variables[arg] = TensorView{info.dtype, info.shape, value.bytes};
  return Error::success();
}

int64_t RunRecord::getNumSteps(unsigned result) const {
  auto it = results.find(result);
  return it == results.end() ? 0 : it->second.size();
}

TensorView RunRecord::getResult(unsigned result, int64_t step) const {
  const ManifestResult &info = bundle.getManifest().results[result];
  return {info.dtype, info.shape, results.at(result)[step]};
}

std::optional<TensorView> RunRecord::getVariable(unsigned arg) const {
  auto it = variables.find(arg);
  if (it == variables.end())
    return std::nullopt;
  return it->second;
}

//===----------------------------------------------------------------------===//
// Reports
//===----------------------------------------------------------------------===//

/// A part of a limit; nothing of a limit of zero is no use of it.
static double getPart(double value, double limit) {
  if (value == 0)
    return 0;
  double part = value / limit;
  return std::isnan(part) ? kInfinity : part;
}

double CheckItem::getUse() const { return getPart(value, limit); }

size_t CheckReport::getNumFailed() const {
  return std::ranges::count_if(items,
                               [](const CheckItem &item) { return !item.ok; });
}

const CheckItem *CheckReport::getWorst() const {
  auto it = std::ranges::max_element(
      items, [](const CheckItem &a, const CheckItem &b) {
        return std::make_pair(!a.ok, a.getUse()) <
               std::make_pair(!b.ok, b.getUse());
      });
  return it == items.end() ? nullptr : &*it;
}

std::string_view shardwise::getName(CheckMeasure measure) {
  static constexpr std::string_view kNames[] = {
      "difference", "elements that differ", "difference by update"};
  return kNames[static_cast<unsigned>(measure)];
}

static void printItem(std::ostream &os, const CheckItem &item) {
  os << (item.ok ? "ok     " : "FAILED ") << item.name << ": "
     << getName(item.measure) << " " << formatText("{:.3g}", item.value)
     << ", limit " << formatText("{:.3g}", item.limit);
  if (!item.note.empty())
    os << " (" << item.note << ")";
  os << "\n";
}

void CheckReport::print(std::ostream &os, bool all) const {
  for (const CheckItem &item : items)
    if (all || !item.ok)
      printItem(os, item);
  os << items.size() - getNumFailed() << " of " << items.size()
     << " values are as expected";
  if (const CheckItem *worst = getWorst())
    os << "; the worst is " << worst->name << " with "
       << formatText("{:.3g}", worst->getUse()) << " of its limit";
  os << "\n";
}

//===----------------------------------------------------------------------===//
// Tests of one value
//===----------------------------------------------------------------------===//

/// Fails an item if a value of the tensor is not finite, and says which.
static bool failIfNotFinite(CheckItem &item, std::string_view which,
                            TensorView tensor) {
  if (!isFloat(tensor.dtype))
    return false;
  for (int64_t i = 0, e = tensor.getNumElements(); i < e; ++i) {
    double value = tensor.getElement(i);
    if (std::isfinite(value))
      continue;
    item.ok = false;
    item.value = kInfinity;
    item.note = formatText("{} value at element {} is {}", which, i,
                           std::isnan(value) ? "nan"
                           : value > 0       ? "inf"
                                             : "-inf");
    return true;
  }
  return false;
}

/// Compares each element: |got - want| <= factor (atol + rtol |want|). The item
/// gets the element that uses most of its limit.
static void checkElements(CheckItem &item, TensorView got, TensorView want,
                          double atol, double rtol, double factor = 1) {
  item.limit = factor * atol;
  if (failIfNotFinite(item, "its", got) ||
      failIfNotFinite(item, "the expected", want))
    return;
  int64_t worst = -1;
  double worstUse = -1;
  for (int64_t i = 0, e = got.getNumElements(); i < e; ++i) {
    double expected = want.getElement(i);
    double difference = std::abs(got.getElement(i) - expected);
    double limit = factor * (atol + rtol * std::abs(expected));
    item.ok &= difference <= limit;
    double use = getPart(difference, limit);
    if (use <= worstUse)
      continue;
    worstUse = use;
    worst = i;
    item.value = difference;
    item.limit = limit;
  }
  if (!got.shape.empty() && worst >= 0)
    item.note = "at element " + std::to_string(worst);
}

/// Counts the elements whose bytes differ.
static void checkEqual(CheckItem &item, TensorView got, TensorView want) {
  item.measure = CheckMeasure::NumDifferent;
  unsigned size = getByteSize(got.dtype);
  for (int64_t i = 0, e = got.getNumElements(); i < e; ++i) {
    if (got.bytes.substr(i * size, size) == want.bytes.substr(i * size, size))
      continue;
    if (item.value++ == 0)
      item.note = "first at element " + std::to_string(i);
  }
  item.ok = item.value == 0;
}

/// The length of the difference of two tensors.
static double getDistance(TensorView a, TensorView b) {
  double sum = 0;
  for (int64_t i = 0, e = a.getNumElements(); i < e; ++i) {
    double difference = a.getElement(i) - b.getElement(i);
    sum += difference * difference;
  }
  return std::sqrt(sum);
}

/// Compares the deviation with the whole update.
static void checkUpdate(CheckItem &item, TensorView got, TensorView want,
                        TensorView initial, double rtol) {
  item.measure = CheckMeasure::UpdateNorm;
  item.limit = rtol;
  if (failIfNotFinite(item, "its", got) ||
      failIfNotFinite(item, "the expected", want) ||
      failIfNotFinite(item, "the initial", initial))
    return;
  double deviation = getDistance(got, want);
  double update = getDistance(want, initial);
  item.ok = std::isfinite(update) && deviation <= rtol * update;
  item.value = getPart(deviation, update);
}

/// Whether any element is another number than before.
static bool hasMoved(TensorView want, TensorView initial) {
  for (int64_t i = 0, e = want.getNumElements(); i < e; ++i)
    if (want.getElement(i) != initial.getElement(i))
      return true;
  return false;
}

static CheckItem checkResult(const Manifest &manifest, unsigned result,
                             int64_t step, TensorView got, TensorView series) {
  const ManifestResult &info = manifest.results[result];
  const Tolerances &tolerances = manifest.tolerances;
  CheckItem item;
  item.name = info.name + " at step " + std::to_string(step + 1);
  size_t size = series.bytes.size() / manifest.steps;
  TensorView want{series.dtype, got.shape,
                  series.bytes.substr(step * size, size)};
  if (!isFloat(got.dtype))
    checkEqual(item, got, want);
  else if (info.role == ResultRole::Output)
    checkElements(item, got, want, tolerances.outputAtol,
                  tolerances.outputRtol);
  else
    checkElements(item, got, want, tolerances.lossAtol, tolerances.lossRtol);
  return item;
}

static CheckItem checkVariable(const Bundle &bundle, unsigned arg,
                               TensorView got, TensorView want) {
  const Tolerances &tolerances = bundle.getManifest().tolerances;
  TensorView initial = bundle.getVariable(arg);
  std::string made;
  if (const auto *init = bundle.getInitializer(arg)) {
    made = makeValues(*init, got.dtype, got.shape);
    initial = {got.dtype, got.shape, made};
  }
  CheckItem item;
  item.name = bundle.getManifest().describeArg(arg);
  if (!isFloat(got.dtype))
    checkEqual(item, got, want);
  else if (const NoisyVariable *noisy = tolerances.findNoisy(arg))
    checkElements(item, got, want, tolerances.varAtol, tolerances.varRtol,
                  2 * std::max(noisy->seen, 1.0));
  else if (hasMoved(want, initial))
    checkUpdate(item, got, want, initial, tolerances.updateL2Rtol);
  else
    checkElements(item, got, want, tolerances.unchangedAtol, 0);
  return item;
}

//===----------------------------------------------------------------------===//
// The whole run
//===----------------------------------------------------------------------===//

/// Checks that a run and the expected values can be compared at all.
static Error checkComparable(const Bundle &bundle, const RunRecord &record) {
  const Manifest &manifest = bundle.getManifest();
  if (!bundle.hasExpected())
    return makeError("{}: has no expected values to compare with",
                     bundle.getPath());
  if (!bundle.startsFromOwnVariables())
    return makeError("{}: the expected values are for a run from its own "
                     "variables, this one began with others",
                     bundle.getPath());
  Problems problems;
  for (unsigned result = 0, e = manifest.results.size(); result < e; ++result)
    if (bundle.getExpectedSeries(result) &&
        record.getNumSteps(result) != manifest.steps)
      problems.add(
          formatText("the run has {} steps of {}, the expected values have {}",
                     record.getNumSteps(result),
                     manifest.describeResult(result), manifest.steps));
  for (unsigned arg : bundle.getVariableArgs())
    if (bundle.getExpectedVariable(arg) && !record.getVariable(arg))
      problems.add(
          formatText("the run has no value of {}", manifest.describeArg(arg)));
  return problems.take();
}

Expected<CheckReport> shardwise::compareWithExpected(const Bundle &bundle,
                                                     const RunRecord &record) {
  if (Error error = checkComparable(bundle, record))
    return error;
  const Manifest &manifest = bundle.getManifest();
  CheckReport report;
  for (unsigned result = 0, e = manifest.results.size(); result < e; ++result)
    if (std::optional<TensorView> want = bundle.getExpectedSeries(result))
      for (int64_t step = 0; step < manifest.steps; ++step)
        report.items.push_back(checkResult(
            manifest, result, step, record.getResult(result, step), *want));
  for (unsigned arg : bundle.getVariableArgs())
    if (std::optional<TensorView> want = bundle.getExpectedVariable(arg))
      report.items.push_back(
          checkVariable(bundle, arg, *record.getVariable(arg), *want));
  return report;
}
