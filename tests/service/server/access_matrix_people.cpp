#include "tests/service/server/access_matrix_people.hpp"

#include "service/accounts/registration.hpp"
#include "service/accounts/seats.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/staff.hpp"
#include "service/accounts/tokens.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>

namespace vermilion::tests {

using namespace service::accounts;
namespace server = service::server;
using server::Route;

namespace {

server::Resources resources_of(Accounts& accounts) {
  return {.checks = {},
          .projects = {},
          .form_keys = {},
          .api_keys = {},
          .who = who_by(accounts),
          .inspect = {},
          .turns = server::FairTurns(1, 1),
          .metrics = {},
          .log = [](std::string_view, const nlohmann::ordered_json&) {},
          .gauges = [] { return server::Metrics::Gauges{}; },
          .accounts = &accounts};
}

Role role_of(char letter) {
  const std::map<char, Role> kRoles{
      {'A', Role::Applicant},  {'R', Role::Reviewer}, {'O', Role::Operator}, {'F', Role::Finance},
      {'W', Role::RuleAuthor}, {'U', Role::Auditor},  {'D', Role::Admin}};
  return kRoles.at(letter);
}

}  // namespace

Everybody::Everybody() : resources_(resources_of(house_.accounts)) {
  const auto ours = house_.registered(kOurs, kOurMobile);
  token_['A'] = ours.token;
  seat_ = ours.account;
  colleague_ = add_seat(house_.accounts, *house_.who(ours.token), "李四", "13507010004")->id;
  const auto theirs = house_.registered(kTheirs, kTheirMobile);
  their_seat_ = theirs.account;
  token_['T'] = theirs.token;
  for (const auto& [letter, name] : kPeople) {
    if (letter != 'A') token_[letter] = of_the_staff(letter);
  }
  token_[kNewcomer] = house_.signed_in(house_.a_staff("newcomer", Role::Operator).id);
  const auto gone = house_.a_staff("gone", Role::Operator).id;
  house_.with_second_factor(gone);
  token_[kGone] = house_.signed_in(gone);
  (void)change_staff(house_.accounts, gone, {.disabled = true}, "test");
  token_[kOver] = new_token();
  question();
}

service::http::Answer Everybody::ask(const Route& route, const std::string& path, char who,
                                     std::string_view body, std::string_view site) {
  service::http::Headers headers{{"Host", "vermilion.example"},
                                 {"Sec-Fetch-Site", std::string(site)}};
  if (token_.contains(who)) headers.push_back({"Cookie", "__Host-session=" + token_[who]});
  if (route.body_bytes > 0) {
    headers.push_back({"Content-Type", "application/json"});
    headers.push_back({"Content-Length", std::to_string(body.size())});
  }
  auto rest = std::string(body);
  server::Incoming incoming{"R-1", std::string(route.method), path, headers,
                            [rest](std::span<std::byte> into) mutable {
                              const auto got = std::min(rest.size(), into.size());
                              std::memcpy(into.data(), rest.data(), got);
                              rest.erase(0, got);
                              return got;
                            }};
  return server::dispatch(incoming, resources_).answer;
}

std::string Everybody::path_of(const Route& route, Object object, std::string_view whose,
                               char who) {
  std::string path;
  std::string_view rest = route.path;
  while (!rest.empty()) {
    const auto open = rest.find('{');
    path += rest.substr(0, open);
    if (open == rest.npos) break;
    const auto close = rest.find('}', open);
    path += id_of(object, whose, who);
    rest.remove_prefix(close + 1);
  }
  return path;
}

std::string Everybody::of_the_staff(char letter) {
  const std::string login = std::string("staff-") + static_cast<char>(letter - 'A' + 'a');
  staff_ = house_.a_staff(login, role_of(letter)).id;
  house_.with_second_factor(staff_);
  return house_.signed_in(staff_);
}

// Somebody has asked for another number and another name.
void Everybody::question() {
  namespace org = workflow::organisation;
  const auto visitor = house_.visitor("newcomer");
  house_.wait(std::chrono::minutes(2));
  const auto code = house_.fresh_code(org::Purpose::ChangePhone, kOurs, "13407010005", visitor);
  (void)house_.store.orders.transact([&](service::store::orders::Saying& saying) {
    return enter_code(house_.accounts, saying, org::Purpose::ChangePhone, kOurs, "13407010005",
                      code)
        .has_value();
  });
  const auto tell = [&](workflow::Role role, org::Body body) {
    (void)house_.store.orders.say(kOurs, org::Command{new_id(), {role, "first"}, body});
  };
  tell(workflow::Role::Applicant, org::AskPhoneChange{"13407010005", std::string(64, 'a'), "x"});
  tell(workflow::Role::Service,
       org::AskRename{"鹰潭市样例（有限）公司", "样例公司", "写错了", std::string(64, 'a')});
}

std::string Everybody::session_of(char who) {
  return signed_in_by(house_.accounts, {{"Cookie", "__Host-session=" + token_[who]}})->session;
}

std::string Everybody::id_of(Object object, std::string_view whose, char who) {
  if (whose == "malformed") return "..%2F'\";--";
  if (whose == "missing") return std::string(32, '0');
  const bool own = whose == "own";
  switch (object) {
    case Object::Seat:
      return own ? colleague_ : their_seat_;
    case Object::Session:
      return session_of(own ? who : 'T');
    case Object::Organisation:
      return own ? kOurs : "91360000MA35T0000X";
    case Object::Staff:
      return own ? staff_ : seat_;
    case Object::None:
    case Object::Order:
    case Object::Other:
      break;
  }
  return "none";
}

}  // namespace vermilion::tests
