#pragma once

#include "service/store/database/error.hpp"
#include "workflow/refusal.hpp"

#include <tl/expected.hpp>

#include <string>
#include <variant>

namespace vermilion::service::review {

// There is no such thing, or it is not theirs.
struct Unknown {};
// What was shown is not what there is.
struct Changed {
  std::string what;  // "documents/licence"; for the log and the second look
};
// A member of what was sent is not right.
struct Wrong {
  std::string pointer;  // "/documents/0/slot"
  std::string why;      // Chinese first
};

using Trouble = std::variant<Unknown, Changed, Wrong, workflow::Refusal, store::database::Error>;

template <class T>
using Got = tl::expected<T, Trouble>;

}  // namespace vermilion::service::review
