#include "service/commands/desks.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <utility>

namespace vermilion::service::commands {
namespace {

using namespace std::chrono_literals;
using nlohmann::ordered_json;

review::ProjectOf project_of(const projects::Kept& kept) {
  return [&kept](const std::string& project, const std::string& digest) {
    return kept.rules_with_digest(project, digest);
  };
}

auto order_json(orders::Clerk& clerk) {
  return [&clerk](const accounts::Asker& asker, const std::string& order) -> ordered_json {
    const auto told = clerk.look(asker, order);
    return told ? ordered_json::parse(told->body) : ordered_json();
  };
}

running::Round round(std::string name, std::chrono::milliseconds every,
                     std::function<store::database::Result<std::size_t>()> walk) {
  return {std::move(name), every,
          [walk = std::move(walk)](const std::stop_token&) -> tl::expected<void, std::string> {
            const auto done = walk();
            if (!done) return tl::unexpected(done.error().detail);
            return {};
          }};
}

}  // namespace

Desks::Desks(Rooms& rooms, std::span<const pipeline::CheckDescription> checks,
             int sample_per_thousand, std::string sample_key)
    : reports(*rooms.scans),
      desk({.orders = rooms.installation->orders(),
            .reports = reports,
            .project_of = project_of(*rooms.rules),
            .checks = checks,
            .samples = review::Samples(sample_per_thousand, std::move(sample_key))}),
      drafts(rooms.installation->orders(), *rooms.rules, reports),
      verifier([&kept = *rooms.kept](bool whole) {
        return whole ? kept.verify_whole() : kept.verify();
      }),
      office{.orders = rooms.installation->orders(),
             .jobs = rooms.installation->jobs(),
             .desk = desk,
             .reports = reports,
             .project_of = project_of(*rooms.rules),
             .drafts = drafts,
             .trials = trials,
             .verifier = verifier,
             .order_json = order_json(*rooms.clerk)} {}

std::vector<running::Round> rounds_of(Desks& desks) {
  return {round("release_lapsed_reviews", 30s, [&] { return desks.desk.release_lapsed(); }),
          round("read_reports_for_review", 30s, [&] { return desks.desk.catch_up(); }),
          round("judge_in_shadow", 60s, [&] { return desks.drafts.catch_up(); })};
}

}  // namespace vermilion::service::commands
