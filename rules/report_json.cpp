#include "rules/report_json.hpp"

#include "rules/messages.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace vermilion::rules {
namespace {

using json = nlohmann::ordered_json;
using namespace pipeline;

// Measurements are written with the digits they are good for, so that a report stays readable.
double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale + 0.0;  // never "-0.0"
}

json to_json(const Box& box) {
  return {box.x, box.y, box.width, box.height};
}

void put(json& object, const char* member, const std::optional<double>& value, int decimals) {
  if (value) object[member] = rounded(*value, decimals);
}

json to_json(const ImageFact& image) {
  json object{{"format", name(image.format)}, {"width", image.width}, {"height", image.height}};
  put(object, "dpi", image.dpi, 0);
  object["dpi_source"] = name(image.dpi_source);
  object["rotation_deg"] = image.rotation_deg;
  object["skew_deg"] = rounded(image.skew_deg, 2);
  if (image.page_area) object["page_area"] = to_json(*image.page_area);
  return object;
}

json to_json(const Finding& finding) {
  json object{
      {"code", name(finding.code)}, {"level", name(finding.level)}, {"check", finding.check}};
  if (!finding.rule.empty()) object["rule"] = finding.rule;
  if (finding.box) object["box"] = to_json(*finding.box);
  put(object, "value", finding.value, 3);
  put(object, "threshold", finding.threshold, 3);
  if (!finding.words.empty()) object["words"] = finding.words;
  const Text zh = text_of(finding, Language::Chinese);
  const Text en = text_of(finding, Language::English);
  object["message"] = zh.message;
  object["remedy"] = zh.remedy;
  object["message_en"] = en.message;
  object["remedy_en"] = en.remedy;
  return object;
}

json to_json(const PageFact& page) {
  json object = json::object();
  put(object, "edge_spread_mm", page.edge_spread_mm, 3);
  put(object, "worst_edge_spread_mm", page.worst_edge_spread_mm, 3);
  object["paper"] = rounded(page.paper, 0);
  object["contrast"] = rounded(page.contrast, 0);
  object["upscaling"] = rounded(page.upscaling, 2);
  object["photo"] = rounded(page.photo, 2);
  object["cropped"] = page.cropped;
  return object;
}

json to_json(const SealFact& seal) {
  json object{{"shape", name(seal.shape)},
              {"role", name(seal.role)},
              {"box", to_json(seal.box)},
              {"angle_deg", rounded(seal.angle_deg, 1)}};
  put(object, "diameter_mm", seal.diameter_mm, 1);
  object["redness"] = rounded(seal.redness, 2);
  object["clarity"] = rounded(seal.clarity, 2);
  put(object, "edge_spread_mm", seal.edge_spread_mm, 3);
  object["strength"] = rounded(seal.strength, 2);
  object["border"] = rounded(seal.border, 2);
  object["smear"] = rounded(seal.smear, 2);
  object["cleanliness"] = rounded(seal.cleanliness, 2);
  object["background"] = rounded(seal.background, 2);
  object["printed"] = rounded(seal.printed, 2);
  object["covers"] = seal.covers;
  return object;
}

json to_json(const QrFact& qr) {
  return {{"text", qr.text}, {"box", to_json(qr.box)}, {"read_by", qr.read_by}};
}

json to_json(const CreditCodeFact& code) {
  return {{"value", code.value},
          {"source", name(code.source)},
          {"confidence", rounded(code.confidence, 4)},
          {"box", to_json(code.box)},
          {"read_by", code.read_by},
          {"alternatives", code.alternatives}};
}

json to_json(const ExpectedCodeFact& code) {
  return {{"value", code.value},
          {"matches", code.matches},
          {"likelihood", rounded(code.likelihood, 4)},
          {"likelihood_read", rounded(code.likelihood_read, 4)},
          {"box", to_json(code.box)},
          {"read_by", code.read_by}};
}

json to_json(const DocumentKindFact& document) {
  return {{"kind", document.kind}, {"title", document.title}, {"box", to_json(document.box)}};
}

json to_json(const RuleSet& rules) {
  return {{"project", rules.project},
          {"document", rules.document},
          {"type", rules.type},
          {"digest", rules.digest}};
}

json to_json(const FieldFact& field) {
  json object{{"value", field.value}};
  if (field.expected) object["expected"] = *field.expected;
  object["score"] = rounded(field.score, 4);
  object["box"] = to_json(field.box);
  return object;
}

template <class T>
json array_of(const std::vector<T>& values) {
  json array = json::array();
  for (const T& value : values) array.push_back(to_json(value));
  return array;
}

json to_json(const FormFact& form) {
  json object{{"order", form.order},
              {"project", form.project},
              {"document", form.document},
              {"generation", form.generation}};
  if (form.signature_ok) object["signature_ok"] = *form.signature_ok;
  object["box"] = to_json(form.box);
  return object;
}

json to_json(const Facts& facts) {
  json object = json::object();
  if (facts.page) object["page"] = to_json(*facts.page);
  if (facts.document) object["document"] = to_json(*facts.document);
  if (facts.credit_code) object["credit_code"] = to_json(*facts.credit_code);
  if (facts.expected_code) object["expected_code"] = to_json(*facts.expected_code);
  if (facts.seals) object["seals"] = array_of(*facts.seals);
  if (facts.qr) object["qr"] = array_of(*facts.qr);
  for (const auto& [name, field] : facts.fields) object["fields"][name] = to_json(field);
  return object;
}

json costs_of(const Report& report) {
  json costs = json::object();
  std::int64_t total_ns = 0;
  for (const StageCost& stage : report.costs) total_ns += stage.cpu_ns;
  costs["total"] = total_ns / 1000;
  for (const StageCost& stage : report.costs) costs[stage.stage] = stage.cpu_ns / 1000;
  return costs;
}

}  // namespace

json to_json(const Report& report, const Judgement& judgement, bool with_costs) {
  json document{{"schema", kReportSchema}, {"file", report.file}};
  if (!report.sha256.empty()) document["sha256"] = report.sha256;
  document["bytes"] = report.bytes;
  if (report.image) document["image"] = to_json(*report.image);
  document["verdict"] = name(judgement.verdict);
  if (judgement.rules) document["rules"] = to_json(*judgement.rules);
  document["findings"] = array_of(judgement.findings);
  if (!judgement.logged.empty()) document["logged"] = array_of(judgement.logged);
  document["facts"] = to_json(report.facts);
  if (judgement.form) document["facts"]["form"] = to_json(*judgement.form);
  if (with_costs) document["timing_us"] = costs_of(report);
  return document;
}

}  // namespace vermilion::rules
