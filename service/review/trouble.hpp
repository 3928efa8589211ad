#pragma once

#include "service/store/database/error.hpp"
#include "workflow/refusal.hpp"

#include <tl/expected.hpp>

#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// Why something was not done, for whoever asks over HTTP or otherwise.
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
using AllWrong = std::vector<Wrong>;

// It does not go now, for a reason workflow knows nothing of.
struct NotNow {
  std::string code;  // stable: "DRAFT_IS_CLOSED"
  std::string zh;
  std::string en;
};

using Trouble =
    std::variant<Unknown, Changed, AllWrong, NotNow, workflow::Refusal, store::database::Error>;

template <class T>
using Got = tl::expected<T, Trouble>;

[[nodiscard]] inline tl::unexpected<Trouble> trouble(Trouble what) {
  return tl::unexpected<Trouble>(std::move(what));
}
[[nodiscard]] inline tl::unexpected<Trouble> wrong(std::string pointer, std::string why) {
  return trouble(AllWrong{{std::move(pointer), std::move(why)}});
}

// What a database gave, as an answer of this kind.
template <class T>
Got<T> got(store::database::Result<T>&& result) {
  if (!result) return trouble(std::move(result.error()));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}
template <class T>
Got<T> got(store::database::Result<Got<T>>&& result) {
  if (!result) return trouble(std::move(result.error()));
  return std::move(*result);
}

}  // namespace vermilion::service::review
