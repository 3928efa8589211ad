#include "tests/service/server/access_matrix.hpp"

#include "service/orders/sight.hpp"
#include "service/server/dispatch.hpp"
#include "tests/service/orders/an_api.hpp"
#include "tests/service/server/access_matrix_people.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

// Every route, asked for by everybody, about what is theirs, a colleague's, another organisation's,
// nobody's and nothing at all.
namespace vermilion::tests {
namespace {

using namespace service::accounts;
namespace server = service::server;
using server::Access;
using server::Route;
using testing::AnyOf;
using testing::Eq;

const AccessRow* row_of(const Route& route) {
  const auto found = std::ranges::find_if(access_rows(), [&](const AccessRow& row) {
    return row.method == route.method && row.path == route.path;
  });
  return found == access_rows().end() ? nullptr : &*found;
}

std::string code_of(const service::http::Answer& answer) {
  const auto body = nlohmann::json::parse(answer.body, nullptr, false);
  return body.is_object() ? body.value("code", "") : "";
}

bool is_for_people(const AccessRow& row) {
  return row.who != "M" && row.who != "K" && row.who != "P";
}

bool may_ask(const AccessRow& row, char who) {
  return row.who == "S" || row.who.find(who) != row.who.npos;
}

// The text of the table for what the route itself says.
std::string said_by(const Route& route) {
  switch (route.access) {
    case Access::Machine:
      return "M";
    case Access::Client:
      return "K";
    case Access::Public:
      return "P";
    case Access::SignedIn:
      return "S";
    case Access::Account:
      break;
  }
  std::string letters;
  for (std::size_t i = 0; i < std::size(kPeople); ++i) {  // in the order of the enumerators
    if (route.roles.contains(static_cast<Role>(i))) letters += kPeople[i].letter;
  }
  return letters;
}

// Where all that is asked for is refused, one will do for everything.
Everybody& everybody() {
  static Everybody all;
  return all;
}

class AccessMatrix : public testing::TestWithParam<Route> {};

std::string route_name(const testing::TestParamInfo<Route>& info) {
  std::string name = std::string(info.param.method) + std::string(info.param.path);
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
}

TEST_P(AccessMatrix, HoldsARowForTheRouteThatSaysWhoMayAsk) {
  const AccessRow* row = row_of(GetParam());
  ASSERT_NE(row, nullptr) << GetParam().method << ' ' << GetParam().path
                          << " is not in access_matrix_rows.cpp: say there who may ask for it";
  EXPECT_EQ(said_by(GetParam()), row->who);
}

TEST_P(AccessMatrix, LetsNobodyElseIn) {
  const Route& route = GetParam();
  const AccessRow* row = row_of(route);
  if (row == nullptr || !is_for_people(*row)) return;
  Everybody& all = everybody();
  for (const char who : {kNobody, kGone, kOver}) {
    const auto answer =
        all.ask(route, all.path_of(route, row->object, "missing", who), who, row->body);
    EXPECT_EQ(answer.status, 401) << who;
    EXPECT_EQ(code_of(answer), "SIGNED_OUT") << who;
  }
  for (const auto& [letter, name] : kPeople) {
    if (may_ask(*row, letter)) continue;
    for (const auto* whose : {"own", "other", "missing", "malformed"}) {
      const auto answer =
          all.ask(route, all.path_of(route, row->object, whose, letter), letter, row->body);
      EXPECT_EQ(answer.status, 403) << name << ", " << whose;
      EXPECT_EQ(code_of(answer), "NOT_YOUR_PART") << name << ", " << whose;
    }
  }
  if (row->who == "S") return;
  const auto answer =
      all.ask(route, all.path_of(route, row->object, "missing", kNewcomer), kNewcomer, row->body);
  EXPECT_EQ(code_of(answer), "SECOND_FACTOR_FIRST");
}

TEST_P(AccessMatrix, RefusesWhatAnotherSitesPageAsksFor) {
  const Route& route = GetParam();
  const AccessRow* row = row_of(route);
  if (row == nullptr || route.method == "GET" || row->who == "M" || row->who == "K") return;
  Everybody& all = everybody();
  for (const char who : {'A', 'O', 'D'}) {
    for (const auto* site : {"cross-site", "same-site", "none", ""}) {
      const auto answer =
          all.ask(route, all.path_of(route, row->object, "own", who), who, row->body, site);
      EXPECT_EQ(answer.status, 403) << site;
      EXPECT_EQ(code_of(answer), "CROSS_SITE") << site;
    }
  }
}

std::string filled(std::string_view pattern, const std::string& order) {
  std::string path(pattern);
  const auto put = [&](std::string_view name, const std::string& id) {
    const auto at = path.find(name);
    if (at != path.npos) path.replace(at, name.size(), id);
  };
  put("{order}", order);
  put("{matter}", "override_finding");
  put("{attempt}", "P1");
  return path;
}

// An order in its first stage, which its own organisation sees and whoever of the staff sees all.
struct AnOrder {
  AnOrder() {
    const auto begun = api.post(api.an_applicant(kOurs), "/api/v1/orders",
                                {{"project", "yingtan_sunshine"},
                                 {"operation", "new"},
                                 {"variant", "main"},
                                 {"scope_acknowledged", true},
                                 {"eligible", true}});
    EXPECT_EQ(begun.status, 201) << begun.text;
    id = begun.body.value("id", "");
  }

