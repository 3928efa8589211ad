#pragma once

#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/page/turn.hpp"

// The trained classifiers of models/, read once a process.
namespace vermilion::tests {

const pipeline::page::TurnNet& turn_net();
const pipeline::credit_code::GlyphNet& glyph_net();

}  // namespace vermilion::tests
