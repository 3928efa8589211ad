#include "service/server/handlers/documents.hpp"

#include "service/scans/report.hpp"
#include "service/scans/scan.hpp"
#include "service/scans/upload.hpp"
#include "service/server/handlers/scan_requests.hpp"
#include "service/server/resources.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <limits>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

using json = nlohmann::ordered_json;
template <class T>
using Result = tl::expected<T, Problem>;

constexpr std::int64_t kVersionMax = std::numeric_limits<std::int32_t>::max();
constexpr std::array<std::string_view, 3> kMediaTypes{"image/jpeg", "image/png", "image/bmp"};

// An inspection takes some tenths of a second.
constexpr const char* kAgain_s = "1";

const std::string& slot_of(const Request& request) {
  return request.path.find("slot")->second;
}

http::Answer json_answer(int status, std::string body) {
  return {
      .status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

std::string report_path(const scans::Scan& scan) {
  return fmt::format("/api/v1/orders/{}/documents/{}/report?version={}", scan.order, scan.slot,
                     scan.version);
}

// "2026-11-22T03:04:05Z"
std::string time_text(std::int64_t at_ms) {
  return fmt::format("{:%FT%T}Z", fmt::gmtime(at_ms / 1000));
}

json version_json(const scans::Scan& scan) {
  return {{"version", scan.version},
          {"sha256", scan.sha256},
          {"bytes", scan.bytes},
          {"format", name(scan.format)},
          {"state", name_of(scan.state)},
          {"uploaded_at", time_text(scan.uploaded_at_ms)},
          {"by", scan.by}};
}

http::Answer report_answer(const Request& request, scans::Shown shown) {
  if (shown.json.empty()) {
    auto answer = json_answer(202, json{{"state", name_of(shown.scan.state)}}.dump());
    answer.headers.push_back({"Retry-After", kAgain_s});
    return answer;
  }
  const std::string etag = fmt::format("\"{}\"", shown.etag);
  const bool known = http::only(request.headers, "If-None-Match") == etag;
  auto answer = known ? http::Answer{.status = 304} : json_answer(200, std::move(shown.json));
  answer.headers.push_back({"ETag", etag});
  return answer;
}

}  // namespace

Result<http::Answer> upload_document(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto order = order_asked(request, **house);
  if (!order) return tl::make_unexpected(order.error());
  const auto type = http::only(request.headers, "Content-Type");
  if (!type || std::ranges::find(kMediaTypes, *type) == kMediaTypes.end()) {
    return tl::make_unexpected(Problem{
        Fault::UnsupportedType, "the body is the picture, not a form", "/headers/content-type"});
  }
  const auto scan = scans::upload(**house, {.id = request.id,
                                            .order = order->id,
                                            .slot = slot_of(request),
                                            .by = request.asker.id,
                                            .bytes = request.body});
  if (!scan) return tl::make_unexpected(problem_of(scan.error()));
  const std::string report = report_path(*scan);
  auto answer = json_answer(
      202, json{{"sha256", scan->sha256}, {"version", scan->version}, {"report", report}}.dump());
  answer.headers.push_back({"Location", report});
  return answer;
}

Result<http::Answer> list_document_versions(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto order = order_asked(request, **house);
  if (!order) return tl::make_unexpected(order.error());
  const auto found = (*house)->orders.database().read([&](store::database::Transaction& reading) {
    return scans::scans_in(reading, order->id, slot_of(request));
  });
  if (!found) return tl::make_unexpected(problem_of(scans::failed(found.error()).value()));
  json versions = json::array();
  for (const scans::Scan& scan : *found) versions.push_back(version_json(scan));
  const std::int64_t current = found->empty() ? 0 : found->back().version;
  return json_answer(200, json{{"versions", std::move(versions)}, {"current", current}}.dump());
}

Result<http::Answer> get_document_report(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto order = order_asked(request, **house);
  if (!order) return tl::make_unexpected(order.error());
  const auto version = number_asked(request, "version", 1, kVersionMax);
  if (!version) return tl::make_unexpected(version.error());
  auto shown = scans::show_report(**house, *order, slot_of(request), *version);
  if (!shown) return tl::make_unexpected(problem_of(shown.error()));
  return report_answer(request, *std::move(shown));
}

}  // namespace vermilion::service::server::handlers
