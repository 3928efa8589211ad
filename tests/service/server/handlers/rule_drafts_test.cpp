#include "service/server/handlers/rule_drafts.hpp"

#include "tests/service/review/an_office.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::server {
namespace {

using nlohmann::ordered_json;
using testing::HasSubstr;
using namespace tests;

constexpr const char* kProject = "projects/yingtan_sunshine.yaml";
constexpr const char* kDraft = "/api/v1/rules/drafts/draft-0001";

std::string dearer() {
  return with(shipped_files().at(kProject), "fee: 22000", "fee: 23000");
}

Told begun(AnOffice& office) {
  return office.post(kAuthor, "/api/v1/rules/drafts",
                     {{"title", "涨价"}, {"files", {{kProject, dearer()}}}},
                     {{"Idempotency-Key", "draft-0001"}});
}

TEST(RuleDraftRoutes, LeadFromADraftToTheLiveRulesByTwoPersons) {
  AnOffice office;
  const auto draft = begun(office);
  ASSERT_EQ(draft.status, 201) << draft.body;
  EXPECT_EQ(draft.json["state"], "draft");
  EXPECT_TRUE(draft.json["subject"].is_null());
  const auto shadow = office.post(kAuthor, std::string(kDraft) + "/shadow");
  ASSERT_EQ(shadow.status, 200) << shadow.body;
  EXPECT_EQ(shadow.json["state"], "shadow");
  const auto digest = shadow.json["subject"]["digest"];
  EXPECT_THAT(shadow.json["subject"]["text"].get<std::string>(), HasSubstr(kProject));
  const auto line = [](const char* zh, const char* en, const std::string& value) {
    return ordered_json{{"name", {{"zh", zh}, {"en", en}}},
                        {"value", {{"zh", value}, {"en", value}}},
                        {"reads", "text"}};
  };
  const auto& lines = shadow.json["subject"]["lines"];
  EXPECT_EQ(lines[0]["value"]["zh"], "发布规则");
  EXPECT_EQ(lines[2], line("标题", "Title", "涨价"));
  EXPECT_EQ(lines[3]["reads"], "person");
  EXPECT_EQ(lines[3]["value"]["zh"], "w1");
  EXPECT_THAT(lines, testing::Contains(line("改动的文件", "File changed", kProject)));
  const auto asked = office.post(kAuthor, std::string(kDraft) + "/question",
                                 {{"reason", "批复"}, {"digest", digest}});
  ASSERT_EQ(asked.status, 200) << asked.body;
  EXPECT_EQ(asked.json["question"]["asked_by"], "w1");
  const auto own =
      office.post(kAuthor, std::string(kDraft) + "/confirmation", {{"digest", digest}});
  EXPECT_EQ(own.status, 409);
  EXPECT_EQ(own.code(), "SECOND_PERSON_IS_FIRST");
  const auto live =
      office.post(kAuthor2, std::string(kDraft) + "/confirmation", {{"digest", digest}});
  ASSERT_EQ(live.status, 200) << live.body;
  EXPECT_EQ(live.json["state"], "live");
  EXPECT_EQ(live.json["confirmed_by"], "w2");

  const auto publications = office.get(kAuditor, "/api/v1/rules/publications").json["items"];
  ASSERT_EQ(publications.size(), 2U);
  const auto back = office.post(kAuthor, "/api/v1/rules/rollback",
                                {{"to", publications[1]["rule_set"]}, {"reason", "写错了"}});
  ASSERT_EQ(back.status, 200) << back.body;
  EXPECT_EQ(back.json["number"], 3);
}

TEST(RuleDraftRoutes, WriteFilesByTheVersionThatWasShown) {
  AnOffice office;
  const auto draft = begun(office);
  const std::string target = std::string("/api/v1/rules/files?draft=draft-0001&path=") + kProject;
  const auto put = [&](const std::string& etag) {
    return office.send(kAuthor, "PUT", target, dearer(),
                       {{"If-Match", etag}, {"Content-Type", "text/plain"}});
  };
  const auto written = put(draft.header("ETag"));
  ASSERT_EQ(written.status, 200) << written.body;
  EXPECT_EQ(put(draft.header("ETag")).status, 412);
  EXPECT_EQ(put("x").status, 422);
  EXPECT_EQ(office.get(kAuthor, target).body, dearer());
  EXPECT_EQ(office.send(kAuthor, "DELETE", target, {}).status, 200);
  EXPECT_EQ(office.get(kAuthor, target).status, 404);
}

TEST(RuleDraftRoutes, TellWhatIsWrongWithTheRulesOfADraft) {
  AnOffice office;
  office.post(kAuthor, "/api/v1/rules/drafts",
              {{"title", "坏的"}, {"files", {{kProject, "project: x\n"}}}},
              {{"Idempotency-Key", "draft-0001"}});
  const auto shadow = office.post(kAuthor, std::string(kDraft) + "/shadow");
  EXPECT_EQ(shadow.status, 422);
  EXPECT_EQ(shadow.json["errors"][0]["pointer"], "/files/projects~1yingtan_sunshine.yaml");
}

TEST(RuleDraftRoutes, AreForAuthorsAlone) {
  AnOffice office;
  for (const auto* who : {kReviewer, kOperator, kAuditor, kFinance}) {
    EXPECT_EQ(office.get(who, "/api/v1/rules/drafts").status, 403) << who;
    EXPECT_EQ(office.post(who, std::string(kDraft) + "/shadow").status, 403) << who;
  }
  EXPECT_EQ(office.get(kAuthor, kDraft).status, 404);
  EXPECT_EQ(office.post(kAuthor, "/api/v1/rules/drafts", {{"title", "x"}}).status, 422)
      << "without a key";
}

}  // namespace
}  // namespace vermilion::service::server
