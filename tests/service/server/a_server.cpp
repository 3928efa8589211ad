#include "tests/service/server/a_server.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "tests/support/outcomes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace vermilion::service::server {
namespace {

constexpr const char* kKeys =
    "desk ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

}  // namespace

AServer::AServer()
    : report(tests::a_readable_report("scan.jpg")),
      resources{.checks = pipeline::check_descriptions(),
                .projects = {},
                .form_keys = {},
                .api_keys = *ApiKeys::parse(kKeys),
                .inspect =
                    [this](auto bytes, auto file, const auto&) {
                      const std::scoped_lock lock(mutex);
                      ++inspected;
                      sizes.push_back(bytes.size());
                      report.bytes = bytes.size();
                      report.file = file;
                      return report;
                    },
                .turns = FairTurns(2, 4),
                .metrics = {},
                .log =
                    [this](std::string_view event, const nlohmann::ordered_json& members) {
                      const std::scoped_lock lock(mutex);
                      lines.push_back(std::string(event) + " " + members.dump());
                    },
                .gauges = [] { return Metrics::Gauges{}; }} {}

http::Headers headers_of_a_client() {
  return {{"Authorization", std::string("Bearer ") + kClientKey}, {"Content-Type", "image/jpeg"}};
}

Incoming incoming(std::string method, std::string target, http::Headers headers, std::string body) {
  headers.push_back({"Host", "vermilion.example"});
  if (!body.empty() && http::count(headers, "Content-Length") == 0) {
    headers.push_back({"Content-Length", std::to_string(body.size())});
  }
  return {.id = "R-1",
          .method = std::move(method),
          .target = std::move(target),
          .headers = std::move(headers),
          .read = [rest = std::move(body)](std::span<std::byte> into) mutable {
            const std::size_t got = std::min(rest.size(), into.size());
            std::transform(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(got),
                           into.begin(), [](char c) { return static_cast<std::byte>(c); });
            rest.erase(0, got);
            return got;
          }};
}

}  // namespace vermilion::service::server