  Answered ask(const Route& route, const AccessRow& row, Role role, const std::string& order) {
    const AnAsker stranger{std::string(name_of(role)), "stranger",
                           role == Role::Applicant ? kTheirs : ""};
    const auto body = row.body.empty() ? nlohmann::json() : nlohmann::json::parse(row.body);
    return api.ask(stranger, std::string(route.method), filled(route.path, order), body,
                   {{"Idempotency-Key", "key-" + std::to_string(10'000'000 + ++asked)}});
  }

  AnApi api{Backend::Sqlite};
  std::string id;
  int asked = 0;
};

void tells_nobody_of_orders(const Route& route, const AccessRow& row) {
  static AnOrder order;
  for (std::size_t i = 0; i < std::size(kPeople); ++i) {
    const auto role = static_cast<Role>(i);
    if (!may_ask(row, kPeople[i].letter)) continue;
    if (service::orders::stages_shown(role).contains(workflow::Stage::Draft)) continue;
    const auto to = [&](const std::string& id) { return order.ask(route, row, role, id); };
    const auto missing = to("O00000000-0000");
    EXPECT_EQ(missing.status, 404) << kPeople[i].name << ": " << missing.text;
    EXPECT_EQ(to(order.id).text, missing.text) << kPeople[i].name;
    EXPECT_EQ(to("..;--%2Fxxxx").text, missing.text) << kPeople[i].name;
  }
}

// What is another's, what is nobody's and what is no id at all: one answer, to the byte.
TEST_P(AccessMatrix, TellsNobodyWhatIsNotHis) {
  const Route& route = GetParam();
  const AccessRow* row = row_of(route);
  if (row == nullptr || row->object == Object::None || row->object == Object::Other) return;
  if (row->object == Object::Order) return tells_nobody_of_orders(route, *row);
  for (const auto& [letter, name] : kPeople) {
    if (!may_ask(*row, letter)) continue;
    Everybody all;
    const auto to = [&, who = letter](const char* whose) {
      return all.ask(route, all.path_of(route, row->object, whose, who), who, row->body);
    };
    const auto missing = to("missing");
    EXPECT_EQ(missing.status, 404) << name;
    EXPECT_EQ(code_of(missing), "NOT_FOUND") << name;
    EXPECT_EQ(to("other").body, missing.body) << name;
    EXPECT_EQ(to("malformed").body, missing.body) << name;
  }
}

// Else all of the above could hold because nothing works.
TEST_P(AccessMatrix, LetsInWhoMay) {
  const Route& route = GetParam();
  const AccessRow* row = row_of(route);
  if (row == nullptr || row->own == 0) return;
  for (const auto& [letter, name] : kPeople) {
    if (row->who != "P" && !may_ask(*row, letter)) continue;
    Everybody all;
    const auto answer =
        all.ask(route, all.path_of(route, row->object, "own", letter), letter, row->body);
    EXPECT_EQ(answer.status, row->own) << name << ": " << answer.body;
  }
}

INSTANTIATE_TEST_SUITE_P(, AccessMatrix,
                         testing::ValuesIn(server::routes().begin(), server::routes().end()),
                         route_name);

// Names of the staff are for the staff: no seat of an organisation among them, and of no account
// more than who it is.
TEST(Colleagues, AreToldByNameAloneWhetherTheyHaveLeftOrNot) {
  Everybody all;
  const auto route = std::ranges::find(server::routes(), "/api/v1/colleagues", &Route::path);
  ASSERT_NE(route, server::routes().end());
  const auto answer = all.ask(*route, std::string(route->path), 'R', {});
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto told = nlohmann::json::parse(answer.body)["items"];
  EXPECT_EQ(told.size(), std::size(kPeople) - 1 + 2) << "one of each role, newcomer and gone";
  for (const auto& one : told) {
    EXPECT_EQ(one.size(), 2U) << one;
    EXPECT_FALSE(one.value("id", "").empty() || one.value("name", "").empty()) << one;
  }
}

// Who looks after accounts sees no case, and who audits changes nothing.
TEST(AccessMatrixTable, GivesAdministratorsNoCaseAndAuditorsNoChange) {
  for (const Route& route : server::routes()) {
    if (route.access != Access::Account) continue;
    const bool of_a_case = route.path.find("{order}") != route.path.npos ||
                           route.path.find("{credit_code}") != route.path.npos;
    EXPECT_FALSE(of_a_case && route.roles.contains(Role::Admin)) << route.path;
    if (!route.roles.contains(Role::Auditor)) continue;
    EXPECT_EQ(route.method, "GET") << route.path;
  }
}

// Routes that are described go before those that are there.
TEST(AccessMatrixTable, HasNoRowThatNobodyDescribes) {
  std::ostringstream text;
  text << std::ifstream(VERMILION_SOURCE_DIR "/service/openapi.yaml").rdbuf();
  for (const AccessRow& row : access_rows()) {
    EXPECT_NE(text.str().find("\n  " + std::string(row.path) + ":"), std::string::npos) << row.path;
  }
}

}  // namespace
}  // namespace vermilion::tests
