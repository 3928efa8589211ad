#include "service/orders/told_subject.hpp"

#include "rules/messages.hpp"
#include "service/orders/order_json.hpp"
#include "workflow/digest.hpp"
#include "workflow/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;
using rules::LocalText;
using wf::SubjectLine;

// The lines of workflow/order.cpp, but for scans: each of those has the name of its slot.
constexpr std::array kWords{
    SubjectWord{"matter", {"事项", "Matter"}},
    SubjectWord{"order", {"订单", "Order"}},
    SubjectWord{"organisation", {"统一社会信用代码", "Credit code"}},
    SubjectWord{"name", {"单位名称", "Organisation"}},
    SubjectWord{"project", {"证书项目", "Project"}},
    SubjectWord{"variant", {"证书种类", "Certificate"}},
    SubjectWord{"finding", {"其中必须改的问题", "Its finding that blocks"}},
    SubjectWord{"revokes", {"将吊销的证书", "Certificate to be revoked"}},
    SubjectWord{"in key", {"所在的锁", "In the key"}},
    SubjectWord{"refund", {"退款编号", "Refund"}},
    SubjectWord{"fen", {"退款金额", "Amount"}},
    SubjectWord{"reason", {"退款理由", "Reason"}},
    SubjectWord{"letter", {"退款申请函", "Refund letter"}, Reads::Digest},
};

LocalText text_in(const Words& words) {
  return {words.zh, words.en};
}

LocalText text_in(const Json& coded) {
  return {coded["zh"], coded["en"]};
}

LocalText finding_text(const std::string& code) {
  const auto known = pipeline::finding_code(code);
  if (!known) return {code, code};
  return {rules::text_of(*known, rules::Language::Chinese).label,
          rules::text_of(*known, rules::Language::English).label};
}

std::string_view name_of(Reads reads) {
  constexpr std::array<std::string_view, 3> kNames{"text", "digest", "person"};
  return kNames[static_cast<std::size_t>(reads)];
}

Json line_json(const ToldLine& line) {
  return {
      {"name", written(line.name)}, {"value", written(line.value)}, {"reads", name_of(line.reads)}};
}

// An order's lines in the words of its rules.
struct Teller {
  const wf::Order& order;
  wf::Matter matter;
  const rules::Project& rules;
  const wf::VariantTerms* variant;

  ToldLine operator()(const SubjectLine& line) const {
    auto told = told_by(kWords, line);
    if (!told) return scan(line);
    told->value = value_of(line);
    return *told;
  }

  ToldLine scan(const SubjectLine& line) const {
    const wf::SlotTerms* slot = variant == nullptr ? nullptr : wf::find_slot(*variant, line.name);
    const LocalText name =
        slot == nullptr ? LocalText{line.name, line.name} : LocalText{slot->name_zh, slot->name_en};
    return {name, {line.value, line.value}, Reads::Digest};
  }

  LocalText value_of(const SubjectLine& line) const {
    if (line.name == "matter") return text_in(words_of(matter));
    if (line.name == "project") return text_in(project_json(&rules, line.value));
    if (line.name == "variant") return variant_text(line.value);
    if (line.name == "finding") return finding_text(line.value);
    if (line.name == "fen") return amount();
    return {line.value, line.value};
  }
  LocalText variant_text(const std::string& id) const {
    return text_in(variant_json(&rules, std::string(wf::name_of(order.operation)), id));
  }
  LocalText amount() const {
    const std::string yuan = wf::yuan_text(wf::live_refund(order)->amount);
    return {fmt::format("{} 元", yuan), fmt::format("{} yuan", yuan)};
  }
};

}  // namespace

std::optional<ToldLine> told_by(std::span<const SubjectWord> words, const SubjectLine& line) {
  const auto word = std::ranges::find(words, line.name, &SubjectWord::name);
  if (word == words.end()) return std::nullopt;
  return ToldLine{text_in(word->words), {line.value, line.value}, word->reads};
}

Json told_subject(const std::string& text,
                  const std::function<ToldLine(const SubjectLine&)>& told) {
  Json lines = Json::array();
  for (const SubjectLine& line : wf::lines_of(text)) lines.push_back(line_json(told(line)));
  return {{"text", text}, {"digest", wf::sha256_of(text)}, {"lines", std::move(lines)}};
}

Json told_subject(const wf::Order& order, wf::Matter matter, const rules::Project& rules,
                  const wf::ProjectTerms& terms) {
  const Teller teller{order, matter, rules,
                      wf::find_variant(terms, order.operation, order.variant)};
  Json json = told_subject(wf::subject_of(order, matter), teller);
  json["matter"] = wf::name_of(matter);
  return json;
}

}  // namespace vermilion::service::orders
