//===- TextTable.h - Rows of aligned columns --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_TEXTTABLE_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_TEXTTABLE_H

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace shardwise::tools {

/// A table in plain text: columns as wide as their widest cell, two spaces
/// between them and before the first.
class TextTable {
public:
  void addRow(std::vector<std::string> cells) {
    rows.push_back(std::move(cells));
  }

  void print(std::ostream &os) const {
    std::vector<size_t> widths;
    for (const auto &row : rows)
      for (size_t i = 0; i < row.size(); ++i) {
        widths.resize(std::max(widths.size(), i + 1));
        widths[i] = std::max(widths[i], row[i].size());
      }
    for (const auto &row : rows) {
      std::string line;
      for (size_t i = 0; i < row.size(); ++i)
        line += "  " + row[i] + std::string(widths[i] - row[i].size(), ' ');
      line.erase(line.find_last_not_of(' ') + 1);
      os << line << "\n";
    }
  }

private:
  std::vector<std::vector<std::string>> rows;
};

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_TEXTTABLE_H
