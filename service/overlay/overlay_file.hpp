#pragma once

#include "rules/language.hpp"
#include "service/batch/review.hpp"

#include <cstddef>

namespace vermilion::service::overlay {

// Draws overlays to the places the inputs have for them, for scans of at most `max_bytes`.
[[nodiscard]] batch::DrawOverlay overlay_files(std::size_t max_bytes, rules::Language language);

}  // namespace vermilion::service::overlay
