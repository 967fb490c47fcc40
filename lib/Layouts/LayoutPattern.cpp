//===- LayoutPattern.cpp - Keys of a layout map ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Keys are Python regular expressions; PCRE2 does the matching. The two agree
// on most of their syntax. Where they differ the key is rewritten, or rejected
// if Python would reject it:
//
//     Python            meaning                   given to PCRE2
//     \Z                end of the path           \z
//     \v                vertical tab              \x{b}
//     \u00e9            a code point              \x{00e9}
//     a{,3}             at most 3                 a{0,3}
//     a{x}              "{" stands for itself     a\{x}
//     [[:a]             "[" stands for itself     [\[:a]
//     \h, \K, \Q, ...   an error                  -
//     (*...), (?R) ...  an error                  -
//
// Matching has limits, so that a key which backtracks without end is reported
// instead of hanging the compiler.
//
//===----------------------------------------------------------------------===//

#include "shardwise/Layouts/LayoutMap.h"
#include "llvm/ADT/StringExtras.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

using namespace mlir::shardwise;

/// The limits of one match; variable paths are short, so any match of use is
/// far below.
static constexpr uint32_t kMatchLimit = 1000000;
static constexpr uint32_t kDepthLimit = 100000;
static constexpr uint32_t kHeapLimitKiB = 1 << 16;

//===----------------------------------------------------------------------===//
// From Python's syntax to PCRE2's
//===----------------------------------------------------------------------===//

namespace {
/// Rewrites a key.
class Translator {
public:
  explicit Translator(llvm::StringRef key) : key(key) {}

  /// Returns whether the key is one for Python, as far as PCRE2 would not say.
  bool run();

  std::string pattern;
  /// For each byte of `pattern`, and for its end, the byte of the key that it
  /// comes from.
  llvm::SmallVector<size_t, 64> origins;
  /// If `run` fails, why and at which byte of the key.
  std::string error;
  size_t errorAt = 0;

private:
  llvm::StringRef rest() const { return key.drop_front(at); }

  /// Appends `text` for the next `count` bytes of the key.
  void emit(llvm::StringRef text, size_t count) {
    pattern += text;
    origins.append(text.size(), at);
    at += count;
  }
  void copy(size_t count) { emit(rest().take_front(count), count); }
  bool fail(const llvm::Twine &message) {
    error = message.str();
    errorAt = at;
    return false;
  }

  bool translateEscape();
  bool translateCodePoint(unsigned digits);
  bool translateGroup();
  bool translateFlags();
  bool translateBrace();
  void translateClassBegin();

  llvm::StringRef key;
  size_t at = 0;
  bool inClass = false;
};
} // namespace

/// \uXXXX and \UXXXXXXXX.
bool Translator::translateCodePoint(unsigned digits) {
  llvm::StringRef code = rest().substr(2, digits);
  if (code.size() < digits || !llvm::all_of(code, llvm::isHexDigit))
    return fail("incomplete escape " + rest().take_front(2));
  emit(("\\x{" + code + "}").str(), 2 + digits);
  return true;
}

bool Translator::translateEscape() {
  if (rest().size() < 2)
    return fail("backslash at the end");
  char c = rest()[1];
  if (!llvm::isAlpha(c)) {
    // The backslash may stand before a character of several bytes.
    copy(2);
    return true;
  }
  if (c == 'u' || c == 'U')
    return translateCodePoint(c == 'u' ? 4 : 8);
  if (c == 'x') {
    llvm::StringRef code = rest().substr(2, 2);
    if (code.size() < 2 || !llvm::all_of(code, llvm::isHexDigit))
      return fail("incomplete escape \\x");
    copy(4);
    return true;
  }
  if (c == 'v')
    emit("\\x{b}", 2);
  else if (c == 'Z' && !inClass)
    emit("\\z", 2);
  else if (llvm::StringRef(inClass ? "abdDfnrsStwW" : "AabBdDfnrsStwW")
               .contains(c))
    copy(2);
  else
    return fail("bad escape " + rest().take_front(2));
  return true;
}

/// (?i) at the beginning of a key, (?i-s:...) anywhere.
bool Translator::translateFlags() {
  llvm::StringRef flags = rest().drop_front(2).take_while(
      [](char c) { return c != ')' && c != ':'; });
  if (flags.empty() ||
      flags.find_first_not_of("imsx-") != llvm::StringRef::npos)
    return fail("unknown extension " + rest().substr(1, 2));
  bool scoped = rest().substr(2 + flags.size()).starts_with(":");
  if (!scoped && at != 0)
    return fail("global flags not at the start of the key");
  if (!scoped && flags.contains('-'))
    return fail("flags turned off for the whole key");
  copy(2 + flags.size());
  return true;
}

