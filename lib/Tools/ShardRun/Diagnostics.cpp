//===- Diagnostics.cpp - Messages on the error stream ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A step has lines of many kilobytes, so a message names its place and does not
// print the line.
//
//===----------------------------------------------------------------------===//

#include "Diagnostics.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Location.h"
#include "llvm/Support/FileSystem.h"

using namespace mlir;
using namespace mlir::shardwise;

/// The first file location inside, outermost first.
static FileLineColLoc findFileLoc(Location loc) {
  FileLineColLoc found;
  loc->walk([&](Location inner) {
    found = dyn_cast<FileLineColLoc>(inner);
    return found ? WalkResult::interrupt() : WalkResult::advance();
  });
  return found;
}

std::string tools::formatLocation(Location loc) {
  FileLineColLoc file = findFileLoc(loc);
  if (!file)
    return "";
  std::string text = file.getFilename().str();
  if (file.getLine())
    text += ":" + std::to_string(file.getLine()) + ":" +
            std::to_string(file.getColumn());
  return text;
}

static StringRef getName(DiagnosticSeverity severity) {
  switch (severity) {
  case DiagnosticSeverity::Note:
    return "note";
  case DiagnosticSeverity::Warning:
    return "warning";
  case DiagnosticSeverity::Error:
    return "error";
  case DiagnosticSeverity::Remark:
    return "remark";
  }
  llvm_unreachable("unknown severity");
}

static void print(Diagnostic &diag) {
  std::string place = tools::formatLocation(diag.getLocation());
  llvm::errs() << (place.empty() ? "shard-run" : place) << ": "
               << getName(diag.getSeverity()) << ": " << diag << "\n";
}

tools::DiagnosticPrinter::DiagnosticPrinter(MLIRContext *context)
    : handler(context, [](Diagnostic &diag) {
        llvm::outs().flush();
        print(diag);
        for (Diagnostic &note : diag.getNotes())
          print(note);
        return success();
      }) {}

/// Whether the text before a message's first colon is a place: the tool itself,
/// or a file with or without line and column.
static bool isPlace(StringRef text) {
  return !text.contains(' ') || llvm::sys::fs::exists(text);
}

/// Puts "error: " after the place that a message begins with, if it does.
static void printMessage(StringRef message) {
  auto [place, rest] = message.split(": ");
  if (rest.empty() || !isPlace(place))
    llvm::errs() << "shard-run: error: " << message << "\n";
  else
    llvm::errs() << place << ": error: " << rest << "\n";
}

void tools::printError(llvm::Error error) {
  llvm::outs().flush();
  llvm::handleAllErrors(std::move(error), [](const llvm::ErrorInfoBase &info) {
    printMessage(info.message());
  });
}
