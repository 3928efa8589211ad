#include "service/server/handlers/rule_trials.hpp"

#include "tests/service/review/an_office.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::server {
namespace {

using namespace tests;

std::string a_scan() {
  const auto& bytes = a_sample(a_stamped_copy()).bytes;
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Told tried(AnOffice& office, const std::string& who, const std::string& query) {
  return office.send(who, "POST", "/api/v1/rules/inspections" + query, a_scan(),
                     {{"Content-Type", "image/jpeg"}});
}

TEST(RulesTried, OnAScanOfOnesOwnTellWhatTheyWouldSay) {
  AnOffice office;
  const auto told = tried(office, kAuthor, "?project=yingtan_sunshine&document=licence");
  ASSERT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(told.json.at("rules").at("project"), "yingtan_sunshine");
  EXPECT_TRUE(told.json.contains("verdict"));
}

TEST(RulesTried, ByADraftAreThoseOfTheDraft) {
  AnOffice office;
  const auto live = tried(office, kAuthor, "?project=yingtan_sunshine&document=licence");
  const auto draft = office.post(kAuthor, "/api/v1/rules/drafts",
                                 {{"title", "费用"},
                                  {"files",
                                   {{"projects/yingtan_sunshine.yaml",
                                     with(shipped_files().at("projects/yingtan_sunshine.yaml"),
                                          "fee: 22000", "fee: 23000")}}}},
                                 {{"Idempotency-Key", "a-draft-of-mine"}});
  ASSERT_LT(draft.status, 300) << draft.body;
  const auto told = tried(
      office, kAuthor,
      "?project=yingtan_sunshine&document=licence&draft=" + draft.json.at("id").get<std::string>());
  ASSERT_EQ(told.status, 200) << told.body;
  EXPECT_NE(told.json.at("rules").at("digest"), live.json.at("rules").at("digest"));
}

TEST(RulesTried, OfWhatIsNotThereAreRefusedByName) {
  AnOffice office;
  EXPECT_EQ(tried(office, kAuthor, "?project=none&document=licence").code(), "UNKNOWN_PROJECT");
  EXPECT_EQ(tried(office, kAuthor, "?project=yingtan_sunshine&document=none").code(),
            "UNKNOWN_DOCUMENT");
  EXPECT_EQ(tried(office, kReviewer, "?project=yingtan_sunshine&document=licence").status, 403);
}

TEST(CasePictures, ShowWhatEachCaseHandsIn) {
  AnOffice office;
  const auto ran =
      office.get(kAuthor, "/api/v1/rules/files?path=projects/yingtan_sunshine.test.yaml");
  ASSERT_EQ(ran.status, 200);
  const auto first = ran.body.find("\n  - ");
  ASSERT_NE(first, std::string::npos);
  const auto line =
      2 + std::count(ran.body.begin(), ran.body.begin() + static_cast<long>(first), '\n');
  const auto path = "/api/v1/rules/pictures?project=yingtan_sunshine&line=" + std::to_string(line);
  const auto told = office.get(kAuthor, path);
  ASSERT_EQ(told.status, 200) << told.body;
  EXPECT_THAT(told.header("Content-Type"), testing::StartsWith("image/"));
  EXPECT_EQ(told.body, office.get(kAuthor, path).body);
  EXPECT_EQ(office.get(kAuthor, path + "&document=none").status, 404);
  EXPECT_EQ(office.get(kAuthor, "/api/v1/rules/pictures?project=yingtan_sunshine&line=1").status,
            404);
  EXPECT_EQ(office.get(kReviewer, path).status, 403);
}

}  // namespace
}  // namespace vermilion::service::server
