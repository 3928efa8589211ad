#include "pipeline/readers/tesseract_reader.hpp"

#include <fmt/format.h>
#include <omp.h>
#include <tesseract/baseapi.h>

#include <utility>

namespace vermilion::pipeline::readers {
namespace {

const char* code_of(TesseractReader::Language language) {
  return language == TesseractReader::Language::English ? "eng" : "chi_sim";
}

tesseract::PageSegMode mode_of(TesseractReader::Layout layout) {
  return layout == TesseractReader::Layout::Line ? tesseract::PSM_SINGLE_LINE
                                                 : tesseract::PSM_SPARSE_TEXT;
}

// What the engine is told when the true resolution does not matter, as for a line cut to size.
constexpr int kDpi = 200;

}  // namespace

struct TesseractReader::Engine {
  tesseract::TessBaseAPI api;
};

TesseractReader::TesseractReader(Language language) : language_(language) {}
TesseractReader::~TesseractReader() = default;
TesseractReader::TesseractReader(TesseractReader&&) noexcept = default;
TesseractReader& TesseractReader::operator=(TesseractReader&&) noexcept = default;

Result<void> TesseractReader::load() {
  if (engine_) return {};
  auto engine = std::make_unique<Engine>();
  if (engine->api.Init(nullptr, code_of(language_), tesseract::OEM_LSTM_ONLY) != 0) {
    return tl::make_unexpected(
        Error{ErrorKind::ReaderFailed,
              fmt::format("Tesseract has no data for \"{}\"; install tesseract-ocr-{}",
                          code_of(language_), language_ == Language::English ? "eng" : "chi-sim")});
  }
  engine->api.SetVariable("debug_file", "/dev/null");
  engine_ = std::move(engine);
  return {};
}

Result<std::string> TesseractReader::read(const cv::Mat& grey, Layout layout) {
  // Its own threads triple the CPU and gain nothing: scans are already read side by side. It asks
  // for four by name, which a number of threads set here would not stop.
  omp_set_max_active_levels(0);
  if (const auto loaded = load(); !loaded) return tl::make_unexpected(loaded.error());
  engine_->api.SetPageSegMode(mode_of(layout));
  engine_->api.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
  engine_->api.SetSourceResolution(kDpi);
  const std::unique_ptr<char[]> text(engine_->api.GetUTF8Text());
  engine_->api.Clear();
  return std::string(text ? text.get() : "");
}

}  // namespace vermilion::pipeline::readers
