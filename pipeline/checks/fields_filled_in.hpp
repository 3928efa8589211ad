#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when everything that is to be written into the form by hand was.
// Fails when one of the blanks of a field holds less ink than ink_min_mm2; TPL_BLANK_FIELD.
// Known misses: a dash, a blank struck through.
// Why: 完整填写信息; a letter without an end is no authorisation.
extern const Check kFieldsFilledIn;

}  // namespace vermilion::pipeline::checks
