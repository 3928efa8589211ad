#include "service/accounts/passwords.hpp"

#include "service/accounts/tokens.hpp"

#include <sodium/crypto_pwhash.h>

#include <array>
#include <new>

namespace vermilion::service::accounts {
namespace {

// What one takes at 46 MiB, for those who are told when to come back.
constexpr std::chrono::seconds kUsual{1};

}  // namespace

// The right to hash; given back when it goes.
class Passwords::Place {
 public:
  explicit Place(Passwords& passwords) : passwords_(&passwords) {}
  Place(Place&& other) noexcept : passwords_(std::exchange(other.passwords_, nullptr)) {}
  Place& operator=(Place&&) = delete;
  ~Place() {
    if (passwords_ == nullptr) return;
    const std::scoped_lock lock(passwords_->mutex_);
    --passwords_->working_;
    passwords_->freed_.notify_one();
  }

 private:
  Passwords* passwords_;
};

Passwords::Passwords(HashCost cost, unsigned at_once, unsigned waiting_most)
    : cost_(cost), at_once_(at_once), waiting_most_(waiting_most) {
  nobodys_ = hash_now(new_token());
}

Passwords::Hashed<Passwords::Place> Passwords::take_place() {
  std::unique_lock lock(mutex_);
  if (working_ >= at_once_ && waiting_ >= waiting_most_) {
    return tl::make_unexpected(Full{kUsual * (1 + waiting_ / at_once_)});
  }
  ++waiting_;
  freed_.wait(lock, [this] { return working_ < at_once_; });
  --waiting_;
  ++working_;
  return Place(*this);
}

std::string Passwords::hash_now(std::string_view password) const {
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes,
                            cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return text.data();
}

Passwords::Hashed<std::string> Passwords::hash(std::string_view password) {
  const auto place = take_place();
  if (!place) return tl::make_unexpected(place.error());
  return hash_now(password);
}

Passwords::Hashed<Passwords::Verified> Passwords::verify(std::string_view password,
                                                         const std::string& hash) {
  const auto place = take_place();
  if (!place) return tl::make_unexpected(place.error());
  const std::string& held = hash.empty() ? nobodys_ : hash;
  Verified verified;
  const bool fits = crypto_pwhash_str_verify(held.c_str(), password.data(), password.size()) == 0;
  verified.right = fits && !hash.empty();
  if (verified.right &&
      crypto_pwhash_str_needs_rehash(held.c_str(), cost_.passes, cost_.memory_bytes) != 0) {
    verified.again = hash_now(password);
  }
  return verified;
}

}  // namespace vermilion::service::accounts
