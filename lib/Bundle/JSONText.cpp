//===- JSONText.cpp - JSON with places for messages -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JSONText.h"
#include <algorithm>
#include <cmath>

using namespace shardwise;

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

const Json *shardwise::getMember(const Json &object, std::string_view key) {
  if (!object.is_object())
    return nullptr;
  auto it = object.find(key);
  return it == object.end() ? nullptr : &*it;
}

const Json *shardwise::getArray(const Json &object, std::string_view key) {
  const Json *value = getMember(object, key);
  return value && value->is_array() ? value : nullptr;
}

const Json *shardwise::getObject(const Json &object, std::string_view key) {
  const Json *value = getMember(object, key);
  return value && value->is_object() ? value : nullptr;
}

std::optional<double> shardwise::getNumber(const Json &value) {
  if (const auto *number = value.get_ptr<const Json::number_float_t *>())
    return *number;
  if (const auto *number = value.get_ptr<const Json::number_unsigned_t *>())
    return static_cast<double>(*number);
  if (const auto *number = value.get_ptr<const Json::number_integer_t *>())
    return static_cast<double>(*number);
  return std::nullopt;
}

/// A number without a fraction as an integer of a type, if the type has it.
template <typename T> static std::optional<T> getWhole(const Json &value) {
  if (const auto *number = value.get_ptr<const Json::number_unsigned_t *>())
    return std::in_range<T>(*number) ? std::optional<T>(*number) : std::nullopt;
  if (const auto *number = value.get_ptr<const Json::number_integer_t *>())
    return std::in_range<T>(*number) ? std::optional<T>(*number) : std::nullopt;
  const auto *number = value.get_ptr<const Json::number_float_t *>();
  // The end of the range as a power of two, which a float64 holds.
  const double end = std::ldexp(1.0, std::numeric_limits<T>::digits);
  const double begin = std::is_signed_v<T> ? -end : 0;
  if (!number || std::trunc(*number) != *number || *number < begin ||
      *number >= end)
    return std::nullopt;
  return static_cast<T>(*number);
}

std::optional<int64_t> shardwise::getInteger(const Json &value) {
  return getWhole<int64_t>(value);
}

std::optional<uint64_t> shardwise::getUnsigned(const Json &value) {
  return getWhole<uint64_t>(value);
}

const std::string *shardwise::getString(const Json &value) {
  return value.get_ptr<const std::string *>();
}

static std::string print(const Json &value) {
  return value.dump(-1, ' ', /*ensure_ascii=*/false,
                    Json::error_handler_t::replace);
}

std::string shardwise::printJSON(const Json &value) {
  std::string text = print(value);
  if (text.size() > 60)
    text = text.substr(0, 57) + "...";
  return text;
}

std::string shardwise::quoteJSON(std::string_view text) { return print(text); }

bool shardwise::isUTF8(std::string_view text) {
  Json value = Json::parse(quoteJSON(text), nullptr, false);
  const std::string *kept = getString(value);
  return kept && *kept == text;
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

/// The offset after the string that begins at `begin`, which may lack its end.
static size_t skipString(std::string_view text, size_t begin) {
  for (size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return i + 1;
  }
  return text.size();
}

/// The deepest nesting of arrays and objects, of any text.
static unsigned getDepth(std::string_view text) {
  unsigned depth = 0, deepest = 0;
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (c == '"') {
      i = skipString(text, i);
      continue;
    }
    if (c == '{' || c == '[')
      deepest = std::max(deepest, ++depth);
    else if ((c == '}' || c == ']') && depth > 0)
      --depth;
    ++i;
  }
  return deepest;
}

/// "line:column" of an offset.
static std::string getPlace(std::string_view text, size_t offset) {
  std::string_view before = text.substr(0, offset);
  size_t line = std::ranges::count(before, '\n') + 1;
  size_t column = before.size() - (before.rfind('\n') + 1) + 1;
  return formatText("{}:{}", line, column);
}

//===----------------------------------------------------------------------===//
// JSONWalk
//===----------------------------------------------------------------------===//

namespace shardwise {

/// Goes once over a valid text and notes the offset of every value.
class JSONWalk {
public:
  explicit JSONWalk(JSONText &json) : json(json), text(json.text) {}
  void run();

private:
  /// An array or object that the walk is inside of.
  struct Frame {
    bool isArray;
    /// The number of elements seen so far, of an array.
    size_t count;
    /// The length of the path of the array or object itself.
    size_t pathLength;
  };

  /// Extends the path by an object's key.
  void enterKey(size_t begin, size_t end);
  /// Notes a value that begins at `offset`.
  void noteValue(size_t offset);
  /// The offset after the number or word that begins at `begin`.
  size_t skipScalar(size_t begin) const;

