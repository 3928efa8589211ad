#include "service/running/in_house.hpp"

#include <utility>

namespace vermilion::service::running {

using effects::Carried;
using effects::Outcome;
using effects::Task;

std::function<Outcome<Carried>(const Task&)> in_house(InHouse who) {
  return [who = std::move(who)](const Task& task) -> Outcome<Carried> {
    const auto found = who.find(task.effect.kind);
    if (found == who.end()) {
      return effects::failed(effects::Failure::Kind::Never, "nobody in the house does it");
    }
    return found->second(task);
  };
}

}  // namespace vermilion::service::running
