#include "service/authoring/replaying.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/read_reports.hpp"

#include <tl/expected.hpp>

#include <utility>

namespace vermilion::service::authoring {

void replay(std::string_view reports, const std::string& file, const Sides& sides,
            output::Replay& replay) {
  rules::read_reports(reports, [&](tl::expected<rules::StoredReport, rules::BadReport> stored) {
    if (stored) {
      replay.add(rules::replay(*stored, sides.before, sides.after, sides.otherwise,
                               pipeline::check_descriptions()));
    } else {
      replay.unread.push_back({file, std::move(stored.error())});
    }
  });
}

}  // namespace vermilion::service::authoring
