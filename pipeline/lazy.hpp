#pragma once

#include <optional>
#include <utility>

namespace vermilion::pipeline {

// A value that is made when it is first asked for and kept from then on.
template <class T>
class Lazy {
 public:
  template <class Make>
  const T& get(Make&& make) {
    if (!value_) value_.emplace(std::forward<Make>(make)());
    return *value_;
  }

  // Null while nobody has asked.
  const T* made() const { return value_ ? &*value_ : nullptr; }

 private:
  std::optional<T> value_;
};

}  // namespace vermilion::pipeline
