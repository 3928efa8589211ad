#include "service/orders/order_id.hpp"

#include "workflow/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace vermilion::service::orders {
namespace {

// Alphabet and weights of GB 32100, whose 31 is a prime: every single mistake and every exchange of
// neighbours changes the sum.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr unsigned kPrime = 31;
constexpr unsigned kWeight = 3;  // a primitive root, so that no two places weigh the same
constexpr std::size_t kRandom = 8;
constexpr std::size_t kDay = 8;

char check_of(std::string_view day, std::string_view random) {
  unsigned sum = 0;
  unsigned weight = 1;
  for (const std::string_view part : {day, random}) {
    for (const char c : part) {
      sum = (sum + static_cast<unsigned>(kAlphabet.find(c)) * weight) % kPrime;
      weight = weight * kWeight % kPrime;
    }
  }
  return kAlphabet[(kPrime - sum) % kPrime];
}

std::string random_text() {
  std::random_device random("/dev/urandom");  // nobody foretells it, unlike a generator of ours
  std::string text;
  while (text.size() < kRandom) {
    const unsigned drawn = random() % 32;
    if (drawn < kPrime) text += kAlphabet[drawn];  // each character as likely as any other
  }
  return text;
}

bool is_made_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == text.npos;
}

}  // namespace

std::string new_order_id(workflow::Instant now) {
  std::string day = workflow::beijing_date_text(now);
  std::erase(day, '-');
  const std::string random = random_text();
  return fmt::format("O{}-{}{}", day, random, check_of(day, random));
}

bool is_order_id(std::string_view text) {
  if (text.size() != 1 + kDay + 1 + kRandom + 1) return false;
  const std::string_view day = text.substr(1, kDay);
  const std::string_view random = text.substr(1 + kDay + 1, kRandom);
  return text.front() == 'O' && text[1 + kDay] == '-' && is_made_of(day, kAlphabet.substr(0, 10)) &&
         is_made_of(random, kAlphabet) && text.back() == check_of(day, random);
}

}  // namespace vermilion::service::orders
