#include "service/overlay/overlay.hpp"

#include "service/output/plain_text.hpp"
#include "service/overlay/canvas.hpp"
#include "service/overlay/ground.hpp"
#include "service/overlay/marks.hpp"
#include "service/overlay/masthead.hpp"
#include "service/overlay/palette.hpp"
#include "service/overlay/scene.hpp"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace vermilion::service::overlay {
namespace {

using rules::Language;

// What fits a screen; A4 at 170 dpi, where an applicant still reads the small print.
constexpr double kLongSideMax = 2000;

// Below this a label of readable size would hide a tenth of the page.
constexpr double kLongSideMin = 1200;

// Room for the verdict, a file name and a sentence, however narrow the page.
constexpr double kWidthMin = 720;

double scale_for(const cv::Mat& page) {
  const double side = std::max(page.cols, page.rows);
  return std::clamp(side, kLongSideMin, kLongSideMax) / side;
}

cv::Mat resized(const cv::Mat& page, double scale) {
  cv::Mat picture;
  cv::resize(page, picture, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
  return picture;
}

// Sixty Han characters to a line, within what the eye wants.
double type_for(double width_px) {
  return std::clamp(width_px / 60, 17.0, 26.0);
}

std::string size_of(const pipeline::Report& report) {
  if (!report.image) return {};
  const auto& image = *report.image;
  std::string text = fmt::format("{}×{}", image.width, image.height);
  if (image.dpi) text += fmt::format(" · {:.0f} dpi", *image.dpi);
  return text;
}

Masthead::Words words_of(const batch::Reviewed& reviewed, Language language) {
  const auto name = std::filesystem::path(reviewed.report.file).filename().string();
  return {.verdict = reviewed.judgement.verdict,
          .language = language,
          .file = output::plain_text(name),
          .size = size_of(reviewed.report),
          .rest = language == Language::Chinese ? "其余见报告。" : "The report has the rest."};
}

cv::Mat draw_without_page(const batch::Reviewed& reviewed, Language language) {
  const auto items = items_of(reviewed.judgement, language);
  const Masthead masthead(words_of(reviewed, language), items, kWidthMin, type_for(kWidthMin));
  Canvas canvas({static_cast<int>(kWidthMin), static_cast<int>(std::ceil(masthead.height()))},
                kDesk);
  masthead.draw(canvas);
  return canvas.pixels();
}

}  // namespace

cv::Mat draw(const batch::Reviewed& reviewed, const cv::Mat& page, Language language) {
  if (page.empty()) return draw_without_page(reviewed, language);
  const double scale = scale_for(page);
  const cv::Mat picture = resized(page, scale);
  const double type_px = type_for(std::max<double>(kWidthMin, picture.cols));
  const int margin = static_cast<int>(2.4 * type_px);  // room for a label beside the page
  const int width = std::max(static_cast<int>(kWidthMin), picture.cols) + 2 * margin;

  const auto items = items_of(reviewed.judgement, language);
  const Masthead masthead(words_of(reviewed, language), items, width, type_px);
  const int top = static_cast<int>(std::ceil(masthead.height()));
  const cv::Point corner((width - picture.cols) / 2, top + margin);
  const Rect below_masthead(0, top, width, picture.rows + 2 * margin);

  Canvas canvas({width, top + picture.rows + 2 * margin}, kDesk);
  masthead.draw(canvas);
  canvas.put(picture, corner);
  const PageView view{.page = page.size(), .scale = scale, .corner = corner};
  const Scene scene(marks_of(items, view), facts_of(reviewed.report.facts, view, language),
                    outset(below_masthead, -0.35 * type_px), type_px);
  scene.draw(canvas, Ground(picture, corner));
  return canvas.pixels();
}

}  // namespace vermilion::service::overlay
