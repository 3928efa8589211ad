#include "service/server/handlers/staff.hpp"

#include "service/accounts/roles.hpp"
#include "service/accounts/staff.hpp"
#include "service/server/handlers/me_json.hpp"

namespace vermilion::service::server::handlers {
namespace {

Json staff_json(const accounts::Row& row) {
  return {{"id", row.id},
          {"login", row.login},
          {"name", row.name},
          {"roles", roles_json(row.roles)},
          {"disabled", row.disabled},
          {"second_factor", row.second_factor_is_set},
          {"made_at", utc_text(row.made_at_ms / 1000)}};
}

// What is no role is one nobody may have.
accounts::Roles roles_in(const std::vector<std::string>& names) {
  accounts::Roles roles;
  for (const std::string& name : names) {
    roles = roles | accounts::role_named(name).value_or(accounts::Role::Applicant);
  }
  return roles;
}

constexpr std::size_t kRolesMost = accounts::kRoleNames.size();

accounts::NewStaff new_staff(orders::Members& said) {
  return {said.text("login", kTextMost), said.text("name", kTextMost),
          roles_in(said.texts_if_any("roles", kRolesMost, kTextMost)),
          said.text("password", kTextMost)};
}

Result<accounts::StaffChange> staff_change(const Request& request) {
  const auto body = object_of(request);
  if (!body) return tl::make_unexpected(body.error());
  const auto says = [&](const char* name) { return body->contains(name); };
  return said_in<accounts::StaffChange>(request, [&](orders::Members& said) {
    accounts::StaffChange change;
    if (says("roles")) change.roles = roles_in(said.texts_if_any("roles", kRolesMost, kTextMost));
    if (says("disabled")) change.disabled = said.flag("disabled");
    if (says("name")) change.name = said.text("name", kTextMost);
    return change;
  });
}

}  // namespace

Result<http::Answer> list_staff(const Request& /*request*/, Resources& resources) {
  return answered(accounts::staff(accounts_of(resources)),
                  [](const std::vector<accounts::Row>& all) {
                    Json items = Json::array();
                    for (const auto& row : all) items.push_back(staff_json(row));
                    return json_answer(200, list_json(std::move(items)));
                  });
}

Result<http::Answer> list_colleagues(const Request& /*request*/, Resources& resources) {
  return answered(accounts::staff(accounts_of(resources)),
                  [](const std::vector<accounts::Row>& all) {
                    Json items = Json::array();
                    for (const auto& row : all) {
                      items.push_back({{"id", row.id}, {"name", row.name}});
                    }
                    return json_answer(200, list_json(std::move(items)));
                  });
}

Result<http::Answer> make_staff(const Request& request, Resources& resources) {
  const auto staff = said_in<accounts::NewStaff>(request, new_staff);
  if (!staff) return tl::make_unexpected(staff.error());
  return answered(accounts::make_staff(accounts_of(resources), *staff, request.asker.id),
                  [](const accounts::Row& row) { return json_answer(201, staff_json(row)); });
}

Result<http::Answer> change_staff(const Request& request, Resources& resources) {
  const auto change = staff_change(request);
  if (!change) return tl::make_unexpected(change.error());
  return answered(accounts::change_staff(accounts_of(resources), parameter(request, "account"),
                                         *change, request.asker.id),
                  [](const accounts::Row& row) { return json_answer(200, staff_json(row)); });
}

Result<http::Answer> reset_second_factor(const Request& request, Resources& resources) {
  return answered(accounts::reset_second_factor(accounts_of(resources),
                                                parameter(request, "account"), request.asker.id));
}

Result<http::Answer> end_all_sessions(const Request& request, Resources& resources) {
  return answered(accounts::sign_out_everywhere(accounts_of(resources),
                                                parameter(request, "account"), request.asker.id));
}

}  // namespace vermilion::service::server::handlers
