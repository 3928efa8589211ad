#pragma once

#include "workflow/language.hpp"
#include "workflow/organisation/organisation.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// 用户已存在: what to do when somebody has registered the organisation already.
namespace vermilion::workflow::organisation {

enum class Advice : std::uint8_t {
  CheckCode,
  RegisterRightCode,
  AskColleague,
  GetASeat,
  SignIn,
  PhoneInUse,
  ResetPassword,
  ChangePhone,
  AskPhoneChange,
  GoToHall,
};

// A question with an answer either way, or, without answers, what to do.
struct AdviceNode {
  Advice advice;
  std::string_view name;
  std::optional<Advice> yes = {};
  std::optional<Advice> no = {};
};

// The first node is where to begin.
std::span<const AdviceNode> advice_tree();
const AdviceNode& node_of(Advice advice);

// In words that tell the day of the registration and the masked number, nothing else.
[[nodiscard]] std::string text_of(Advice advice, const Organisation& organisation,
                                  const std::string& phone, Language language);

}  // namespace vermilion::workflow::organisation
