#include "service/server/handlers/forms.hpp"

#include "service/scans/evidence.hpp"
#include "service/scans/forms.hpp"
#include "service/server/handlers/scan_requests.hpp"
#include "service/server/resources.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;

Result<http::Answer> pdf_answer(std::string_view name, scans::Result<std::string> pdf) {
  if (!pdf) return tl::make_unexpected(problem_of(pdf.error()));
  return file_answer("application/pdf", fmt::format("{}.pdf", name), *std::move(pdf));
}

}  // namespace

Result<http::Answer> get_form(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto order = order_asked(request, **house);
  if (!order) return tl::make_unexpected(order.error());
  const std::string& slot = request.path.find("slot")->second;
  auto pdf = scans::form_pdf(**house, *order, slot);
  return pdf_answer(slot, std::move(pdf));
}

Result<http::Answer> get_refund_letter(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto order = order_asked(request, **house);
  if (!order) return tl::make_unexpected(order.error());
  return pdf_answer("refund_letter", scans::refund_letter_pdf(**house, *order));
}

Result<http::Answer> keep_evidence(const Request& request, Resources& resources) {
  const auto house = house_of(resources);
  if (!house) return tl::make_unexpected(house.error());
  const auto sha256 =
      scans::keep_evidence(**house, {request.body, request.asker.id, request.asker.organisation});
  if (!sha256) return tl::make_unexpected(problem_of(sha256.error()));
  return http::Answer{.status = 201,
                      .headers = {{"Content-Type", "application/json"}},
                      .body = nlohmann::json{{"sha256", *sha256}}.dump()};
}

}  // namespace vermilion::service::server::handlers
