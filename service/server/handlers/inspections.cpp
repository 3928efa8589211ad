#include "service/server/handlers/inspections.hpp"

#include "rules/order_facts.hpp"
#include "rules/report_json.hpp"
#include "service/crypto/base64.hpp"
#include "service/inspection/terms.hpp"
#include "service/server/resources.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;

struct MediaType {
  std::string_view name;
  std::string_view file;  // what the scan is called: the extension is held against the bytes
};

constexpr std::array kMediaTypes{
    MediaType{"image/jpeg", "scan.jpg"}, MediaType{"image/png", "scan.png"},
    MediaType{"image/bmp", "scan.bmp"}, MediaType{"application/octet-stream", "scan"}};

constexpr std::array<std::string_view, 2> kParameters{"project", "document"};

tl::unexpected<Problem> refused(Fault fault, std::string detail, std::string pointer) {
  return tl::make_unexpected(
      Problem{.fault = fault, .detail = std::move(detail), .pointer = std::move(pointer)});
}

Result<std::string_view> file_of(const Request& request) {
  const auto said = http::only(request.headers, "Content-Type");
  for (const MediaType& type : kMediaTypes) {
    if (said == type.name) return type.file;
  }
  return refused(Fault::UnsupportedType, "the body is the picture, not a form",
                 "/headers/content-type");
}

Result<void> know_every_parameter(const Request& request) {
  for (const auto& [name, value] : request.query) {
    if (std::ranges::find(kParameters, name) == kParameters.end()) {
      return refused(Fault::BadRequest, "known are project and document", "/query/" + name);
    }
  }
  return {};
}

std::string parameter(const Request& request, std::string_view name) {
  const auto said = request.query.find(name);
  return said == request.query.end() ? std::string() : said->second;
}

Result<rules::OrderFacts> order_of(const Request& request) {
  constexpr const char* kHeader = "Vermilion-Order";
  if (http::count(request.headers, kHeader) == 0) return rules::OrderFacts{};
  const auto said = http::only(request.headers, kHeader);
  const auto json = said ? crypto::from_base64(*said) : std::nullopt;
  if (!json)
    return refused(Fault::BadOrder, "base64 is expected, once", "/headers/vermilion-order");
  auto facts = rules::parse_order_facts(*json);
  if (!facts) return refused(Fault::BadOrder, facts.error().detail, "/headers/vermilion-order");
  return std::move(*facts);
}

Result<inspection::Terms> terms_of(const Request& request, const Resources& resources,
                                   const rules::OrderFacts& order) {
  const std::string id = parameter(request, "project");
  const std::string document = parameter(request, "document");
  const auto unknown = [](std::string complaint) {
    return Problem{Fault::UnknownDocument, std::move(complaint), "/query/document"};
  };
  if (id.empty()) {
    return inspection::general_terms(document, order, resources.checks).map_error(unknown);
  }
  const auto project = resources.projects.find(id);
  if (project == resources.projects.end())
    return refused(Fault::UnknownProject, "GET /api/v1/projects lists them", "/query/project");
  return inspection::project_terms(project->second, document, order, resources.form_keys)
      .map_error(unknown);
}

http::Answer report_answer(const pipeline::Report& report, const rules::Judgement& judgement) {
  const auto document = rules::to_json(report, judgement, /*with_costs=*/true);
  return {.status = 200,
          .headers = {{"Content-Type", "application/json"}},
          .body = document.dump(-1, ' ', /*ensure_ascii=*/false,
                                nlohmann::json::error_handler_t::replace)};
}

}  // namespace

Result<http::Answer> look_at_body(const Request& request, Resources& resources,
                                  const std::string& client, const TermsFor& terms_for) {
  const auto file = file_of(request);
  if (!file) return tl::make_unexpected(file.error());
  const auto order = order_of(request);
  if (!order) return tl::make_unexpected(order.error());
  const auto terms = terms_for(*order);
  if (!terms) return tl::make_unexpected(terms.error());
  const auto turn = resources.turns.take(client);
  if (!turn) {
    return tl::make_unexpected(
        Problem{.fault = Fault::Busy, .retry_s = static_cast<unsigned>(turn.error().count())});
  }
  const auto report = resources.inspect(request.body, *file, terms->plan);
  const auto judgement = terms->judge(report);
  resources.metrics.count_inspection(name(judgement.verdict));
  return report_answer(report, judgement);
}

Result<http::Answer> inspect(const Request& request, Resources& resources) {
  if (const auto known = know_every_parameter(request); !known) {
    return tl::make_unexpected(known.error());
  }
  return look_at_body(request, resources, request.client, [&](const rules::OrderFacts& order) {
    return terms_of(request, resources, order);
  });
}

}  // namespace vermilion::service::server::handlers
