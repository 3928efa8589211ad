#include "rules/forms/drawing/print.hpp"

#include "pipeline/cost.hpp"
#include "pipeline/qr/ladder.hpp"
#include "tests/rules/forms/an_order.hpp"
#include "tests/rules/rule_files.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace vermilion::rules::forms::drawing {
namespace {

// A form as a project has it.
struct Print {
  Project project;
  DocumentType type;

  friend std::ostream& operator<<(std::ostream& out, const Print& print) {
    return out << print.project.id << "/" << print.type.id;
  }
};

// Every form of every project, and those that are in no slot.
const std::vector<Print>& prints() {
  static const auto kPrints = [] {
    std::vector<Print> all;
    for (const auto& file : tests::shipped_rules().projects) {
      const Project project = tests::compiled(file, tests::shipped_rules().documents);
      for (const Slot& slot : project.slots) {
        for (const auto& type : slot.alternatives) {
          if (!type.form.empty()) all.push_back({project, type});
        }
      }
      for (const auto& type : tests::shipped_rules().documents) {
        if (type.id != "refund_letter" && type.id != "post_checklist") continue;
        all.push_back({project, compile_document(type).value()});
      }
    }
    return all;
  }();
  return kPrints;
}

const Print& print_named(const std::string& project, const std::string& type) {
  const auto print = std::ranges::find_if(prints(), [&](const Print& each) {
    return each.project.id == project && each.type.id == type;
  });
  if (print == prints().end()) throw std::invalid_argument(project + "/" + type);
  return *print;
}

FilledForm filled(const Print& print) {
  return tests::filled(print.project, print.type, tests::an_order_for(print.project));
}

FilledForm filled(const Print& print, const OrderFacts& order) {
  return tests::filled(print.project, print.type, order);
}

std::string payload(const Print& print) {
  return tests::payload_of(print.project, print.type, filled(print));
}

bool has_pdftotext() {
  return std::system("pdftotext -v >/dev/null 2>&1") == 0;
}

// What a form shows, in the words of pdftotext, without blanks.
std::string text_of(const std::string& pdf) {
  const tests::TemporaryFolder folder;
  const auto file = folder.path() / "form.pdf";
  std::ofstream(file, std::ios::binary) << pdf;
  const std::string command = "pdftotext -enc UTF-8 '" + file.string() + "' -";
  std::string text;
  std::FILE* pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (const auto count = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, count);
  pclose(pipe);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

TEST(FormPrint, EveryFormOfEveryProjectCanBePrinted) {
  EXPECT_GT(prints().size(), 50u);
  for (const Print& print : prints()) {
    const auto made = pdf(filled(print), payload(print));
    EXPECT_TRUE(made) << print << ": " << (made ? "" : made.error().detail);
  }
}

TEST(FormPrint, SameOrderGivesTheSameBytes) {
  const Print& print = print_named("yingtan_sunshine", "authorisation_letter");
  const auto once = pdf(filled(print), payload(print));
  const auto again = pdf(filled(print), payload(print));
  ASSERT_TRUE(once);
  EXPECT_EQ(*once, *again);
  EXPECT_EQ(once->substr(0, 5), "%PDF-");
}

TEST(FormPrint, TextCanBeCopiedOutOfIt) {
  if (!has_pdftotext()) GTEST_SKIP() << "pdftotext (Debian's poppler-utils) is not installed";
  const Print& print = print_named("housing_outside", "seal_sheet");
  const std::string text = text_of(*pdf(filled(print), payload(print)));
  for (const char* part : {"电子签章采集表", "江西省住建厅外省企业", "江西墨舟建设工程有限公司",
                           "91369999128467558J", "入赣负责人私章", "20261121093000017"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

TEST(FormPrint, RareCharactersOfNamesArePrinted) {
  const Print& print = print_named("yingtan_sunshine", "application_form");
  OrderFacts order = tests::an_order();
  order.legal_person = "𠮷䶮㙓";
  const auto made = pdf(filled(print, order), payload(print));
  ASSERT_TRUE(made) << made.error().detail;
  if (!has_pdftotext()) return;
  EXPECT_NE(text_of(*made).find("𠮷䶮㙓"), std::string::npos);
}

TEST(FormPrint, CharacterWithoutAGlyphIsNamed) {
  const Print& print = print_named("yingtan_sunshine", "application_form");
  OrderFacts order = tests::an_order();
  order.agent = "苏\U0002A6A5青";
  const auto made = pdf(filled(print, order), payload(print));
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, ErrorKind::Unprintable);
  EXPECT_NE(made.error().detail.find("\"\U0002A6A5\""), std::string::npos) << made.error().detail;
}

TEST(FormPrint, NameThatDoesNotFitIsRefused) {
  const Print& print = print_named("yingtan_sunshine", "application_form");
  OrderFacts order = tests::an_order();
  order.organisation = "";
  for (int i = 0; i < 12; ++i) *order.organisation += "江西墨舟建设工程";
  const auto made = pdf(filled(print, order), payload(print));
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().detail.find("does not fit"), std::string::npos) << made.error().detail;
}

TEST(FormPrint, LongNameIsSetSmaller) {
  const Print& print = print_named("yingtan_sunshine", "application_form");
  OrderFacts order = tests::an_order();
  order.organisation = "江西墨舟建设工程有限公司景德镇市浮梁县瑶里镇高岭村项目管理分公司";
  EXPECT_TRUE(pdf(filled(print, order), payload(print)));
}

// The copy of a copy: a blur, then black and white.
cv::Mat1b fax(const Raster& raster) {
  const cv::Mat1b sheet(raster.height, raster.width, const_cast<std::uint8_t*>(raster.grey.data()));
  cv::Mat1b copy;
  cv::GaussianBlur(sheet, copy, {}, 0.5);
  cv::threshold(copy, copy, 150, 255, cv::THRESH_BINARY);
  return copy;
}

std::vector<std::string> codes_on(const cv::Mat1b& luma) {
  const tests::DrawnPage page = tests::page_of(luma);
  pipeline::readers::ZbarReader zbar;
  pipeline::Costs costs;
  std::vector<std::string> texts;
  const auto readings = pipeline::qr::read(page.pyramid, page.light, page.lines, zbar, costs);
  for (const auto& reading : readings) {
    texts.push_back(reading.symbol.text);
  }
  return texts;
}

TEST(FormPrint, CodeIsReadFromAFaxOfAnyForm) {
  for (const Print& print : prints()) {
    const auto sheet = raster(filled(print), payload(print), 100);
    ASSERT_TRUE(sheet);
    const auto texts = codes_on(fax(*sheet));
    EXPECT_NE(std::ranges::find(texts, payload(print)), texts.end()) << print;
  }
}

}  // namespace
}  // namespace vermilion::rules::forms::drawing
