#include "service/orders/codes.hpp"
#include "service/orders/order_id.hpp"
#include "tests/service/orders/an_api.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

// Orders from begin to end as people live them: over the API, by everybody whose turn it is.
namespace vermilion::tests {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const AnAsker kReviewer{"reviewer", "r-1"};
const AnAsker kOperator{"operator", "o-1"};
const AnAsker kSecondOperator{"operator", "o-2"};
const AnAsker kFinance{"finance", "f-1"};
const json kForm = {{"agent", {{"name", "张三"}, {"mobile", "13807010001"}}},
                    {"recipient",
                     {{"person", {{"name", "李四"}, {"mobile", "13907010002"}}},
                      {"address", "鹰潭市月湖区样例路 1 号"}}}};

// A line of what two persons are shown, in Chinese.
MATCHER_P3(Tells, name, value, reads, "") {
  return arg["name"]["zh"] == name && arg["value"]["zh"] == value && arg["reads"] == reads;
}
auto told(const std::string& name, const std::string& value, const std::string& reads = "text") {
  return Tells(name, value, reads);
}

class Lives : public OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    api = std::make_unique<AnApi>(GetParam());
    applicant = api->an_applicant("91360600MA35ABCD0X");
  }

  // Begins, and remembers which.
  json begun(json wanted) {
    wanted["scope_acknowledged"] = true;
    wanted["eligible"] = true;
    const auto answer = api->post(applicant, "/api/v1/orders", wanted);
    EXPECT_EQ(answer.status, 201) << answer.text;
    id = answer.body.value("id", "");
    EXPECT_EQ(answer.location, "/api/v1/orders/" + id);
    return answer.body;
  }

  std::string path(const std::string& command = "") const {
    return "/api/v1/orders/" + id + (command.empty() ? "" : "/" + command);
  }
  json shown(const AnAsker& who) { return api->get(who, path()).body; }

  // It is offered before it is said, taken when it is said, and the answer is what GET shows.
  json say(const AnAsker& who, const std::string& name, const std::string& route,
           const json& body = nullptr) {
    EXPECT_THAT(shown(who)["may"], Contains(name));
    const auto answer = api->post(who, path(route), body);
    EXPECT_EQ(answer.status, 200) << name << ": " << answer.text;
    EXPECT_EQ(answer.body, shown(who)) << name;
    EXPECT_EQ(answer.etag, fmt::format("\"{}\"", api->order(id).version));
    return answer.body;
  }

  void decide_all() {
    const json order = shown(kReviewer);
    for (const auto& slot : order["slots"]) {
      say(kReviewer, "decide_document", "decisions",
          {{"slot", slot["id"]}, {"sha256", slot["document"]["sha256"]}, {"accepted", true}});
    }
  }
  std::string digest(const std::string& matter, const AnAsker& who) {
    return api->get(who, path("subjects/" + matter)).body["digest"];
  }
  void apply_and_pass() {
    say(applicant, "fill_form", "form", kForm);
    if (shown(applicant)["verification"]["needed"]) {
      api->note(id, workflow::NoteVerification{id, true, "face", "v1"});
    }
    api->fill_slots(id, applicant);
    say(applicant, "submit", "submission");
    say(kReviewer, "claim_review", "claim");
    decide_all();
    say(kReviewer, "approve", "approval", {{"digest", digest("override_finding", kReviewer)}});
  }
  std::string open_payment() {
    EXPECT_THAT(shown(applicant)["may"], Contains("open_payment"));
    const auto answer = api->post(applicant, path("payments"), {{"channel", "wechat"}});
    EXPECT_EQ(answer.status, 201) << answer.text;
    return answer.body.value("attempt", "");
  }
  void pay() {
    const std::string attempt = open_payment();
    const auto fee = shown(applicant)["fee_fen"].get<std::int64_t>();
    api->note(id,
              workflow::NotePayment{attempt, "4200-" + attempt, workflow::Fen{fee}, api->now()});
  }
  void mail_and_check() {
    const json parcel = {{"carrier", "SF"}, {"number", "SF1234567890123"}};
    say(applicant, "enter_courier_number", "courier-number", parcel);
    say(kOperator, "note_parcel", "parcel", parcel);
    json items = json::array();
    const json order = shown(kOperator);
    for (const auto& paper : order["paper"]) {
      items.push_back({{"slot", paper["slot"]}, {"good", true}, {"generation", 1}});
    }
    say(kOperator, "check_paper", "paper-check", {{"items", items}});
  }

  std::unique_ptr<AnApi> api;
  AnAsker applicant;
  std::string id;
};
INSTANTIATE_TEST_SUITE_P(, Lives, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(Lives, MainKeyIsAppliedForPaidMadeAndSent) {
  const json order =
      begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "main"}});
  EXPECT_TRUE(service::orders::is_order_id(id)) << id;
  EXPECT_EQ(order["status"]["zh"], "未提交");
  EXPECT_EQ(order["verification"]["state"], "pending");
  EXPECT_EQ(order["slots"].size(), 5u);
  EXPECT_EQ(order["waiting"]["what"], "form");
  EXPECT_EQ(order["project"]["zh"], "鹰潭市阳光采购服务平台");
  EXPECT_EQ(order["variant"]["zh"], "主锁（含电子签章）");

  apply_and_pass();
  EXPECT_EQ(shown(applicant)["status"]["code"], "review_passed");
  EXPECT_EQ(shown(applicant)["payment_status"]["zh"], "待支付");
  EXPECT_EQ(shown(applicant)["fee_fen"], 22000);
  pay();
  EXPECT_EQ(shown(applicant)["stage"]["code"], "awaiting_parcel");
  mail_and_check();
  say(kOperator, "start_making", "making");
  api->note(id, workflow::NoteMade{{"SERIAL-1", "KEY-1", {}, true}});
  say(kOperator, "dispatch", "dispatch", {{"carrier", "SF"}, {"number", "SF9876543210987"}});
  const json issued = shown(applicant);
  EXPECT_EQ(issued["status"]["zh"], "已发放");
  EXPECT_EQ(issued["made"]["serial"], "SERIAL-1");
  EXPECT_EQ(issued["waiting"]["turn"], nullptr);

  const auto history = api->get(applicant, path("history"));
  EXPECT_EQ(history.body["items"].front()["event"], "begun");
  EXPECT_EQ(history.body["items"].back()["event"], "dispatched");
  EXPECT_EQ(history.body["items"].size(), api->order(id).version);
  const json sent_by = {{"role", "maker"}, {"zh", "制证人员"}, {"en", "maker"}};
  EXPECT_EQ(history.body["items"].back()["by"], sent_by);
  EXPECT_EQ(api->get(kOperator, path("history")).body["items"].back()["by"]["id"], "o-1");
}

