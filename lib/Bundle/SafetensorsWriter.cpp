//===- SafetensorsWriter.cpp - Writing named tensors to one file ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writing. Everything that can be wrong with the tensors is found before a file
// is made; everything that can go wrong with the disk happens to the temporary
// file, which is synchronized before it takes the target's name.
//
//===----------------------------------------------------------------------===//

#include "JSONText.h"
#include "Problems.h"
#include "shardwise/Bundle/Safetensors.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Ranges.h"
#include <algorithm>
#include <cstring>
#include <set>
#include <span>
#include <string_view>
#include <vector>

using namespace shardwise;

/// What the data begins at a multiple of.
static constexpr uint64_t kAlignment = 64;

void SafetensorsWriter::add(std::string_view name, TensorView tensor) {
  items.push_back({std::string(name), tensor});
}

void SafetensorsWriter::setMetadata(std::string_view key,
                                    std::string_view value) {
  metadata[std::string(key)] = value;
}

Error SafetensorsWriter::check(std::string_view path) const {
  Problems problems;
  std::set<std::string, std::less<>> names;
  for (const Item &item : items) {
    std::string prefix = formatText("{}: tensor '{}': ", path, item.name);
    if (item.name == "__metadata__")
      problems.add(
          formatText("{}the format keeps this name for itself", prefix));
    if (!isUTF8(item.name))
      problems.add(formatText("{}its name is not UTF-8", prefix));
    if (!names.insert(item.name).second)
      problems.add(formatText("{}is added twice", prefix));
    const TensorView &tensor = item.tensor;
    if (getNumBytes(tensor.dtype, tensor.shape) !=
        static_cast<int64_t>(tensor.bytes.size()))
      problems.add(formatText("{}has {} bytes, which do not fit {}", prefix,
                              tensor.bytes.size(), tensor.getTypeString()));
  }
  return problems.take();
}

/// "[1,2]".
static std::string printList(std::span<const int64_t> numbers) {
  auto print = [](int64_t number) { return std::to_string(number); };
  return "[" + join(numbers, ",", print) + "]";
}

/// The length and the header, padded with spaces.
std::string
SafetensorsWriter::makeHeader(std::span<const Item *const> order) const {
  std::vector<std::string> members;
  if (!metadata.empty()) {
    auto print = [](const auto &entry) {
      return quoteJSON(entry.first) + ":" + quoteJSON(entry.second);
    };
    members.push_back("\"__metadata__\":{" + join(metadata, ",", print) + "}");
  }
  int64_t offset = 0;
  for (const Item *item : order) {
    const int64_t range[] = {offset,
                             offset + int64_t(item->tensor.bytes.size())};
    members.push_back(
        formatText("{}:{{\"dtype\":\"{}\",\"shape\":{},\"data_offsets\":{}}}",
                   quoteJSON(item->name), getFileName(item->tensor.dtype),
                   printList(item->tensor.shape), printList(range)));
    offset = range[1];
  }
  auto same = [](const std::string &member) { return member; };
  std::string text =
      std::string(8, '\0') + "{" + join(members, ",", same) + "}";
  text.resize(alignTo(text.size(), kAlignment), ' ');
  uint64_t size = text.size() - 8;
  std::memcpy(text.data(), &size, sizeof(size));
  return text;
}

Error SafetensorsWriter::write(std::string_view path) const {
  if (Error error = check(path))
    return error;
  std::vector<const Item *> order;
  for (const Item &item : items)
    order.push_back(&item);
  std::ranges::sort(order, [](const Item *a, const Item *b) {
    unsigned sizeA = getByteSize(a->tensor.dtype);
    unsigned sizeB = getByteSize(b->tensor.dtype);
    return sizeA != sizeB ? sizeA > sizeB : a->name < b->name;
  });
  Error error = writeAtomically(std::string(path), [&](const FileSink &sink) {
    sink(makeHeader(order));
    for (const Item *item : order)
      sink(item->tensor.bytes);
  });
  if (error)
    return makeError("{}: cannot be written: {}", path, toString(error));
  return Error::success();
}
