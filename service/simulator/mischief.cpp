#include "service/simulator/mischief.hpp"

namespace vermilion::service::simulator {
namespace {

// The engine's own numbers: distributions of the standard library differ between libraries.
bool happens(unsigned of_a_hundred, std::mt19937_64& random) {
  return random() % 100 < of_a_hundred;
}

}  // namespace

std::vector<Delivery> deliveries_of(const Callback& callback, const Mischief& mischief,
                                    std::mt19937_64& random) {
  // Each is drawn whatever becomes of the others, so that one setting does not shift the next.
  const bool drop = happens(mischief.drop, random);
  const bool twice = happens(mischief.twice, random);
  const bool late = happens(mischief.late, random);
  const bool forge = happens(mischief.forge, random);
  const auto after = mischief.delay + (late ? mischief.late_delay : std::chrono::milliseconds(0));
  std::vector<Delivery> deliveries;
  if (forge) deliveries.push_back({forged(callback, random), mischief.delay, true});
  if (drop) return deliveries;
  deliveries.push_back({callback, after});
  if (twice) deliveries.push_back({callback, after});
  return deliveries;
}

Callback forged(const Callback& callback, std::mt19937_64& random) {
  Callback other = callback;
  std::string& body = other.request.body;
  if (body.empty()) return other;
  char& byte = body[random() % body.size()];
  byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 127));
  return other;
}

}  // namespace vermilion::service::simulator
