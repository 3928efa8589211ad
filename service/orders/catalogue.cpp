#include "service/orders/catalogue.hpp"

#include "service/orders/order_json.hpp"
#include "service/orders/words.hpp"
#include "service/store/record/names.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;
using projects::KeptProject;

Json alternatives_json(const rules::Slot& slot) {
  Json list = Json::array();
  for (const rules::DocumentType& type : slot.alternatives) {
    list.push_back({{"id", type.id}, {"name", written(type.name)}, {"help", written(type.help)}});
  }
  return list;
}

// Any of the alternatives will do, so the widest bounds are what a page may go by.
Json files_json(const rules::Slot& slot) {
  std::set<pipeline::ImageFormat> formats;
  std::size_t max_bytes = 0;
  for (const rules::DocumentType& type : slot.alternatives) {
    formats.insert(type.files.formats.begin(), type.files.formats.end());
    max_bytes = std::max(max_bytes, type.files.max_bytes);
  }
  Json names = Json::array();
  for (const auto format : formats) names.push_back(pipeline::name(format));
  return {{"formats", std::move(names)}, {"max_bytes", max_bytes}};
}

Json slots_json(const wf::VariantTerms& variant, const rules::Project& rules) {
  Json list = Json::array();
  for (const wf::SlotTerms& terms : variant.slots) {
    const rules::Slot& slot = *rules::find_slot(rules, terms.id);
    list.push_back({{"id", terms.id},
                    {"name", written(rules::LocalText{terms.name_zh, terms.name_en})},
                    {"help", written(help_of(slot))},
                    {"from_template", terms.from_template},
                    {"alternatives", alternatives_json(slot)},
                    {"files", files_json(slot)}});
  }
  return list;
}

Json variant_json(const rules::Operation& operation, const rules::Variant& variant,
                  const wf::VariantTerms& terms, const rules::Project& rules) {
  const rules::OrderForm& form = variant.form.sections.empty() ? operation.form : variant.form;
  return {{"id", variant.id},
          {"name", written(variant.name)},
          {"fee_fen", terms.fee ? Json(terms.fee->amount) : Json(nullptr)},
          {"per_year", terms.per_year},
          {"main_key", terms.main_key},
          {"seal", terms.seal},
          {"open", rules::is_open(rules, variant)},
          {"slots", slots_json(terms, rules)},
          {"paper", papers_json(terms, rules)},
          {"form", {{"sections", form.sections}, {"mobile", form.mobile}}}};
}

bool is_offered(const rules::Operation& operation, const rules::Project& rules) {
  return std::ranges::any_of(operation.variants, [&](const rules::Variant& variant) {
    return rules::is_open(rules, variant);
  });
}

Json operation_json(const rules::Operation& operation, const wf::OperationTerms& terms,
                    const rules::Project& rules) {
  const Words words = words_of(terms.operation);
  Json json{{"id", operation.id},
            {"name", written(operation.name.empty() ? rules::LocalText{words.zh, words.en}
                                                    : operation.name)},
            {"notice", written(operation.notice)},
            {"without_documents", operation.without_documents},
            {"revokes_chosen", operation.revokes_chosen},
            {"offered", is_offered(operation, rules)}};
  if (terms.operation == wf::Operation::Renew) {
    json["years"] = {{"min", kYearsLeast}, {"max", kYearsMost}};
  }
  if (terms.window) {
    json["window"] = {{"before_days", terms.window->before_days},
                      {"after_days", terms.window->after_days}};
  }
  json["variants"] = Json::array();
  for (const rules::Variant& variant : operation.variants) {
    const auto found = std::ranges::find(terms.variants, variant.id, &wf::VariantTerms::id);
    json["variants"].push_back(variant_json(operation, variant, *found, rules));
  }
  return json;
}

Json operations_json(const KeptProject& project) {
  Json list = Json::array();
  for (const rules::Operation& operation : project.rules->operations) {
    const auto named = store::record::named<wf::Operation>(operation.id);
    const auto* terms = named ? wf::find_operation(*project.terms, *named) : nullptr;
    if (terms != nullptr) list.push_back(operation_json(operation, *terms, *project.rules));
  }
  return list;
}

Json region_json(const rules::Region& region) {
  if (region.prefix.empty()) return nullptr;
  constexpr std::array<std::string_view, 3> kNames{"any", "inside", "outside"};
  return {{"prefix", region.prefix},
          {"organisations", kNames[static_cast<std::size_t>(region.organisations)]}};
}

Json questions_json(const rules::Project& rules) {
  Json list = Json::array();
  for (const rules::Question& question : rules.eligibility) {
    list.push_back({{"ask", written(question.ask)}});
  }
  return list;
}

Json hall_json(const rules::HallOnly& hall) {
  return {{"operations", hall.operations}, {"notice", written(hall.notice)}, {"phone", hall.phone}};
}

Json agreement_json(const rules::Project& rules) {
  if (!rules.agreement) return nullptr;
  return {{"version", rules.agreement->version}, {"name", written(rules.agreement->name)}};
}

Json methods_json(const wf::ProjectTerms& terms) {
  Json list = Json::array();
  for (const wf::Channel channel : terms.channels) list.push_back(wf::name_of(channel));
  return list;
}

Json texts_json(const rules::Project& rules) {
  Json texts = Json::object();
  for (const auto& [name, text] : rules.texts) texts[name] = written(text);
  return texts;
}

Json project_json(const KeptProject& project) {
  const rules::Project& rules = *project.rules;
  const bool open = std::ranges::any_of(rules.operations, [&](const rules::Operation& operation) {
    return is_offered(operation, rules);
  });
  const rules::Freight& freight = rules.freight;
  const wf::SlaTerms& sla = project.terms->sla;
  return {{"id", rules.id},
          {"name", written(rules.name)},
          {"scope", written(rules.scope)},
          {"draft", rules.draft},
          {"open", open},
          {"region", region_json(rules.region)},
          {"eligibility", questions_json(rules)},
          {"hall_only", hall_json(rules.hall_only)},
          {"agreement", agreement_json(rules)},
          {"verification", project.terms->verification},
          {"one_main_key", project.terms->one_main_key},
          {"operations", operations_json(project)},
          {"methods", methods_json(*project.terms)},
          {"freight",
           {{"to_us", freight.to_us},
            {"to_applicant", freight.to_applicant},
            {"courier", freight.courier}}},
          {"sla",
           {{"making", sla.making}, {"invoice", sla.invoice}, {"invoice_late", sla.invoice_late}}},
          {"texts", texts_json(rules)},
          {"rules", rules.digest}};
}

}  // namespace

Json catalogue_json(const projects::RuleSet& rules) {
  Json items = Json::array();
  for (const auto& [id, project] : rules.projects) {
    if (!project.rules->draft) items.push_back(project_json(project));
  }
  return {{"items", std::move(items)}, {"next", nullptr}};
}

Catalogue::Text Catalogue::of(std::shared_ptr<const projects::RuleSet> live) {
  const std::scoped_lock lock(mutex_);
  if (text_ == nullptr || live != rules_) {
    const Json json = catalogue_json(live == nullptr ? projects::RuleSet{} : *live);
    text_ = std::make_shared<const std::string>(text_of(json));
    rules_ = std::move(live);
  }
  return text_;
}

}  // namespace vermilion::service::orders
