#include "service/effects/telling.hpp"

#include "service/crypto/digest.hpp"
#include "workflow/messages.hpp"

#include <fmt/format.h>

namespace vermilion::service::effects {
namespace {

using Kind = Failure::Kind;

// What vendors take in a blank; longer ones are refused as a whole message.
constexpr std::size_t kBlankCharactersMax = 35;
constexpr std::string_view kCut = "…";

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Whole characters of UTF-8.
std::string shortened(const std::string& text) {
  std::size_t characters = 0;
  std::size_t kept = text.size();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (continues(text[at])) continue;
    if (characters == kBlankCharactersMax - 1) kept = at;
    if (++characters > kBlankCharactersMax) return text.substr(0, kept) + std::string(kCut);
  }
  return text;
}

// The placeholders of a text, as they stand in it.
std::vector<std::string> placeholders_in(std::string_view text) {
  std::vector<std::string> names;
  while (true) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) return names;
    names.emplace_back(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

std::string word(const workflow::Effect& effect, const std::string& name) {
  const auto found = effect.words.find(name);
  return found == effect.words.end() ? std::string() : found->second;
}

Failure failure_of(const sms::Failure& failure) {
  switch (failure.kind) {
    case sms::Failure::Kind::Refused:
      return {Kind::Never, fmt::format("the vendor refuses: {}", failure.code)};
    case sms::Failure::Kind::Later:
      return {Kind::Later, failure.code};
    case sms::Failure::Kind::Unknown:
      break;
  }
  return {Kind::Unknown, failure.code};
}

}  // namespace

Outcome<sms::Message> message_of(const workflow::Effect& effect, const Texting& texting) {
  const std::string notice = word(effect, "notice");
  const auto found = texting.templates.find(notice);
  if (found == texting.templates.end()) {
    return failed(Kind::Never, fmt::format("no template for \"{}\"", notice));
  }
  // A reference of letters and digits, short enough for both vendors; the key finds it again.
  sms::Message message{
      word(effect, "to"), found->second, {}, crypto::hex(crypto::sha256(effect.key)).substr(0, 32)};
  const std::string text =
      workflow::text_of(workflow::Section::Notices, notice, {}, workflow::Language::Chinese);
  for (const std::string& name : placeholders_in(text)) {
    message.blanks.push_back({name, shortened(word(effect, name))});
  }
  return message;
}

Outcome<Carried> send_sms(const Task& task, World& world) {
  if (task.uncertain) return failed(Kind::Never, "may have been sent: ask the vendor by hand");
  if (!world.texting.send) return failed(Kind::Never, "no vendor of SMS is set up");
  const auto message = message_of(task.effect, world.texting);
  if (!message) return tl::unexpected(message.error());
  const auto sent = world.texting.send(*message);
  if (!sent) return tl::unexpected(failure_of(sent.error()));
  return Carried{};
}

}  // namespace vermilion::service::effects