TEST_P(Lives, CodesAreShownWhilePeopleNeedThem) {
  begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "sub"}});
  EXPECT_EQ(shown(applicant)["verification"]["url"], nullptr);
  ASSERT_TRUE(service::orders::keep_code(api->database, "start_verification/" + id, "https://v"));
  EXPECT_EQ(shown(applicant)["verification"]["url"], "https://v");
  apply_and_pass();
  EXPECT_EQ(shown(applicant)["verification"]["url"], nullptr);
  const std::string attempt = open_payment();
  EXPECT_EQ(attempt, id + "-P1");
  EXPECT_EQ(shown(applicant)["attempts"][0]["code_url"], nullptr);
  ASSERT_TRUE(service::orders::keep_code(api->database, "create_payment/" + attempt, "weixin://p"));
  ASSERT_TRUE(service::orders::keep_code(api->database, "create_payment/" + attempt, "weixin://q"));
  EXPECT_EQ(shown(applicant)["attempts"][0]["code_url"], "weixin://q");
  say(applicant, "close_payment", "payments/" + attempt + "/closure");
  EXPECT_EQ(shown(applicant)["attempts"][0]["code_url"], nullptr);
  EXPECT_EQ(shown(applicant)["attempts"][0]["state"], "closed");
}

TEST_P(Lives, WhatIsMissingIsToldAllAtOnce) {
  begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "sub"}});
  std::vector<std::string> codes;
  const json order = shown(applicant);
  for (const auto& missing : order["missing"]) codes.push_back(missing["code"]);
  EXPECT_THAT(codes, ElementsAre("FORM_INCOMPLETE", "VERIFY_NOT_DONE", "DOCUMENTS_MISSING"));
  const auto refused = api->post(applicant, path("submission"));
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.code(), "FORM_INCOMPLETE");
  EXPECT_THAT(refused.text, testing::HasSubstr("订单信息还没有填写完"));
  EXPECT_THAT(shown(applicant)["may"], Not(Contains("submit")));
}

