#include "service/accounts/organisations.hpp"

#include "rules/names.hpp"
#include "service/accounts/accounts.hpp"
#include "service/accounts/fields.hpp"
#include "service/accounts/tokens.hpp"
#include "workflow/digest.hpp"

namespace vermilion::service::accounts {
namespace {

namespace org = workflow::organisation;

Result<org::Organisation> said(Accounts& accounts, const std::string& credit_code,
                               const workflow::Actor& by, org::Body body) {
  auto step = accounts.orders.say(credit_code, org::Command{new_id(), by, std::move(body)});
  if (!step) return refused(step.error());
  if (!*step) return refused(step->error());
  return std::move((*step)->organisation);
}

Result<org::Organisation> said_by_service(Accounts& accounts, const Asker& asker,
                                          const std::string& credit_code, org::Body body) {
  const auto there = organisation_named(accounts, credit_code);
  if (!there) return there;
  return said(accounts, credit_code, {workflow::Role::Service, asker.id}, std::move(body));
}

bool differs_only_in_width(const org::AskRename& rename) {
  const auto difference = rules::name_difference(rename.wrong, rename.right);
  return difference && difference->code == pipeline::FindingCode::NameWidth;
}

Result<RenameQuestion> question_about(const org::Organisation& organisation) {
  if (!organisation.rename || !organisation.rename_question) return refused(Reason::NotFound);
  std::string text = org::rename_subject(organisation, *organisation.rename);
  std::string digest = workflow::sha256_of(text);
  return RenameQuestion{std::move(text), std::move(digest), *organisation.rename_question,
                        *organisation.rename, differs_only_in_width(*organisation.rename)};
}

}  // namespace

Result<org::Organisation> organisation_named(Accounts& accounts, const std::string& credit_code) {
  auto organisation = accounts.orders.organisation(credit_code);
  if (!organisation) return refused(organisation.error());
  if (organisation->version == 0) return refused(Reason::NotFound);
  return std::move(*organisation);
}

Result<RenameQuestion> rename_question(Accounts& accounts, const std::string& credit_code) {
  return organisation_named(accounts, credit_code).and_then(question_about);
}

Result<RenameQuestion> ask_rename(Accounts& accounts, const Asker& asker,
                                  const std::string& credit_code, const org::AskRename& rename) {
  if (const auto fit = check_line("/right", rename.right, kNameCharactersMax); !fit) {
    return tl::make_unexpected(fit.error());
  }
  if (const auto fit = check_line("/reason", rename.reason, kReasonCharactersMax); !fit) {
    return tl::make_unexpected(fit.error());
  }
  if (!store::blobs::BlobId::parse(rename.evidence_sha256)) {
    return invalid("/evidence", "请先上传证明材料。");
  }
  return said_by_service(accounts, asker, credit_code, rename).and_then(question_about);
}

Result<void> confirm_rename(Accounts& accounts, const Asker& asker, const std::string& credit_code,
                            const std::string& digest) {
  return said_by_service(accounts, asker, credit_code, org::ConfirmRename{digest})
      .map([](const auto&) {});
}

Result<void> withdraw_rename(Accounts& accounts, const Asker& asker,
                             const std::string& credit_code) {
  return said_by_service(accounts, asker, credit_code, org::WithdrawRename{}).map([](const auto&) {
  });
}

Result<void> confirm_name(Accounts& accounts, const Asker& asker) {
  return said(accounts, asker.organisation, {workflow::Role::Applicant, asker.id},
              org::ConfirmName{})
      .map([](const auto&) {});
}

}  // namespace vermilion::service::accounts
