#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/readers/tesseract_reader.hpp"
#include "pipeline/seal/outline.hpp"

#include <string>

// The name around a round seal.
namespace vermilion::pipeline::seal {

// How far what reads around the seal bears out this name: 1 character by character, 0 nothing of
// it. The reader loses a quarter of the characters of a right one, and finds half of those of a
// name of the same trade. Some 30 ms a look, three at most.
[[nodiscard]] double name_likeness(const page::Pyramid& pyramid, const Outline& outline,
                                   const std::string& name, readers::TesseractReader& chinese);

}  // namespace vermilion::pipeline::seal