TEST_P(Lives, RejectedDocumentsComeBackAndOnlyThoseAreReplaced) {
  begun({{"project", "housing_inside"},
         {"operation", "new"},
         {"variant", "standard"},
         {"agreement", "1"}});
  say(applicant, "fill_form", "form", kForm);
  api->fill_slots(id, applicant);
  say(applicant, "submit", "submission");
  say(kReviewer, "claim_review", "claim");
  EXPECT_EQ(shown(applicant)["waiting"]["what"], "the_reviewer");
  EXPECT_EQ(shown(applicant)["waiting"]["until"], nullptr);  // whoever holds a claim renews it
  const json slot = shown(kReviewer)["slots"][1];
  const json decision = {{"slot", slot["id"]},
                         {"sha256", slot["document"]["sha256"]},
                         {"accepted", false},
                         {"reasons", {"公章不清楚", "SEAL_NONE"}}};
  say(kReviewer, "decide_document", "decisions", decision);
  const json rejected = say(kReviewer, "reject", "rejection", json::object());
  EXPECT_EQ(rejected["status"]["zh"], "资料审核失败");
  EXPECT_EQ(rejected["slots"][1]["document"]["reasons"][0], "公章不清楚");
  EXPECT_THAT(rejected["slots"][1]["document"]["reasons"][1].get<std::string>(),
              testing::HasSubstr("公章"));
  EXPECT_EQ(shown(applicant)["waiting"]["what"], "corrections");
  EXPECT_EQ(shown(applicant)["claim"], nullptr);
}

TEST_P(Lives, ReissueRevokesAfterTwoPersonsHaveSeenTheSame) {
  api->import_certificate(applicant.organisation, "jiangxi_construction_group", "OLD-1", false,
                          300);
  const auto mine = api->get(applicant, "/api/v1/certificates");
  EXPECT_EQ(mine.body["items"][0]["can"], json({{"reissue", true}, {"renew", false}}));
  begun({{"project", "jiangxi_construction_group"},
         {"operation", "reissue"},
         {"variant", "with_seal"},
         {"agreement", "1"},
         {"chosen_serial", "OLD-1"},
         {"typed_serial", "OLD-1"}});
  apply_and_pass();
  pay();
  mail_and_check();
  EXPECT_THAT(shown(kOperator)["may"], Not(Contains("start_making")));
  const std::string shown_to_both = digest("revoke_by_reissue", kOperator);
  const json lines = api->get(kOperator, path("subjects/revoke_by_reissue")).body["lines"];
  EXPECT_THAT(lines[0], told("事项", "补办会吊销原证书"));
  EXPECT_THAT(lines, Contains(told("证书项目", "江西建工集团")));
  EXPECT_THAT(lines, Contains(told("将吊销的证书", "OLD-1")));
  const std::string sheet = api->order(id).documents.at("seal_sheet").sha256;
  EXPECT_THAT(lines, Contains(told("电子签章采集表", sheet, "digest")));
  say(kOperator, "ask_second_person", "second-person",
      {{"matter", "revoke_by_reissue"}, {"reason", "丢失"}, {"digest", shown_to_both}});
  EXPECT_THAT(shown(kOperator)["may"], Not(Contains("confirm_as_second")));
  say(kSecondOperator, "confirm_as_second", "second-person-confirmation",
      {{"matter", "revoke_by_reissue"}, {"digest", shown_to_both}});
  say(kOperator, "start_making", "making");
  api->note(id, workflow::NoteMade{{"NEW-1", "KEY-2", {}, false}});
  api->note(id, workflow::NoteRevoked{"OLD-1"});
  const auto after = api->get(applicant, "/api/v1/certificates");
  for (const auto& own : after.body["items"]) {
    EXPECT_EQ(own["revoked"], own["serial"] == "OLD-1");
  }
}

