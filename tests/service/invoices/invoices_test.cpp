#include "service/invoices/invoices.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::invoices {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kNumber = "26362000000012660383";
constexpr std::string_view kDay = "2026-11-21";

Asked asked(const std::string& order = "O1") {
  return {order,
          "江西铜业股份有限公司（南昌）",
          "91360000625912173B",
          "a@example.com",
          "数字证书服务费",
          22000};
}

Results results_of(const std::string& lines, const std::vector<Asked>& all = {asked()}) {
  return read_results(result_head() + lines, all);
}

std::string why(const Results& results) {
  return results.complaints.empty() ? "" : results.complaints.front().why;
}

TEST(Invoices, RequestsAreReadBackByTheTaxProgram) {
  const std::vector<Asked> all{asked("O1"), asked("O2")};
  const auto file = request_file(all);
  ASSERT_TRUE(file);
  EXPECT_EQ(*read_requests(*file), all);
  EXPECT_FALSE(read_requests("order,title\r\n"));
}

TEST(Invoices, WhatCanBeNoInvoiceIsNotAskedFor) {
  const auto refused = [](auto change) {
    Asked one = asked();
    change(one);
    return !request_file(std::vector{one});
  };
  EXPECT_TRUE(refused([](Asked& one) { one.title = "=1+1"; }));
  EXPECT_TRUE(refused([](Asked& one) { one.title = "a<b>"; }));
  EXPECT_TRUE(refused([](Asked& one) { one.title.assign(151, 'a'); }));
  EXPECT_TRUE(refused([](Asked& one) { one.tax_id = "91360000625912173b"; }));
  EXPECT_TRUE(refused([](Asked& one) { one.email = "+a@example.com"; }));
  EXPECT_TRUE(refused([](Asked& one) { one.email = "nobody"; }));
  EXPECT_TRUE(refused([](Asked& one) { one.amount_fen = 0; }));
}

TEST(Invoices, ResultThatIsWhatWasAskedForIsTaken) {
  const auto results = results_of(result_line(asked(), kNumber, kDay));
  EXPECT_THAT(results.complaints, IsEmpty());
  ASSERT_EQ(results.issued.size(), 1u);
  EXPECT_EQ(results.issued.front().order, "O1");
  EXPECT_EQ(results.issued.front().number, kNumber);
}

TEST(Invoices, ResultsAreHeldAgainstWhatWasAskedFor) {
  const auto with = [](auto change) {
    Asked one = asked();
    change(one);
    return why(results_of(result_line(one, kNumber, kDay)));
  };
  EXPECT_EQ(with([](Asked& one) { one.title = "江西铜业股份有限公司(南昌)"; }), "another title");
  EXPECT_EQ(with([](Asked& one) { one.tax_id = ""; }), "another tax id");
  EXPECT_EQ(with([](Asked& one) { one.amount_fen = 22001; }), "another amount");
  EXPECT_EQ(with([](Asked& one) { one.order = "O9"; }), "nobody asked for it");
  EXPECT_EQ(why(results_of("O1,1\r\n")), "another number of columns");
  EXPECT_EQ(why(read_results("nonsense", std::vector{asked()})), "no file of results");
}

TEST(Invoices, NumbersAreTwentyDigitsOfThatYear) {
  for (const auto* number : {"2636200000001266038", "263620000000126603834", "2636200000001266038X",
                             "25362000000012660383", ""}) {
    EXPECT_EQ(why(results_of(result_line(asked(), number, kDay))), "no such number") << number;
  }
  EXPECT_EQ(why(results_of(result_line(asked(), kNumber, "2026-02-30"))), "no such number");
}

TEST(Invoices, NothingIsTakenTwice) {
  const std::string one = result_line(asked(), kNumber, kDay);
  EXPECT_EQ(why(results_of(one + one)), "a number used twice");
  EXPECT_EQ(why(results_of(one + result_line(asked(), "26362000000012660384", kDay))),
            "a second invoice");
  EXPECT_EQ(results_of(one + one).issued.size(), 1u);
  EXPECT_EQ(results_of(one + one).complaints.front().line, 3u);
}

}  // namespace
}  // namespace vermilion::service::invoices
