#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the licence names no last day that is over.
// Fails when it does; LICENCE_EXPIRED, for a person to look.
// Known misses: licences whose term is not read.
// Why: only an organisation whose certificate is in force may apply.
extern const Check kLicenceInForce;

}  // namespace vermilion::pipeline::checks
