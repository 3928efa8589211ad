#include "bench/service/scans.hpp"

#include "samples/hostile/encode_jpeg.hpp"
#include "samples/make.hpp"
#include "service/demo/applicant.hpp"

#include <fmt/format.h>

#include <atomic>

namespace vermilion::service_load {
namespace {

namespace hostile = samples::hostile;
using service::demo::Json;
using service::demo::OffTheScript;

constexpr std::uint8_t kComment = 0xFE;  // a segment no decoder looks into

std::string named(const std::string& jpeg, const std::string& name) {
  const auto with = hostile::with_segment(hostile::bytes_of(jpeg),
                                          hostile::jpeg_segment(kComment, hostile::bytes_of(name)));
  return {with.begin(), with.end()};
}

}  // namespace

StampedCopies::StampedCopies(std::uint64_t seed) {
  for (const auto document :
       {samples::DocumentKind::BusinessLicence2019, samples::DocumentKind::BusinessLicence2014}) {
    const auto sample = samples::make({.document = document, .dpi = 200, .seed = seed});
    pages_.emplace_back(reinterpret_cast<const char*>(sample.bytes.data()), sample.bytes.size());
  }
}

std::string StampedCopies::next() {
  static std::atomic<std::size_t> all = 0;
  return named(pages_[given_++ % pages_.size()], fmt::format("scan {:08}", ++all));
}

std::string Slot::path() const {
  return fmt::format("/api/v1/orders/{}/documents/{}", order, name);
}

Applicant::Applicant(std::uint16_t port, const std::string& credit_code, const std::string& mobile)
    : visitor_(port, fmt::format("load-{}",
                                 std::chrono::steady_clock::now().time_since_epoch().count())) {
  visitor_.post(
      "/api/v1/sessions",
      {{"credit_code", credit_code}, {"mobile", mobile}, {"password", service::demo::kPassword}});
  begin_order(mobile);
}

void Applicant::begin_order(const std::string& mobile) {
  Json wanted{{"project", "housing_outside"},
              {"operation", "new"},
              {"variant", "standard"},
              {"scope_acknowledged", true},
              {"eligible", true}};
  const Json catalogue = visitor_.get("/api/v1/catalogue");
  for (const Json& project : catalogue.at("items")) {
    const Json agreement = project.value("agreement", Json());
    if (project.at("id") == wanted.at("project") && agreement.is_object()) {
      wanted["agreement"] = agreement.at("version");
    }
  }
  const std::string id = visitor_.post("/api/v1/orders", wanted).at("id");
  const Json person{{"name", "压测"}, {"mobile", mobile}};
  visitor_.post(
      fmt::format("/api/v1/orders/{}/form", id),
      {{"agent", person}, {"recipient", {{"person", person}, {"address", "样州市印心路一号"}}}});
  slot_ = {id, "licence"};
}

std::string Applicant::put(const std::string& scan) {
  const auto answer = visitor_.ask("PUT", slot_.path(), scan, "image/jpeg");
  if (answer.status == 429) return {};
  if (answer.status != 202) {
    throw OffTheScript(fmt::format("PUT {}: {} {}", slot_.path(), answer.status, answer.body));
  }
  return Json::parse(answer.body).at("sha256");
}

std::string Applicant::verdict() {
  const auto answer = visitor_.ask("GET", slot_.path() + "/report", {}, {});
  if (answer.status == 202) return {};
  if (answer.status != 200) {
    throw OffTheScript(fmt::format("GET {}: {} {}", slot_.path(), answer.status, answer.body));
  }
  return Json::parse(answer.body).at("verdict");
}

}  // namespace vermilion::service_load
