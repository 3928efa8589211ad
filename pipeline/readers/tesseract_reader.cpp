#include "pipeline/readers/tesseract_reader.hpp"

#include <fmt/format.h>
#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

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

std::vector<Symbol> symbols_from(tesseract::ResultIterator& at) {
  std::vector<Symbol> symbols;
  do {
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_SYMBOL));
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (!text || !at.BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom)) continue;
    symbols.push_back({text.get(), cv::Rect(left, top, right - left, bottom - top)});
  } while (at.Next(tesseract::RIL_SYMBOL));
  return symbols;
}

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

Result<TesseractReader::Engine*> TesseractReader::begun(const cv::Mat& grey, Layout layout) {
  // Its own threads triple the CPU and gain nothing: scans are already read side by side. It asks
  // for four by name, which a number of threads set here would not stop.
  omp_set_max_active_levels(0);
  if (const auto loaded = load(); !loaded) return tl::make_unexpected(loaded.error());
  engine_->api.SetPageSegMode(mode_of(layout));
  engine_->api.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
  engine_->api.SetSourceResolution(kDpi);
  return engine_.get();
}

Result<std::string> TesseractReader::read(const cv::Mat& grey, Layout layout) {
  return begun(grey, layout).map([](Engine* engine) {
    const std::unique_ptr<char[]> text(engine->api.GetUTF8Text());
    engine->api.Clear();
    return std::string(text ? text.get() : "");
  });
}

Result<std::vector<Symbol>> TesseractReader::symbols(const cv::Mat& grey, Layout layout) {
  return begun(grey, layout).map([](Engine* engine) {
    std::vector<Symbol> symbols;
    if (engine->api.Recognize(nullptr) == 0) {
      const std::unique_ptr<tesseract::ResultIterator> at(engine->api.GetIterator());
      if (at) symbols = symbols_from(*at);
    }
    engine->api.Clear();
    return symbols;
  });
}

}  // namespace vermilion::pipeline::readers
