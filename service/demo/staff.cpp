#include "service/demo/staff.hpp"

#include "service/accounts/totp.hpp"
#include "service/demo/applicant.hpp"

#include <chrono>
#include <string_view>

namespace vermilion::service::demo {
namespace {

// RFC 4648, 6: five bits a letter.
std::string from_base32(std::string_view text) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = kLetters.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 5U | static_cast<std::uint32_t>(value);
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return bytes;
}

}  // namespace

std::string shown_by_authenticator(const std::string& secret, std::int64_t now_s) {
  namespace totp = accounts::totp;
  return totp::digits_at(from_base32(secret), totp::step_at(now_s));
}

Visitor staff_signed_in(std::uint16_t port, const std::string& login) {
  Visitor visitor(port);
  visitor.post("/api/v1/sessions", {{"login", login}, {"password", kPassword}});
  const std::string secret = visitor.post("/api/v1/me/second-factor").at("secret");
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto now_s = std::chrono::floor<std::chrono::seconds>(now).count();
  visitor.put("/api/v1/me/second-factor",
              Json{{"totp", shown_by_authenticator(secret, now_s)}}.dump(), "application/json");
  return visitor;
}

}  // namespace vermilion::service::demo
