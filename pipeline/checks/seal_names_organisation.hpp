#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the name around the company's seal is that of the organisation the order is for.
// Fails when less than likeness_min of its characters read there; SEAL_NAME_MISMATCH, for a person
// to look. It did not look where no name is expected.
// Known misses: organisations of one place and trade, whose names share most characters.
// Why: the seal of another organisation authorises nobody.
extern const Check kSealNamesOrganisation;

}  // namespace vermilion::pipeline::checks
