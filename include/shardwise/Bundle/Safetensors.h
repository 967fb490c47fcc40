//===- Safetensors.h - Named tensors in one file ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reading and writing of safetensors files: 8 bytes with the length of the
// header, a JSON header that names each tensor's element type, shape and byte
// range, then the bytes.
//
//     | length u64 | {"arg0": {"dtype": "F32", "shape": [2], ...}} | data |
//
// A file is mapped, not read, so opening a large one costs its header only. All
// that the header says is checked before a view is handed out; a broken file
// gives errors and never a view outside of its bytes. Writing goes to another
// name beside the target, which is renamed when everything is on the disk: the
// target is the old file or the new one, never a part, and mapped views of the
// old file stay valid.
//
// What the tensors mean is not known here.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_BUNDLE_SAFETENSORS_H
#define SHARDWISE_BUNDLE_SAFETENSORS_H

#include "shardwise/Bundle/TensorView.h"
#include "shardwise/Support/Error.h"
#include "shardwise/Support/Files.h"
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace shardwise {

/// One tensor of a file.
struct SafetensorsEntry {
  std::string name;
  DType dtype;
  std::vector<int64_t> shape;
  std::string_view bytes;

  TensorView getView() const { return {dtype, shape, bytes}; }
};

/// An open file. Views live as long as the object; it can be moved.
class SafetensorsFile {
public:
  /// Maps a file and checks its header; all problems are in the error.
  static Expected<SafetensorsFile> open(std::string_view path);
  /// The same for bytes that are there already; the path stands in messages.
  static Expected<SafetensorsFile> parse(MappedFile bytes, std::string path);

  std::string_view getPath() const { return path; }
  /// All tensors, sorted by name.
  std::span<const SafetensorsEntry> getEntries() const { return entries; }
  /// The tensor with a name, or null.
  const SafetensorsEntry *find(std::string_view name) const;
  /// The text that the file keeps beside its tensors, sorted by key.
  const std::map<std::string, std::string> &getMetadata() const {
    return metadata;
  }

private:
  std::string path;
  MappedFile bytes;
  std::vector<SafetensorsEntry> entries;
  std::map<std::string, std::string> metadata;

  friend class SafetensorsReader;
};

/// Collects tensors and writes them to a file. The bytes are not copied: they
/// must live until `write` returns.
class SafetensorsWriter {
public:
  void add(std::string_view name, TensorView tensor);
  void setMetadata(std::string_view key, std::string_view value);

  /// Writes the file whole or leaves what was there. Tensors are ordered by
  /// element size, the widest first, then by name, and the data begins at a
  /// multiple of 64: so each tensor is aligned, there are no gaps, and equal
  /// tensors give equal files. A tensor added twice, or one whose bytes do not
  /// fit its shape, is an error.
  Error write(std::string_view path) const;

private:
  struct Item {
    std::string name;
    TensorView tensor;
  };

  Error check(std::string_view path) const;
  std::string makeHeader(std::span<const Item *const> order) const;

  std::vector<Item> items;
  std::map<std::string, std::string> metadata;
};

} // namespace shardwise

#endif // SHARDWISE_BUNDLE_SAFETENSORS_H
