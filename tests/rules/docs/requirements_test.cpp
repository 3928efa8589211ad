#include "rules/docs/requirements.hpp"

#include "rules/docs/paper.hpp"
#include "rules/docs/phrases.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::rules::docs {
namespace {

using testing::HasSubstr;
using testing::Not;
using tests::compiled;
using tests::shipped_rules;

Project shipped(const std::string& id) {
  for (const auto& file : shipped_rules().projects) {
    if (file.id == id) return compiled(file, shipped_rules().documents);
  }
  return {};
}

std::string page_of(const std::string& id) {
  return html(requirements(shipped(id)));
}

// Everything an applicant is asked for is on the page, from the same values as the checks.
TEST(Requirements, HoldWhatTheProjectAsksFor) {
  for (const auto& file : shipped_rules().projects) {
    const Project project = compiled(file, shipped_rules().documents);
    const std::string page = html(requirements(project));
    for (const Operation& operation : project.operations) {
      for (const Variant& variant : operation.variants) {
        EXPECT_THAT(page, HasSubstr("<td>" + variant.name.zh)) << file.id;
        EXPECT_THAT(page, HasSubstr("<td>" + fee_text(variant).zh)) << file.id;
      }
    }
    for (const Slot& slot : project.slots) {
      for (const DocumentType& type : slot.alternatives) {
        EXPECT_THAT(page, HasSubstr(type.name.zh)) << file.id;
        EXPECT_THAT(page, HasSubstr(files_text(type.files).zh)) << file.id;
        EXPECT_THAT(page, HasSubstr(signatures_text(type).zh)) << file.id;
      }
    }
    EXPECT_THAT(page, HasSubstr(working_days_text(project.sla.making).zh)) << file.id;
    EXPECT_EQ(page.find("法人核验</h2>") != std::string::npos ||
                  page.find("法人核验<span") != std::string::npos,
              project.verification.legal_person)
        << file.id;
  }
}

TEST(Requirements, SayConditionsAndAlternativesInWords) {
  const std::string page = page_of("yingtan_sunshine");
  EXPECT_THAT(page, HasSubstr("电子营业执照或营业执照副本复印件（任选其一）"));
  EXPECT_THAT(page, HasSubstr("办理新制，且申请主锁（含电子签章）时"));
  EXPECT_THAT(page, HasSubstr("每个单位只能有一个主锁。"));
  EXPECT_THAT(page, HasSubstr("220 元"));
  EXPECT_THAT(page, HasSubstr("未定，暂不开放"));
  EXPECT_THAT(page, HasSubstr("证书到期前 90 天至到期后 365 天内可以办理。"));
  EXPECT_THAT(page, HasSubstr("4008001040"));
  EXPECT_THAT(page, Not(HasSubstr("operation ==")));
}

TEST(Requirements, SayWhomTheProjectIsFor) {
  EXPECT_THAT(page_of("housing_outside"), HasSubstr("限外省企业。"));
  EXPECT_THAT(page_of("fuzhou_real_estate"), HasSubstr("本单位是房地产开发企业吗？"));
  EXPECT_THAT(page_of("fuzhou_real_estate"), HasSubstr("草稿"));
  EXPECT_THAT(page_of("yingtan_sunshine"), Not(HasSubstr("草稿")));
}

TEST(PaperChecklist, HasThePapersInTheirOrder) {
  const Project project = shipped("jiangxi_construction_group");
  const auto papers = paper_of(project);
  ASSERT_EQ(papers.size(), project.paper.size());
  for (std::size_t i = 0; i < papers.size(); ++i) {
    EXPECT_EQ(papers[i].back().zh, project.paper[i].note.zh);
  }
  EXPECT_EQ(papers[1].front().zh, "营业执照副本复印件");  // not the electronic one
  EXPECT_EQ(papers[4][2].zh, "申请含电子印章时");
  EXPECT_EQ(papers[4][2].en, "for: With electronic seal");
  EXPECT_THAT(html(paper_checklist(project)), HasSubstr("江西建工集团：邮寄资料清单"));
}

TEST(Requirements, SameProjectGivesTheSameBytes) {
  for (const auto& file : shipped_rules().projects) {
    const Project project = compiled(file, shipped_rules().documents);
    EXPECT_EQ(markdown(requirements(project)), markdown(requirements(project)));
  }
}

}  // namespace
}  // namespace vermilion::rules::docs
