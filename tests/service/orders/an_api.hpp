#pragma once

#include "service/orders/clerk.hpp"
#include "service/projects/kept.hpp"
#include "tests/service/server/a_server.hpp"
#include "tests/service/store/a_database.hpp"

#include <nlohmann/json.hpp>

#include <atomic>
#include <memory>
#include <string>

namespace vermilion::tests {

// Whoever asks, as the header `As` says it: "applicant:seat-1:91360600MA00000001".
struct AnAsker {
  std::string roles;  // "operator" or "reviewer,finance"
  std::string id;
  std::string organisation = {};
};

// What the API answers, read.
struct Answered {
  int status = 0;
  nlohmann::json body;
  std::string text;  // as it came
  std::string etag;
  std::string location;

  std::string code() const { return body.value("code", ""); }
};

// Orders over HTTP without a network: the rules of this checkout, a database of its own, a clock
// that is turned by hand. Every answer is held against service/openapi.yaml.
class AnApi {
 public:
  explicit AnApi(Backend backend);

  Answered ask(const AnAsker& who, const std::string& method, const std::string& path,
               const nlohmann::json& body = nullptr, service::http::Headers more = {});
  Answered get(const AnAsker& who, const std::string& path) { return ask(who, "GET", path); }
  // With a key of its own where the route needs one.
  Answered post(const AnAsker& who, const std::string& path, const nlohmann::json& body = nullptr);

  // An organisation with an account, and an applicant of it.
  AnAsker an_applicant(const std::string& credit_code);
  void import_certificate(const std::string& credit_code, const std::string& project,
                          const std::string& serial, bool main_key, int days_left);

  // What the machine and partners tell, said past the API.
  void note(const std::string& order, workflow::Body body);
  // Every slot filled, looked at and found good.
  void fill_slots(const std::string& order, const AnAsker& applicant);

  workflow::Order order(const std::string& id);
  workflow::Instant now() const { return workflow::Instant(std::chrono::seconds(*now_ms_ / 1000)); }
  void wait(std::chrono::seconds time) { *now_ms_ += time.count() * 1000; }
  service::server::Resources& resources() { return server_.resources; }

 private:
  std::shared_ptr<std::atomic<std::int64_t>> now_ms_;
  ADatabase a_;

 public:
  Database database;
  std::unique_ptr<service::projects::Kept> rules;
  service::store::orders::Orders orders;
  service::orders::Clerk clerk;

 private:
  service::server::AServer server_;
  std::atomic<int> keys_{0};
  int said_ = 0;
};

}  // namespace vermilion::tests
