#pragma once

#include "pipeline/form/registration.hpp"
#include "pipeline/form/template.hpp"
#include "pipeline/page/pyramid.hpp"

// Print held against the scan of it, without reading a character.
namespace vermilion::pipeline::form {

// How much of what stands there is the facsimile, where it is least: 1 the very print, 0 nothing of
// it. Seen a character at a time, so that one other character, one missing or one added is as much
// as another text. In red light: a seal over the print takes nothing away.
[[nodiscard]] double likeness(const Facsimile& facsimile, const Placement& placement,
                              const page::Pyramid& pyramid);

// From here on it is the same print. Of 370 fields of drawn scans those with another character or
// text came up to 0.37, the others down to 0.75.
inline constexpr double kSamePrint = 0.55;

}  // namespace vermilion::pipeline::form
