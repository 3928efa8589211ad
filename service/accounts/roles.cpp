#include "service/accounts/roles.hpp"

namespace vermilion::service::accounts {
namespace {

constexpr std::string_view kAdminAlone = "管理员只管账户，不办理业务。";
constexpr std::string_view kAuditorAlone = "审计员只看不改，不能兼任其他岗位。";
constexpr std::string_view kAuthorAlone = "规则作者不能按自己的规则办理业务。";

}  // namespace

std::optional<Role> role_named(std::string_view name) {
  for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
    if (kRoleNames[i] == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

Roles roles_named(std::string_view names) {
  Roles roles;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (const auto role = role_named(name)) roles = roles | *role;
  }
  return roles;
}

std::vector<Role> each_of(Roles roles) {
  std::vector<Role> each;
  for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
    if (roles.contains(static_cast<Role>(i))) each.push_back(static_cast<Role>(i));
  }
  return each;
}

std::string text_of(Roles roles) {
  std::string text;
  for (const Role role : each_of(roles)) {
    if (!text.empty()) text += ' ';
    text += name_of(role);
  }
  return text;
}

const std::vector<Exclusion>& exclusions() {
  using enum Role;
  static const std::vector<Exclusion> kExclusions{
      {Admin, Reviewer, kAdminAlone},
      {Admin, Operator, kAdminAlone},
      {Admin, Finance, kAdminAlone},
      {Admin, RuleAuthor, kAdminAlone},
      {Admin, Auditor, kAdminAlone},
      {Auditor, Reviewer, kAuditorAlone},
      {Auditor, Operator, kAuditorAlone},
      {Auditor, Finance, kAuditorAlone},
      {Auditor, RuleAuthor, kAuditorAlone},
      {RuleAuthor, Reviewer, kAuthorAlone},
      {RuleAuthor, Operator, kAuthorAlone},
      {RuleAuthor, Finance, kAuthorAlone},
      // Scans are approved by one, the paper behind them is checked and the certificate made by
      // another.
      {Reviewer, Operator, "扫描件审核与纸质审核、制证须由两人分别办理。"},
      // An operator asks for a refund on somebody's behalf and may confirm one after making;
      // finance approves it.
      {Operator, Finance, "退款的提出与审批须由两人分别办理。"},
  };
  return kExclusions;
}

Result<void> check_roles(Roles roles) {
  if (roles.empty() || roles.contains(Role::Applicant)) {
    return invalid("/roles", "请至少选择一个工作人员岗位。");
  }
  Refused no{.reason = Reason::RolesExclude};
  for (const Exclusion& exclusion : exclusions()) {
    if (roles.contains(exclusion.one) && roles.contains(exclusion.other)) {
      no.mistakes.push_back({"/roles", std::string(exclusion.why)});
    }
  }
  if (!no.mistakes.empty()) return tl::make_unexpected(no);
  return {};
}

}  // namespace vermilion::service::accounts
