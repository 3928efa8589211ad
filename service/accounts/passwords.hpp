#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace vermilion::service::accounts {

// What one hash costs. OWASP's password sheet names 46 MiB in one pass the equal of 19 MiB in two;
// more memory is the dearer for who guesses with graphics cards.
struct HashCost {
  std::size_t memory_bytes = std::size_t{46} << 20;
  unsigned passes = 1;
};

// argon2id, so many at once and so many waiting: memory is bounded by the first number, and who
// floods the door with passwords is told to come back. Any number of threads.
class Passwords {
 public:
  struct Full {
    std::chrono::seconds wait;  // until a place should be free
  };
  template <class T>
  using Hashed = tl::expected<T, Full>;

  explicit Passwords(HashCost cost = {}, unsigned at_once = 2, unsigned waiting_most = 16);

  [[nodiscard]] Hashed<std::string> hash(std::string_view password);

  struct Verified {
    bool right = false;
    std::optional<std::string> again;  // the same at today's cost, to be kept instead
  };
  // An empty hash is that of nobody: it takes as long and is wrong.
  [[nodiscard]] Hashed<Verified> verify(std::string_view password, const std::string& hash);

 private:
  class Place;
  friend class Place;

  [[nodiscard]] Hashed<Place> take_place();
  [[nodiscard]] std::string hash_now(std::string_view password) const;

  const HashCost cost_;
  const unsigned at_once_;
  const unsigned waiting_most_;
  std::string nobodys_;  // hash of a password nobody knows
  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned working_ = 0;
  unsigned waiting_ = 0;
};

}  // namespace vermilion::service::accounts
