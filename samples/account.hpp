#pragma once

#include "samples/capture/shot.hpp"
#include "samples/encode/encoded.hpp"
#include "samples/handed_in.hpp"
#include "samples/truth.hpp"

namespace vermilion::samples {

// The truth about a sample: what was handed in, where the shot shows it, what the file kept of it.
[[nodiscard]] Truth account_of(const HandedIn& sheet, const capture::Shot& shot,
                               const encode::Encoded& file, const Recipe& recipe);

}  // namespace vermilion::samples
