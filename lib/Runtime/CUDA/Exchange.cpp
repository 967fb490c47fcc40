//===- Exchange.cpp - How collectives become calls of NCCL ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Host code that calls no library: tested on machines without a GPU.
//
//===----------------------------------------------------------------------===//

#include "Exchange.h"
#include "Product.h"
#include "shardwise/Runtime/Collectives.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <span>
#include <vector>

using namespace shardwise;
using namespace shardwise::runtime;

namespace {
/// A box in a source and a target tensor.
using Move = std::pair<int64_t, BoxMove>;

class ExchangePlanner {
public:
  ExchangePlanner(const Mesh &mesh, const CollectiveInfo &info, int64_t device,
                  bool byMessages)
      : mesh(mesh), info(info), device(device), byMessages(byMessages) {}
  Expected<ExchangePlan> run();

private:
  Error planReduction(unsigned number);
  Error planSwap(unsigned number);
  Error planTransfers(unsigned number);
  bool isPlainGather(const CollectiveTensor &tensor) const;
  std::vector<Move> getMoves(const CollectiveTensor &tensor,
                             int64_t receiver) const;
  Error checkReduction(const CollectiveTensor &tensor) const;
  Error addCopy(std::vector<ExchangeCopy> &list, Span source, Span target,
                const BoxMove &move, bool packsSource, bool packsTarget,
                ElementType type);
  Error addMessage(unsigned number, const BoxMove &move, int64_t peer,
                   bool isSend);
  Span takeScratch(int64_t bytes);
  NcclCall &addCall(NcclCall::Kind kind, unsigned number, int64_t count);

  const Mesh &mesh;
  const CollectiveInfo &info;
  int64_t device;
  bool byMessages;
  ExchangePlan plan;
};
} // namespace

/// The elements of a box.
static int64_t getElements(const BoxMove &move) {
  return getProduct(move.sizes) * move.rowElements;
}

static Span advance(Span span, int64_t bytes) {
  span.byteOffset += bytes;
  return span;
}

/// Row-major strides of a box's own elements.
static std::vector<int64_t> getPackedStrides(const BoxMove &move) {
  std::vector<int64_t> strides(move.sizes.size());
  int64_t stride = move.rowElements;
  for (size_t d = strides.size(); d-- > 0;) {
    strides[d] = stride;
    stride *= move.sizes[d];
  }
  return strides;
}

Span ExchangePlanner::takeScratch(int64_t bytes) {
  Span span{Span::Scratch, 0, plan.scratchBytes};
  plan.scratchBytes += alignTo(bytes, 256);
  return span;
}

NcclCall &ExchangePlanner::addCall(NcclCall::Kind kind, unsigned number,
                                   int64_t count) {
  NcclCall &call = plan.calls.emplace_back();
  const CollectiveTensor &tensor = info.tensors[number];
  call.kind = kind;
  call.source = {Span::Input, number, 0};
  call.target = {Span::Output, number, 0};
  call.count = count;
  call.type = tensor.type;
  call.reduction = tensor.from.reduction;
  call.atoms = getMovedAtoms(tensor.from, tensor.to).mask();
  return call;
}

/// Copies a box. A side that is packed has the elements of the box alone.
Error ExchangePlanner::addCopy(std::vector<ExchangeCopy> &list, Span source,
                               Span target, const BoxMove &move,
                               bool packsSource, bool packsTarget,
                               ElementType type) {
  std::vector<int64_t> sizes(move.sizes);
  auto packed = getPackedStrides(move);
  auto from = packsSource ? packed : move.sourceStrides;
  auto to = packsTarget ? packed : move.targetStrides;
  for (auto *strides : {&sizes, &from, &to})
    strides->push_back(strides == &sizes ? move.rowElements : 1);
  auto copy = makeStridedCopy(sizes, from, to, type, type);
  if (!copy)
    return copy.takeError();
  copy->fromOffset = packsSource ? 0 : move.sourceOffset;
  copy->toOffset = packsTarget ? 0 : move.targetOffset;
  if (copy->elements)
    list.push_back({source, target, *copy});
  return Error::success();
}

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

/// An i1 is reduced as a byte, where its sum would overflow.
Error ExchangePlanner::checkReduction(const CollectiveTensor &tensor) const {
  const char *type = nullptr;
  if (tensor.type == ElementType::I16)
    type = "i16";
  if (tensor.type == ElementType::I1 && tensor.from.reduction == Reduction::Sum)
    type = "sums of i1";
  if (isFloat(tensor.type) && tensor.from.reduction != Reduction::Sum)
    type = "the largest or smallest of floats as others do, since it drops NaN";
  if (!type)
    return Error::success();
  return makeError("{}: NCCL does not reduce {}", info.name, type);
}

