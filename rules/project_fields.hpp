#pragma once

#include "rules/project.hpp"

#include <concepts>

// Which key of a rule file is which member: written once, walked by what reads a file (compile.cpp)
// and by what writes a project down (canonical.cpp). A visitor has
//
//   visit(key, value)           a value, or a mapping with fields of its own
//   visit.list(key, values)     a list that is replaced as a whole
//   visit.by_id(key, id_key, values)   a list whose items are known by their id
//   visit.by_key(key, values)   a mapping from ids
//   visit.condition(key, condition), visit.sources(sources)
namespace vermilion::rules {

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <Is<Rule> T>
void fields(auto& visit, T& rule) {
  visit("check", rule.check);
  visit("review", rule.review);
  visit("with", rule.with);
  visit("level", rule.level);
  visit.flag("mode", "log", rule.log_only);
  visit.condition("when", rule.when);
  visit("applicant", rule.applicant);
  visit("reviewer", rule.reviewer);
  visit.sources(rule.sources);
}

template <Is<FileTerms> T>
void fields(auto& visit, T& files) {
  visit("formats", files.formats);
  visit("max_bytes", files.max_bytes);
  visit.sources(files.sources);
}

template <Is<Signature> T>
void fields(auto& visit, T& signature) {
  visit("by", signature.by);
  visit("with", signature.with);
  visit("shape", signature.shape);
  visit.sources(signature.sources);
}

template <Is<forms::Box> T>
void fields(auto& visit, T& box) {
  visit("x", box.x);
  visit("y", box.y);
  visit("w", box.w);
  visit("h", box.h);
}

template <Is<forms::Field> T>
void fields(auto& visit, T& field) {
  visit("label", field.label);
  visit("fact", field.fact);
  visit("otherwise", field.otherwise);
  visit("box", field.box);
  visit("label_w", field.label_w);
  visit("size", field.size_pt);
  visit("multi_line", field.multi_line);
  visit("style", field.style);
  visit("needs", field.needs);
}

template <Is<forms::Stamp> T>
void fields(auto& visit, T& stamp) {
  visit("by", stamp.by);
  visit("with", stamp.with);
  visit("shape", stamp.shape);
  visit("label", stamp.label);
  visit("hint", stamp.hint);
  visit("box", stamp.box);
  visit("style", stamp.style);
  visit("needs", stamp.needs);
}

template <Is<forms::Text> T>
void fields(auto& visit, T& text) {
  visit("paragraphs", text.paragraphs);
  visit("box", text.box);
  visit("size", text.size_pt);
  visit("align", text.align);
  visit("bold", text.bold);
  visit("indent", text.indent);
  visit("leading", text.leading);
  visit("spacing", text.spacing_pt);
  visit("needs", text.needs);
}

template <Is<forms::Tick> T>
void fields(auto& visit, T& tick) {
  visit("label", tick.label);
  visit("fact", tick.fact);
  visit("is", tick.is);
  visit("box", tick.box);
  visit("size", tick.size_pt);
  visit("needs", tick.needs);
}

template <Is<forms::Code> T>
void fields(auto& visit, T& code) {
  visit("fact", code.fact);
  visit("label", code.label);
  visit("box", code.box);
  visit("needs", code.needs);
}

template <Is<forms::Column> T>
void fields(auto& visit, T& column) {
  visit("label", column.label);
  visit("w", column.w);
}

template <Is<forms::Table> T>
void fields(auto& visit, T& table) {
  visit("rows", table.rows);
  visit.by_id("columns", "column", table.columns);
  visit("box", table.box);
  visit("row_h", table.row_h);
  visit("size", table.size_pt);
  visit("needs", table.needs);
}

template <Is<forms::Line> T>
void fields(auto& visit, T& line) {
  visit("x", line.x);
  visit("y", line.y);
  visit("w", line.w);
  visit("h", line.h);
  visit("weight", line.weight_mm);
  visit("needs", line.needs);
}

template <Is<forms::Form> T>
void fields(auto& visit, T& form) {
  visit("generation", form.generation);
  visit("code_box", form.code);
  visit.by_id("fields", "field", form.fields);
  visit.by_id("stamps", "stamp", form.stamps);
  visit.by_id("texts", "text", form.texts);
  visit.by_id("ticks", "tick", form.ticks);
  visit.by_id("codes", "code", form.codes);
  visit.by_id("tables", "table", form.tables);
  visit.list("lines", form.lines);
}

template <Is<DocumentType> T>
void fields(auto& visit, T& type) {
  visit("name", type.name);
  visit("help", type.help);
  visit("kinds", type.kinds);
  visit("files", type.files);
  visit("seal_may_cover", type.seal_may_cover);
  visit.list("signed", type.signatures);
  visit("form", type.form);
  visit.by_id("checks", "rule", type.rules);
}

template <Is<Slot> T>
void fields(auto& visit, T& slot) {
  visit("name", slot.name);
  visit("help", slot.help);
  visit.condition("when", slot.when);
  visit.alternatives(slot.alternatives);
  visit.sources(slot.sources);
}

template <Is<Comparison> T>
void fields(auto& visit, T& comparison) {
  visit("same", comparison.fact);
  visit("different", comparison.kind);
  visit("in", comparison.in);
  visit("finding", comparison.finding);
  visit("level", comparison.level);
  visit.condition("when", comparison.when);
  visit("applicant", comparison.applicant);
  visit("reviewer", comparison.reviewer);
  visit.sources(comparison.sources);
}

template <Is<OrderForm> T>
void fields(auto& visit, T& form) {
  visit("sections", form.sections);
  visit("mobile", form.mobile);
  visit.sources(form.sources);
}

template <Is<Variant> T>
void fields(auto& visit, T& variant) {
  visit("name", variant.name);
  visit("fee", variant.fee_fen);
  visit("fee_per", variant.fee_per);
  visit("seal", variant.seal);
  visit("form", variant.form);
  visit.sources(variant.sources);
}

template <Is<Window> T>
void fields(auto& visit, T& window) {
  visit("before_days", window.before_days);
  visit("after_days", window.after_days);
  visit.sources(window.sources);
}

template <Is<Operation> T>
void fields(auto& visit, T& operation) {
  visit("name", operation.name);
  visit("notice", operation.notice);
  visit.flag("documents", "none", operation.without_documents);
  visit("revokes_chosen", operation.revokes_chosen);
  visit("form", operation.form);
  visit("window", operation.window);
  visit.by_key("variants", operation.variants);
  visit.sources(operation.sources);
}

template <Is<Question> T>
void fields(auto& visit, T& question) {
  visit("ask", question.ask);
  visit("otherwise", question.otherwise);
  visit.sources(question.sources);
}

template <Is<HallOnly> T>
void fields(auto& visit, T& hall) {
  visit("operations", hall.operations);
  visit("notice", hall.notice);
  visit("phone", hall.phone);
  visit.sources(hall.sources);
}

template <Is<Agreement> T>
void fields(auto& visit, T& agreement) {
  visit("name", agreement.name);
  visit("version", agreement.version);
  visit.sources(agreement.sources);
}

template <Is<Verification> T>
void fields(auto& visit, T& verification) {
  visit("legal_person", verification.legal_person);
  visit("per_order", verification.per_order);
  visit.sources(verification.sources);
}

template <Is<MainKey> T>
void fields(auto& visit, T& main_key) {
  visit("one_per_organisation", main_key.one_per_organisation);
  visit.sources(main_key.sources);
}

template <Is<Region> T>
void fields(auto& visit, T& region) {
  visit("prefix", region.prefix);
  visit("organisations", region.organisations);
  visit.sources(region.sources);
}

template <Is<Payment> T>
void fields(auto& visit, T& payment) {
  visit("methods", payment.methods);
  visit.sources(payment.sources);
}

template <Is<Freight> T>
void fields(auto& visit, T& freight) {
  visit("to_us", freight.to_us);
  visit("to_applicant", freight.to_applicant);
  visit("courier", freight.courier);
  visit.sources(freight.sources);
}

template <Is<Sla> T>
void fields(auto& visit, T& sla) {
  visit("making", sla.making);
  visit("making_alarm", sla.making_alarm);
  visit("invoice", sla.invoice);
  visit("invoice_late", sla.invoice_late);
  visit.sources(sla.sources);
}

template <Is<PaperItem> T>
void fields(auto& visit, T& item) {
  visit("slot", item.slot);
  visit("original", item.original);
  visit("note", item.note);
  visit.condition("when", item.when);
  visit.sources(item.sources);
}

template <Is<Project> T>
void fields(auto& visit, T& project) {
  visit("name", project.name);
  visit("draft", project.draft);
  visit("scope", project.scope);
  visit("region", project.region);
  visit.list("eligibility", project.eligibility);
  visit("hall_only", project.hall_only);
  visit("agreement", project.agreement);
  visit("verification", project.verification);
  visit("main_key", project.main_key);
  visit.by_key("operations", project.operations);
  visit("payment", project.payment);
  visit("freight", project.freight);
  visit("sla", project.sla);
  visit.by_id("documents", "slot", project.slots);
  visit.by_id("compare", "rule", project.comparisons);
  visit.list("paper", project.paper);
  visit("texts", project.texts);
  visit.sources(project.sources);
}

}  // namespace vermilion::rules
