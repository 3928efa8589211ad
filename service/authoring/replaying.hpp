#pragma once

#include "rules/replay.hpp"
#include "service/output/replay_output.hpp"

#include <string>
#include <string_view>

// Stored reports, judged by two sets of rules. output/replay_output.hpp tells what came of it.
namespace vermilion::service::authoring {

// Both sets of rules, and where scans lie whose report does not say.
struct Sides {
  rules::Projects before;
  rules::Projects after;
  rules::Filing otherwise = {};
};

// The reports of a text, as inspect writes them: one JSON array, or one a line. `file` is what a
// complaint names.
void replay(std::string_view reports, const std::string& file, const Sides& sides,
            output::Replay& replay);

}  // namespace vermilion::service::authoring
