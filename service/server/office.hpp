#pragma once

#include "service/accounts/asker.hpp"
#include "service/audit/verifier.hpp"
#include "service/authoring/drafts.hpp"
#include "service/authoring/trials.hpp"
#include "service/review/desk.hpp"
#include "service/review/reports.hpp"
#include "service/store/jobs/jobs.hpp"
#include "service/store/orders/orders.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace vermilion::service::server {

// What the staff's requests are carried out with, besides an order's own. All of it outlives it;
// any number of threads.
struct Office {
  store::orders::Orders& orders;
  store::jobs::Jobs& jobs;
  review::Desk& desk;
  const review::Reports& reports;
  review::ProjectOf project_of;
  authoring::Drafts& drafts;
  authoring::Trials& trials;
  audit::Verifier& verifier;
  // As GET /api/v1/orders/{order} tells it to this asker; null where he may not see it.
  std::function<nlohmann::ordered_json(const accounts::Asker& asker, const std::string& order)>
      order_json;
};

}  // namespace vermilion::service::server
