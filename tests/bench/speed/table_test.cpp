#include "bench/speed/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace vermilion::speed {
namespace {

using testing::HasSubstr;

benchmark::BenchmarkReporter::Run a_run(std::string name, std::string label) {
  benchmark::BenchmarkReporter::Run run;
  run.run_name.function_name = std::move(name);
  run.report_label = std::move(label);
  return run;
}

std::string printed(const std::vector<benchmark::BenchmarkReporter::Run>& runs) {
  std::ostringstream out;
  Table table("terms");
  table.SetOutputStream(&out);
  table.ReportRuns(runs);
  return out.str();
}

TEST(Table, FiguresStandUnderTheirHeadings) {
  auto run = a_run("inspect/flat_200", "flat A4, 200 dpi");
  run.counters["pages"] = 45;
  run.counters["decode_x"] = 0.8149;
  std::istringstream lines(printed({run}));
  std::string title;
  std::string headings;
  std::string figures;
  while (title.empty()) std::getline(lines, title);
  std::getline(lines, headings);
  std::getline(lines, figures);
  const auto end_of = [](std::string_view line, std::string_view word) {
    const auto at = line.find(word);
    return at == std::string_view::npos ? at : at + word.size();
  };
  EXPECT_EQ(end_of(figures, " 45"), end_of(headings, "pages"));
  EXPECT_EQ(end_of(figures, "0.81"), end_of(headings, "decode"));
}

TEST(Table, FigureThatMakesNoSenseIsADash) {
  EXPECT_THAT(printed({a_run("start/version", "vermilion --version")}),
              HasSubstr("vermilion --version                   -        -"));
}

TEST(Table, ReasonStandsWhereThereIsNoRow) {
  auto run = a_run("today/flat_200/zbarimg", "zbarimg");
  run.error_occurred = true;
  run.error_message = "not installed";
  EXPECT_THAT(printed({run}), HasSubstr("not installed\n"));
}

TEST(Table, HeadingIsPrintedOncePerGroup) {
  const std::string text =
      printed({a_run("stage/flat_200/decode", "decode"), a_run("stage/flat_200/qr", "qr"),
               a_run("stage/flat_300/decode", "decode")});
  EXPECT_THAT(text, HasSubstr("Stages, flat_300"));
  const auto first = text.find("Stages, flat_200");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(text.find("Stages, flat_200", first + 1), std::string::npos);
}

}  // namespace
}  // namespace vermilion::speed
