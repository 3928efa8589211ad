#include "workflow/organisation/advice.hpp"

#include "workflow/messages.hpp"
#include "workflow/mobile.hpp"

#include <array>

namespace vermilion::workflow::organisation {
namespace {

// In the order of the enumerators.
constexpr std::array kTree{
    AdviceNode{Advice::CheckCode, "check_code", Advice::RegisterRightCode, Advice::AskColleague},
    AdviceNode{Advice::RegisterRightCode, "register_right_code"},
    AdviceNode{Advice::AskColleague, "ask_colleague", Advice::GetASeat, Advice::PhoneInUse},
    AdviceNode{Advice::GetASeat, "get_a_seat", Advice::SignIn, Advice::PhoneInUse},
    AdviceNode{Advice::SignIn, "sign_in"},
    AdviceNode{Advice::PhoneInUse, "phone_in_use", Advice::ResetPassword, Advice::ChangePhone},
    AdviceNode{Advice::ResetPassword, "reset_password"},
    AdviceNode{Advice::ChangePhone, "change_phone", Advice::AskPhoneChange, Advice::GoToHall},
    AdviceNode{Advice::AskPhoneChange, "ask_phone_change"},
    AdviceNode{Advice::GoToHall, "go_to_hall"},
};

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < kTree.size(); ++i) {
    if (kTree[i].advice != static_cast<Advice>(i)) return false;
  }
  return true;
}
static_assert(are_in_order());

}  // namespace

std::span<const AdviceNode> advice_tree() {
  return kTree;
}

const AdviceNode& node_of(Advice advice) {
  return kTree[static_cast<std::size_t>(advice)];
}

std::string text_of(Advice advice, const Organisation& organisation, const std::string& phone,
                    Language language) {
  const Words words{{"registered", beijing_date_text(organisation.registered_at)},
                    {"masked", masked_mobile(organisation.mobile)},
                    {"phone", phone}};
  return text_of(Section::Advice, node_of(advice).name, words, language);
}

}  // namespace vermilion::workflow::organisation
