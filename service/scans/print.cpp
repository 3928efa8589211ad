#include "service/scans/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace vermilion::service::scans {

using pipeline::Finding;
using rules::forms::FactsDigest;
using rules::forms::Imprint;
using store::database::Transaction;
using workflow::Order;

std::optional<Imprint> imprint_on(const pipeline::Report& report,
                                  std::span<const rules::forms::Key> keys) {
  if (!report.facts.qr) return std::nullopt;
  for (const pipeline::QrFact& code : *report.facts.qr) {
    auto imprint = rules::forms::verify(code.text, keys);
    if (imprint) return *std::move(imprint);
  }
  return std::nullopt;
}

// What was filled in again as before is the same print of another generation: the last counts.
Print print_of(Transaction& transaction, const Imprint& imprint) {
  const auto row = transaction.row<std::int64_t>(
      "SELECT generation FROM forms WHERE order_id = $1 AND facts = $2 "
      "ORDER BY generation DESC LIMIT 1",
      {imprint.order, text_of(imprint.facts)});
  Print print{imprint.order, std::nullopt};
  if (row) print.generation = static_cast<unsigned>(std::get<0>(*row));
  return print;
}

workflow::TemplateMark mark_of(const Print& print, const Order& order) {
  return {print.order, print.generation.value_or(order.generation)};
}

std::optional<Finding> outdated(const Print& print, const Order& order) {
  if (print.order != order.id || print.generation == order.generation) return std::nullopt;
  Finding finding = pipeline::finding(pipeline::FindingCode::TplAltered);
  finding.check = "form_code";
  if (!print.generation) finding.level = pipeline::Level::Warn;
  return finding;
}

std::string text_of(const FactsDigest& digest) {
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

void note_print(Transaction& transaction, const std::string& order, const std::string& form,
                const FactsDigest& digest, unsigned generation, const std::string& form_sha256) {
  transaction.run(
      "INSERT INTO forms (order_id, form, facts, generation, form_sha256, made_at_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (order_id, form, facts) "
      "DO UPDATE SET generation = EXCLUDED.generation",
      {order, form, text_of(digest), static_cast<std::int64_t>(generation), form_sha256,
       transaction.now_ms()});
}

std::optional<KeptPrint> find_print(Transaction& transaction, const std::string& order,
                                    const std::string& form, const FactsDigest& digest) {
  auto row = transaction.row<std::string, std::int64_t>(
      "SELECT form_sha256, generation FROM forms WHERE order_id = $1 AND form = $2 AND facts = $3",
      {order, form, text_of(digest)});
  if (!row) return std::nullopt;
  auto& [sha256, generation] = *row;
  return KeptPrint{std::move(sha256), static_cast<unsigned>(generation)};
}

}  // namespace vermilion::service::scans