  JSONText &json;
  std::string_view text;
  std::string path;
  std::vector<Frame> frames;
  bool expectsKey = false;
};

} // namespace shardwise

void JSONWalk::enterKey(size_t begin, size_t end) {
  path.resize(frames.back().pathLength);
  if (!path.empty())
    path += ".";
  std::string_view quoted = text.substr(begin, end - begin);
  Json key = Json::parse(quoted, nullptr, /*allow_exceptions=*/false);
  const std::string *name = getString(key);
  if (!name)
    return;
  // A key that looks like a path stands in quotes, so that paths are unique.
  bool plain = name->find_first_of(".[]\"") == std::string::npos;
  path += plain ? *name : quoted;
  expectsKey = false;
}

void JSONWalk::noteValue(size_t offset) {
  if (!frames.empty() && frames.back().isArray) {
    path.resize(frames.back().pathLength);
    path += "[" + std::to_string(frames.back().count++) + "]";
  }
  if (!json.offsets.try_emplace(path, offset).second) {
    json.offsets[path] = offset;
    json.duplicates.push_back(path);
  }
}

size_t JSONWalk::skipScalar(size_t begin) const {
  return std::min(text.find_first_of(",]} \t\r\n", begin), text.size());
}

void JSONWalk::run() {
  for (size_t i = 0; i < text.size();) {
    char c = text[i];
    if (c == '{' || c == '[') {
      noteValue(i);
      frames.push_back({c == '[', 0, path.size()});
      expectsKey = c == '{';
    } else if (c == '}' || c == ']') {
      frames.pop_back();
    } else if (c == ',') {
      expectsKey = !frames.back().isArray;
    } else if (c == '"') {
      size_t end = skipString(text, i);
      if (expectsKey)
        enterKey(i, end);
      else
        noteValue(i);
      i = end;
      continue;
    } else if (!std::isspace(static_cast<unsigned char>(c)) && c != ':') {
      noteValue(i);
      i = skipScalar(i);
      continue;
    }
    ++i;
  }
}

//===----------------------------------------------------------------------===//
// JSONText
//===----------------------------------------------------------------------===//

namespace {
/// Reads a text that is no JSON, up to the place where it is none.
struct ErrorFinder : nlohmann::json_sax<Json> {
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t &) override { return true; }
  bool string(string_t &) override { return true; }
  bool binary(binary_t &) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t &) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t position, const std::string &,
                   const nlohmann::detail::exception &error) override {
    message = error.what();
    end = position;
    return false;
  }

  /// How far it came.
  size_t end = 0;
  std::string message;
};
} // namespace

/// The last byte before `end`, or the beginning of the string that it is in.
static size_t findError(std::string_view text, size_t end) {
  for (size_t i = 0; i < std::min(end, text.size());) {
    size_t next = text[i] == '"' ? skipString(text, i) : i + 1;
    if (next >= end)
      return i;
    i = next;
  }
  return text.size();
}

/// Says where and why a text is no JSON. The library's message reads
/// "[kind] parse error at line 1, column 2: syntax error while parsing value -
/// what is wrong; expected ..." or "[kind] what is wrong".
static Error makeParseError(std::string_view text, std::string_view file) {
  ErrorFinder finder;
  Json::sax_parse(text, &finder);
  std::string_view reason = finder.message;
  reason = split(reason, "] ").second;
  if (reason.starts_with("parse error"))
    reason = split(reason, ": ").second;
  if (auto [context, rest] = split(reason, " - "); !rest.empty())
    reason = rest;
  return makeError("{}:{}: not valid JSON: {}", file,
                   getPlace(text, findError(text, finder.end)), reason);
}

Expected<JSONText> JSONText::parse(std::string_view text,
                                   std::string_view file) {
  if (unsigned depth = getDepth(text); depth > kMaxDepth)
    return makeError("{}: not usable as JSON: nested {} deep, at most {} is "
                     "supported",
                     file, depth, unsigned(kMaxDepth));
  // The library takes a byte of zero for the end, and skips a byte order mark.
  if (size_t zero = text.find('\0'); zero != std::string_view::npos)
    return makeError("{}:{}: not valid JSON: unexpected byte 0", file,
                     getPlace(text, zero));
  consumeFront(text, "\xEF\xBB\xBF");
  Json root = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (root.is_discarded())
    return makeParseError(text, file);
  JSONText json(text, file, std::move(root));
  JSONWalk(json).run();
  return json;
}

std::string JSONText::locate(std::string_view path) const {
  auto it = offsets.find(std::string(path));
  if (it == offsets.end())
    return file;
  return file + ":" + getPlace(text, it->second);
}
