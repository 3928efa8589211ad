#pragma once

#include "pipeline/error.hpp"

#include <opencv2/core/mat.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vermilion::pipeline::readers {

// A character as it was read, and where in the picture.
struct Symbol {
  std::string text;  // UTF-8
  cv::Rect box;
};

// Text of a picture, by Tesseract's LSTM engine. Slow to begin (50 ms for English, 70 ms for
// Chinese) and 45 to 60 MB large, so it begins only when first asked. Not to be shared.
class TesseractReader {
 public:
  enum class Language { English, Chinese };
  enum class Layout { Line, Sparse };  // one line of text; text here and there

  explicit TesseractReader(Language language);
  ~TesseractReader();
  TesseractReader(TesseractReader&&) noexcept;
  TesseractReader& operator=(TesseractReader&&) noexcept;

  // Begins now. Fails when the language's data is not installed.
  [[nodiscard]] Result<void> load();

  // UTF-8, lines separated by line feeds. `grey` is 8 bit, dark on light; characters of 20 to 40
  // pixels read best. Fails when the language's data is not installed.
  [[nodiscard]] Result<std::string> read(const cv::Mat& grey, Layout layout);

  // The same, character by character, in the order of the text.
  [[nodiscard]] Result<std::vector<Symbol>> symbols(const cv::Mat& grey, Layout layout);

 private:
  struct Engine;
  [[nodiscard]] Result<Engine*> begun(const cv::Mat& grey, Layout layout);
  Language language_;
  std::unique_ptr<Engine> engine_;
};

}  // namespace vermilion::pipeline::readers
