#include "tests/workflow/organisation/account.hpp"

#include "workflow/working_days.hpp"

#include <algorithm>

namespace vermilion::tests {

using namespace workflow;
using namespace workflow::organisation;

std::optional<RefusalCode> Account::say(Role role, Body body, const std::string& who) {
  const organisation::Command command{
      "c" + std::to_string(++commands_), {role, std::string(name_of(role)) + who}, std::move(body)};
  const auto step = organisation::apply(organisation, command, now);
  if (!step) {
    last_refusal = step.error();
    return step.error().code;
  }
  organisation = step->organisation;
  log.insert(log.end(), step->events.begin(), step->events.end());
  effects.insert(effects.end(), step->effects.begin(), step->effects.end());
  return std::nullopt;
}

bool Account::asked_for(organisation::EffectKind kind) const {
  return std::ranges::any_of(effects, [&](const auto& effect) { return effect.kind == kind; });
}

Account unregistered() {
  Account account;
  account.now =
      beijing(std::chrono::sys_days(std::chrono::year(2026) / 3 / 9), std::chrono::hours(10));
  return account;
}

Account registered() {
  Account account = unregistered();
  account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d1", true});
  account.say(Role::Applicant, EnterCode{Purpose::Register, kMobile, "d1"});
  account.say(Role::Applicant,
              Register{kCreditCode, "鹰潭市样例(有限)公司", "seat1", "张三", kMobile});
  account.now += std::chrono::hours(1);
  return account;
}

}  // namespace vermilion::tests
