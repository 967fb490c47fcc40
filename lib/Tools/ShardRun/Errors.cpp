//===- Errors.cpp - Errors without a diagnostic ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Errors.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir::shardwise;

/// Whether the text before a message's first colon is a place: the tool itself,
/// or a file with or without line and column.
static bool isPlace(llvm::StringRef text) {
  return !text.contains(' ') || llvm::sys::fs::exists(text);
}

/// Puts "error: " after the place that a message begins with, if it does.
static void printMessage(llvm::StringRef message, llvm::StringRef tool) {
  auto [place, rest] = message.split(": ");
  if (rest.empty() || !isPlace(place))
    llvm::errs() << tool << ": error: " << message << "\n";
  else
    llvm::errs() << place << ": error: " << rest << "\n";
}

void tools::printError(llvm::Error error, llvm::StringRef tool) {
  llvm::outs().flush();
  llvm::handleAllErrors(std::move(error), [&](const llvm::ErrorInfoBase &info) {
    printMessage(info.message(), tool);
  });
}
