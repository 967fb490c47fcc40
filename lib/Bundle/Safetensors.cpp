//===- Safetensors.cpp - Reading named tensors from one file --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reading. The header is checked in three steps: the text as JSON, each tensor
// for itself, then the byte ranges against each other. A problem of one tensor
// does not hide those of the next; the byte ranges are compared only where all
// tensors are right, because one wrong shape would blame its neighbours.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Bundle/Safetensors.h"
#include "JSONText.h"
#include "Problems.h"
#include "shardwise/Support/Error.h"
#include <algorithm>
#include <string_view>
#include <vector>

using namespace shardwise;

/// The bytes of the header's length.
static constexpr uint64_t kLengthSize = 8;
/// What other readers of the format accept.
static constexpr uint64_t kMaxHeaderSize = 100'000'000;

namespace shardwise {

/// Reads the header of one file into a `SafetensorsFile`.
class SafetensorsReader {
public:
  SafetensorsReader(SafetensorsFile &file)
      : file(file), path(file.getPath()), bytes(file.bytes.getText()) {}

  Error run();

private:
  Error splitHeader();
  void readMetadata(const Json &value);
  void readEntry(std::string_view name, const Json &value);
  std::optional<DType> readDType(std::string_view name, const Json &object);
  bool readShape(std::string_view name, const Json &object,
                 std::vector<int64_t> &shape);
  std::optional<std::string_view> readRange(std::string_view name,
                                            const Json &object);
  void checkCoverage();

  /// Notes a problem of one tensor.
  void report(std::string_view name, std::string_view message) {
    problems.add(formatText("{}: tensor '{}': {}", path, name, message));
  }

  SafetensorsFile &file;
  std::string path;
  std::string_view bytes;
  std::string_view header;
  std::string_view data;
  Problems problems;
};

} // namespace shardwise

/// Cuts the file into header and data.
Error SafetensorsReader::splitHeader() {
  if (bytes.size() < kLengthSize)
    return makeError("{}: not a safetensors file: has {} bytes, expected at "
                     "least 8 for the length of the header",
                     path, bytes.size());
  uint64_t size;
  std::memcpy(&size, bytes.data(), kLengthSize);
  uint64_t rest = bytes.size() - kLengthSize;
  if (size > rest)
    return makeError(
        "{}: the header should have {} bytes, the file has {} after the length",
        path, size, rest);
  if (size > kMaxHeaderSize)
    return makeError(
        "{}: the header has {} bytes, at most 100000000 are supported", path,
        size);
  header = bytes.substr(kLengthSize, size);
  data = bytes.substr(kLengthSize + size);
  return Error::success();
}

void SafetensorsReader::readMetadata(const Json &value) {
  if (!value.is_object())
    return problems.add(formatText("{}: __metadata__ is not an object", path));
  for (const auto &[key, member] : value.items()) {
    if (const std::string *text = getString(member))
      file.metadata[key] = *text;
    else
      problems.add(
          formatText("{}: __metadata__ '{}' is not a string", path, key));
  }
}

std::optional<DType> SafetensorsReader::readDType(std::string_view name,
                                                  const Json &object) {
  const Json *member = getMember(object, "dtype");
  const std::string *text = member ? getString(*member) : nullptr;
  if (!text) {
    report(name, "dtype is missing or not a string");
    return std::nullopt;
  }
  std::optional<DType> dtype = parseFileDType(*text);
  if (!dtype)
    report(name, formatText("dtype '{}' is not known", *text));
  return dtype;
}

bool SafetensorsReader::readShape(std::string_view name, const Json &object,
                                  std::vector<int64_t> &shape) {
  const Json *array = getArray(object, "shape");
  if (!array) {
    report(name, "shape is missing or not an array");
    return false;
  }
  for (const Json &value : *array) {
    std::optional<int64_t> size = getInteger(value);
    if (!size || *size < 0) {
      report(name, formatText(
                       "shape has {}, expected an integer that is not negative",
                       printJSON(value)));
      return false;
    }
    shape.push_back(*size);
  }
  return true;
}

