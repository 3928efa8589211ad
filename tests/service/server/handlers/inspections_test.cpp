#include "service/server/handlers/inspections.hpp"

#include "rules/judge.hpp"
#include "rules/report_json.hpp"
#include "service/commands/rule_set.hpp"
#include "service/crypto/base64.hpp"
#include "tests/service/server/a_server.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace vermilion::service::server {
namespace {

constexpr const char* kPath = "/api/v1/inspections";

http::Answer posted(AServer& server, const std::string& query, http::Headers more = {}) {
  auto headers = headers_of_a_client();
  headers.insert(headers.end(), more.begin(), more.end());
  return dispatch(incoming("POST", kPath + query, headers, "a scan"), server.resources).answer;
}

nlohmann::json body_of(const http::Answer& answer) {
  return nlohmann::json::parse(answer.body);
}

class WithRules : public testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path folder = VERMILION_SOURCE_DIR "/rules";
    auto read =
        commands::rule_set(folder, folder, server_.resources.checks, rules::Language::English);
    ASSERT_TRUE(read) << read.error();
    for (auto& project : *read) {
      server_.resources.projects[project.id] = std::make_shared<const rules::Project>(project);
    }
  }
  AServer server_;
};

TEST(Inspections, AnswerTheReportOfTheCommandLine) {
  AServer server;
  const auto answer = posted(server, "");
  EXPECT_EQ(answer.status, 200);
  auto expected = nlohmann::json::parse(
      rules::to_json(server.report, rules::judge(server.report, {}), true).dump());
  EXPECT_EQ(body_of(answer), expected);
  EXPECT_EQ(server.inspected, 1);
}

TEST_F(WithRules, InspectionsGoByTheRulesOfTheProject) {
  const auto answer = posted(server_, "?project=yingtan_sunshine&document=licence");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(body_of(answer)["rules"]["project"], "yingtan_sunshine");
  EXPECT_EQ(body_of(answer)["rules"]["document"], "licence");
}

TEST_F(WithRules, InspectionsAreHeldAgainstTheOrder) {
  const std::string order = crypto::to_base64(R"({"credit_code": "91360000625912173B"})");
  const auto answer =
      posted(server_, "?project=yingtan_sunshine&document=licence", {{"Vermilion-Order", order}});
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(body_of(answer)["order"]["credit_code"], "91360000625912173B");
}

TEST_F(WithRules, InspectionsOfTheUnknownAreRefusedWithWhatWasMeant) {
  const auto project = posted(server_, "?project=nowhere&document=licence");
  EXPECT_EQ(body_of(project)["code"], "UNKNOWN_PROJECT");
  const auto document = posted(server_, "?project=yingtan_sunshine&document=licenze");
  EXPECT_EQ(body_of(document)["code"], "UNKNOWN_DOCUMENT");
  EXPECT_THAT(document.body, testing::HasSubstr("did you mean"));
  const auto none = posted(server_, "?project=yingtan_sunshine");
  EXPECT_EQ(body_of(none)["code"], "UNKNOWN_DOCUMENT");
  EXPECT_EQ(server_.inspected, 0);
}

TEST(Inspections, OfAnythingButAPictureAreRefused) {
  AServer server;
  for (const auto* type : {"text/html", "multipart/form-data; boundary=x", "image/svg+xml", ""}) {
    http::Headers headers{{"Authorization", std::string("Bearer ") + kClientKey},
                          {"Content-Type", type}};
    const auto answer =
        dispatch(incoming("POST", kPath, headers, "a scan"), server.resources).answer;
    EXPECT_EQ(body_of(answer)["code"], "UNSUPPORTED_TYPE") << type;
  }
  EXPECT_EQ(server.inspected, 0);
}

TEST(Inspections, WithAnOrderThatIsNoneAreRefused) {
  AServer server;
  for (const std::string& order : {std::string("{}"), crypto::to_base64("[]"),
                                   crypto::to_base64(R"({"colour": "red"})"), std::string("%%%")}) {
    EXPECT_EQ(body_of(posted(server, "", {{"Vermilion-Order", order}}))["code"], "BAD_ORDER")
        << order;
  }
}

TEST(Inspections, WithAParameterNobodyKnowsAreRefused) {
  AServer server;
  EXPECT_EQ(body_of(posted(server, "?projekt=yingtan"))["code"], "BAD_REQUEST");
}

}  // namespace
}  // namespace vermilion::service::server