TEST_P(Lives, RenewalIsPaidFirstAndDownloadedAgainAfterItBrokeOff) {
  api->import_certificate(applicant.organisation, "yingtan_sunshine", "OLD-2", true, 30);
  begun({{"project", "yingtan_sunshine"},
         {"operation", "renew"},
         {"variant", "organisation"},
         {"chosen_serial", "OLD-2"},
         {"keys_inserted", 1},
         {"years", 2}});
  EXPECT_EQ(shown(applicant)["fee_fen"], 20000);
  EXPECT_EQ(shown(applicant)["slots"], json::array());
  pay();
  const auto wrong = api->post(applicant, path("download"), {{"key_id", "ANOTHER"}});
  EXPECT_EQ(wrong.code(), "WRONG_KEY");
  say(applicant, "start_download", "download", {{"key_id", "OLD-2-KEY"}});
  say(applicant, "note_download_failed", "download-failure", {{"reason", "拔出"}});
  say(applicant, "start_download", "download", {{"key_id", "OLD-2-KEY"}, {"serial", "OLD-2"}});
  EXPECT_EQ(shown(applicant)["stage"]["code"], "renewal_downloading");
}

TEST_P(Lives, MoneyGoesBackByALetterAndFinance) {
  begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "sub"}});
  apply_and_pass();
  pay();
  const json asked = say(applicant, "ask_refund", "refund", {{"reason", "项目选错"}});
  EXPECT_EQ(asked["refunds"][0]["amount_fen"], 19000);
  EXPECT_EQ(asked["refunds"][0]["id"], id + "-R1");
  EXPECT_THAT(shown(kFinance)["may"], Not(Contains("approve_refund")));
  say(applicant, "attach_refund_letter", "refund-letter", {{"sha256", std::string(64, 'a')}});
  const json approved = say(kFinance, "approve_refund", "refund-approval");
  EXPECT_EQ(approved["payment_status"]["code"], "refunding");
  EXPECT_EQ(approved["void"], true);
  api->note(id, workflow::NoteRefund{id + "-R1", false});
  say(kFinance, "retry_refund", "refund-retry");
}

TEST_P(Lives, TheRefundTwoPersonsAgreeToIsToldInWords) {
  begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "sub"}});
  apply_and_pass();
  pay();
  mail_and_check();
  say(kOperator, "start_making", "making");
  api->note(id, workflow::NoteMade{{"SERIAL-1", "KEY-1", {}, false}});
  say(applicant, "ask_refund", "refund", {{"reason", "项目选错"}});
  const std::string letter(64, 'a');
  say(applicant, "attach_refund_letter", "refund-letter", {{"sha256", letter}});
  const json subject = api->get(kFinance, path("subjects/refund_after_making")).body;
  EXPECT_THAT(subject["lines"],
              ElementsAre(told("事项", "制证后退款"), told("订单", id),
                          told("统一社会信用代码", applicant.organisation),
                          told("单位名称", "鹰潭市样例有限公司"),
                          told("证书项目", "鹰潭市阳光采购服务平台"),
                          told("证书种类", "副锁（无电子签章）"), told("退款编号", id + "-R1"),
                          told("退款金额", "190.00 元"), told("退款理由", "项目选错"),
                          told("退款申请函", letter, "digest")));
  EXPECT_EQ(subject["lines"][7]["value"]["en"], "190.00 yuan");
  EXPECT_EQ(workflow::sha256_of(subject["text"].get<std::string>()), subject["digest"]);
}

