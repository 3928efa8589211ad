#include "service/scans/forms.hpp"

#include "rules/forms/payload.hpp"
#include "service/scans/inspection.hpp"
#include "tests/service/scans/a_house.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace vermilion::tests {
namespace {

using service::scans::form_pdf;
using service::scans::refund_letter_pdf;

class Forms : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Forms, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

std::string pdf(AHouse& a, const std::string& slot = "application_form") {
  auto made = form_pdf(a.house, a.order(), slot);
  EXPECT_TRUE(made) << made.error().detail;
  return made.value_or("");
}

// The codes of the prints that were made of a form, as a scanner would read them.
std::vector<std::string> codes_on(AHouse& a, const std::string& slot) {
  const auto rows = a.database.read([&](auto& reading) {
    return reading.template rows<std::string, std::int64_t>(
        "SELECT facts, generation FROM forms WHERE form = $1 ORDER BY generation", {slot});
  });
  std::vector<std::string> codes;
  for (const auto& [facts, generation] : *rows) {
    rules::forms::Imprint imprint{"O1", "housing_outside", slot, 1, {}};
    for (std::size_t i = 0; i < imprint.facts.size(); ++i) {
      imprint.facts[i] = static_cast<std::uint8_t>(std::stoi(facts.substr(2 * i, 2), nullptr, 16));
    }
    codes.push_back(*rules::forms::encode(imprint, a.house.form_keys.front()));
  }
  return codes;
}

TEST_P(Forms, SameOrderPrintsTheSameBytes) {
  AHouse a(GetParam());
  a.begin();
  const std::string first = pdf(a);
  EXPECT_THAT(first, testing::StartsWith("%PDF-"));
  EXPECT_EQ(pdf(a), first);
  EXPECT_EQ(a.rows("forms"), 1);
}

TEST_P(Forms, EveryFormOfTheProjectIsMadeOnceItIsFilledIn) {
  AHouse a(GetParam());
  a.begin();
  a.work();
  EXPECT_THAT(a.jobs_in("dead"), testing::IsEmpty());
  EXPECT_GE(a.rows("forms"), 4);  // application, authorisation, seal sheet, head of Jiangxi
}

TEST_P(Forms, AnotherAgentIsAnotherPrint) {
  AHouse a(GetParam());
  a.begin();
  const std::string first = pdf(a);
  a.fill_form("O1", "赵小红");
  EXPECT_NE(pdf(a), first);
  EXPECT_EQ(a.rows("forms"), 2);
}

TEST_P(Forms, WhatIsNotPrintedIsNotThere) {
  AHouse a(GetParam());
  a.begin();
  for (const char* slot : {"licence", "id_card", "passport"}) {
    const auto made = form_pdf(a.house, a.order(), slot);
    ASSERT_FALSE(made) << slot;
    EXPECT_EQ(made.error().fault, service::scans::Fault::NotThere) << slot;
  }
  const auto letter = refund_letter_pdf(a.house, a.order());
  ASSERT_FALSE(letter);
  EXPECT_EQ(letter.error().fault, service::scans::Fault::NotThere);
}

// The page a scanner makes of a form with this code.
pipeline::Report a_scan_of(const std::string& code, std::span<const std::byte> bytes) {
  pipeline::Report report;
  report.file = "scan.jpg";
  report.bytes = bytes.size();
  report.readable = true;
  report.image = pipeline::ImageFact{.width = 1654, .height = 2339, .dpi = 200};
  report.facts.qr = {{code, {100, 100, 50, 50}, "zbar"}};
  report.asked.max_bytes = 1'048'576;
  return report;
}

TEST_P(Forms, ScanOfAnEarlierPrintIsOutdated) {
  AHouse a(GetParam());
  a.begin();
  (void)pdf(a);
  a.fill_form("O1", "赵小红");
  (void)pdf(a);
  const auto codes = codes_on(a, "application_form");
  ASSERT_EQ(codes.size(), 2u);
  std::string code = codes.front();
  a.says = [&](auto bytes) { return a_scan_of(code, bytes); };
  a.upload(a_jpeg("old print"), "application_form");
  a.work();
  EXPECT_TRUE(a.order().documents.at("application_form").outdated);
  EXPECT_THAT(a.order().documents.at("application_form").blocking,
              testing::Contains("TPL_ALTERED"));
  code = codes.back();
  a.upload(a_jpeg("new print"), "application_form");
  a.work();
  EXPECT_FALSE(a.order().documents.at("application_form").outdated);
  EXPECT_THAT(a.order().documents.at("application_form").blocking,
              testing::Not(testing::Contains("TPL_ALTERED")));
}

TEST_P(Forms, FormOfAnotherOrderIsOutdatedAndSaidSo) {
  AHouse a(GetParam());
  a.begin();
  (void)pdf(a);
  rules::forms::Imprint imprint{"O2", "housing_outside", "application_form", 1, {}};
  const std::string code = *rules::forms::encode(imprint, a.house.form_keys.front());
  a.says = [&](auto bytes) { return a_scan_of(code, bytes); };
  a.upload(a_jpeg("another's"), "application_form");
  a.work();
  EXPECT_TRUE(a.order().documents.at("application_form").outdated);
  EXPECT_THAT(a.order().documents.at("application_form").blocking,
              testing::Contains("TPL_WRONG_ORDER"));
}

}  // namespace
}  // namespace vermilion::tests
