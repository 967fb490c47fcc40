//===- Check.h - Whether a run gave what it should --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Compares the losses, outputs and final variables of a run with the expected
// values of its bundle. All values are global and in host memory; how they got
// there is not known here.
//
// Which test a value gets:
//
//     result, float        |got - want| <= atol + rtol |want|, elementwise
//     integers, bool       equal
//     variable, moved      ||got - want|| <= rtol ||want - initial||
//     variable, not moved  |got - want| <= atol, elementwise
//     variable, noisy      |got - want| <= 2 max(seen, 1) (atol + rtol |want|)
//
// Why norms of the update: after a few steps a variable is nearly what it was
// at first, so an elementwise test against its value would not notice a
// gradient that is wrong by a factor, which is what a lost or doubled reduction
// gives. Measured against the length of its own update, right runs differ by
// 1e-6 and wrong ones by 0.1 or more.
//
// A value that is not finite fails, on whichever side it stands, and the item
// says where.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_BUNDLE_CHECK_H
#define SHARDWISE_BUNDLE_CHECK_H

#include "shardwise/Bundle/Bundle.h"
#include <vector>

namespace shardwise {

/// What a run gave, collected while it runs. The bundle must stay where it is.
///
///     RunRecord record(bundle);
///     each step:      record.addResult(0, loss)
///     at the end:     record.setVariable(arg, value) for each variable
///     Expected<CheckReport> report = compareWithExpected(bundle,
///     record);
class RunRecord {
public:
  explicit RunRecord(const Bundle &bundle) : bundle(bundle) {}

  /// Adds the next step's value of a result that is no variable. The bytes are
  /// copied. A value of another type than the manifest's is an error.
  Error addResult(unsigned result, TensorView value);
  /// Sets the value of a variable after the last step. The bytes are not
  /// copied.
  Error setVariable(unsigned arg, TensorView value);

  /// The number of steps whose value of a result was added.
  int64_t getNumSteps(unsigned result) const;
  /// A result's value at a step that was added.
  TensorView getResult(unsigned result, int64_t step) const;
  /// A variable's value, if it was set.
  std::optional<TensorView> getVariable(unsigned arg) const;

private:
  const Bundle &bundle;
  /// By result, then by step.
  std::map<unsigned, std::vector<std::string>> results;
  std::map<unsigned, TensorView> variables;
};

/// The test that a value got.
enum class CheckMeasure : uint8_t {
  /// The largest deviation of an element, beside the limit of that element.
  Difference,
  /// The number of elements that differ; none may.
  NumDifferent,
  /// The length of the deviation as a part of the length of the update.
  UpdateNorm
};

/// What a report calls the value of a test.
std::string_view getName(CheckMeasure measure);

/// The outcome of one test.
struct CheckItem {
  /// "loss at step 3" (counted from 1), "argument 0 'dense/kernel'".
  std::string name;
  CheckMeasure measure = CheckMeasure::Difference;
  double value = 0;
  double limit = 0;
  bool ok = true;
  /// What else there is to say: which element, or which value is not finite.
  std::string note;

  /// How much of its limit the value uses: above 1 is a failure, infinite if
  /// something is not finite.
  double getUse() const;
};

/// The outcome of all tests, in the order of the results and their steps, then
/// of the variables.
struct CheckReport {
  std::vector<CheckItem> items;

  bool isOk() const { return getNumFailed() == 0; }
  size_t getNumFailed() const;
  /// The item that uses most of its limit, or null if there are no items.
  const CheckItem *getWorst() const;
  /// Prints the items that failed, or all, and a line that sums up.
  void print(std::ostream &os, bool all = false) const;
};

/// Compares a run with the expected values of its bundle. It is an error if
/// there is nothing to compare with, if the run has other steps or values than
/// the expected ones, or if it did not start from the bundle's own variables.
Expected<CheckReport> compareWithExpected(const Bundle &bundle,
                                          const RunRecord &record);

} // namespace shardwise

#endif // SHARDWISE_BUNDLE_CHECK_H
