#pragma once

#include "pipeline/report.hpp"
#include "rules/judge.hpp"
#include "rules/order_facts.hpp"

#include <concepts>

// Which member of a report's document is which value: written once, walked by what writes the
// document (report_json.cpp) and by what reads it back (stored_report.cpp). A visitor has
//
//   visit(name, value)                      always there; an optional value where it is known
//   visit.rounded(name, number, decimals)   with the digits the measurement is good for
//   visit.filled(name, value)               left out while it is empty
namespace vermilion::rules {

template <class T, class U>
concept Of = std::same_as<std::remove_const_t<T>, U>;

template <Of<pipeline::ImageFact> T>
void fields(auto& visit, T& image) {
  visit("format", image.format);
  visit("width", image.width);
  visit("height", image.height);
  visit.rounded("dpi", image.dpi, 0);
  visit("dpi_source", image.dpi_source);
  visit("rotation_deg", image.rotation_deg);
  visit.rounded("skew_deg", image.skew_deg, 2);
  visit("page_area", image.page_area);
}

template <Of<pipeline::Finding> T>
void fields(auto& visit, T& finding) {
  visit("code", finding.code);
  visit("level", finding.level);
  visit("check", finding.check);
  visit.filled("rule", finding.rule);
  visit("box", finding.box);
  visit.rounded("value", finding.value, 3);
  visit.rounded("threshold", finding.threshold, 3);
  visit.filled("words", finding.words);
}

template <Of<pipeline::Measurement> T>
void fields(auto& visit, T& measured) {
  visit("code", measured.code);
  visit("box", measured.box);
  visit.filled("values", measured.values);
  visit.filled("words", measured.words);
}

template <Of<pipeline::PageFact> T>
void fields(auto& visit, T& page) {
  visit.rounded("edge_spread_mm", page.edge_spread_mm, 3);
  visit.rounded("worst_edge_spread_mm", page.worst_edge_spread_mm, 3);
  visit.rounded("paper", page.paper, 0);
  visit.rounded("contrast", page.contrast, 0);
  visit.rounded("upscaling", page.upscaling, 2);
  visit.rounded("photo", page.photo, 2);
  visit("cropped", page.cropped);
}

template <Of<pipeline::SealFact> T>
void fields(auto& visit, T& seal) {
  visit("shape", seal.shape);
  visit("role", seal.role);
  visit("box", seal.box);
  visit.rounded("angle_deg", seal.angle_deg, 1);
  visit.rounded("diameter_mm", seal.diameter_mm, 1);
  visit.rounded("redness", seal.redness, 2);
  visit.rounded("clarity", seal.clarity, 2);
  visit.rounded("edge_spread_mm", seal.edge_spread_mm, 3);
  visit.rounded("strength", seal.strength, 2);
  visit.rounded("border", seal.border, 2);
  visit.rounded("smear", seal.smear, 2);
  visit.rounded("cleanliness", seal.cleanliness, 2);
  visit.rounded("background", seal.background, 2);
  visit.rounded("printed", seal.printed, 2);
  visit("covers", seal.covers);
  visit.filled("picture", seal.picture);
}

template <Of<pipeline::QrFact> T>
void fields(auto& visit, T& qr) {
  visit("text", qr.text);
  visit("box", qr.box);
  visit("read_by", qr.read_by);
}

template <Of<pipeline::CreditCodeFact> T>
void fields(auto& visit, T& code) {
  visit("value", code.value);
  visit("source", code.source);
  visit.rounded("confidence", code.confidence, 4);
  visit("box", code.box);
  visit("read_by", code.read_by);
  visit("alternatives", code.alternatives);
}

// Judging compares the two likelihoods, so they are kept unrounded as well.
template <Of<pipeline::ExpectedCodeFact> T>
void fields(auto& visit, T& code) {
  visit("value", code.value);
  visit("matches", code.matches);
  visit.rounded("likelihood", code.likelihood, 4);
  visit.rounded("likelihood_read", code.likelihood_read, 4);
  visit("box", code.box);
  visit("read_by", code.read_by);
  visit("likelihood_exact", code.likelihood);
  visit("likelihood_read_exact", code.likelihood_read);
}

template <Of<pipeline::DocumentKindFact> T>
void fields(auto& visit, T& document) {
  visit("kind", document.kind);
  visit("title", document.title);
  visit("box", document.box);
}

template <Of<pipeline::FormPlacement> T>
void fields(auto& visit, T& placement) {
  visit("page_from_mm", placement.page_from_mm);
  visit.rounded("residual_mm", placement.residual_mm, 3);
  visit.rounded("worst_mm", placement.worst_mm, 3);
  visit("marks", placement.marks);
  visit.rounded("scale", placement.scale, 4);
}

template <Of<pipeline::FormFact> T>
void fields(auto& visit, T& form) {
  visit("order", form.order);
  visit("project", form.project);
  visit("document", form.document);
  visit("generation", form.generation);
  visit("signature_ok", form.signature_ok);
  visit("facts_ok", form.facts_ok);
  visit("box", form.box);
  visit("placement", form.placement);
}

template <Of<pipeline::FieldFact> T>
void fields(auto& visit, T& field) {
  visit("value", field.value);
  visit("expected", field.expected);
  visit.rounded("score", field.score, 4);
  visit("box", field.box);
}

template <Of<pipeline::Facts> T>
void fields(auto& visit, T& facts) {
  visit("page", facts.page);
  visit("document", facts.document);
  visit("credit_code", facts.credit_code);
  visit("expected_code", facts.expected_code);
  visit("seals", facts.seals);
  visit("qr", facts.qr);
  visit("form", facts.form);
  visit.filled("fields", facts.fields);
}

template <Of<pipeline::Asked> T>
void fields(auto& visit, T& asked) {
  visit("max_bytes", asked.max_bytes);
  visit("expected_code", asked.expected_code);
}

template <Of<RuleSet> T>
void fields(auto& visit, T& rules) {
  visit("project", rules.project);
  visit("document", rules.document);
  visit("type", rules.type);
  visit("digest", rules.digest);
}

// But the agent's identity number: no report carries one.
template <Of<OrderFacts> T>
void fields(auto& visit, T& order) {
  visit("credit_code", order.credit_code);
  visit("organisation", order.organisation);
  visit("operation", order.operation);
  visit("variant", order.variant);
  visit("organisation_kind", order.organisation_kind);
  visit("province", order.province);
  visit("order_number", order.order_number);
  visit("legal_person", order.legal_person);
  visit("agent", order.agent);
  visit("jiangxi_head", order.jiangxi_head);
  visit("legal_person_verified", order.legal_person_verified);
  visit("main_key_exists", order.main_key_exists);
}

}  // namespace vermilion::rules
