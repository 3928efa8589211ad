#include "service/server/handlers/pictures.hpp"

#include "service/scans/picture.hpp"
#include "service/scans/views.hpp"
#include "service/server/handlers/scan_requests.hpp"
#include "service/server/resources.hpp"

#include <chrono>
#include <limits>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;

Problem problem_of_database(const store::database::Error& error) {
  return problem_of(scans::failed(error).value());
}

Result<scans::Scan> scan_asked(const Request& request, scans::House& house,
                               const workflow::Order& order) {
  const auto version =
      number_asked(request, "version", 1, std::numeric_limits<std::int32_t>::max());
  if (!version) return tl::make_unexpected(version.error());
  auto scan = house.orders.database().read([&](store::database::Transaction& reading) {
    return scans::find_scan(reading, order.id, request.path.find("slot")->second, *version);
  });
  if (!scan) return tl::make_unexpected(problem_of_database(scan.error()));
  if (!*scan) return tl::make_unexpected(Problem{Fault::NotFound});
  return **std::move(scan);
}

workflow::Instant now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// What belongs to who asks needs no note.
Result<void> let_see(const Request& request, scans::House& house, const workflow::Order& order,
                     const scans::Scan& scan) {
  const auto why = scans::reason_to_see(request.asker, order, now());
  if (!why) {
    return tl::make_unexpected(
        Problem{Fault::NotYourPart, "scans are shown to who holds the case: claim it first"});
  }
  if (*why == scans::kOwn) return {};
  const auto noted = scans::note_view(house.orders.database(), {.viewer = request.asker.id,
                                                                .order = scan.order,
                                                                .slot = scan.slot,
                                                                .version = scan.version,
                                                                .why = std::string(*why),
                                                                .request = request.id});
  if (!noted) return tl::make_unexpected(problem_of_database(noted.error()));
  return {};
}

}  // namespace

Result<http::Answer> get_document_picture(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto order = order_asked(request, **house);
  if (!order) return tl::make_unexpected(order.error());
  const auto width = number_asked(request, "width", 1, scans::kWidths.back());
  if (!width) return tl::make_unexpected(width.error());
  const auto scan = scan_asked(request, **house, *order);
  if (!scan) return tl::make_unexpected(scan.error());
  if (const auto let = let_see(request, **house, *order, *scan); !let) {
    return tl::make_unexpected(let.error());
  }
  auto picture = scans::picture(**house, *scan, static_cast<int>(width->value_or(0)));
  if (!picture) return tl::make_unexpected(problem_of(picture.error()));
  return file_answer("image/jpeg", "scan.jpg", *std::move(picture));
}

}  // namespace vermilion::service::server::handlers
