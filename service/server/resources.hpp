#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"
#include "rules/forms/signature.hpp"
#include "rules/project.hpp"
#include "service/accounts/asker.hpp"
#include "service/server/api_keys.hpp"
#include "service/server/fair_turns.hpp"
#include "service/server/log.hpp"
#include "service/server/metrics.hpp"

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::running {
class Installation;
}
namespace vermilion::service::webhooks {
struct Webhooks;
}
namespace vermilion::service::scans {
struct House;
}
namespace vermilion::service::accounts {
struct Accounts;
}
namespace vermilion::service::orders {
class Clerk;
}

namespace vermilion::service::server {

struct Office;
class Site;

using Inspect = std::function<pipeline::Report(std::span<const std::byte> bytes,
                                               std::string_view file, const pipeline::Plan& plan)>;

// Everything requests are carried out with; lives as long as the server. What is constant is shared
// by its threads, the rest takes care of itself.
struct Resources {
  std::span<const pipeline::CheckDescription> checks;
  std::map<std::string, std::shared_ptr<const rules::Project>, std::less<>> projects;
  std::vector<rules::forms::Key> form_keys;
  ApiKeys api_keys;
  // Who is signed in by these headers: nobody where nothing in them, or nothing valid, says so.
  std::function<std::optional<accounts::Asker>(const http::Headers&)> who;
  Inspect inspect;  // any number of threads
  FairTurns turns;
  Metrics metrics;
  Log log;
  std::function<Metrics::Gauges()> gauges;
  std::atomic<bool> stopping = false;

  // Null: the server keeps nothing, tells nobody, shows no pages.
  running::Installation* installation = nullptr;
  webhooks::Webhooks* webhooks = nullptr;
  const Site* site = nullptr;
  scans::House* scans = nullptr;  // null: nothing is kept here
  accounts::Accounts* accounts = nullptr;
  orders::Clerk* clerk = nullptr;
  Office* office = nullptr;  // null: no orders, no staff
};

}  // namespace vermilion::service::server
