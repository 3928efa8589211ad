#include "service/server/handlers/events.hpp"

#include "service/server/handlers/scan_requests.hpp"
#include "service/server/resources.hpp"

#include <utility>

namespace vermilion::service::server::handlers {
namespace {

// Half a stream's life: by then one has ended.
constexpr unsigned kAgain_s = 90;

}  // namespace

tl::expected<http::Answer, Problem> follow_order(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto order = order_asked(request, **house);
  if (!order) return tl::make_unexpected(order.error());
  auto pieces = (*house)->streams.open((*house)->orders.database(), order->id, request.asker.id,
                                       resources.stopping);
  if (!pieces) return tl::make_unexpected(Problem{.fault = Fault::TooMany, .retry_s = kAgain_s});
  return http::Answer{.status = 200,
                      .headers = {{"Content-Type", "text/event-stream"},
                                  {"X-Accel-Buffering", "no"}},  // nginx passes each piece on
                      .body = {},
                      .pieces = *std::move(pieces)};
}

}  // namespace vermilion::service::server::handlers
