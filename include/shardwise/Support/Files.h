//===- Files.h - Reading and writing whole files ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Files that are read at once, and files that appear whole or not at all.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_SUPPORT_FILES_H
#define SHARDWISE_SUPPORT_FILES_H

#include "shardwise/Support/Error.h"
#include <functional>

namespace shardwise {

/// The bytes of a file, mapped into memory while this lives, or text in its
/// place. The bytes stay where they are when it is moved. A file that becomes
/// shorter while it is mapped is not guarded against.
class MappedFile {
public:
  /// Maps a file; an error says why it cannot, without its name.
  static Expected<MappedFile> open(const std::string &path);
  /// Bytes that were never in a file.
  static MappedFile fromText(std::string_view text);

  MappedFile() = default;
  MappedFile(MappedFile &&other) { swap(other); }
  MappedFile &operator=(MappedFile &&other) {
    MappedFile taken(std::move(other));
    swap(taken);
    return *this;
  }
  ~MappedFile();

  std::string_view getText() const { return {bytes, size}; }

private:
  void swap(MappedFile &other) {
    std::swap(bytes, other.bytes);
    std::swap(size, other.size);
    std::swap(isMapped, other.isMapped);
  }

  const char *bytes = nullptr;
  size_t size = 0;
  bool isMapped = false;
};

/// All text of a file; an error says why it cannot be read, without its name.
Expected<std::string> readFile(const std::string &path);

/// Takes one piece of a file that is being written.
using FileSink = std::function<void(std::string_view)>;

/// Makes `path` hold all that `print` hands to its argument, or leaves it as it
/// was: a new file takes the name once it is on the disk. What is no regular
/// file, such as a pipe, is written to as it is. An error says why it cannot,
/// without the name.
Error writeAtomically(const std::string &path,
                      const std::function<void(const FileSink &)> &print);

} // namespace shardwise

#endif // SHARDWISE_SUPPORT_FILES_H
