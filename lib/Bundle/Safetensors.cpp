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
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"

using namespace mlir::shardwise;
namespace json = llvm::json;

/// The members of an object in the order of their keys, so that messages come
/// in the same order everywhere.
static std::vector<const json::Object::value_type *>
sortedMembers(const json::Object &object) {
  std::vector<const json::Object::value_type *> members;
  for (const json::Object::value_type &member : object)
    members.push_back(&member);
  llvm::sort(members, [](const auto *a, const auto *b) {
    return llvm::StringRef(a->first) < llvm::StringRef(b->first);
  });
  return members;
}

/// The bytes of the header's length.
static constexpr uint64_t kLengthSize = 8;
/// What other readers of the format accept.
static constexpr uint64_t kMaxHeaderSize = 100'000'000;

namespace mlir::shardwise {

/// Reads the header of one file into a `SafetensorsFile`.
class SafetensorsReader {
public:
  SafetensorsReader(SafetensorsFile &file)
      : file(file), path(file.getPath()), bytes(file.buffer->getBuffer()) {}

  llvm::Error run();

private:
  llvm::Error splitHeader();
  void readMetadata(const json::Value &value);
  void readEntry(llvm::StringRef name, const json::Value &value);
  std::optional<DType> readDType(llvm::StringRef name,
                                 const json::Object &object);
  bool readShape(llvm::StringRef name, const json::Object &object,
                 llvm::SmallVectorImpl<int64_t> &shape);
  std::optional<llvm::StringRef> readRange(llvm::StringRef name,
                                           const json::Object &object);
  void checkCoverage();

  /// Notes a problem of one tensor.
  void report(llvm::StringRef name, const llvm::Twine &message) {
    problems.add(path + ": tensor '" + name + "': " + message);
  }

  SafetensorsFile &file;
  std::string path;
  llvm::StringRef bytes;
  llvm::StringRef header;
  llvm::StringRef data;
  Problems problems;
};

} // namespace mlir::shardwise

/// Cuts the file into header and data.
llvm::Error SafetensorsReader::splitHeader() {
  if (bytes.size() < kLengthSize)
    return llvm::createStringError(
        path + ": not a safetensors file: has " + llvm::Twine(bytes.size()) +
        " bytes, expected at least 8 for the length of the header");
  uint64_t size = llvm::support::endian::read64le(bytes.data());
  uint64_t rest = bytes.size() - kLengthSize;
  if (size > rest)
    return llvm::createStringError(path + ": the header should have " +
                                   llvm::Twine(size) + " bytes, the file has " +
                                   llvm::Twine(rest) + " after the length");
  if (size > kMaxHeaderSize)
    return llvm::createStringError(path + ": the header has " +
                                   llvm::Twine(size) +
                                   " bytes, at most 100000000 are supported");
  header = bytes.substr(kLengthSize, size);
  data = bytes.drop_front(kLengthSize + size);
  return llvm::Error::success();
}

void SafetensorsReader::readMetadata(const json::Value &value) {
  const json::Object *object = value.getAsObject();
  if (!object)
    return problems.add(path + ": __metadata__ is not an object");
  for (const json::Object::value_type *member : sortedMembers(*object)) {
    if (std::optional<llvm::StringRef> string = member->second.getAsString())
      file.metadata[member->first.str()] = string->str();
    else
      problems.add(path + ": __metadata__ '" + member->first.str() +
                   "' is not a string");
  }
}

std::optional<DType> SafetensorsReader::readDType(llvm::StringRef name,
                                                  const json::Object &object) {
  std::optional<llvm::StringRef> text = object.getString("dtype");
  if (!text) {
    report(name, "dtype is missing or not a string");
    return std::nullopt;
  }
  std::optional<DType> dtype = parseFileDType(*text);
  if (!dtype)
    report(name, "dtype '" + *text + "' is not known");
  return dtype;
}

bool SafetensorsReader::readShape(llvm::StringRef name,
                                  const json::Object &object,
                                  llvm::SmallVectorImpl<int64_t> &shape) {
  const json::Array *array = object.getArray("shape");
  if (!array) {
    report(name, "shape is missing or not an array");
    return false;
  }
  for (const json::Value &value : *array) {
    std::optional<int64_t> size = value.getAsInteger();
    if (!size || *size < 0) {
      report(name, "shape has " + printJSON(value) +
                       ", expected an integer that is not negative");
      return false;
    }
    shape.push_back(*size);
  }
  return true;
}

