#include "rules/forms/payload.hpp"

#include "pipeline/digest.hpp"
#include "pipeline/report.hpp"
#include "rules/forms/base32.hpp"
#include "rules/forms/bits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace vermilion::rules::forms {
namespace {

constexpr std::string_view kPrefix = pipeline::kFormCodePrefix;
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kNameMax = 32;

// Six bits a character, in the order of their codes.
constexpr std::string_view kLetters =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr unsigned kBits = 6;
static_assert(kLetters.size() == 1U << kBits);

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= kNameMax &&
         text.find_first_not_of(kLetters) == std::string_view::npos;
}

void put(BitWriter& writer, std::string_view name) {
  writer.put(static_cast<unsigned>(name.size()), kBits);
  for (const char letter : name) {
    writer.put(static_cast<unsigned>(kLetters.find(letter)), kBits);
  }
}

std::optional<std::string> take_name(BitReader& reader) {
  const auto size = reader.take(kBits);
  if (!size || *size == 0 || *size > kNameMax) return std::nullopt;
  std::string name;
  for (unsigned i = 0; i < *size; ++i) {
    const auto letter = reader.take(kBits);
    if (!letter) return std::nullopt;
    name += kLetters[*letter];
  }
  return name;
}

// Everything that is signed.
std::vector<std::uint8_t> written(const Imprint& imprint, std::uint8_t key) {
  BitWriter writer;
  for (const unsigned byte : {kVersion, key, imprint.generation}) writer.put(byte, 8);
  for (const unsigned byte : imprint.facts) writer.put(byte, 8);
  for (const auto& name : {imprint.order, imprint.project, imprint.document}) put(writer, name);
  return writer.bytes();
}

struct Signed {
  Imprint imprint;
  std::uint8_t key = 0;
  Signature signature{};
};

std::optional<Signed> read(std::span<const std::uint8_t> bytes) {
  Signed read;
  if (bytes.size() < read.signature.size() + 3) return std::nullopt;
  const auto body = bytes.first(bytes.size() - read.signature.size());
  std::ranges::copy(bytes.last(read.signature.size()), read.signature.begin());
  read.key = body[1];
  read.imprint.generation = body[2];
  BitReader reader(body.subspan(3));
  for (auto& byte : read.imprint.facts) {
    byte = static_cast<std::uint8_t>(reader.take(8).value_or(0));
  }
  for (auto* name : {&read.imprint.order, &read.imprint.project, &read.imprint.document}) {
    auto taken = take_name(reader);
    if (!taken) return std::nullopt;
    *name = std::move(*taken);
  }
  // Nothing left over, no bit that says nothing: one imprint has one code.
  if (!std::ranges::equal(written(read.imprint, read.key), body)) return std::nullopt;
  return read;
}

tl::expected<Signed, PayloadFault> parse(std::string_view text) {
  if (!text.starts_with(kPrefix)) return tl::make_unexpected(PayloadFault::NotOurs);
  const auto bytes = base32_bytes(text.substr(kPrefix.size()));
  if (!bytes || bytes->empty()) return tl::make_unexpected(PayloadFault::Damaged);
  if (bytes->front() != kVersion) return tl::make_unexpected(PayloadFault::UnknownVersion);
  auto read = forms::read(*bytes);
  if (!read) return tl::make_unexpected(PayloadFault::Damaged);
  return std::move(*read);
}

}  // namespace

FactsDigest digest_of(const PrintedFacts& facts) {
  std::string text;
  for (const auto& [name, value] : facts) {
    text += fmt::format("{}={}:{}\n", name, value.size(), value);  // no value can feign another
  }
  const auto hex = pipeline::sha256(std::as_bytes(std::span(text.data(), text.size())));
  FactsDigest digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
  }
  return digest;
}

Result<std::string> encode(const Imprint& imprint, const Key& key) {
  for (const auto& name : {imprint.order, imprint.project, imprint.document}) {
    if (is_name(name)) continue;
    return tl::make_unexpected(
        Error{ErrorKind::BadOrder,
              fmt::format("\"{}\" cannot stand in the code of a form, which takes 1 to {} ASCII "
                          "letters, digits, - and _",
                          name, kNameMax)});
  }
  auto bytes = written(imprint, key.id);
  const Signature signature = sign(bytes, key);
  bytes.insert(bytes.end(), signature.begin(), signature.end());
  return fmt::format("{}{}", kPrefix, base32(bytes));
}

tl::expected<Imprint, PayloadFault> decode(std::string_view text) {
  auto read = parse(text);
  if (!read) return tl::make_unexpected(read.error());
  return std::move(read->imprint);
}

tl::expected<Imprint, PayloadFault> verify(std::string_view text, std::span<const Key> keys) {
  auto read = parse(text);
  if (!read) return tl::make_unexpected(read.error());
  const auto key = std::ranges::find(keys, read->key, &Key::id);
  if (key == keys.end()) return tl::make_unexpected(PayloadFault::UnknownKey);
  if (!same(sign(written(read->imprint, key->id), *key), read->signature)) {
    return tl::make_unexpected(PayloadFault::BadSignature);
  }
  return std::move(read->imprint);
}

}  // namespace vermilion::rules::forms
