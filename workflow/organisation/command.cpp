#include "workflow/organisation/command.hpp"

#include <array>

namespace vermilion::workflow::organisation {
namespace {

constexpr std::array<std::string_view, kCommands> kNames{"send_code",
                                                         "enter_code",
                                                         "register",
                                                         "reset_password",
                                                         "add_seat",
                                                         "remove_seat",
                                                         "ask_phone_change",
                                                         "approve_phone_change",
                                                         "refuse_phone_change",
                                                         "ask_rename",
                                                         "confirm_rename",
                                                         "withdraw_rename",
                                                         "confirm_name",
                                                         "supersede",
                                                         "reserve_main_key",
                                                         "release_main_key",
                                                         "record_main_key",
                                                         "import_main_key"};
static_assert(!kNames.back().empty());

}  // namespace

std::string_view name_of(CommandKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Purpose purpose) {
  constexpr std::array<std::string_view, 3> kPurposes{"register", "reset_password", "change_phone"};
  return kPurposes[static_cast<std::size_t>(purpose)];
}

}  // namespace vermilion::workflow::organisation