bool Translator::translateGroup() {
  if (rest().starts_with("(*"))
    return fail("nothing to repeat");
  if (!rest().starts_with("(?")) {
    copy(1);
    return true;
  }
  if (rest().starts_with("(?#")) {
    size_t end = rest().find(')');
    if (end == llvm::StringRef::npos)
      return fail("missing ), unterminated comment");
    copy(end + 1);
    return true;
  }
  for (llvm::StringRef extension :
       {"(?:", "(?P<", "(?P=", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?("})
    if (rest().starts_with(extension)) {
      copy(extension.size());
      return true;
    }
  return translateFlags();
}

/// A brace is a quantifier if it reads {m}, {m,}, {,n} or {m,n}.
bool Translator::translateBrace() {
  llvm::StringRef inside = rest().drop_front();
  auto takeDigits = [&] {
    llvm::StringRef digits = inside.take_while(llvm::isDigit);
    inside = inside.drop_front(digits.size());
    return digits;
  };
  llvm::StringRef least = takeDigits();
  bool comma = inside.consume_front(",");
  if (comma)
    takeDigits();
  if (!inside.starts_with("}") || (least.empty() && !comma)) {
    emit("\\{", 1);
    return true;
  }
  size_t length = rest().size() - inside.size() + 1;
  if (least.empty())
    emit(("{0" + rest().substr(1, length - 1)).str(), length);
  else
    copy(length);
  if (rest().starts_with("{") || rest().starts_with("*"))
    return fail("multiple repeat");
  return true;
}

void Translator::translateClassBegin() {
  copy(rest().starts_with("[^") ? 2 : 1);
  inClass = true;
  // A bracket that comes first stands for itself.
  if (rest().starts_with("]"))
    emit("\\]", 1);
}

bool Translator::run() {
  while (at < key.size()) {
    char c = key[at];
    bool ok = true;
    if (c == '\\') {
      ok = translateEscape();
    } else if (inClass) {
      inClass = c != ']';
      c == '[' ? emit("\\[", 1) : copy(1);
    } else if (c == '[') {
      translateClassBegin();
    } else if (c == '(') {
      ok = translateGroup();
    } else if (c == '{') {
      ok = translateBrace();
    } else {
      copy(1);
    }
    if (!ok)
      return false;
  }
  origins.push_back(at);
  return true;
}

//===----------------------------------------------------------------------===//
// LayoutPattern
//===----------------------------------------------------------------------===//

namespace {
template <auto release> struct Release {
  template <typename T> void operator()(T *object) const { release(object); }
};
using Code = std::unique_ptr<pcre2_code, Release<pcre2_code_free>>;
using MatchData =
    std::unique_ptr<pcre2_match_data, Release<pcre2_match_data_free>>;
using MatchContext =
    std::unique_ptr<pcre2_match_context, Release<pcre2_match_context_free>>;
} // namespace

struct LayoutPattern::Impl {
  Code code;
  MatchContext context;
};

LayoutPattern::LayoutPattern() = default;
LayoutPattern::LayoutPattern(LayoutPattern &&) = default;
LayoutPattern &LayoutPattern::operator=(LayoutPattern &&) = default;
LayoutPattern::~LayoutPattern() = default;

/// The message, followed by the number of characters before a byte of the key.
static std::string describe(llvm::StringRef message, llvm::StringRef key,
                            size_t byte) {
  size_t characters = llvm::count_if(key.take_front(byte), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  });
  return (message + " at position " + llvm::Twine(characters)).str();
}

std::optional<LayoutPattern> LayoutPattern::compile(llvm::StringRef key,
                                                    std::string &error) {
  Translator translator(key);
  if (!translator.run()) {
    error = describe(translator.error, key, translator.errorAt);
    return std::nullopt;
  }
  int code;
  PCRE2_SIZE offset;
  std::unique_ptr<pcre2_compile_context, Release<pcre2_compile_context_free>>
      options(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(options.get(), PCRE2_NEWLINE_LF);
  Code compiled(
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translator.pattern.data()),
                    translator.pattern.size(),
                    PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code,
                    &offset, options.get()));
  if (!compiled) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(code, message, sizeof(message));
    size_t last = translator.origins.size() - 1;
    error = describe(reinterpret_cast<const char *>(message), key,
                     translator.origins[std::min<size_t>(offset, last)]);
    return std::nullopt;
  }
  LayoutPattern result;
  result.impl = std::make_unique<Impl>();
  result.impl->code = std::move(compiled);
  result.impl->context.reset(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(result.impl->context.get(), kMatchLimit);
  pcre2_set_depth_limit(result.impl->context.get(), kDepthLimit);
  pcre2_set_heap_limit(result.impl->context.get(), kHeapLimitKiB);
  return result;
}

PatternMatch LayoutPattern::fullMatch(llvm::StringRef path) const {
  // PCRE2 takes no null pointer, not even for an empty path.
  if (!path.data())
    path = "";
  MatchData data(pcre2_match_data_create(1, nullptr));
  int code = pcre2_match(
      impl->code.get(), reinterpret_cast<PCRE2_SPTR>(path.data()), path.size(),
      0, PCRE2_ANCHORED | PCRE2_ENDANCHORED, data.get(), impl->context.get());
  if (code >= 0)
    return PatternMatch::Match;
  bool isUtf8 = code > PCRE2_ERROR_UTF8_ERR1 || code < PCRE2_ERROR_UTF8_ERR21;
  return code == PCRE2_ERROR_NOMATCH || !isUtf8 ? PatternMatch::NoMatch
                                                : PatternMatch::LimitExceeded;
}
