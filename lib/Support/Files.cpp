//===- Files.cpp - Reading and writing whole files ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A file that is being written has no name where the file system allows that,
// so that nothing stays behind however the process ends; elsewhere it has a
// temporary one from the beginning.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Support/Files.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace shardwise;

static Error makeSystemError(int code) { return Error(std::strerror(code)); }

namespace {
/// An open file, closed in the end.
struct Descriptor {
  explicit Descriptor(int number) : number(number) {}
  Descriptor(const Descriptor &) = delete;
  ~Descriptor() {
    if (number >= 0)
      ::close(number);
  }
  explicit operator bool() const { return number >= 0; }

  int number;
};
} // namespace

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

/// Opens a file that is no folder, and asks for its size; 0 for what is no
/// regular file.
static int openToRead(const std::string &path, size_t &size, Error &error) {
  int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status;
  int code = 0;
  if (file < 0 || ::fstat(file, &status) != 0)
    code = errno;
  else if (S_ISDIR(status.st_mode))
    code = EISDIR;
  else
    size = S_ISREG(status.st_mode) ? status.st_size : 0;
  if (code)
    error = makeSystemError(code);
  return file;
}

/// Reads all that is left, whatever size was expected.
static Error readRest(int file, std::string &text) {
  std::vector<char> piece(1 << 18);
  for (;;) {
    ssize_t count = ::read(file, piece.data(), piece.size());
    if (count == 0)
      return Error::success();
    if (count > 0)
      text.append(piece.data(), count);
    else if (errno != EINTR)
      return makeSystemError(errno);
  }
}

Expected<std::string> shardwise::readFile(const std::string &path) {
  size_t size = 0;
  Error error;
  Descriptor file(openToRead(path, size, error));
  if (error)
    return error;
  std::string text;
  text.reserve(size);
  if (Error problem = readRest(file.number, text))
    return problem;
  return text;
}

MappedFile MappedFile::fromText(std::string_view text) {
  MappedFile file;
  char *copy = new char[text.size() + 1];
  std::memcpy(copy, text.data(), text.size());
  file.bytes = copy;
  file.size = text.size();
  return file;
}

Expected<MappedFile> MappedFile::open(const std::string &path) {
  size_t size = 0;
  Error error;
  Descriptor descriptor(openToRead(path, size, error));
  if (error)
    return error;
  if (size == 0) {
    std::string text;
    if (Error problem = readRest(descriptor.number, text))
      return problem;
    return fromText(text);
  }
  void *bytes =
      ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0);
  if (bytes == MAP_FAILED)
    return makeSystemError(errno);
  MappedFile file;
  file.bytes = static_cast<const char *>(bytes);
  file.size = size;
  file.isMapped = true;
  return file;
}

MappedFile::~MappedFile() {
  if (isMapped)
    ::munmap(const_cast<char *>(bytes), size);
  else
    delete[] bytes;
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

namespace {
/// A file that is being written and takes its name in the end.
class PendingFile {
public:
  explicit PendingFile(const std::string &path) : path(path) {}
  PendingFile(const PendingFile &) = delete;
  ~PendingFile() {
    if (!temporary.empty())
      ::unlink(temporary.c_str());
    if (file >= 0)
      ::close(file);
  }

  Error open();
  void write(std::string_view text);
  Error finish();

private:
  std::string makeName() const {
    return formatText("{}.{:08x}.tmp", path, std::random_device()());
  }
  Error giveName();

  const std::string path;
  /// The name that it has until it is whole, if it has one.
  std::string temporary;
  int file = -1;
  /// It is no regular file, which takes what is written as it comes.
  bool isDevice = false;
  int problem = 0;
};
} // namespace

Error PendingFile::open() {
  struct stat status;
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    isDevice = true;
    file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    return file < 0 ? makeSystemError(errno) : Error::success();
  }
#ifdef O_TMPFILE
  size_t slash = path.rfind('/');
  std::string folder =
      slash == std::string::npos ? "." : path.substr(0, slash + 1);
  file = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (file >= 0)
    return Error::success();
#endif
  std::string name = makeName();
  file = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0)
    return makeSystemError(errno);
  temporary = name;
  return Error::success();
}

void PendingFile::write(std::string_view text) {
  while (!text.empty() && !problem) {
    // One call takes 2 GiB at most.
    ssize_t count =
        ::write(file, text.data(), std::min<size_t>(text.size(), 1 << 30));
    if (count >= 0)
      text.remove_prefix(count);
    else if (errno != EINTR)
      problem = errno;
  }
}

/// Gives a file without a name a temporary one: only a file that has a name can
/// take the place of another.
Error PendingFile::giveName() {
  std::string name = makeName();
  std::string source = formatText("/proc/self/fd/{}", file);
  if (::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, name.c_str(),
               AT_SYMLINK_FOLLOW) != 0)
    return makeSystemError(errno);
  temporary = name;
  return Error::success();
}

Error PendingFile::finish() {
  if (!problem && !isDevice && ::fsync(file) != 0)
    problem = errno;
  if (!problem && !isDevice && temporary.empty())
    if (Error error = giveName())
      return error;
  if (::close(std::exchange(file, -1)) != 0 && !problem)
    problem = errno;
  if (!problem && !isDevice && ::rename(temporary.c_str(), path.c_str()) != 0)
    problem = errno;
  if (problem)
    return makeSystemError(problem);
  temporary.clear();
  return Error::success();
}

Error shardwise::writeAtomically(
    const std::string &path,
    const std::function<void(const FileSink &)> &print) {
  PendingFile file(path);
  if (Error error = file.open())
    return error;
  print([&](std::string_view text) { file.write(text); });
  return file.finish();
}