Error ExchangePlanner::planReduction(unsigned number) {
  const CollectiveTensor &tensor = info.tensors[number];
  if (Error error = checkReduction(tensor))
    return error;
  auto source = getLocalShape(mesh, tensor.from, tensor.globalShape);
  auto target = getLocalShape(mesh, tensor.to, tensor.globalShape);
  int64_t count = getProduct(target);
  if (info.kind == CollectiveKind::AllReduce) {
    addCall(NcclCall::AllReduce, number, count);
    return Error::success();
  }
  // The part of every member, in the order of the communicator.
  NcclCall &call = addCall(NcclCall::ReduceScatter, number, count);
  AtomList reduced = AtomList::fromMask(call.atoms);
  int64_t bytes = count * getByteSize(tensor.type);
  auto begin = getLocalOffsets(mesh, tensor.from, tensor.globalShape, device);
  std::vector<int64_t> zeros(begin.size(), 0);
  std::vector<BoxMove> parts(mesh.getSize(reduced));
  uint32_t others = ~call.atoms & ((1u << mesh.getAtoms().size()) - 1);
  AtomList same = AtomList::fromMask(others);
  for (int64_t member = 0; member < mesh.getNumDevices(); ++member) {
    if (mesh.getPart(member, same) != mesh.getPart(device, same))
      continue;
    auto offsets = getLocalOffsets(mesh, tensor.to, tensor.globalShape, member);
    for (size_t d = 0; d < offsets.size(); ++d)
      offsets[d] -= begin[d];
    parts[mesh.getPart(member, reduced)] =
        BoxMove::make(target, source, offsets, target, zeros);
  }
  bool inOrder = true;
  for (auto [position, part] : enumerate(parts))
    inOrder &=
        part.sizes.empty() && part.sourceOffset == int64_t(position) * count;
  if (inOrder)
    return Error::success();
  Span scratch = takeScratch(bytes * parts.size());
  call.source = scratch;
  for (auto [position, part] : enumerate(parts))
    if (Error error = addCopy(plan.before, {Span::Input, number, 0},
                              advance(scratch, bytes * position), part, false,
                              true, tensor.type))
      return error;
  return Error::success();
}

/// The other device of a partial_swap.
static int64_t getSwapPeer(const Mesh &mesh, const CollectiveTensor &tensor,
                           int64_t device) {
  AtomList moved = getMovedAtoms(tensor.from, tensor.to);
  uint32_t others = ~moved.mask() & ((1u << mesh.getAtoms().size()) - 1);
  AtomList same = AtomList::fromMask(others);
  for (int64_t peer = 0; peer < mesh.getNumDevices(); ++peer)
    if (peer != device &&
        mesh.getPart(peer, same) == mesh.getPart(device, same))
      return peer;
  __builtin_unreachable();
}

/// Sends the other device of the pair what it keeps of the input: all, or its
/// part.
Error ExchangePlanner::planSwap(unsigned number) {
  const CollectiveTensor &tensor = info.tensors[number];
  auto source = getLocalShape(mesh, tensor.from, tensor.globalShape);
  auto target = getLocalShape(mesh, tensor.to, tensor.globalShape);
  Shape zeros(target.size(), 0);
  int64_t peer = getSwapPeer(mesh, tensor, device);
  auto getPart = [&](int64_t receiver) {
    auto begin =
        getLocalOffsets(mesh, tensor.from, tensor.globalShape, receiver);
    auto offsets =
        getLocalOffsets(mesh, tensor.to, tensor.globalShape, receiver);
    for (size_t d = 0; d < offsets.size(); ++d)
      offsets[d] -= begin[d];
    return BoxMove::make(target, source, offsets, target, zeros);
  };
  if (Error error = addMessage(number, getPart(peer), peer, true))
    return error;
  return addMessage(number, getPart(device), peer, false);
}

//===----------------------------------------------------------------------===//
// Transfers
//===----------------------------------------------------------------------===//

std::vector<Move> ExchangePlanner::getMoves(const CollectiveTensor &tensor,
                                            int64_t receiver) const {
  auto source = getLocalShape(mesh, tensor.from, tensor.globalShape);
  auto target = getLocalShape(mesh, tensor.to, tensor.globalShape);
  std::vector<Move> moves;
  for (const Transfer &transfer :
       getTransfers(mesh, tensor.from, tensor.to, tensor.globalShape, receiver))
    moves.emplace_back(transfer.peer,
                       BoxMove::make(transfer.source.sizes, source,
                                     transfer.source.offsets, target,
                                     transfer.targetOffsets));
  return moves;
}

/// Whether every device gets the whole parts of its group, one after another in
/// the order of the communicator. All members must decide alike, so this looks
/// at all devices.
bool ExchangePlanner::isPlainGather(const CollectiveTensor &tensor) const {
  if (info.kind != CollectiveKind::AllGather)
    return false;
  AtomList moved = getMovedAtoms(tensor.from, tensor.to);
  int64_t count =
      getProduct(getLocalShape(mesh, tensor.from, tensor.globalShape));
  uint32_t others = ~moved.mask() & ((1u << mesh.getAtoms().size()) - 1);
  AtomList same = AtomList::fromMask(others);
  for (int64_t receiver = 0; receiver < mesh.getNumDevices(); ++receiver)
    for (auto &[peer, move] : getMoves(tensor, receiver))
      if (mesh.getPart(peer, same) != mesh.getPart(receiver, same) ||
          !move.sizes.empty() || move.rowElements != count ||
          move.targetOffset != mesh.getPart(peer, moved) * count)
        return false;
  return true;
}

