#pragma once

#include "service/effects/world.hpp"

#include <functional>

namespace vermilion::service::accounts {

struct Accounts;

// For `World::account`: what workflow asks for about organisations, done. Codes and notices go by
// SMS, under the templates "code", "phone_changed" and "phone_change_refused" (templates.hpp). A
// code is nowhere kept: it is made again of the digest and our key when it is sent, and only while
// it is the one that counts. `alarm` is told what a person has to look at.
// All must outlive the function.
[[nodiscard]] std::function<effects::Outcome<void>(const workflow::organisation::Effect&, bool)>
account_effects(Accounts& accounts, const effects::World& world,
                std::function<void(const workflow::organisation::Effect&)> alarm);

}  // namespace vermilion::service::accounts
