#pragma once

#include "rules/forms/form_facts.hpp"
#include "rules/forms/layout.hpp"

namespace vermilion::service::scans {

// What the form prints and nobody has told us is left open, to be written in by hand: an empty
// cell, a line within a text. The same form and facts leave the same open.
void leave_open(const rules::forms::Form& form, rules::forms::FormFacts& facts);

}  // namespace vermilion::service::scans
