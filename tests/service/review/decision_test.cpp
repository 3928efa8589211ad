#include "service/review/decision.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <variant>
#include <vector>

namespace vermilion::service::review {
namespace {

Case a_case() {
  Case shown;
  shown.order.id = "O1";
  for (const auto* slot : {"licence", "id_card"}) {
    ShownDocument document;
    document.slot = slot;
    document.document.sha256 = std::string(64, slot[0]);
    shown.documents.push_back(document);
  }
  shown.digest = "d";
  return shown;
}

Decision a_decision() {
  Decision decision;
  decision.digest = "d";
  decision.documents = {{"licence", std::string(64, 'l'), true, {}},
                        {"id_card", std::string(64, 'i'), false, {"IMG_BLUR"}}};
  return decision;
}

enum class Becomes { Fits, Stale, Wrong };

struct Row {
  const char* what;
  std::function<void(Decision&)> change;
  Becomes becomes;
};

TEST(Decision, FitsOnlyTheCaseThatWasShown) {
  const std::vector<Row> rows{
      {"as it was", [](Decision&) {}, Becomes::Fits},
      {"another digest", [](Decision& d) { d.digest = "e"; }, Becomes::Stale},
      {"another scan", [](Decision& d) { d.documents[0].sha256 = std::string(64, 'x'); },
       Becomes::Stale},
      {"a slot there is not", [](Decision& d) { d.documents[0].slot = "seal_sheet"; },
       Becomes::Wrong},
      {"a document left out", [](Decision& d) { d.documents.pop_back(); }, Becomes::Wrong},
      {"a document twice", [](Decision& d) { d.documents[1] = d.documents[0]; }, Becomes::Wrong},
      {"reasons for what is accepted", [](Decision& d) { d.documents[0].reasons = {"x"}; },
       Becomes::Wrong},
      {"an empty reason", [](Decision& d) { d.documents[1].reasons = {""}; }, Becomes::Wrong},
      {"a reason of a page", [](Decision& d) { d.documents[1].reasons = {std::string(601, 'x')}; },
       Becomes::Wrong},
      {"letting pass what is refused",
       [](Decision& d) {
         d.let_pass = Decision::LetPass{"because", ""};
       },
       Becomes::Wrong},
  };
  for (const Row& row : rows) {
    Decision decision = a_decision();
    row.change(decision);
    const auto fit = fits(decision, a_case());
    const Becomes became = fit                                            ? Becomes::Fits
                           : std::holds_alternative<Changed>(fit.error()) ? Becomes::Stale
                                                                          : Becomes::Wrong;
    EXPECT_EQ(became, row.becomes) << row.what;
  }
}

TEST(Decision, HasAnIdOfItsOwnForEverythingItSays) {
  const auto id = [](const std::function<void(Decision&)>& change) {
    Decision decision = a_decision();
    change(decision);
    return id_of(decision, "O1", "r1");
  };
  const auto as_it_is = id([](Decision&) {});
  EXPECT_EQ(as_it_is, id([](Decision&) {}));
  EXPECT_NE(as_it_is, id([](Decision& d) { d.documents[0].accepted = false; }));
  EXPECT_NE(as_it_is, id([](Decision& d) { d.documents[1].reasons = {"SEAL_NONE"}; }));
  EXPECT_NE(as_it_is, id([](Decision& d) { d.wrong_project = true; }));
  EXPECT_NE(as_it_is, id([](Decision& d) { d.let_pass = Decision::LetPass{"why", ""}; }));
  EXPECT_NE(as_it_is, id_of(a_decision(), "O2", "r1"));
  EXPECT_NE(as_it_is, id_of(a_decision(), "O1", "r2"));
}

}  // namespace
}  // namespace vermilion::service::review
