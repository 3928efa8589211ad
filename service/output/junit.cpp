#include "service/output/junit.hpp"

#include "rules/messages.hpp"
#include "service/output/plain_text.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>

namespace vermilion::service::output {
namespace {

using batch::Outcome;
using pipeline::Finding;
using pipeline::Level;

std::string escaped(std::string_view text) {
  std::string xml;
  for (const char c : plain_text(text)) {
    switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      default:
        xml += c;
    }
  }
  return xml;
}

// The suite's counts stand before its cases, so the cases wait in memory.
class Junit : public Output {
 public:
  Junit(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void write(const Outcome& outcome) override {
    std::string inside = outcome.result ? case_of(outcome.result->judgement.findings)
                                        : error_of(outcome.result.error());
    cases_ += fmt::format("  <testcase classname=\"scan\" name=\"{}\"", escaped(outcome.file));
    cases_ += inside.empty() ? "/>\n" : fmt::format(">\n{}  </testcase>\n", inside);
    ++tests_;
  }

  void end() override {
    out_ << fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuite name=\"vermilion inspect\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
        "skipped=\"0\">\n{}</testsuite>\n",
        tests_, failures_, errors_, cases_);
  }

 private:
  std::string case_of(const std::vector<Finding>& findings) {
    std::string failures;
    std::string notes;
    for (const Finding& finding : findings) {
      if (finding.level == Level::Note) {
        notes += line_of(finding) + "\n";
      } else {
        failures += failure_of(finding);
      }
    }
    if (!failures.empty()) ++failures_;
    if (!notes.empty()) failures += fmt::format("    <system-out>{}</system-out>\n", notes);
    return failures;
  }

  std::string line_of(const Finding& finding) const {
    const auto text = rules::text_of(finding, style_.language);
    return fmt::format("{} {}", name(finding.code), escaped(text.message + text.remedy));
  }

  std::string failure_of(const Finding& finding) const {
    const auto text = rules::text_of(finding, style_.language);
    const auto rule = finding.rule.empty() ? "" : fmt::format(" [{}]", escaped(finding.rule));
    return fmt::format("    <failure type=\"{}\" message=\"{}\">{}{}</failure>\n",
                       name(finding.code), escaped(text.message), escaped(text.remedy), rule);
  }

  std::string error_of(const batch::Failure& failure) {
    ++errors_;
    return fmt::format("    <error type=\"{}\" message=\"{}\"/>\n", name(failure.cause),
                       escaped(failure.detail));
  }

  std::ostream& out_;
  Style style_;
  std::string cases_;
  int tests_ = 0;
  int failures_ = 0;
  int errors_ = 0;
};

}  // namespace

std::unique_ptr<Output> junit(std::ostream& out, const Style& style) {
  return std::make_unique<Junit>(out, style);
}

}  // namespace vermilion::service::output
