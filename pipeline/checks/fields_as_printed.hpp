#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when each field of the form still shows what we printed into it.
// Fails where the print of a field, at its least like character, is less like what we printed than
// likeness_min; TPL_ALTERED. Fields that run over several rows are not looked at.
// Known misses: a character so much like another that no pixel tells, 已 for 巳.
// Why: the code says for whom a form was printed; who changes the print keeps the code.
extern const Check kFieldsAsPrinted;

}  // namespace vermilion::pipeline::checks
