#include "workflow/organisation/transitions.hpp"

#include "tests/workflow/organisation/account.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

// Every command in every state by every role, against the matrix in transitions.golden; see the
// matrix of orders.
namespace vermilion::tests {
namespace {

using namespace workflow;
using namespace workflow::organisation;

const std::vector<Body>& examples() {
  static const std::vector<Body> kExamples{
      SendCode{Purpose::Register, kMobile, "d", true},
      SendCode{Purpose::ResetPassword, kMobile, "d", true},
      EnterCode{Purpose::Register, kMobile, "d"},
      Register{kCreditCode, "甲", "s", "张三", kMobile},
      ResetPassword{},
      AddSeat{"s2", "李四", kMobile},
      RemoveSeat{"s2"},
      AskPhoneChange{"13907010002", "m", "r"},
      ApprovePhoneChange{},
      RefusePhoneChange{"r"},
      AskRename{"甲", "乙", "r", "e"},
      ConfirmRename{"d"},
      WithdrawRename{},
      ConfirmName{},
      Supersede{"91360600MA35DEM22B"},
      ReserveMainKey{"p", "O1"},
      ReleaseMainKey{"p", "O1"},
      RecordMainKey{"p", "O1", "S1"},
      ImportMainKey{"p", "H1"},
  };
  return kExamples;
}

Account in(State state) {
  if (state == State::Unregistered) return unregistered();
  Account account = registered();
  if (state == State::Superseded) account.say(Role::System, Supersede{"91360600MA35DEM22B"});
  return account;
}

bool is_out_of_place(RefusalCode code) {
  return code == RefusalCode::NotYourPart || code == RefusalCode::UserExists ||
         code == RefusalCode::Superseded || code == RefusalCode::NotRegistered;
}

std::string roles_in(State state, CommandKind command) {
  std::string letters;
  for (std::size_t role = 0; role < kRoleNames.size(); ++role) {
    bool may = false;
    for (const Body& body : examples()) {
      if (kind_of(body) != command) continue;
      Account account = in(state);
      const auto before = account.organisation;
      const auto refusal = account.say(static_cast<Role>(role), body);
      EXPECT_TRUE(!refusal || before == account.organisation) << name_of(command);
      may |= !refusal || !is_out_of_place(*refusal);
    }
    if (may) letters += kRoleNames[role].letter;
  }
  return letters;
}

std::string matrix() {
  std::string text =
      "Who may say what of an organisation in which state; letters as for orders.\n\n";
  for (std::size_t command = 0; command < organisation::kCommands; ++command) {
    text += fmt::format("{:22}", name_of(static_cast<CommandKind>(command)));
    for (std::size_t state = 0; state < kStates; ++state) {
      const auto roles = roles_in(static_cast<State>(state), static_cast<CommandKind>(command));
      text += fmt::format("{} {:4}", kStateNames[state], roles.empty() ? "-" : roles);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

TEST(OrganisationTransitions, EveryStateCommandAndRoleIsAsTheMatrixSays) {
  const std::string path =
      VERMILION_SOURCE_DIR "/tests/workflow/organisation/transitions.golden";
  const std::string found = matrix();
  if (std::getenv("VERMILION_WRITE_GOLDEN") != nullptr) std::ofstream(path) << found;
  std::ifstream in(path, std::ios::binary);
  EXPECT_EQ(found, std::string(std::istreambuf_iterator<char>(in), {}));
}

TEST(OrganisationTransitions, EveryCommandEventAndEffectHasARow) {
  std::set<CommandKind> commands;
  std::set<organisation::EventKind> events;
  std::set<organisation::EffectKind> effects;
  for (const OrganisationTransition& row : organisation::transitions()) {
    commands.insert(row.command);
    events.insert(row.event);
    effects.insert(row.effects.begin(), row.effects.end());
  }
  EXPECT_EQ(commands.size(), organisation::kCommands);
  EXPECT_EQ(events.size(), organisation::kEvents);
  EXPECT_EQ(effects.size(), organisation::kEffects);
}

}  // namespace
}  // namespace vermilion::tests
