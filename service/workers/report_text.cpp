#include "service/workers/report_text.hpp"

#include "pipeline/decide.hpp"
#include "rules/judge.hpp"
#include "rules/report_json.hpp"
#include "rules/read_reports.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace vermilion::service::workers {
namespace {

using nlohmann::json;
using pipeline::CheckDescription;
using pipeline::CheckRequest;
using pipeline::Report;

template <class T>
using Read = tl::expected<T, std::string>;

// A picture is 32 x 32 greys; see pipeline/seal/small_picture.hpp.
constexpr std::size_t kPictureBytes = 4096;
constexpr std::size_t kStages = 64;

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

std::optional<std::string> bytes_of(std::string_view hexadecimal) {
  if (hexadecimal.size() % 2 != 0 || hexadecimal.size() > 2 * kPictureBytes) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < hexadecimal.size(); at += 2) {
    const std::string two(hexadecimal.substr(at, 2));
    if (two.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
    bytes += static_cast<char>(std::stoi(two, nullptr, 16));
  }
  return bytes;
}

json what_no_document_keeps(const Report& report) {
  json costs = json::array();
  for (const auto& cost : report.costs) costs.push_back({cost.stage, cost.runs, cost.cpu_ns});
  json pictures = json::array();
  for (const auto& seal : report.facts.seals.value_or(std::vector<pipeline::SealFact>{})) {
    pictures.push_back(hexadecimal(seal.picture));
  }
  return {{"costs", std::move(costs)}, {"pictures", std::move(pictures)}};
}

Read<Report> document_of(std::string_view line) {
  Read<Report> report = tl::make_unexpected(std::string("no document"));
  rules::read_reports(line, [&](auto stored) {
    if (stored && !stored->failure) {
      report = std::move(stored->report);
    } else {
      report = tl::make_unexpected(
          stored ? *stored->failure
                 : fmt::format("{}: {}", stored.error().place, stored.error().complaint));
    }
  });
  return report;
}

Read<void> add_what_no_document_keeps(std::string_view line, Report& report) try {
  const json kept = json::parse(line);
  for (const json& cost : kept.at("costs")) {
    if (report.costs.size() == kStages) return tl::make_unexpected(std::string("too many stages"));
    report.costs.push_back({cost.at(0), cost.at(1), cost.at(2)});
  }
  const json& pictures = kept.at("pictures");
  const std::size_t seals = report.facts.seals ? report.facts.seals->size() : 0;
  if (pictures.size() != seals) return tl::make_unexpected(std::string("a picture for each seal"));
  for (std::size_t i = 0; i < seals; ++i) {
    auto bytes = bytes_of(pictures.at(i).get_ref<const std::string&>());
    if (!bytes) return tl::make_unexpected(std::string("a picture is no picture"));
    (*report.facts.seals)[i].picture = std::move(*bytes);
  }
  return {};
} catch (const json::exception& error) {
  return tl::make_unexpected(std::string(error.what()));
}

// What the checks measured amounts to the same here as there.
Read<void> decide(Report& report, const pipeline::Plan& plan,
                  std::span<const CheckDescription> checks) {
  for (const CheckRequest& request : plan.checks) {
    const auto measured = report.measurements.find(request.check);
    if (measured == report.measurements.end()) continue;
    const auto check = std::ranges::find(checks, request.check, &CheckDescription::id);
    if (check == checks.end()) return tl::make_unexpected("no check " + request.check);
    if (const auto missing = pipeline::value_missing(*check, measured->second)) {
      return tl::make_unexpected(fmt::format("{} measured no {}", request.check, *missing));
    }
    auto found = pipeline::decide(*check, measured->second, request);
    report.findings.insert(report.findings.end(), found.begin(), found.end());
  }
  return {};
}

}  // namespace

std::string report_text(const Report& report) {
  const auto document = rules::to_json(report, rules::judge(report, {}), /*with_costs=*/false);
  return document.dump(-1, ' ', /*ensure_ascii=*/false, json::error_handler_t::replace) + '\n' +
         what_no_document_keeps(report).dump();
}

Read<Report> report_of(std::string_view text, const pipeline::Plan& plan,
                       std::span<const CheckDescription> checks) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return tl::make_unexpected(std::string("two lines expected"));
  auto report = document_of(text.substr(0, end));
  if (!report) return report;
  const auto complete = add_what_no_document_keeps(text.substr(end + 1), *report).and_then([&] {
    return decide(*report, plan, checks);
  });
  if (!complete) return tl::make_unexpected(complete.error());
  return report;
}

}  // namespace vermilion::service::workers
