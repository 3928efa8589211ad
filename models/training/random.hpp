#pragma once

#include <random>

// Random numbers for training: the same on every machine and with every standard library.
namespace vermilion::models {

using Random = std::mt19937;

inline double uniform(Random& random, double from, double to) {
  return from + (to - from) * (static_cast<double>(random()) / 4294967296.0);
}

// Both ends included.
inline int whole(Random& random, int from, int to) {
  return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
}

inline bool chance(Random& random, double probability) {
  return uniform(random, 0, 1) < probability;
}

// Near enough to a normal distribution of deviation 1: the sum of twelve uniforms.
inline double normal(Random& random) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += uniform(random, 0, 1);
  return sum;
}

}  // namespace vermilion::models
