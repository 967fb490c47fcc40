//===- DeviceStep.cpp - Global values on the devices of an executor -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The executor splits and puts together; here a value that comes back is
// compared with what every device holds of it. Replicas that differ mean that
// the program lacks a reduction or that devices computed different things,
// which no check of losses is sure to see.
//
//===----------------------------------------------------------------------===//

#include "Training.h"
#include "shardwise/Support/Ranges.h"
#include <cstring>
#include <map>

using namespace shardwise;
using namespace shardwise::tools;
using ::shardwise::runtime::Executor;
using ::shardwise::runtime::ShardInfo;

//===----------------------------------------------------------------------===//
// Finding tensors
//===----------------------------------------------------------------------===//

namespace {
/// The numbers of an executor's tensors, by the argument or the result of the
/// exported step that they are.
class TensorFinder {
public:
  explicit TensorFinder(const Executor &executor)
      : shards(executor.getShards()) {
    for (auto [number, shard] : enumerate(shards))
      if (shard.role == ShardInfo::Output)
        results.try_emplace(shard.result, number);
      else if (shard.role != ShardInfo::Copy)
        arguments.try_emplace(shard.argument, number);
  }

  /// The tensor of an argument or a result, which must have the bundle's type.
  Expected<unsigned> findArgument(const Manifest &manifest, int64_t arg) const {
    return find(arguments, arg, manifest.describeArg(arg), manifest.args[arg]);
  }
  Expected<unsigned> findResult(const Manifest &manifest,
                                int64_t result) const {
    return find(results, result, manifest.describeResult(result),
                manifest.results[result]);
  }
  /// An error if the step has an argument that the bundle does not have.
  Error checkNumber(const Manifest &manifest) const {
    int64_t size = manifest.args.size();
    if (arguments.empty() || arguments.rbegin()->first < size)
      return Error::success();
    return makeError(
        "the step has argument {} '{}', the bundle has {} arguments: it was "
        "compiled from another bundle",
        arguments.rbegin()->first, shards[arguments.rbegin()->second].name,
        size);
  }

private:
  using Numbers = std::map<int64_t, unsigned>;
  template <typename T>
  Expected<unsigned> find(const Numbers &numbers, int64_t number,
                          const std::string &what, const T &info) const {
    auto it = numbers.find(number);
    if (it == numbers.end())
      return makeError("the step has no {}: it was compiled from another "
                       "bundle",
                       what);
    const ShardInfo &shard = shards[it->second];
    if (shard.type != toElementType(info.dtype) ||
        shard.globalShape != info.shape)
      return makeError("the step has {} as {}, the bundle has {}: it was "
                       "compiled from another bundle",
                       runtime::toString(shard.type, shard.globalShape), what,
                       info.getTypeString());
    return it->second;
  }

  std::span<const ShardInfo> shards;
  Numbers arguments, results;
};
} // namespace

Expected<DeviceStep> DeviceStep::create(const Bundle &bundle, const Mesh &mesh,
                                        Executor &executor) {
  DeviceStep step(mesh, executor);
  const Manifest &manifest = bundle.getManifest();
  TensorFinder finder(executor);
  if (Error error = finder.checkNumber(manifest))
    return error;
  for (size_t arg = 0; arg < manifest.args.size(); ++arg) {
    auto tensor = finder.findArgument(manifest, arg);
    if (!tensor)
      return tensor.takeError();
    step.tensorOfArg.push_back(*tensor);
  }
  for (auto [number, result] : enumerate(manifest.results)) {
    step.tensorOfResult.push_back(0);
    if (result.role == ResultRole::Variable)
      continue;
    auto tensor = finder.findResult(manifest, number);
    if (!tensor)
      return tensor.takeError();
    step.tensorOfResult.back() = *tensor;
  }
  return step;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

void DeviceStep::setArgument(unsigned arg, TensorView value) {
  executor->write(tensorOfArg[arg], value.bytes.data());
}

void DeviceStep::setNextInput(unsigned arg, TensorView value) {
  executor->writeNext(tensorOfArg[arg], value.bytes.data());
}

void DeviceStep::fillArgument(unsigned arg, const random::Initializer &init) {
  executor->fill(tensorOfArg[arg], init);
}

/// Whether a device's part is what the global value has in its place. Both are
/// row-major; rows are compared as bytes, so NaNs are equal to themselves.
static bool holdsPart(std::string_view global, std::span<const int64_t> shape,
                      const char *local, std::span<const int64_t> localShape,
                      std::span<const int64_t> offsets, unsigned elementBytes) {
  int64_t rank = shape.size();
  int64_t row = (rank ? localShape.back() : 1) * elementBytes;
  int64_t numRows = 1;
  for (int64_t dim = 0; dim + 1 < rank; ++dim)
    numRows *= localShape[dim];
  for (int64_t i = 0; i < numRows; ++i) {
    int64_t rest = i, stride = rank ? shape.back() : 1;
    int64_t position = rank ? offsets.back() : 0;
    for (int64_t dim = rank - 2; dim >= 0; --dim) {
      position += (offsets[dim] + rest % localShape[dim]) * stride;
      rest /= localShape[dim];
      stride *= shape[dim];
    }
    if (std::memcmp(global.data() + position * elementBytes, local + i * row,
                    row))
      return false;
  }
  return true;
}

Expected<std::string>
DeviceStep::compareParts(unsigned tensor,
                         const std::function<void(void *)> &read) const {
  const ShardInfo &info = executor->getShards()[tensor];
  std::string global(executor->getGlobalBytes(tensor), '\0');
  read(global.data());
  if (Error error = executor->getError())
    return error;
  auto localShape = getLocalShape(mesh, info.sharding, info.globalShape);
  for (int64_t device = 0, e = executor->getNumDevices(); device < e; ++device)
    if (!holdsPart(
            global, info.globalShape,
            static_cast<const char *>(executor->getLocalData(tensor, device)),
            localShape,
            getLocalOffsets(mesh, info.sharding, info.globalShape, device),
            ::shardwise::runtime::getByteSize(info.type)))
      return makeError("internal error: device {} holds another '{}' than the "
                       "devices that must hold the same, layout {}",
                       device, info.name, toString(mesh, info.sharding));
  return global;
}

Expected<std::string> DeviceStep::getVariable(unsigned arg) const {
  unsigned tensor = tensorOfArg[arg];
  return compareParts(tensor,
                      [&](void *global) { executor->read(tensor, global); });
}

Expected<std::string> DeviceStep::getResult(unsigned result,
                                            int64_t step) const {
  unsigned tensor = tensorOfResult[result];
  return compareParts(tensor, [&](void *global) {
    executor->readOutput(tensor, step, global);
  });
}
