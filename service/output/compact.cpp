#include "service/output/compact.hpp"

#include "rules/messages.hpp"
#include "service/output/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <ostream>

namespace vermilion::service::output {
namespace {

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

std::string place(const pipeline::Finding& finding) {
  if (!finding.box) return {};
  const auto& box = *finding.box;
  return fmt::format(":{},{},{},{}", box.x, box.y, box.width, box.height);
}

class Compact : public Output {
 public:
  Compact(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void write(const batch::Outcome& outcome) override {
    const std::string file = plain_text(outcome.file);
    if (!outcome.result) {
      out_ << fmt::format("{}: ERROR {}\n", file, plain_text(outcome.result.error().detail));
      return;
    }
    const auto& findings = outcome.result->judgement.findings;
    if (findings.empty()) out_ << fmt::format("{}: ok\n", file);
    for (const auto& finding : findings) {
      const auto text = rules::text_of(finding, style_.language);
      const auto rule = finding.rule.empty() ? "" : fmt::format(" [{}]", finding.rule);
      out_ << fmt::format("{}{}: {} {} {}{}\n", file, place(finding), upper(name(finding.level)),
                          name(finding.code), plain_text(text.message), rule);
    }
  }

 private:
  std::ostream& out_;
  Style style_;
};

}  // namespace

std::unique_ptr<Output> compact(std::ostream& out, const Style& style) {
  return std::make_unique<Compact>(out, style);
}

}  // namespace vermilion::service::output
