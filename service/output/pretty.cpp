#include "service/output/pretty.hpp"

#include "rules/messages.hpp"
#include "rules/words.hpp"
#include "service/output/plain_text.hpp"

#include <fmt/color.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>
#include <vector>

namespace vermilion::service::output {
namespace {

using fmt::terminal_color;
using pipeline::Finding;
using pipeline::Level;
using rules::Language;
using rules::Verdict;

fmt::text_style style_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Accept:
      return fmt::emphasis::bold | fmt::fg(terminal_color::green);
    case Verdict::Refer:
      return fmt::emphasis::bold | fmt::fg(terminal_color::yellow);
    case Verdict::Reject:
      return fmt::emphasis::bold | fmt::fg(terminal_color::magenta);
    case Verdict::Unreadable:
      return fmt::emphasis::bold | fmt::fg(terminal_color::red);
  }
  return {};
}

fmt::text_style style_of(Level level) {
  switch (level) {
    case Level::Note:
      return fmt::fg(terminal_color::cyan);
    case Level::Warn:
      return fmt::fg(terminal_color::yellow);
    case Level::Block:
      return fmt::fg(terminal_color::magenta);
  }
  return {};
}

// The verdict also without colour, and at the edge of the eye.
std::string_view mark_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Accept:
      return "✓";
    case Verdict::Refer:
      return "!";
    case Verdict::Reject:
      return "✗";
    case Verdict::Unreadable:
      return "?";
  }
  return {};
}

class Pretty : public Output {
 public:
  Pretty(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void write(const batch::Outcome& outcome) override {
    out_ << separator_;
    separator_ = "\n";
    if (outcome.result) {
      write(outcome.file, *outcome.result);
      if (!outcome.overlay.empty()) {
        out_ << in("  图示：", "  drawn: ") << plain_text(outcome.overlay) << '\n';
      }
    } else {
      write(outcome.file, outcome.result.error());
    }
  }

 private:
  void write(const std::string& file, const batch::Reviewed& reviewed) {
    write_heading(file, reviewed.judgement.verdict);
    const std::string facts = facts_line(reviewed.report);
    if (!facts.empty()) out_ << "  " << painted(fmt::emphasis::faint, facts) << '\n';
    if (const auto& rules = reviewed.judgement.rules) {
      out_ << "  " << painted(fmt::emphasis::faint, rules_line(*rules)) << '\n';
    }
    for (const Finding& finding : reviewed.judgement.findings) write(finding);
  }

  void write(const std::string& file, const batch::Failure& failure) {
    write_heading(file, Verdict::Unreadable);
    const bool ours = failure.cause == batch::Failure::Cause::OurFault;
    out_ << "  " << (ours ? in("程序出错：", "the program failed: ") : "")
         << plain_text(failure.detail) << '\n';
  }

  void write_heading(const std::string& file, Verdict verdict) {
    const auto heading = fmt::format("{} {}", mark_of(verdict), word(verdict, style_.language));
    out_ << painted(style_of(verdict), heading) << "  "
         << painted(fmt::emphasis::bold, plain_text(file)) << '\n';
  }

  void write(const Finding& finding) {
    const auto text = rules::text_of(finding, style_.language);
    out_ << "  " << painted(style_of(finding.level), word(finding.level, style_.language)) << ' '
         << name(finding.code) << "  " << plain_text(text.message) << '\n';
    const std::string evidence = evidence_of(finding);
    if (!evidence.empty()) out_ << "       " << evidence << '\n';
    out_ << "       " << in("改正：", "remedy: ") << plain_text(text.remedy) << '\n';
  }

  // Measured value, what it was held against, and the place.
  std::string evidence_of(const Finding& finding) const {
    const auto measure = [&](double number) {
      const auto unit = kind_of(finding.code).unit;
      return fmt::format("{}{}{}", rules::number_text(number), unit.empty() ? "" : " ", unit);
    };
    std::vector<std::string> parts;
    if (finding.value) parts.push_back(in("测得 ", "measured ") + measure(*finding.value));
    if (finding.threshold) parts.push_back(in("界限 ", "limit ") + measure(*finding.threshold));
    if (!finding.rule.empty()) parts.push_back(in("规则 ", "rule ") + finding.rule);
    if (finding.box) {
      const auto& box = *finding.box;
      parts.push_back(in("位置 ", "at ") +
                      fmt::format("{},{} {}×{}", box.x, box.y, box.width, box.height));
    }
    return fmt::format("{}", fmt::join(parts, in("，", ", ")));
  }

  // Twelve digits of the digest are enough to tell two rule sets apart by eye.
  std::string rules_line(const rules::RuleSet& rules) const {
    return fmt::format("{}{}/{} ({}) {}", in("规则 ", "rules "), rules.project, rules.document,
                       rules.type, rules.digest.substr(0, 12));
  }

  std::string facts_line(const pipeline::Report& report) const {
    std::vector<std::string> parts;
    if (report.image) {
      parts.push_back(fmt::format("{}×{}", report.image->width, report.image->height));
      if (report.image->dpi) parts.push_back(fmt::format("{:.0f} dpi", *report.image->dpi));
    }
    const auto& facts = report.facts;
    if (facts.credit_code) parts.push_back(in("代码 ", "code ") + facts.credit_code->value);
    // Where no code was read, the order's may be borne out all the same.
    if (!facts.credit_code && facts.expected_code && facts.expected_code->matches)
      parts.push_back(in("代码与订单一致 ", "code matches the order ") +
                      facts.expected_code->value);
    if (facts.seals) parts.push_back(in("印章 ", "seals ") + std::to_string(facts.seals->size()));
    if (facts.qr) parts.push_back(in("二维码 ", "QR codes ") + std::to_string(facts.qr->size()));
    return plain_text(fmt::format("{}", fmt::join(parts, " · ")));
  }

  std::string painted(fmt::text_style style, std::string_view text) const {
    return fmt::format(style_.colour ? style : fmt::text_style(), "{}", text);
  }

  std::string in(std::string_view zh, std::string_view en) const {
    return std::string(style_.language == Language::Chinese ? zh : en);
  }

  std::ostream& out_;
  Style style_;
  const char* separator_ = "";
};

}  // namespace

std::unique_ptr<Output> pretty(std::ostream& out, const Style& style) {
  return std::make_unique<Pretty>(out, style);
}

}  // namespace vermilion::service::output
