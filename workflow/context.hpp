#pragma once

#include "workflow/main_key.hpp"
#include "workflow/order.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/table.hpp"

#include <optional>
#include <variant>

namespace vermilion::workflow {

// What a decision needs to know besides the order. Read in the same transaction as the order, so
// that two orders cannot both find the main key free.
struct Facts {
  const ProjectTerms& terms;  // those the order goes by (`terms_digest`); the current ones to begin
  MainKey main_key;           // of the organisation in this project
  // Begin: the certificate chosen as the registry has it; unset when it is not this organisation's,
  // is revoked or does not exist.
  std::optional<Certificate> chosen = {};
};

// What the guards of the order's table look at.
struct Context {
  const Order& order;
  const Body& body;
  const Actor& by;
  const Facts& facts;
  Instant now;

  template <class T>
  const T& said() const {
    return std::get<T>(body);
  }

  // Of the order, or of the one about to begin.
  Operation operation() const { return begins() ? said<Begin>().operation : order.operation; }
  const std::string& variant_id() const { return begins() ? said<Begin>().variant : order.variant; }
  const VariantTerms* variant() const {
    return find_variant(facts.terms, operation(), variant_id());
  }
  // A new main key, of which there may be one.
  bool wants_main_key() const {
    const VariantTerms* wanted = variant();
    return facts.terms.one_main_key && operation() == Operation::New && wanted != nullptr &&
           wanted->main_key;
  }

 private:
  bool begins() const { return std::holds_alternative<Begin>(body); }
};

using OrderGuard = Guard<Context>;

}  // namespace vermilion::workflow
