#pragma once

#include "rules/forms/fill.hpp"
#include "rules/forms/signature.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

#include <string>

namespace vermilion::tests {

// An order that says all there is to print, of an organisation and people that do not exist.
rules::OrderFacts an_order();

// For the first operation and variant of the project.
rules::OrderFacts an_order_for(const rules::Project& project);

rules::forms::Key a_key(std::uint8_t id = 1, char seed = 'k');

// The form as it comes to the printer, or a failure of the test.
rules::forms::FilledForm filled(const rules::Project& project, const rules::DocumentType& type,
                                const rules::OrderFacts& order);

// What the code on it says, signed with a_key().
std::string payload_of(const rules::Project& project, const rules::DocumentType& type,
                       const rules::forms::FilledForm& form);

}  // namespace vermilion::tests
