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
#include <iostream>

using namespace mlir;
using namespace ::shardwise;

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

static const char *getName(DiagnosticSeverity severity) {
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

static void print(Diagnostic &diag, std::string_view tool, std::ostream &os) {
  std::string place = tools::formatLocation(diag.getLocation());
  os << formatText("{}: {}: {}\n", place.empty() ? tool : place,
                   getName(diag.getSeverity()), diag.str());
}

tools::DiagnosticPrinter::DiagnosticPrinter(MLIRContext *context,
                                            std::string_view tool,
                                            std::ostream &os)
    : handler(context, [tool, &os](Diagnostic &diag) {
        std::cout.flush();
        print(diag, tool, os);
        for (Diagnostic &note : diag.getNotes())
          print(note, tool, os);
        return success();
      }) {}
