//===- CommandLine.h - Options of the tools ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a tool is asked for: each option is declared once, with the variable
// that it sets. `--steps=3` and `--steps 3` are the same. An option has one
// spelling and is given once; its name is not shortened. CLI11 does the work.
//
//===----------------------------------------------------------------------===//

#ifndef SHARDWISE_LIB_TOOLS_SHARDRUN_COMMANDLINE_H
#define SHARDWISE_LIB_TOOLS_SHARDRUN_COMMANDLINE_H

#include "shardwise/Support/Error.h"
#include <functional>
#include <memory>

namespace shardwise::tools {

class CommandLine {
public:
  /// `overview` says what the tool does, `version` is the line of --version.
  CommandLine(const std::string &tool, const std::string &overview,
              const std::string &version);
  ~CommandLine();

  /// Declares the next operand, which may be missing.
  void addOperand(const std::string &name, std::string &value,
                  const std::string &description);
  /// Declares an option, `name` with its hyphens. It sets `value`, which is its
  /// default before.
  template <typename T>
  void add(const std::string &name, T &value, const std::string &valueName,
           const std::string &description) {
    addOption(name, valueName, description,
              [name, &value](const std::string &text) {
                return read(name, text, value);
              });
  }
  /// The same for an option without a value.
  void add(const std::string &name, bool &value,
           const std::string &description);
  /// As `add`; --help does not show it.
  void addHidden(const std::string &name, bool &value);

  /// Reads the command line. --help and --version print and end the process.
  Error parse(int argc, char **argv);
  bool isGiven(const std::string &name) const;

private:
  struct Implementation;
  /// Takes the text of an option.
  using Setter = std::function<Error(const std::string &)>;
  void addOption(const std::string &name, const std::string &valueName,
                 const std::string &description, Setter setter);

  static Error read(const std::string &name, const std::string &text,
                    std::string &value) {
    if (text.empty())
      return makeError("{} needs a value", name);
    value = text;
    return Error::success();
  }
  template <typename T>
  static Error read(const std::string &name, const std::string &text,
                    T &value) {
    std::optional<T> number = parseNumber<T>(text);
    if (!number)
      return makeError("{}={}: expected a number", name, text);
    value = *number;
    return Error::success();
  }

  std::unique_ptr<Implementation> implementation;
};

} // namespace shardwise::tools

#endif // SHARDWISE_LIB_TOOLS_SHARDRUN_COMMANDLINE_H
