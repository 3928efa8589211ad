#include "service/review/case.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <vector>

namespace vermilion::service::review {
namespace {

using workflow::Order;

Order an_order() {
  Order order;
  order.id = "O1";
  order.organisation = "91360600MA35DEM06M";
  order.organisation_name = "鹰潭市样例有限公司";
  order.project = "yingtan_sunshine";
  order.variant = "sub";
  order.terms_digest = "rules-1";
  order.agent = {"张三", "13807010001"};
  order.round = 1;
  order.documents["licence"].sha256 = "abc";
  return order;
}

std::vector<ShownDocument> documents() {
  ShownDocument shown;
  shown.slot = "licence";
  shown.document.sha256 = "abc";
  shown.etag = "e1";
  return {shown};
}

std::string digest(const std::function<void(Order&, std::vector<ShownDocument>&)>& change) {
  Order order = an_order();
  auto shown = documents();
  change(order, shown);
  return digest_of(order, shown);
}

workflow::Approval a_question() {
  workflow::Approval approval;
  approval.asked_by = {workflow::Role::Reviewer, "r1"};
  approval.reason = "章已核实";
  return approval;
}

TEST(CaseDigest, ChangesWithEverythingThatIsShown) {
  using D = std::vector<ShownDocument>&;
  const std::vector<std::function<void(Order&, D)>> changes{
      [](Order&, D) {},
      [](Order& order, D) { order.organisation_name += "。"; },
      [](Order& order, D) { order.organisation = "91360000625912173B"; },
      [](Order& order, D) { order.variant = "main"; },
      [](Order& order, D) { order.terms_digest = "rules-2"; },
      [](Order& order, D) { order.agent.name = "李四"; },
      [](Order& order, D) { order.agent.mobile = "13807010002"; },
      [](Order& order, D) { order.round = 2; },
      [](Order& order, D) { order.generation = 2; },
      [](Order&, D shown) { shown[0].document.sha256 = "abd"; },
      [](Order&, D shown) { shown[0].etag = "e2"; },
      [](Order&, D shown) { shown[0].document.outdated = true; },
      [](Order&, D shown) { shown[0].document.overridden = true; },
      [](Order&, D shown) { shown.push_back(shown[0]); },
      [](Order& order, D) { order.approvals[workflow::Matter::OverrideFinding] = a_question(); },
  };
  std::set<std::string> digests;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    EXPECT_TRUE(digests.insert(digest(changes[i])).second) << "change " << i;
  }
}

TEST(CaseDigest, DoesNotChangeWithTheLease) {
  const auto before = digest([](Order&, auto&) {});
  const auto after = digest([](Order& order, auto&) {
    order.version += 3;
    order.claim = {"r1", workflow::Instant(std::chrono::seconds(99))};
  });
  EXPECT_EQ(before, after);
}

TEST(CaseDigest, TellsValuesApartThatRunIntoEachOther) {
  const auto one = digest([](Order& order, auto&) { order.agent = {"a", "b c"}; });
  const auto two = digest([](Order& order, auto&) { order.agent = {"a b", "c"}; });
  EXPECT_NE(one, two);
}

TEST(PreviousScan, IsTheLastThatWasDecidedAndIsNotThePresentOne) {
  const auto decided = [](std::string sha256, bool accepted, std::vector<std::string> reasons) {
    workflow::Event event;
    event.kind = workflow::EventKind::DocumentDecided;
    event.body = workflow::DecideDocument{"licence", std::move(sha256), accepted, reasons};
    return event;
  };
  const std::vector<workflow::Event> history{decided("old", false, {"SEAL_NONE"}),
                                             decided("older scan", false, {"IMG_BLUR"}),
                                             decided("abc", false, {"SEAL_FAINT"})};
  const auto previous = previous_in(history, an_order(), "licence");
  ASSERT_TRUE(previous);
  EXPECT_EQ(previous->sha256, "older scan");
  EXPECT_EQ(previous->reasons, std::vector<std::string>{"IMG_BLUR"});
  EXPECT_FALSE(previous_in(history, an_order(), "id_card"));
}

}  // namespace
}  // namespace vermilion::service::review
