#include "service/orders/answers.hpp"

#include "tests/service/orders/an_api.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>
#include <thread>

namespace vermilion::tests {
namespace {

using nlohmann::json;
using service::store::database::Transaction;

const json kNew = {{"project", "yingtan_sunshine"},
                   {"operation", "new"},
                   {"variant", "sub"},
                   {"scope_acknowledged", true}};

class Answers : public OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    api = std::make_unique<AnApi>(GetParam());
    applicant = api->an_applicant("91360600MA35ABCD0X");
  }
  Answered begun(const std::string& key, const json& body = kNew) {
    return api->ask(applicant, "POST", "/api/v1/orders", body, {{"Idempotency-Key", key}});
  }
  std::size_t orders() {
    return api->get(applicant, "/api/v1/orders?limit=200").body["items"].size();
  }

  std::unique_ptr<AnApi> api;
  AnAsker applicant;
};
INSTANTIATE_TEST_SUITE_P(, Answers, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(Answers, ToFiftyAtOnceAreTheSameBytesForOneOrder) {
  std::vector<Answered> answers(50);
  std::vector<std::thread> people;
  for (Answered& answer : answers) {
    people.emplace_back([&] {
      do {
        answer = begun("the-same-key");
      } while (answer.status == 429);
    });
  }
  for (std::thread& person : people) person.join();
  std::set<std::string> texts;
  for (const Answered& answer : answers) {
    EXPECT_EQ(answer.status, 201) << answer.text;
    EXPECT_EQ(answer.location, answers.front().location);
    EXPECT_EQ(answer.etag, answers.front().etag);
    texts.insert(answer.text);
  }
  EXPECT_EQ(texts.size(), 1u);
  EXPECT_EQ(orders(), 1u);
}

TEST_P(Answers, OfAnotherRequestAreNotGiven) {
  ASSERT_EQ(begun("the-same-key").status, 201);
  json other = kNew;
  other["variant"] = "main";
  const auto reused = begun("the-same-key", other);
  EXPECT_EQ(reused.status, 409);
  EXPECT_EQ(reused.code(), "KEY_REUSED");
  const auto somebody = api->an_applicant("91360600MA35WXY11X");
  EXPECT_EQ(
      api->ask(somebody, "POST", "/api/v1/orders", kNew, {{"Idempotency-Key", "the-same-key"}})
          .status,
      201)
      << "keys of different people are different keys";
}

TEST_P(Answers, ToACommandAreGivenAgainHoweverTheOrderHasChangedSince) {
  const std::string path = begun("key-to-begin").location;
  const json recipient = {{"person", {{"name", "李四"}, {"mobile", "13907010002"}}},
                          {"address", "路 1 号"}};
  const service::http::Headers key{{"Idempotency-Key", "key-to-change"}};
  const auto first = api->ask(applicant, "POST", path + "/recipient", recipient, key);
  ASSERT_EQ(first.status, 200) << first.text;
  ASSERT_EQ(api->post(applicant, path + "/delivery", {{"delivery", "collection"}}).status, 200);
  const auto again = api->ask(applicant, "POST", path + "/recipient", recipient, key);
  EXPECT_EQ(again.text, first.text);
  EXPECT_EQ(again.etag, first.etag);
  EXPECT_EQ(api->get(applicant, path + "/history").body["items"].size(), 3u);
  const auto elsewhere = api->ask(applicant, "POST", path + "/recall", nullptr, key);
  EXPECT_EQ(elsewhere.code(), "KEY_REUSED");
}

TEST_P(Answers, ThatRefuseAreNotKept) {
  json hasty = kNew;
  hasty["replaces"] = "O20261122-AAAAAAAAA";
  EXPECT_EQ(begun("a-hasty-key", hasty).status, 422);
  const std::string path = begun("key-to-begin").location;
  const service::http::Headers key{{"Idempotency-Key", "key-to-submit"}};
  EXPECT_EQ(api->ask(applicant, "POST", path + "/submission", nullptr, key).status, 409);
  const std::string id = path.substr(path.rfind('/') + 1);
  const json form = {
      {"agent", {{"name", "张三"}, {"mobile", "13807010001"}}},
      {"recipient",
       {{"person", {{"name", "李四"}, {"mobile", "13907010002"}}}, {"address", "路 1 号"}}}};
  ASSERT_EQ(api->post(applicant, path + "/form", form).status, 200);
  api->note(id, workflow::NoteVerification{id, true, "face", "v1"});
  api->fill_slots(id, applicant);
  EXPECT_EQ(api->ask(applicant, "POST", path + "/submission", nullptr, key).status, 200);
}

TEST_P(Answers, NeedAKeyThatIsOneWhereSomethingIsMadeOrPaid) {
  for (const auto* key : {"short", "with blanks in it", "有汉字有汉字"}) {
    const auto answer = begun(key);
    EXPECT_EQ(answer.status, 422) << key;
    EXPECT_EQ(answer.body["errors"][0]["pointer"], "/headers/idempotency-key");
  }
  const auto none = api->ask(applicant, "POST", "/api/v1/orders", kNew);
  EXPECT_EQ(none.body["errors"][0]["pointer"], "/headers/idempotency-key");
  EXPECT_EQ(orders(), 0u);
}

TEST_P(Answers, AreOfTheOrderThatWasShownWhereItIsSaid) {
  const auto first = begun("key-to-begin");
  const json fetched = {{"delivery", "collection"}};
  const auto changed = api->ask(applicant, "POST", first.location + "/delivery", fetched,
                                {{"If-Match", first.etag}});
  EXPECT_EQ(changed.status, 200) << changed.text;
  const auto late = api->ask(applicant, "POST", first.location + "/delivery",
                             {{"delivery", "courier"}}, {{"If-Match", first.etag}});
  EXPECT_EQ(late.status, 412);
  EXPECT_EQ(late.code(), "CHANGED");
  EXPECT_EQ(api->get(applicant, first.location).body["delivery"], "collection");
  for (const auto* wrong : {"1", "\"x\"", "*", "\"\""}) {
    EXPECT_EQ(
        api->ask(applicant, "POST", first.location + "/delivery", fetched, {{"If-Match", wrong}})
            .status,
        422)
        << wrong;
  }
}

TEST_P(Answers, ToWhatIsNoJsonTellWhere) {
  const auto path = begun("key-to-begin").location;
  const auto broken = api->post(applicant, path + "/delivery", json("{\"delivery\": "));
  EXPECT_EQ(broken.status, 422);
  const auto unknown =
      api->post(applicant, path + "/delivery", {{"delivery", "courier"}, {"colour", 1}});
  EXPECT_EQ(unknown.body["errors"][0]["pointer"], "/colour");
  EXPECT_EQ(unknown.body["errors"][0]["detail"], "没有这一项");
}

TEST_P(Answers, AreForgottenAfterThirtyDays) {
  ASSERT_EQ(begun("the-same-key").status, 201);
  const auto forget = [&] {
    return *api->database.transact(
        [](Transaction& transaction) { return service::orders::forget_old_answers(transaction); });
  };
  api->wait(std::chrono::days(29));
  EXPECT_EQ(forget(), 0);
  api->wait(std::chrono::days(2));
  EXPECT_EQ(forget(), 1);
  EXPECT_EQ(forget(), 0);
}

}  // namespace
}  // namespace vermilion::tests