TEST_P(Lives, AnotherOrderTakesThePlaceOfTheFirstOrNothingHappens) {
  begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "main"}});
  const std::string first = id;
  const auto both = api->post(applicant, "/api/v1/orders",
                              {{"project", "yingtan_sunshine"},
                               {"operation", "new"},
                               {"variant", "main"},
                               {"scope_acknowledged", true}});
  EXPECT_EQ(both.code(), "MAIN_KEY_RESERVED");
  const auto none = api->post(applicant, "/api/v1/orders",
                              {{"project", "yingtan_sunshine"},
                               {"operation", "new"},
                               {"variant", "main"},
                               {"replaces", first}});
  EXPECT_EQ(none.code(), "SCOPE_NOT_ACKNOWLEDGED");
  EXPECT_EQ(shown(applicant)["void"], false);
  begun({{"project", "yingtan_sunshine"},
         {"operation", "new"},
         {"variant", "main"},
         {"replaces", first}});
  EXPECT_EQ(shown(applicant)["replaces"], first);
  const auto old = api->get(applicant, "/api/v1/orders/" + first).body;
  EXPECT_EQ(old["void"], true);
  EXPECT_EQ(old["replaced_by"], id);
}

TEST_P(Lives, NobodyFindsAnOrderThatIsNotHis) {
  begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "sub"}});
  const AnAsker stranger = api->an_applicant("91360600MA35WXY11X");
  for (const auto& who : {stranger, kReviewer, kFinance}) {
    EXPECT_EQ(api->get(who, path()).status, 404) << who.roles;
    EXPECT_EQ(api->get(who, path("history")).status, 404) << who.roles;
    EXPECT_EQ(api->get(who, "/api/v1/orders").body["items"], json::array()) << who.roles;
  }
  EXPECT_EQ(api->post(stranger, path("recall")).status, 404);
  EXPECT_EQ(api->post(stranger, path("void"), {{"reason", "applicant_gave_up"}}).status, 404);
  EXPECT_EQ(api->get({"admin", "a"}, path()).status, 403);
  EXPECT_EQ(api->get({"rule_author", "w"}, path()).status, 403);
  EXPECT_EQ(api->get({}, path()).status, 401);
  EXPECT_EQ(api->get(kOperator, path()).status, 200);
  EXPECT_EQ(api->get({"auditor", "u"}, path()).body["may"], json::array());
}

TEST_P(Lives, ListsAreNarrowedAndTurnedPageByPage) {
  std::vector<std::string> mine;
  for (int i = 0; i < 5; ++i) {
    begun({{"project", "yingtan_sunshine"}, {"operation", "new"}, {"variant", "sub"}});
    mine.push_back(id);
    api->wait(std::chrono::seconds(60));
  }
  std::vector<std::string> seen;
  std::string next = "?limit=2";
  for (int page = 0; page < 3; ++page) {
    const auto answer = api->get(applicant, "/api/v1/orders" + next);
    ASSERT_EQ(answer.status, 200) << answer.text;
    for (const auto& line : answer.body["items"]) seen.push_back(line["id"]);
    if (answer.body["next"].is_null()) break;
    next = "?limit=2&after=" + answer.body["next"].get<std::string>();
  }
  EXPECT_EQ(seen, mine);
  const auto line = api->get(kOperator, "/api/v1/orders?limit=1&stage=draft").body["items"][0];
  EXPECT_EQ(line["organisation"]["name"], "鹰潭市样例有限公司");
  EXPECT_EQ(line["waiting"]["turn"]["code"], "applicant");
  EXPECT_EQ(api->get(kOperator, "/api/v1/orders?late=true").body["items"], json::array());
  EXPECT_EQ(api->get(kOperator, "/api/v1/orders?stage=nowhere&colour=red").body["errors"].size(),
            2u);
  EXPECT_EQ(api->get(kOperator, "/api/v1/orders?after=x").status, 422);
}

}  // namespace
}  // namespace vermilion::tests
