#pragma once

#include "rules/stored_report.hpp"

#include <cstdint>

namespace vermilion::tests {

// A report with a judgement that any program could have written, every member there or not by
// chance, rounded numbers with the digits they are written with.
rules::StoredReport random_report(std::uint64_t seed);

}  // namespace vermilion::tests
