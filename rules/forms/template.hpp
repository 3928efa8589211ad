#pragma once

#include "pipeline/form/template.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

// A form as the pipeline is told to look for it.
namespace vermilion::rules::forms {

// As it was printed for this order, as far as that is known; `type` has a form.
[[nodiscard]] pipeline::form::Template template_of(const Project& project, const DocumentType& type,
                                                   const OrderFacts& order);

}  // namespace vermilion::rules::forms
