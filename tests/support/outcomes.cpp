#include "tests/support/outcomes.hpp"

#include <utility>

namespace vermilion::tests {

using service::batch::Failure;
using service::batch::Outcome;

pipeline::Report a_readable_report(std::string file, std::vector<pipeline::Finding> findings) {
  pipeline::Report report;
  report.file = std::move(file);
  report.sha256 = std::string(64, '0');
  report.bytes = 1000;
  report.readable = true;
  report.image = pipeline::ImageFact{.width = 1654, .height = 2339, .dpi = 200};
  report.findings = std::move(findings);
  return report;
}

Outcome reviewed(pipeline::Report report) {
  auto judgement = rules::judge(report, {});
  std::string file = report.file;
  return {std::move(file), service::batch::Reviewed{std::move(report), std::move(judgement)}};
}

Outcome unreadable(std::string file, std::string detail) {
  return {std::move(file),
          tl::make_unexpected(Failure{Failure::Cause::Unreadable, std::move(detail)})};
}

Outcome failed(std::string file, std::string detail) {
  return {std::move(file),
          tl::make_unexpected(Failure{Failure::Cause::OurFault, std::move(detail)})};
}

}  // namespace vermilion::tests
