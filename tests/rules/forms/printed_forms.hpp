#pragma once

#include "pipeline/form/template.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"
#include "samples/form.hpp"

#include <cstdint>
#include <string>
#include <vector>

// Forms of the shipped projects, printed for tests::an_order_for() and on their way back.
namespace vermilion::tests {

struct PrintedForm {
  rules::Project project;
  std::string slot;
  rules::DocumentType type;
  rules::OrderFacts order;
  pipeline::form::Template form;
  samples::PrintedSheet sheet;
  samples::Signers signers;
};

// At 150 dpi, so that tests are quick. `document` is the id of a type the project has a slot for.
PrintedForm printed_form(const std::string& project, const std::string& document);

// With a code of this text instead of the order's.
PrintedForm printed_form(const std::string& project, const std::string& document,
                         const std::string& payload);

samples::FormSample handed_in(const PrintedForm& form, const samples::FormRecipe& recipe);

// How far a placement puts points of the sheet from where they are, at the worst: millimetres,
// over the sheet without its outermost centimetre.
double error_mm(const samples::FormSample& sample, const std::array<double, 9>& page_from_mm);

}  // namespace vermilion::tests
