#include "service/effects/authority.hpp"

#include "workflow/guards/handling.hpp"

#include <utility>

namespace vermilion::service::effects {
namespace {

using certificates::Fault;
using certificates::Instant;

constexpr int kYears = 1;  // of a certificate that neither replaces nor renews one

// What the register or a file did not take may be taken later; the same request makes no second
// certificate.
Failure failure_of(const certificates::Failure& failure) {
  const bool later = failure.fault == Fault::Unavailable;
  return {later ? Failure::Kind::Later : Failure::Kind::Never, failure.what};
}

// From when the making began, so that every try asks for the same: the authority would take another
// end for another request.
Instant end_of(const workflow::Order& order) {
  const bool renews = order.operation == workflow::Operation::Renew;
  if (renews)
    return workflow::guards::renewed_until(order.chosen->valid_until, order.years,
                                           order.stage_since);
  if (order.chosen && order.chosen->valid_until > order.stage_since)
    return order.chosen->valid_until;
  return workflow::guards::renewed_until(order.stage_since, kYears, order.stage_since);
}

}  // namespace

Outcome<workflow::Certificate> AuthorityMaker::issue(const std::string& key,
                                                     const workflow::Order& order) {
  const bool renews = order.operation == workflow::Operation::Renew;
  if (renews && !order.chosen) return failed(Failure::Kind::Never, "nothing to renew is chosen");
  const Instant now = stamps_().now;
  const Instant until = end_of(order);
  auto made = [&]() -> Outcome<certificates::Issued> {
    if (renews) {
      auto renewed =
          authority_.renew({key, order.chosen->serial, order.chosen->key_id, until}, now);
      if (!renewed) return tl::unexpected(failure_of(renewed.error()));
      return *std::move(renewed);
    }
    const auto public_key = key_of_(order);
    if (!public_key) return tl::unexpected(public_key.error());
    auto issued = authority_.issue(
        {key, {order.organisation_name, order.organisation}, *public_key, until}, now);
    if (!issued) return tl::unexpected(failure_of(issued.error()));
    return *std::move(issued);
  }();
  if (!made) return tl::unexpected(made.error());
  const auto facts = certificates::read_certificate(made->pem);
  if (!facts) return tl::unexpected(failure_of(facts.error()));
  const bool main_key = order.chosen ? order.chosen->main_key : order.reserves_main_key;
  return workflow::Certificate{made->serial, facts->key_id, facts->validity.until, main_key};
}

Outcome<void> AuthorityMaker::revoke(const std::string& serial) {
  auto revoked = authority_.revoke(serial, certificates::Reason::Superseded, stamps_().now);
  if (!revoked) return tl::unexpected(failure_of(revoked.error()));
  return {};
}

}  // namespace vermilion::service::effects
