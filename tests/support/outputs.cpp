#include "tests/support/outputs.hpp"

#include <sstream>

namespace vermilion::tests {
namespace {

using pipeline::FindingCode;

pipeline::Report accepted() {
  auto report = a_readable_report("scans/accepted.jpg");
  report.facts.credit_code = {.value = "91360000625912173B", .box = {700, 400, 500, 40}};
  report.facts.seals = {{.role = pipeline::SealRole::Holder, .box = {1000, 1700, 320, 320}}};
  report.facts.qr.emplace();
  report.costs = {{"decode", 1, 21'000'000}, {"seal", 1, 9'000'000}};
  return report;
}

pipeline::Finding faint_seal() {
  auto finding = pipeline::finding(FindingCode::SealFaint);
  finding.check = "seal_strong";
  finding.rule = "housing/business_licence/seal";
  finding.box = pipeline::Box{1000, 1700, 320, 310};
  finding.value = 0.2;
  finding.threshold = 0.35;
  return finding;
}

pipeline::Finding turned() {
  auto finding = pipeline::finding(FindingCode::ImgTurned);
  finding.check = "page_upright";
  finding.value = 90;
  return finding;
}

pipeline::Finding no_seal() {
  auto finding = pipeline::finding(FindingCode::SealNone);
  finding.check = "seal_present";
  finding.value = 0;
  finding.threshold = 1;
  return finding;
}

pipeline::Report a_bill() {
  auto finding = pipeline::finding(FindingCode::FmtType);
  finding.check = "intake";
  finding.words = {{"detected", "PDF"}};
  pipeline::Report report;
  report.file = "bill.pdf";
  report.sha256 = std::string(64, '1');
  report.bytes = 42;
  report.findings = {finding};
  return report;
}

}  // namespace

std::vector<service::batch::Outcome> example_outcomes() {
  return {reviewed(accepted()),
          reviewed(a_readable_report("扫描/faint seal.jpg", {faint_seal(), turned()})),
          reviewed(a_readable_report("no_seal.png", {no_seal()})),
          reviewed(a_bill()),
          unreadable("gone.jpg", "No such file or directory"),
          failed("broken.jpg", "out of memory")};
}

std::string hostile_name() {
  return "<a href=\"x\">&'\x1b[2J\n\xff.jpg";
}

std::string written(std::string_view format, const std::vector<service::batch::Outcome>& outcomes,
                    const service::output::Style& style) {
  std::ostringstream out;
  const auto output = service::output::find_format(format)->make(out, style);
  output->begin();
  for (const auto& outcome : outcomes) output->write(outcome);
  output->end();
  return out.str();
}

}  // namespace vermilion::tests
