#include "service/commands/staff_rooms.hpp"

#include <chrono>
#include <utility>

namespace vermilion::service::commands {
namespace {

// A reviewer who has gone silent holds an order no longer than his lease and this.
constexpr std::chrono::seconds kReleaseClaims{30};
// The queue shows what a scan is like this long after its report.
constexpr std::chrono::seconds kCatchUp{2};

review::ProjectOf project_of(const projects::Kept& kept) {
  return [&kept](const std::string& project, const std::string& digest) {
    return kept.rules_with_digest(project, digest);
  };
}

audit::Verifier::Verify verify_by(running::Kept& kept) {
  return [&kept](bool whole) { return whole ? kept.verify_whole() : kept.verify(); };
}

nlohmann::ordered_json order_json(orders::Clerk& clerk, const accounts::Asker& asker,
                                  const std::string& order) {
  const auto told = clerk.look(asker, order);
  return told ? nlohmann::ordered_json::parse(told->body) : nullptr;
}

// A round of something that says how much it has done.
template <class Work>
running::Round round_of(std::string name, std::chrono::milliseconds every, Work work) {
  return {std::move(name), every,
          [work](const std::stop_token&) -> tl::expected<void, std::string> {
            const auto done = work();
            if (!done) return tl::unexpected(done.error().detail);
            return {};
          }};
}

}  // namespace

StaffRooms::StaffRooms(Rooms& rooms, const server::Resources& resources,
                       unsigned samples_per_thousand, std::string samples_key)
    : reports_(*rooms.scans),
      desk_({.orders = rooms.installation->orders(),
             .reports = reports_,
             .project_of = project_of(*rooms.rules),
             .checks = resources.checks,
             .samples =
                 review::Samples(static_cast<int>(samples_per_thousand), std::move(samples_key))}),
      drafts_(rooms.installation->orders(), *rooms.rules, reports_),
      verifier_(verify_by(*rooms.kept)),
      office_{.orders = rooms.installation->orders(),
              .jobs = rooms.installation->jobs(),
              .desk = desk_,
              .reports = reports_,
              .project_of = project_of(*rooms.rules),
              .drafts = drafts_,
              .trials = trials_,
              .verifier = verifier_,
              .order_json = [&clerk = *rooms.clerk](const accounts::Asker& asker,
                                                    const std::string& order) {
                return order_json(clerk, asker, order);
              }} {}

std::vector<running::Round> StaffRooms::rounds() {
  return {round_of("release_claims", kReleaseClaims, [this] { return desk_.release_lapsed(); }),
          round_of("read_reports", kCatchUp, [this] { return desk_.catch_up(); }),
          round_of("judge_by_drafts", kCatchUp, [this] { return drafts_.catch_up(); })};
}

}  // namespace vermilion::service::commands
