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

#include "Problems.h"
#include "shardwise/Bundle/Safetensors.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Signals.h"
#include <unistd.h>

using namespace mlir::shardwise;
namespace fs = llvm::sys::fs;
namespace json = llvm::json;

/// What the data begins at a multiple of.
static constexpr uint64_t kAlignment = 64;

void SafetensorsWriter::add(llvm::StringRef name, TensorView tensor) {
  items.push_back({name.str(), tensor});
}

void SafetensorsWriter::setMetadata(llvm::StringRef key,
                                    llvm::StringRef value) {
  metadata[key.str()] = value.str();
}

llvm::Error SafetensorsWriter::check(llvm::StringRef path) const {
  Problems problems;
  llvm::StringSet<> names;
  for (const Item &item : items) {
    std::string prefix = path.str() + ": tensor '" + item.name + "': ";
    if (item.name == "__metadata__")
      problems.add(prefix + "the format keeps this name for itself");
    if (!json::isUTF8(item.name))
      problems.add(prefix + "its name is not UTF-8");
    if (!names.insert(item.name).second)
      problems.add(prefix + "is added twice");
    const TensorView &tensor = item.tensor;
    std::optional<int64_t> count = getNumElements(tensor.shape);
    int64_t size = 0;
    if (!count ||
        llvm::MulOverflow(*count, int64_t(getByteSize(tensor.dtype)), size) ||
        static_cast<uint64_t>(size) != tensor.bytes.size())
      problems.add(prefix + "has " + llvm::Twine(tensor.bytes.size()) +
                   " bytes, which do not fit " + tensor.getTypeString());
  }
  return problems.take();
}

/// The length and the header, padded with spaces.
std::string
SafetensorsWriter::makeHeader(llvm::ArrayRef<const Item *> order) const {
  std::string text(8, '\0');
  llvm::raw_string_ostream os(text);
  json::OStream stream(os);
  stream.object([&] {
    if (!metadata.empty())
      stream.attributeObject("__metadata__", [&] {
        for (const auto &[key, value] : metadata)
          stream.attribute(key, value);
      });
    uint64_t offset = 0;
    for (const Item *item : order) {
      uint64_t end = offset + item->tensor.bytes.size();
      stream.attributeObject(item->name, [&] {
        stream.attribute("dtype", getFileName(item->tensor.dtype));
        stream.attribute("shape", json::Array(item->tensor.shape));
        stream.attribute("data_offsets", json::Array{offset, end});
      });
      offset = end;
    }
  });
  stream.flush();
  text.resize(llvm::alignTo(text.size(), kAlignment), ' ');
  llvm::support::endian::write64le(text.data(), text.size() - 8);
  return text;
}

/// Makes `path` hold what `print` prints, or leaves it as it was.
static llvm::Error
writeAtomically(llvm::StringRef path,
                llvm::function_ref<void(llvm::raw_ostream &)> print) {
  auto fail = [&](std::error_code code) {
    return llvm::createStringError(
        code, path + ": cannot be written: " + code.message());
  };
  int descriptor;
  llvm::SmallString<128> temporary;
  if (std::error_code code =
          fs::createUniqueFile(path + ".%%%%%%%%.tmp", descriptor, temporary))
    return fail(code);
  llvm::sys::RemoveFileOnSignal(temporary);
  llvm::scope_exit cleanup([&] {
    fs::remove(temporary);
    llvm::sys::DontRemoveFileOnSignal(temporary);
  });

  llvm::raw_fd_ostream os(descriptor, /*shouldClose=*/true);
  print(os);
  os.flush();
  std::error_code code = os.error();
  if (!code && ::fsync(descriptor) != 0)
    code = std::error_code(errno, std::generic_category());
  os.close();
  if (!code)
    code = os.error();
  os.clear_error();
  if (code)
    return fail(code);
  if (std::error_code renameCode = fs::rename(temporary, path))
    return fail(renameCode);
  return llvm::Error::success();
}

llvm::Error SafetensorsWriter::write(llvm::StringRef path) const {
  if (llvm::Error error = check(path))
    return error;
  std::vector<const Item *> order;
  for (const Item &item : items)
    order.push_back(&item);
  llvm::sort(order, [](const Item *a, const Item *b) {
    unsigned sizeA = getByteSize(a->tensor.dtype);
    unsigned sizeB = getByteSize(b->tensor.dtype);
    return sizeA != sizeB ? sizeA > sizeB : a->name < b->name;
  });
  return writeAtomically(path, [&](llvm::raw_ostream &os) {
    os << makeHeader(order);
    for (const Item *item : order)
      os << item->tensor.bytes;
  });
}
