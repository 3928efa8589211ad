#pragma once

#include "pipeline/finding.hpp"
#include "rules/judge.hpp"
#include "service/overlay/pen.hpp"

// Colours of the overlay. Seals are red and licences gold, so nothing of ours is: magenta, orange
// and blue stay apart from them and, by brightness, from each other for colour-blind eyes. Lines
// differ too (palette.cpp), so that colour never speaks alone.
namespace vermilion::service::overlay {

inline constexpr Colour kPaper{1, 1, 1};
inline constexpr Colour kDesk{0.93, 0.94, 0.95};  // around the page
inline constexpr Colour kInk{0.12, 0.13, 0.15};
inline constexpr Colour kFaintInk{0.40, 0.42, 0.45};
inline constexpr Colour kFact{0.02, 0.47, 0.25};
inline constexpr Colour kHalo{1, 1, 1, 0.85};

[[nodiscard]] Colour colour_of(pipeline::Level level);
[[nodiscard]] Colour colour_of(rules::Verdict verdict);

// Solid for what blocks, long dashes for what warns, dots for what only informs.
[[nodiscard]] Pen pen_of(pipeline::Level level, double width);

}  // namespace vermilion::service::overlay
