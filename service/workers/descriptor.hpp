#pragma once

#include <unistd.h>

#include <utility>

namespace vermilion::service::workers {

// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { reset(); }

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

  void reset() {
    if (open()) close(std::exchange(number_, -1));
  }

 private:
  int number_ = -1;
};

}  // namespace vermilion::service::workers
