#pragma once

#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/credit_code/trained_reader.hpp"
#include "pipeline/error.hpp"
#include "pipeline/page/turn.hpp"
#include "pipeline/readers/tesseract_reader.hpp"
#include "pipeline/readers/zbar_reader.hpp"

#include <filesystem>

namespace vermilion::pipeline {

// What a page is read with; outlives it. Not to be shared between threads.
struct Tools {
  page::TurnNet turn;
  credit_code::GlyphNet glyphs;
  credit_code::TrainedReader codes;
  readers::ZbarReader zbar;
  readers::TesseractReader english{readers::TesseractReader::Language::English};
  readers::TesseractReader chinese{readers::TesseractReader::Language::Chinese};
};

// With the models in this folder.
[[nodiscard]] Result<Tools> tools_in(const std::filesystem::path& folder);

}  // namespace vermilion::pipeline
