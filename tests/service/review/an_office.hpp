#pragma once

#include "service/server/dispatch.hpp"
#include "service/server/office.hpp"
#include "tests/service/authoring/shipped_files.hpp"
#include "tests/service/review/a_desk.hpp"
#include "tests/service/server/a_server.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

// The staff at a server without sockets: requests go through dispatch(), and who asks says so.
namespace vermilion::tests {

// "r1 reviewer": the id of the account and its roles.
inline constexpr const char* kReviewer = "r1 reviewer";
inline constexpr const char* kReviewer2 = "r2 reviewer";
inline constexpr const char* kOperator = "o1 operator";
inline constexpr const char* kAuthor = "w1 rule_author";
inline constexpr const char* kAuthor2 = "w2 rule_author";
inline constexpr const char* kAuditor = "u1 auditor";
inline constexpr const char* kFinance = "f1 finance";

struct Told {
  int status = 0;
  nlohmann::ordered_json json;  // null where the body is none
  std::string body;
  service::http::Headers headers;

  std::string header(std::string_view name) const;
  std::string code() const { return json.is_object() ? json.value("code", "") : ""; }
};

struct AnOffice {
  explicit AnOffice(Backend backend = Backend::Sqlite, int per_thousand = 0);

  Told get(const std::string& who, const std::string& target);
  Told post(const std::string& who, const std::string& target,
            const nlohmann::ordered_json& body = nullptr, service::http::Headers headers = {});
  Told send(const std::string& who, const std::string& method, const std::string& target,
            std::string body, service::http::Headers headers = {});

  ADesk a;
  std::unique_ptr<service::projects::Kept> kept;
  service::authoring::Drafts drafts;
  service::authoring::Trials trials;
  service::audit::Verifier verifier;
  service::store::jobs::Jobs jobs;
  service::server::Office office;
  service::server::AServer server;
};

}  // namespace vermilion::tests