/// The bytes that `data_offsets` names.
std::optional<llvm::StringRef>
SafetensorsReader::readRange(llvm::StringRef name, const json::Object &object) {
  const json::Array *array = object.getArray("data_offsets");
  if (!array || array->size() != 2) {
    report(name, "data_offsets is missing or not an array of two");
    return std::nullopt;
  }
  std::optional<int64_t> begin = (*array)[0].getAsInteger();
  std::optional<int64_t> end = (*array)[1].getAsInteger();
  if (!begin || !end || *begin < 0 || *end < *begin ||
      static_cast<uint64_t>(*end) > data.size()) {
    report(name, "data_offsets are " + printJSON(*object.get("data_offsets")) +
                     ", expected an ascending range within the " +
                     llvm::Twine(data.size()) + " bytes of data");
    return std::nullopt;
  }
  return data.slice(*begin, *end);
}

void SafetensorsReader::readEntry(llvm::StringRef name,
                                  const json::Value &value) {
  const json::Object *object = value.getAsObject();
  if (!object)
    return report(name, "is not described by an object");
  std::optional<DType> dtype = readDType(name, *object);
  llvm::SmallVector<int64_t, 4> shape;
  bool hasShape = readShape(name, *object, shape);
  std::optional<llvm::StringRef> range = readRange(name, *object);
  if (!dtype || !hasShape || !range)
    return;

  std::optional<int64_t> count = getNumElements(shape);
  int64_t size = 0;
  if (!count || llvm::MulOverflow(*count, int64_t(getByteSize(*dtype)), size))
    return report(name, "its shape " + toString(*dtype, shape) +
                            " has more bytes than 63 bits can count");
  if (static_cast<uint64_t>(size) != range->size())
    return report(name, "has " + llvm::Twine(range->size()) +
                            " bytes, expected " + llvm::Twine(size) + " for " +
                            toString(*dtype, shape));
  file.entries.push_back({name.str(), *dtype, std::move(shape), *range});
}

/// Checks that the tensors cover the data: no overlap, no gap, no rest.
void SafetensorsReader::checkCoverage() {
  std::vector<const SafetensorsEntry *> order;
  for (const SafetensorsEntry &entry : file.entries)
    order.push_back(&entry);
  llvm::sort(order, [](const auto *a, const auto *b) {
    return std::make_tuple(a->bytes.begin(), a->bytes.end(), a) <
           std::make_tuple(b->bytes.begin(), b->bytes.end(), b);
  });
  const char *covered = data.begin();
  for (const SafetensorsEntry *entry : order) {
    int64_t begin = entry->bytes.begin() - data.begin();
    if (entry->bytes.begin() != covered)
      report(entry->name, "begins at byte " + llvm::Twine(begin) +
                              " of the data, expected " +
                              llvm::Twine(covered - data.begin()) +
                              " where the tensors before it end");
    covered = std::max(covered, entry->bytes.end());
  }
  if (covered != data.end())
    problems.add(path + ": the tensors cover " +
                 llvm::Twine(covered - data.begin()) + " of " +
                 llvm::Twine(data.size()) + " bytes of data");
}

llvm::Error SafetensorsReader::run() {
  if (llvm::Error error = splitHeader())
    return error;
  llvm::Expected<JSONText> text = JSONText::parse(header, path + ": header");
  if (!text)
    return text.takeError();
  const json::Object *object = text->getRoot().getAsObject();
  if (!object)
    return llvm::createStringError(path + ": the header is not an object");
  for (llvm::StringRef duplicate : text->getDuplicates())
    problems.add(path + ": the header has '" + duplicate + "' twice");
  // In the order of the names, which is also the order of the entries.
  for (const json::Object::value_type *member : sortedMembers(*object)) {
    if (member->first == "__metadata__")
      readMetadata(member->second);
    else
      readEntry(member->first, member->second);
  }
  if (problems.empty())
    checkCoverage();
  return problems.take();
}

//===----------------------------------------------------------------------===//
// SafetensorsFile
//===----------------------------------------------------------------------===//

llvm::Expected<SafetensorsFile>
SafetensorsFile::parse(std::unique_ptr<llvm::MemoryBuffer> buffer) {
  SafetensorsFile file;
  file.buffer = std::move(buffer);
  if (llvm::Error error = SafetensorsReader(file).run())
    return error;
  return file;
}

llvm::Expected<SafetensorsFile> SafetensorsFile::open(llvm::StringRef path) {
  auto buffer = llvm::MemoryBuffer::getFile(path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer)
    return llvm::createStringError(
        buffer.getError(),
        path + ": cannot be read: " + buffer.getError().message());
  return parse(std::move(*buffer));
}

const SafetensorsEntry *SafetensorsFile::find(llvm::StringRef name) const {
  auto it = llvm::lower_bound(
      entries, name, [](const SafetensorsEntry &entry, llvm::StringRef name) {
        return llvm::StringRef(entry.name) < name;
      });
  return it != entries.end() && it->name == name ? &*it : nullptr;
}
