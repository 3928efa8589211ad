#include "service/commands/serving_office.hpp"

#include <chrono>
#include <utility>

namespace vermilion::service::commands {
namespace {

using namespace std::chrono_literals;
using Walked = tl::expected<void, std::string>;

constexpr int kSamplesPerThousand = 50;

review::ProjectOf project_of(const projects::Kept& kept) {
  return [&kept](const std::string& project, const std::string& digest) {
    return kept.rules_with_digest(project, digest);
  };
}

template <class Walk>
running::Round round_of(std::string name, std::chrono::milliseconds every, Walk walk) {
  return {std::move(name), every, [walk](const std::stop_token&) -> Walked {
            const auto done = walk();
            if (!done) return tl::unexpected(done.error().detail);
            return {};
          }};
}

}  // namespace

OfficeRooms::OfficeRooms(running::Installation& installation, projects::Kept& rules,
                         scans::House& house, orders::Clerk& clerk, std::string sample_key)
    : reports_(house),
      desk_({installation.orders(),
             reports_,
             project_of(rules),
             house.checks,
             {kSamplesPerThousand, std::move(sample_key)}}),
      drafts_(installation.orders(), rules, reports_),
      verifier_([&installation](bool whole) {
        return whole ? installation.kept().verify_whole() : installation.kept().verify();
      }),
      office_{installation.orders(),
              installation.jobs(),
              desk_,
              reports_,
              project_of(rules),
              drafts_,
              trials_,
              verifier_,
              [&clerk](const accounts::Asker& asker, const std::string& order) {
                const auto told = clerk.look(asker, order);
                return told ? nlohmann::ordered_json::parse(told->body) : nlohmann::ordered_json();
              }} {}

std::vector<running::Round> OfficeRooms::rounds() {
  return {round_of("release_lapsed", 1min, [this] { return desk_.release_lapsed(); }),
          round_of("weigh_reports", 5s, [this] { return desk_.catch_up(); }),
          round_of("judge_by_drafts", 30s, [this] { return drafts_.catch_up(); })};
}

}  // namespace vermilion::service::commands
