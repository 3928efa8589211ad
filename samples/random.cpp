#include "samples/random.hpp"

#include <bit>
#include <cassert>

namespace vermilion::samples {
namespace {

// Vigna's splitmix64: spreads a seed over the state so that neighbouring seeds have nothing in
// common.
std::uint64_t splitmix(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

// FNV-1a.
std::uint64_t hash(std::string_view name) {
  std::uint64_t value = 0xCBF29CE484222325u;
  for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return value;
}

}  // namespace

Random::Random(std::uint64_t seed) : seed_(seed) {
  for (auto& word : state_) word = splitmix(seed);
}

Random Random::child(std::string_view name) const {
  std::uint64_t mixed = seed_ ^ hash(name);
  return Random(splitmix(mixed));
}

std::uint64_t Random::bits() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

double Random::uniform() {
  return static_cast<double>(bits() >> 11) * 0x1.0p-53;
}

double Random::uniform(double low, double high) {
  return low + (high - low) * uniform();
}

int Random::integer(int low, int high) {
  assert(low <= high);
  return low + static_cast<int>(uniform() * (high - low + 1));
}

bool Random::chance(double probability) {
  return uniform() < probability;
}

double Random::normal() {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += uniform();
  return sum;
}

std::string Random::digits(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + integer(0, 9));
  return text;
}

}  // namespace vermilion::samples
