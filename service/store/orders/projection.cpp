#include "service/store/orders/projection.hpp"

#include "service/store/record/names.hpp"
#include "workflow/status.hpp"
#include "workflow/waiting.hpp"

#include <array>

namespace vermilion::service::store::orders {
namespace {

namespace org = workflow::organisation;
using database::Value;

Value text(std::string_view value) {
  return std::string(value);
}
Value number(std::int64_t value) {
  return value;
}
Value at(workflow::Instant instant) {
  return std::int64_t{instant.time_since_epoch().count()};
}

std::string_view name_of(workflow::MainKey::State state) {
  constexpr std::array<std::string_view, 3> kNames{"free", "reserved", "issued"};
  return kNames[static_cast<std::size_t>(state)];
}

Columns line_of(const workflow::Order& order, const workflow::ProjectTerms& terms,
                const workflow::WorkingDays& calendar, std::int64_t changed_at_s) {
  const workflow::Instant then{std::chrono::seconds(changed_at_s)};
  const workflow::Waiting waiting = workflow::waiting_for(order, terms, calendar, then);
  return {text(order.organisation),
          text(order.project),
          text(workflow::name_of(order.operation)),
          text(order.variant),
          text(workflow::name_of(order.stage)),
          text(record::stored_name(workflow::status_of(order))),
          text(record::stored_name(workflow::payment_status_of(order))),
          text(workflow::name_of(waiting.what)),
          waiting.turn ? text(workflow::name_of(*waiting.turn)) : Value{},
          at(waiting.since),
          waiting.until ? at(*waiting.until) : Value{},
          at(order.begun_at),
          number(changed_at_s),
          number(static_cast<std::int64_t>(order.version)),
          text(order.terms_digest)};
}

void add_money(const workflow::Order& order, Rows& rows) {
  for (const workflow::Attempt& attempt : order.attempts) {
    rows[{"attempts", {attempt.id}}] = {text(order.id),
                                        text(workflow::name_of(attempt.channel)),
                                        text(record::stored_name(attempt.state)),
                                        number(attempt.amount.amount),
                                        number(attempt.paid.amount),
                                        text(attempt.transaction),
                                        at(attempt.opened_at)};
  }
  for (const workflow::Refund& refund : order.refunds) {
    rows[{"refunds", {refund.id}}] = {text(order.id), text(refund.attempt),
                                      text(record::stored_name(refund.state)),
                                      number(refund.amount.amount), at(refund.since)};
  }
}

void add_certificates(const workflow::Order& order, Rows& rows) {
  if (order.made) {
    rows[{"certificates", {order.made->serial, order.id}}] = {
        text(order.made->key_id),    text(order.organisation),
        text(order.project),         number(order.made->main_key),
        at(order.made->valid_until), number(order.operation == workflow::Operation::Renew)};
  }
  if (order.chosen_revoked && order.chosen) {
    rows[{"revocations", {order.chosen->serial}}] = {text(order.id)};
  }
}

}  // namespace

Rows rows_of(const workflow::Order& order, const workflow::ProjectTerms& terms,
             const workflow::WorkingDays& calendar, std::int64_t changed_at_s) {
  Rows rows;
  if (order.version == 0) return rows;
  rows[{"orders", {order.id}}] = line_of(order, terms, calendar, changed_at_s);
  add_money(order, rows);
  add_certificates(order, rows);
  return rows;
}

Rows rows_of(const org::Organisation& organisation) {
  Rows rows;
  if (organisation.version == 0) return rows;
  rows[{"organisations", {organisation.credit_code}}] = {
      text(org::kStateNames[static_cast<std::size_t>(organisation.state)]), text(organisation.name),
      at(organisation.registered_at), number(static_cast<std::int64_t>(organisation.version))};
  for (const auto& [project, key] : organisation.main_keys) {
    rows[{"main_keys", {organisation.credit_code, project}}] = {
        text(name_of(key.state)), text(key.order), text(key.serial), at(key.valid_until)};
  }
  return rows;
}

}  // namespace vermilion::service::store::orders
