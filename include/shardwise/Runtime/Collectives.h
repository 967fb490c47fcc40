//===- Collectives.h - Communication among CPU devices ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Collectives among devices. Where they share an address space, every device
// reads what it needs from where the others hold it, between two meetings of
// the group: after the first all inputs are there, after the second all have
// been read. Where each device is a process, what it needs is sent to it.
//
// Reductions add the members' values in the order of their positions on the
// reduced axes, whatever the order in which the devices come: a run gives the
// same bits every time, and the same among threads as among processes. Each
// member reduces its slice of an all_reduce and then copies the others' slices.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_RUNTIME_COLLECTIVES_H
#define SHARDWISE_RUNTIME_COLLECTIVES_H

#include "shardwise/Runtime/Contraction.h"
#include "shardwise/Runtime/Plan.h"
#include "shardwise/Runtime/Rendezvous.h"
#include "shardwise/Runtime/Transport.h"
#include "shardwise/Support/Ranges.h"
#include <deque>
#include <functional>
#include <span>
#include <vector>

namespace shardwise::runtime {

/// A box of elements that is copied or reduced from one contiguous tensor to
/// another: rows of `rowElements` contiguous elements, in loops of the given
/// sizes. Distances are in elements.
struct BoxMove {
  std::vector<int64_t> sizes, sourceStrides, targetStrides;
  int64_t sourceOffset = 0, targetOffset = 0;
  int64_t rowElements = 1;

  /// The move of a box between tensors of the given shapes.
  static BoxMove make(std::span<const int64_t> sizes,
                      std::span<const int64_t> sourceShape,
                      std::span<const int64_t> sourceOffsets,
                      std::span<const int64_t> targetShape,
                      std::span<const int64_t> targetOffsets);
  /// Copies the box.
  void copy(const char *source, char *target, unsigned elementBytes) const;
  int64_t getNumElements() const { return rowElements * getProduct(sizes); }
  /// Calls `function(sourceElement, targetElement)` for each row.
  template <typename F> void forEachRow(F &&function) const {
    if (rowElements == 0 || contains(sizes, 0))
      return;
    std::vector<int64_t> index(sizes.size(), 0);
    int64_t source = sourceOffset, target = targetOffset;
    while (true) {
      function(source, target);
      int64_t dim = int64_t(sizes.size()) - 1;
      for (; dim >= 0; --dim) {
        source += sourceStrides[dim];
        target += targetStrides[dim];
        if (++index[dim] < sizes[dim])
          break;
        source -= sourceStrides[dim] * sizes[dim];
        target -= targetStrides[dim] * sizes[dim];
        index[dim] = 0;
      }
      if (dim < 0)
        return;
    }
  }
};

/// One collective command, ready to run.
class Collective {
public:
  Collective(const Mesh &mesh, const CollectiveInfo &info, unsigned command);

  /// Does one device's part; returns false if the devices could not meet.
  /// `buffers[d]` are the buffers of device d: inputs, then outputs.
  bool run(int64_t device, std::span<void *const *const> buffers,
           Rendezvous &rendezvous, Scratch &scratch);

  /// Sends and receives parcels, whose ranks are devices here; returns whether
  /// all arrived.
  using Exchange = const std::function<bool(
      std::span<const Parcel> outgoing, std::span<const Parcel> incoming)> &;
  /// Does one device's part where the others are other processes. `buffers` are
  /// those of the device.
  bool runRemote(int64_t device, void *const *buffers, Exchange exchange,
                 Scratch &scratch) const;

  /// The devices that meet with a device, in the order of reduction.
  std::span<const int64_t> getMembers(int64_t device) const {
    return points[pointOf[device]].members;
  }

private:
  /// What a device does for one tensor.
  struct Part {
    ElementType type;
    Reduction reduction;
    /// The elements of the output, and the part of an all_reduce that this
    /// device reduces.
    int64_t elements = 0;
    /// Without reduction: from whom which box comes. With: the one box of the
    /// input of every member, to the output.
    std::vector<std::pair<int64_t, BoxMove>> moves;
  };

  /// An all_reduce of few bytes is done in full by every member, which saves a
  /// meeting.
  bool isSmallAllReduce() const { return totalBytes <= 4096; }
  /// The first element of the slice of a tensor that a member reduces.
  static int64_t getSliceBegin(int64_t elements, int64_t member,
                               int64_t count) {
    return elements * member / count;
  }
  void makeTransferParts(const Mesh &mesh, const CollectiveInfo &info);
  void makeReduceParts(const Mesh &mesh, const CollectiveInfo &info);
  void makeSwapParts(const Mesh &mesh, const CollectiveInfo &info);
  std::vector<std::vector<int64_t>> groupByTransfers() const;
  void makePoints(std::vector<std::vector<int64_t>> groups,
                  const CollectiveInfo &info, unsigned command);
  bool runTransfers(int64_t device, std::span<void *const *const> buffers,
                    Rendezvous &rendezvous);
  bool runReduceScatter(int64_t device, std::span<void *const *const> buffers,
                        Rendezvous &rendezvous);
  bool runAllReduce(int64_t device, std::span<void *const *const> buffers,
                    Rendezvous &rendezvous);
  bool runSmallAllReduce(int64_t device, std::span<void *const *const> buffers,
                         Rendezvous &rendezvous, Scratch &scratch);
  bool transferRemote(int64_t device, void *const *buffers, Exchange exchange,
                      Scratch &scratch) const;
  bool reduceScatterRemote(int64_t device, void *const *buffers,
                           Exchange exchange, Scratch &scratch) const;
  bool allReduceRemote(int64_t device, void *const *buffers, Exchange exchange,
                       Scratch &scratch) const;

  CollectiveKind kind;
  unsigned numTensors;
  /// The output bytes of all tensors.
  int64_t totalBytes = 0;
  /// By device, then by tensor.
  std::vector<std::vector<Part>> parts;
  std::deque<MeetingPoint> points;
  std::vector<unsigned> pointOf;
};

/// Combines `elements` of all sources, in their order, into the target, which
/// may be one of them.
void reduce(ElementType type, Reduction reduction,
            std::span<const char *const> sources, char *target,
            int64_t elements);

} // namespace shardwise::runtime

#endif // SHARDWISE_RUNTIME_COLLECTIVES_H
