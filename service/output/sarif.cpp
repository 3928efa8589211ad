#include "service/output/sarif.hpp"

#include "rules/messages.hpp"
#include "service/cli/version.hpp"
#include "service/output/outcome_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <ostream>
#include <set>

namespace vermilion::service::output {
namespace {

using ordered_json = nlohmann::ordered_json;
using pipeline::Finding;
using pipeline::Level;
using rules::Language;

constexpr int kIndent = 2;

ordered_json message(std::string_view text) {
  return {{"text", text}};
}

std::string_view sarif_level(Level level) {
  switch (level) {
    case Level::Note:
      return "note";
    case Level::Warn:
      return "warning";
    case Level::Block:
      return "error";
  }
  return {};
}

std::string_view mime_type(pipeline::ImageFormat format) {
  switch (format) {
    case pipeline::ImageFormat::Jpeg:
      return "image/jpeg";
    case pipeline::ImageFormat::Png:
      return "image/png";
    case pipeline::ImageFormat::Bmp:
      return "image/bmp";
  }
  return {};
}

// A path as a URI reference: RFC 3986 keeps the unreserved characters and the slash as they are.
std::string uri(std::string_view path) {
  constexpr std::string_view kKept = "-._~/";
  std::string result;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 || kKept.find(c) != kKept.npos);
    result += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return result;
}

ordered_json artifact_location(const std::string& file) {
  return {{"uri", uri(file)}};
}

ordered_json locations(const std::string& file) {
  return ordered_json::array(
      {{{"physicalLocation", {{"artifactLocation", artifact_location(file)}}}}});
}

ordered_json texts_of(pipeline::FindingCode code) {
  ordered_json texts;
  for (const auto& [name, language] :
       {std::pair{"zh", Language::Chinese}, std::pair{"en", Language::English}}) {
    const auto& text = rules::text_of(code, language);
    texts[name] = {{"label", text.label}, {"message", text.message}, {"remedy", text.remedy}};
  }
  return texts;
}

ordered_json rule_of(const pipeline::FindingKind& kind, Language language) {
  const auto& text = rules::text_of(kind.code, language);
  return {{"id", kind.name},
          {"shortDescription", message(text.label)},
          {"fullDescription", message(text.message)},
          {"help", message(text.remedy)},
          {"defaultConfiguration", {{"level", sarif_level(kind.level)}}},
          {"properties", {{"texts", texts_of(kind.code)}}}};
}

ordered_json driver(Language language) {
  ordered_json rules = ordered_json::array();
  for (const auto& kind : pipeline::finding_kinds()) rules.push_back(rule_of(kind, language));
  return {{"name", "vermilion"},
          {"version", cli::kVersion},
          {"language", language == Language::Chinese ? "zh-CN" : "en-US"},
          {"rules", std::move(rules)}};
}

ordered_json attachment(const std::string& file, const pipeline::Box& box, std::string_view label) {
  const ordered_json rectangle{{"top", box.y},
                               {"left", box.x},
                               {"bottom", box.y + box.height},
                               {"right", box.x + box.width},
                               {"message", message(label)}};
  return {{"artifactLocation", artifact_location(file)},
          {"rectangles", ordered_json::array({rectangle})}};
}

ordered_json properties_of(const Finding& finding) {
  ordered_json properties{{"check", finding.check}};
  if (!finding.rule.empty()) properties["rule"] = finding.rule;
  if (finding.box) {
    const auto& box = *finding.box;
    properties["box"] = {box.x, box.y, box.width, box.height};
  }
  if (finding.value) properties["value"] = *finding.value;
  if (finding.threshold) properties["threshold"] = *finding.threshold;
  return properties;
}

ordered_json result_of(const std::string& file, const Finding& finding, Language language) {
  const auto text = rules::text_of(finding, language);
  ordered_json result{{"ruleId", name(finding.code)},
                      {"ruleIndex", static_cast<int>(finding.code)},
                      {"level", sarif_level(finding.level)},
                      {"message", message(text.message)},
                      {"locations", locations(file)}};
  if (finding.box) {
    result["attachments"] = ordered_json::array({attachment(file, *finding.box, text.label)});
  }
  result["properties"] = properties_of(finding);
  return result;
}

ordered_json artifact_of(const std::string& file, const batch::Reviewed& reviewed) {
  const auto& report = reviewed.report;
  ordered_json artifact{{"location", artifact_location(file)}, {"length", report.bytes}};
  if (report.image) artifact["mimeType"] = mime_type(report.image->format);
  if (!report.sha256.empty()) artifact["hashes"] = {{"sha-256", report.sha256}};
  artifact["properties"] = {{"verdict", rules::name(reviewed.judgement.verdict)}};
  if (const auto& by = reviewed.judgement.rules) {
    artifact["properties"]["rules"] = {{"project", by->project},
                                       {"document", by->document},
                                       {"type", by->type},
                                       {"digest", by->digest}};
  }
  return artifact;
}

ordered_json notification_of(const std::string& file, const batch::Failure& failure) {
  return {{"level", "error"},
          {"message", message(failure.detail)},
          {"locations", locations(file)},
          {"properties", {{"cause", name(failure.cause)}}}};
}

// One document with its results inside an object, so it is written at the end.
class Sarif : public Output {
 public:
  Sarif(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void write(const batch::Outcome& outcome) override {
    if (!outcome.result) {
      const auto& failure = outcome.result.error();
      notifications_.push_back(notification_of(outcome.file, failure));
      successful_ = successful_ && failure.cause != batch::Failure::Cause::OurFault;
      return;
    }
    // The standard wants every artifact once, also when a file was named twice.
    if (files_.insert(outcome.file).second) {
      artifacts_.push_back(artifact_of(outcome.file, *outcome.result));
    }
    for (const Finding& finding : outcome.result->judgement.findings) {
      results_.push_back(result_of(outcome.file, finding, style_.language));
    }
  }

  void end() override {
    const ordered_json invocation{{"executionSuccessful", successful_},
                                  {"toolExecutionNotifications", std::move(notifications_)}};
    const ordered_json run{{"tool", {{"driver", driver(style_.language)}}},
                           {"invocations", ordered_json::array({invocation})},
                           {"artifacts", std::move(artifacts_)},
                           {"results", std::move(results_)}};
    const ordered_json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                           {"version", "2.1.0"},
                           {"runs", ordered_json::array({run})}};
    out_ << dump(log, kIndent) << '\n';
  }

 private:
  std::ostream& out_;
  Style style_;
  std::set<std::string> files_;
  ordered_json artifacts_ = ordered_json::array();
  ordered_json results_ = ordered_json::array();
  ordered_json notifications_ = ordered_json::array();
  bool successful_ = true;
};

}  // namespace

std::unique_ptr<Output> sarif(std::ostream& out, const Style& style) {
  return std::make_unique<Sarif>(out, style);
}

}  // namespace vermilion::service::output
