//===- CommandLine.cpp - Options of the tools -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// CLI11 throws; what it throws is caught in this file, the only one of the
// tools that is compiled with exceptions.
//
//===----------------------------------------------------------------------===//

#include "CommandLine.h"
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

using namespace shardwise;
using namespace shardwise::tools;

struct CommandLine::Implementation {
  CLI::App app;
  std::string tool;
  std::vector<std::pair<CLI::Option *, Setter>> setters;
  /// The options without a value.
  std::map<std::string, CLI::Option *> flags;

  CLI::Option *addFlag(const std::string &name, bool &value,
                       const std::string &description) {
    return flags[name] = app.add_flag(name, value, description);
  }
  /// Refuses a value of an option without one, of which the library takes
  /// some, and '=' behind a letter.
  Error checkValues(int argc, char **argv) const;
  /// Refuses options without a value that the library has read twice.
  Error checkCounts() const;
};

/// The width of the column of options in --help.
static constexpr size_t kOptionsWidth = 42;

CommandLine::CommandLine(const std::string &tool, const std::string &overview,
                         const std::string &version)
    : implementation(std::make_unique<Implementation>()) {
  implementation->tool = tool;
  CLI::App &app = implementation->app;
  app.name(tool);
  app.description(overview);
  app.get_formatter()->column_width(kOptionsWidth);
  app.set_help_flag("--help,-h", "Say what the options are")
      ->group("Other options");
  app.set_version_flag("--version", version, "Say which version this is")
      ->group("Other options");
}

CommandLine::~CommandLine() = default;

void CommandLine::addOperand(const std::string &name, std::string &value,
                             const std::string &description) {
  implementation->app.add_option(name, value, description);
}

void CommandLine::addOption(const std::string &name,
                            const std::string &valueName,
                            const std::string &description, Setter setter) {
  // Numbers are read here, so that messages name what was written.
  CLI::Option *option = implementation->app.add_option(
      name, [](const CLI::results_t &) { return true; }, description);
  option->type_name(valueName)
      ->multi_option_policy(CLI::MultiOptionPolicy::Throw)
      ->group("Options of " + implementation->tool);
  implementation->setters.emplace_back(option, std::move(setter));
}

void CommandLine::add(const std::string &name, bool &value,
                      const std::string &description) {
  implementation->addFlag(name, value, description)
      ->group("Options of " + implementation->tool);
}

void CommandLine::addHidden(const std::string &name, bool &value) {
  implementation->addFlag(name, value, "")->group("");
}

Error CommandLine::Implementation::checkValues(int argc, char **argv) const {
  for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
    std::string_view argument = argv[i];
    size_t end = argument.find('=');
    if (end != argument.npos && flags.contains(std::string(argument, 0, end)))
      return makeError("{}: expected no value", argument);
    // The library takes what is behind the letter for the value.
    if (argument.starts_with('-') && end == 2)
      return makeError("{}: expected '{} {}'", argument, argument.substr(0, 2),
                       argument.substr(3));
  }
  return Error::success();
}

Error CommandLine::Implementation::checkCounts() const {
  for (const auto &[name, option] : flags)
    if (option->count() > 1)
      return makeError("{} is given more than once", name);
  return Error::success();
}

/// The arguments in the reverse order that the library wants. It would look for
/// the value of `--name=` in the next argument; a value of its own is empty.
static std::vector<std::string> getArguments(int argc, char **argv) {
  std::vector<std::string> arguments;
  bool areOptions = true;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    areOptions &= argument != "--";
    bool isEmptyValue = areOptions && argument.starts_with("--") &&
                        argument.find('=') == argument.size() - 1;
    if (isEmptyValue)
      argument.pop_back();
    arguments.push_back(argument);
    if (isEmptyValue)
      arguments.emplace_back();
  }
  std::ranges::reverse(arguments);
  return arguments;
}

Error CommandLine::parse(int argc, char **argv) {
  CLI::App &app = implementation->app;
  if (Error error = implementation->checkValues(argc, argv))
    return error;
  try {
    app.parse(getArguments(argc, argv));
  } catch (const CLI::Success &request) {
    app.exit(request);
    std::cout.flush();
    std::exit(0);
  } catch (const CLI::ExtrasError &) {
    std::vector<std::string> rest = app.remaining();
    std::erase(rest, "--");
    std::string first = rest.empty() ? "--" : rest.front();
    if (first.starts_with('-'))
      return makeError("there is no option '{}'; {} --help lists them", first,
                       implementation->tool);
    return makeError("unexpected argument '{}'; {} --help says how", first,
                     implementation->tool);
  } catch (const CLI::ArgumentMismatch &error) {
    auto [name, problem] = split(error.what(), ": ");
    bool isMissing = problem.ends_with(" missing");
    return makeError("{} {}", name,
                     isMissing ? "needs a value" : "is given more than once");
  } catch (const CLI::Error &error) {
    return Error(error.what());
  }
  if (Error error = implementation->checkCounts())
    return error;
  for (auto &[option, setter] : implementation->setters)
    if (option->count() > 0)
      if (Error error = setter(option->results().front()))
        return error;
  return Error::success();
}

bool CommandLine::isGiven(const std::string &name) const {
  return implementation->app.count(name) > 0;
}
