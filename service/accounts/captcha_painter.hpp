#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace vermilion::service::accounts {

// Draws letters so that people read them more easily than programs do: each turned, scaled and
// moved, outlines bent by waves, lines across. The same text and seed give the same picture. Any
// number of threads; one draws at a time.
class CaptchaPainter {
 public:
  CaptchaPainter();
  ~CaptchaPainter();

  // A PNG of 180 x 64.
  [[nodiscard]] std::string draw(std::string_view text, std::uint64_t seed);

 private:
  struct Fonts;
  std::mutex mutex_;
  std::unique_ptr<Fonts> fonts_;
};

}  // namespace vermilion::service::accounts
