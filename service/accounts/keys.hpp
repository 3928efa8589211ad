#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace vermilion::service::accounts {

// What digests and seals of accounts are made with: one secret, and of it a key for each purpose.
// Who loses it loses the second factors of the staff, which are then set up anew; passwords and
// sessions need none of it.
class Keys {
 public:
  // 64 hexadecimal digits, in a file that only we may read; `new_secret()` writes such a line.
  [[nodiscard]] static tl::expected<Keys, std::string> from_file(const std::filesystem::path& file);
  [[nodiscard]] static tl::expected<Keys, std::string> from_text(std::string_view text);
  [[nodiscard]] static std::string new_secret();

  // 32 bytes each.
  [[nodiscard]] const std::string& codes() const { return codes_; }
  [[nodiscard]] const std::string& captchas() const { return captchas_; }
  [[nodiscard]] const std::string& limits() const { return limits_; }
  [[nodiscard]] const std::string& second_factors() const { return second_factors_; }
  [[nodiscard]] const std::string& samples() const { return samples_; }  // of reviewers

 private:
  explicit Keys(std::string_view secret);

  std::string codes_;
  std::string captchas_;
  std::string limits_;
  std::string second_factors_;
  std::string samples_;
};

}  // namespace vermilion::service::accounts
