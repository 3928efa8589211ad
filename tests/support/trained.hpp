#pragma once

#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/credit_code/trained_reader.hpp"
#include "pipeline/page/turn.hpp"

// The models of models/, read once a process.
namespace vermilion::tests {

const pipeline::page::TurnNet& turn_net();
const pipeline::credit_code::GlyphNet& glyph_net();

// For one thread.
pipeline::credit_code::Localiser& localiser();
pipeline::credit_code::LineNet& line_net();
pipeline::credit_code::TrainedReader& trained_reader();

}  // namespace vermilion::tests
