#include "rules/report_json.hpp"

#include "rules/messages.hpp"
#include "rules/report_fields.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <type_traits>

namespace vermilion::rules {
namespace {

using json = nlohmann::ordered_json;
using pipeline::Report;
using pipeline::StageCost;

double rounded_to(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::round(value * scale) / scale + 0.0;  // never "-0.0"
}

template <class T>
json written(const T& value);
json written(const pipeline::Finding& finding);

json written(const pipeline::Box& box) {
  return {box.x, box.y, box.width, box.height};
}

template <class T>
json written(const std::vector<T>& values) {
  json array = json::array();
  for (const T& value : values) array.push_back(written(value));
  return array;
}

template <class T, std::size_t N>
json written(const std::array<T, N>& values) {
  return written(std::vector<T>(values.begin(), values.end()));
}

template <class T, class Less>
json written(const std::map<std::string, T, Less>& values) {
  json members = json::object();
  for (const auto& [name, value] : values) members[name] = written(value);
  return members;
}

class Writer {
 public:
  json object = json::object();

  template <class T>
  void operator()(const char* name, const T& value) {
    object[name] = written(value);
  }

  template <class T>
  void operator()(const char* name, const std::optional<T>& value) {
    if (value) object[name] = written(*value);
  }

  void rounded(const char* name, const std::optional<double>& value, int decimals) {
    if (value) object[name] = rounded_to(*value, decimals);
  }

  template <class T>
  void filled(const char* name, const T& value) {
    if (!value.empty()) object[name] = written(value);
  }
};

// What people are told stands beside what it is made from, in both languages.
json written(const pipeline::Finding& finding) {
  Writer writer;
  fields(writer, finding);
  json& object = writer.object;
  const Text zh = text_of(finding, Language::Chinese);
  const Text en = text_of(finding, Language::English);
  object["message"] = zh.message;
  object["remedy"] = zh.remedy;
  object["message_en"] = en.message;
  object["remedy_en"] = en.remedy;
  return object;
}

template <class T>
json written(const T& value) {
  using pipeline::name;
  if constexpr (std::is_enum_v<T>) {
    return name(value);
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    return value;
  } else {
    Writer writer;
    fields(writer, value);
    return std::move(writer.object);
  }
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
  if (report.image) document["image"] = written(*report.image);
  document["verdict"] = name(judgement.verdict);
  if (judgement.rules) document["rules"] = written(*judgement.rules);
  document["findings"] = written(judgement.findings);
  if (!judgement.logged.empty()) document["logged"] = written(judgement.logged);
  document["facts"] = written(report.facts);
  if (judgement.form) document["facts"]["form"] = written(*judgement.form);
  if (json order = written(judgement.order); !order.empty()) document["order"] = std::move(order);
  document["asked"] = written(report.asked);
  document["measurements"] = written(report.measurements);
  if (with_costs) document["timing_us"] = costs_of(report);
  return document;
}

}  // namespace vermilion::rules
