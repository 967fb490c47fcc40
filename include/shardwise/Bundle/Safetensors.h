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
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>
#include <memory>
#include <vector>

namespace mlir::shardwise {

/// One tensor of a file.
struct SafetensorsEntry {
  std::string name;
  DType dtype;
  llvm::SmallVector<int64_t, 4> shape;
  llvm::StringRef bytes;

  TensorView getView() const { return {dtype, shape, bytes}; }
};

/// An open file. Views live as long as the object; it can be moved.
class SafetensorsFile {
public:
  /// Maps a file and checks its header; all problems are in the error.
  static llvm::Expected<SafetensorsFile> open(llvm::StringRef path);
  /// The same for bytes in memory; the buffer's name stands in messages.
  static llvm::Expected<SafetensorsFile>
  parse(std::unique_ptr<llvm::MemoryBuffer> buffer);

  llvm::StringRef getPath() const { return buffer->getBufferIdentifier(); }
  /// All tensors, sorted by name.
  llvm::ArrayRef<SafetensorsEntry> getEntries() const { return entries; }
  /// The tensor with a name, or null.
  const SafetensorsEntry *find(llvm::StringRef name) const;
  /// The text that the file keeps beside its tensors, sorted by key.
  const std::map<std::string, std::string> &getMetadata() const {
    return metadata;
  }

private:
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  std::vector<SafetensorsEntry> entries;
  std::map<std::string, std::string> metadata;

  friend class SafetensorsReader;
};

/// Collects tensors and writes them to a file. The bytes are not copied: they
/// must live until `write` returns.
class SafetensorsWriter {
public:
  void add(llvm::StringRef name, TensorView tensor);
  void setMetadata(llvm::StringRef key, llvm::StringRef value);

  /// Writes the file whole or leaves what was there. Tensors are ordered by
  /// element size, the widest first, then by name, and the data begins at a
  /// multiple of 64: so each tensor is aligned, there are no gaps, and equal
  /// tensors give equal files. A tensor added twice, or one whose bytes do not
  /// fit its shape, is an error.
  llvm::Error write(llvm::StringRef path) const;

private:
  struct Item {
    std::string name;
    TensorView tensor;
  };

  llvm::Error check(llvm::StringRef path) const;
  std::string makeHeader(llvm::ArrayRef<const Item *> order) const;

  std::vector<Item> items;
  std::map<std::string, std::string> metadata;
};

} // namespace mlir::shardwise

#endif // SHARDWISE_BUNDLE_SAFETENSORS_H