/// One box to or from another device.
Error ExchangePlanner::addMessage(unsigned number, const BoxMove &move,
                                  int64_t peer, bool isSend) {
  const CollectiveTensor &tensor = info.tensors[number];
  unsigned elementBytes = getByteSize(tensor.type);
  int64_t count = getElements(move);
  if (count == 0)
    return Error::success();
  NcclCall call =
      addCall(isSend ? NcclCall::Send : NcclCall::Receive, number, count);
  call.atoms = (1u << mesh.getAtoms().size()) - 1;
  call.peer = peer;
  Span &span = isSend ? call.source : call.target;
  int64_t offset = isSend ? move.sourceOffset : move.targetOffset;
  auto &strides = isSend ? move.sourceStrides : move.targetStrides;
  if (strides == getPackedStrides(move)) {
    span.byteOffset = offset * elementBytes;
  } else {
    Span tensorSpan = span;
    span = takeScratch(count * elementBytes);
    Error error = isSend ? addCopy(plan.before, tensorSpan, span, move, false,
                                   true, tensor.type)
                         : addCopy(plan.after, span, tensorSpan, move, true,
                                   false, tensor.type);
    if (error)
      return error;
  }
  plan.calls.back() = call;
  return Error::success();
}

/// Between two devices, messages go in the order of the receiver's transfers,
/// on both sides.
Error ExchangePlanner::planTransfers(unsigned number) {
  const CollectiveTensor &tensor = info.tensors[number];
  if (!byMessages && isPlainGather(tensor)) {
    addCall(NcclCall::AllGather, number,
            getProduct(getLocalShape(mesh, tensor.from, tensor.globalShape)));
    return Error::success();
  }
  for (int64_t receiver = 0; receiver < mesh.getNumDevices(); ++receiver)
    for (auto &[peer, move] : getMoves(tensor, receiver)) {
      Error error = Error::success();
      if (peer == receiver && receiver == device)
        error =
            addCopy(plan.before, {Span::Input, number, 0},
                    {Span::Output, number, 0}, move, false, false, tensor.type);
      else if (peer == device && receiver != device)
        error = addMessage(number, move, receiver, /*isSend=*/true);
      else if (receiver == device)
        error = addMessage(number, move, peer, /*isSend=*/false);
      if (error)
        return error;
    }
  return Error::success();
}

Expected<ExchangePlan> ExchangePlanner::run() {
  if (info.kind == CollectiveKind::PartialSwap) {
    for (unsigned number = 0; number < info.tensors.size(); ++number)
      if (Error error = planSwap(number))
        return error;
    return std::move(plan);
  }
  bool reduces = info.kind == CollectiveKind::AllReduce ||
                 info.kind == CollectiveKind::ReduceScatter;
  for (unsigned number = 0; number < info.tensors.size(); ++number)
    if (Error error = reduces ? planReduction(number) : planTransfers(number))
      return error;
  return std::move(plan);
}

Expected<ExchangePlan> ExchangePlan::make(const Mesh &mesh,
                                          const CollectiveInfo &info,
                                          int64_t device, bool byMessages) {
  return ExchangePlanner(mesh, info, device, byMessages).run();
}

//===----------------------------------------------------------------------===//
// Copies into the memory of another device
//===----------------------------------------------------------------------===//

/// The calls of one kind, or nothing if one of them is with another device.
static std::optional<std::vector<NcclCall>>
selectCalls(const ExchangePlan &plan, NcclCall::Kind kind, int64_t peer) {
  std::vector<NcclCall> calls;
  for (const NcclCall &call : plan.calls) {
    if (call.peer != peer)
      return std::nullopt;
    if (call.kind == kind)
      calls.push_back(call);
  }
  return calls;
}

std::optional<PeerExchange> PeerExchange::make(const Mesh &mesh,
                                               const CollectiveInfo &info,
                                               int64_t device) {
  if (info.kind != CollectiveKind::PartialSwap &&
      info.kind != CollectiveKind::AllGather)
    return std::nullopt;
  auto plan = [&](int64_t which) {
    // Messages reduce nothing, which is all that could be refused.
    return std::move(*ExchangePlan::make(mesh, info, which, true));
  };
  ExchangePlan own = plan(device);
  if (own.calls.empty())
    return std::nullopt;
  PeerExchange exchange;
  exchange.peer = own.calls.front().peer;
  ExchangePlan other = plan(exchange.peer);
  auto sends = selectCalls(own, NcclCall::Send, exchange.peer);
  auto receives = selectCalls(other, NcclCall::Receive, device);
  if (!sends || !receives || sends->size() != receives->size() ||
      !own.after.empty() || !other.after.empty())
    return std::nullopt;
  for (size_t i = 0; i < sends->size(); ++i) {
    const NcclCall &send = (*sends)[i];
    exchange.messages.push_back({send.source, (*receives)[i].target,
                                 send.count * int64_t(getByteSize(send.type))});
  }
  exchange.before = std::move(own.before);
  exchange.scratchBytes = own.scratchBytes;
  return exchange;
}
