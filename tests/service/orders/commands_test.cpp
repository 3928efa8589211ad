#include "service/orders/commands.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::orders {
namespace {

using testing::ElementsAreArray;
using workflow::CommandKind;
namespace wf = workflow;

const std::string kDigest(64, 'a');

struct Row {
  CommandKind kind;
  std::string body;
  std::vector<std::string> mistakes;  // where; empty: it is read
};

std::vector<Row> rows() {
  using enum CommandKind;
  const std::string person = R"({"name": "张三", "mobile": "13807010001"})";
  const std::string recipient = R"({"person": )" + person + R"(, "address": "路 1 号"})";
  return {
      {FillForm, R"({"agent": )" + person + R"(, "recipient": )" + recipient + "}", {}},
      {FillForm,
       R"({"agent": {"name": "张三"}, "recipient": )" + recipient + "}",
       {"/agent/mobile"}},
      {FillForm,
       R"({"agent": )" + person +
           R"(, "recipient": {"person": 1, "address": ""}, "colour": "red"})",
       {"/recipient/person", "/recipient/address", "/colour"}},
      {FillForm, "[]", {""}},
      {ChangeRecipient, recipient, {}},
      {ChooseDelivery, R"({"delivery": "collection"})", {}},
      {ChooseDelivery, R"({"delivery": "pigeon"})", {"/delivery"}},
      {VoidOrder, R"({"reason": "wrong_project"})", {}},
      {VoidOrder, R"({"reason": 3})", {"/reason"}},
      {DecideDocument,
       R"({"slot": "licence", "sha256": ")" + kDigest + R"(", "accepted": true})",
       {}},
      {DecideDocument,
       R"({"slot": "licence", "sha256": "A", "accepted": "yes", "reasons": [1]})",
       {"/sha256", "/accepted", "/reasons/0"}},
      {Approve, R"({"digest": ")" + kDigest + R"("})", {}},
      {Approve, "{}", {"/digest"}},
      {Reject, "{}", {}},
      {AskSecondPerson,
       R"({"matter": "revoke_by_reissue", "reason": "丢失", "digest": ")" + kDigest + R"("})",
       {}},
      {AskSecondPerson,
       R"({"matter": "rename", "reason": "", "digest": ")" + kDigest + R"("})",
       {"/matter", "/reason"}},
      {OpenPayment, R"({"channel": "wechat"})", {}},
      {OpenPayment, R"({"channel": "cash"})", {"/channel"}},
      {AskRefund, R"({"reason": "项目选错"})", {}},
      {AskRefund, R"({"reason": "项目选错", "amount_fen": 0})", {"/amount_fen"}},
      {AskRefund, R"({"reason": "项目选错", "amount_fen": 12.5})", {"/amount_fen"}},
      {EnterCourierNumber, R"({"carrier": "SF", "number": "SF1234567890123"})", {}},
      {EnterCourierNumber, R"({"carrier": "SF"})", {"/number"}},
      {CheckPaper, R"({"items": [{"slot": "licence", "good": false, "fault": "缺章"}]})", {}},
      {CheckPaper, R"({"items": [{"slot": "licence"}, 1]})", {"/items/0/good", "/items/1"}},
      {LogCall, R"({"reached": true})", {}},
      {HandOver, R"({"fetched_by": "李四", "signature_sha256": ")" + kDigest + R"("})", {}},
      {GiveInvoiceData, R"({"title": "样例公司", "email": "a@b"})", {}},
      {StartDownload, R"({"key_id": "K"})", {}},
      {StartDownload, R"({"key_id": "K", "keys_inserted": -1})", {"/keys_inserted"}},
  };
}

TEST(Commands, AreReadStrictly) {
  for (const Row& row : rows()) {
    SCOPED_TRACE(std::string(name_of(row.kind)) + " " + row.body);
    const auto read = command_of(row.kind, row.body);
    EXPECT_EQ(read.has_value(), row.mistakes.empty());
    if (read) {
      EXPECT_EQ(wf::kind_of(*read), row.kind);
      continue;
    }
    std::vector<std::string> places;
    for (const Mistake& mistake : read.error()) places.push_back(mistake.pointer);
    EXPECT_THAT(places, ElementsAreArray(row.mistakes));
  }
}

TEST(Commands, ThatSayNothingButThemselvesNeedNoBody) {
  for (std::size_t i = 0; i < wf::kCommands; ++i) {
    const auto kind = static_cast<CommandKind>(i);
    if (has_members(kind)) continue;
    const auto read = command_of(kind, "");
    ASSERT_TRUE(read) << name_of(kind);
    EXPECT_EQ(wf::kind_of(*read), kind);
  }
}

TEST(Commands, ToBeginNameProjectOperationAndVariant) {
  const auto read = begin_of(
      R"({"project": "yingtan_sunshine", "operation": "renew", "variant": "organisation",
          "chosen_serial": "S", "keys_inserted": 1, "years": 2})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->operation, wf::Operation::Renew);
  EXPECT_EQ(read->chosen->serial, "S");
  EXPECT_FALSE(read->eligible) << "nobody is served online who has not said so";
  const auto wrong = begin_of(R"({"project": "p", "operation": "steal", "years": 6})");
  ASSERT_FALSE(wrong);
  std::vector<std::string> places;
  for (const Mistake& mistake : wrong.error()) places.push_back(mistake.pointer);
  EXPECT_THAT(places, testing::ElementsAre("/operation", "/variant", "/years"));
}

TEST(Commands, AreCompletedFromTheOrder) {
  wf::Order order;
  order.id = "O1";
  order.attempts.push_back({.id = "O1-P1", .state = wf::Attempt::State::Settled, .paid = {19000}});
  order.refunds.push_back({.id = "O1-R1", .state = wf::Refund::State::Failed});
  wf::Body payment = wf::OpenPayment{};
  complete(payment, order);
  EXPECT_EQ(std::get<wf::OpenPayment>(payment).attempt, "O1-P2");
  wf::Body refund = wf::AskRefund{};
  complete(refund, order);
  EXPECT_EQ(std::get<wf::AskRefund>(refund).refund, "O1-R2");
  EXPECT_EQ(std::get<wf::AskRefund>(refund).amount, wf::Fen{19000});
  wf::Body part = wf::AskRefund{{}, {500}, "-"};
  complete(part, order);
  EXPECT_EQ(std::get<wf::AskRefund>(part).amount, wf::Fen{500});
  wf::Body again = wf::RetryRefund{};
  complete(again, order);
  EXPECT_EQ(std::get<wf::RetryRefund>(again).refund, "O1-R1");
}

}  // namespace
}  // namespace vermilion::service::orders