/// The bytes that `data_offsets` names.
std::optional<std::string_view>
SafetensorsReader::readRange(std::string_view name, const Json &object) {
  const Json *array = getArray(object, "data_offsets");
  if (!array || array->size() != 2) {
    report(name, "data_offsets is missing or not an array of two");
    return std::nullopt;
  }
  std::optional<int64_t> begin = getInteger((*array)[0]);
  std::optional<int64_t> end = getInteger((*array)[1]);
  if (!begin || !end || *begin < 0 || *end < *begin ||
      static_cast<uint64_t>(*end) > data.size()) {
    report(name, formatText("data_offsets are {}, expected an ascending range "
                            "within the {} bytes of data",
                            printJSON(*getMember(object, "data_offsets")),
                            data.size()));
    return std::nullopt;
  }
  return data.substr(*begin, *end - *begin);
}

void SafetensorsReader::readEntry(std::string_view name, const Json &value) {
  if (!value.is_object())
    return report(name, "is not described by an object");
  std::optional<DType> dtype = readDType(name, value);
  std::vector<int64_t> shape;
  bool hasShape = readShape(name, value, shape);
  std::optional<std::string_view> range = readRange(name, value);
  if (!dtype || !hasShape || !range)
    return;

  std::optional<int64_t> size = getNumBytes(*dtype, shape);
  if (!size)
    return report(
        name, formatText("its shape {} has more bytes than 63 bits can count",
                         toString(*dtype, shape)));
  if (static_cast<uint64_t>(*size) != range->size())
    return report(name,
                  formatText("has {} bytes, expected {} for {}", range->size(),
                             *size, toString(*dtype, shape)));
  file.entries.push_back({std::string(name), *dtype, std::move(shape), *range});
}

/// Checks that the tensors cover the data: no overlap, no gap, no rest.
void SafetensorsReader::checkCoverage() {
  std::vector<const SafetensorsEntry *> order;
  for (const SafetensorsEntry &entry : file.entries)
    order.push_back(&entry);
  std::ranges::sort(order, [](const auto *a, const auto *b) {
    return std::make_tuple(a->bytes.data(), a->bytes.size(), a) <
           std::make_tuple(b->bytes.data(), b->bytes.size(), b);
  });
  size_t covered = 0;
  for (const SafetensorsEntry *entry : order) {
    size_t begin = entry->bytes.data() - data.data();
    if (begin != covered)
      report(entry->name, formatText("begins at byte {} of the data, expected "
                                     "{} where the tensors before it end",
                                     begin, covered));
    covered = std::max(covered, begin + entry->bytes.size());
  }
  if (covered != data.size())
    problems.add(formatText("{}: the tensors cover {} of {} bytes of data",
                            path, covered, data.size()));
}

Error SafetensorsReader::run() {
  if (Error error = splitHeader())
    return error;
  Expected<JSONText> text = JSONText::parse(header, path + ": header");
  if (!text)
    return text.takeError();
  const Json &root = text->getRoot();
  if (!root.is_object())
    return makeError("{}: the header is not an object", path);
  for (std::string_view duplicate : text->getDuplicates())
    problems.add(formatText("{}: the header has '{}' twice", path, duplicate));
  // In the order of the names, which is also the order of the entries.
  for (const auto &[key, value] : root.items()) {
    if (key == "__metadata__")
      readMetadata(value);
    else
      readEntry(key, value);
  }
  if (problems.empty())
    checkCoverage();
  return problems.take();
}

//===----------------------------------------------------------------------===//
// SafetensorsFile
//===----------------------------------------------------------------------===//

Expected<SafetensorsFile> SafetensorsFile::parse(MappedFile bytes,
                                                 std::string path) {
  SafetensorsFile file;
  file.bytes = std::move(bytes);
  file.path = std::move(path);
  if (Error error = SafetensorsReader(file).run())
    return error;
  return file;
}

Expected<SafetensorsFile> SafetensorsFile::open(std::string_view path) {
  std::string name(path);
  Expected<MappedFile> bytes = MappedFile::open(name);
  if (!bytes)
    return makeError("{}: cannot be read: {}", path,
                     toString(bytes.takeError()));
  return parse(std::move(*bytes), std::move(name));
}

const SafetensorsEntry *SafetensorsFile::find(std::string_view name) const {
  auto it = std::ranges::lower_bound(entries, name, std::less<>(),
                                     [](const SafetensorsEntry &entry) {
                                       return std::string_view(entry.name);
                                     });
  return it != entries.end() && it->name == name ? &*it : nullptr;
}
