#pragma once

#include "service/effects/carry.hpp"
#include "workflow/effect.hpp"

#include <functional>
#include <map>

namespace vermilion::service::running {

// Who in the house does which kind of effect: rooms enter themselves, alarms are entered already.
using InHouse =
    std::map<workflow::EffectKind,
             std::function<effects::Outcome<effects::Carried>(const effects::Task& task)>>;

// As World::in_house wants it. A kind nobody has entered is a dead letter.
[[nodiscard]] std::function<effects::Outcome<effects::Carried>(const effects::Task&)> in_house(
    InHouse who);

}  // namespace vermilion::service::running
