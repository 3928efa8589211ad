#pragma once

#include "workflow/event.hpp"

#include <variant>

namespace vermilion::workflow::folds {

// What the command behind an event said; which one it is, the kind of event tells.
template <class T>
const T& said(const Event& event) {
  return std::get<T>(event.body);
}

}  // namespace vermilion::workflow::folds
