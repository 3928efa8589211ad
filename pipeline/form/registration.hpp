#pragma once

#include "pipeline/form/template.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/qr/ladder.hpp"

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// Where on the page each millimetre of a printed form lies.
namespace vermilion::pipeline::form {

// Why a form is not placed, in the order of looking.
enum class Unplaced : std::uint8_t {
  NoTemplate,  // the plan does not say what form to look for
  NoCode,      // no code of a form of ours, and no marks either
  OtherForm,   // a code of ours, but what is printed around it is another form
  Unsure,      // too little of what is printed could be found
};
std::string_view name(Unplaced reason);

struct Residual {
  double rms_mm = 0;    // of what was measured on the printed lines, the marks and the code
  double worst_mm = 0;  // of a whole line, mark or corner: what a box in the wrong place may be off
};

struct Placement {
  cv::Matx33d page_from_mm;  // sheet, from its upper left corner -> pixels of the upright page; the
                             // middle of the first pixel is (0, 0)
  Residual residual;
  std::array<bool, 4> marks{};  // seen: left to right, then down
  bool code = false;            // the form's own code was read
  int strokes = 0;              // of the template's lines, how many were found
  double px_per_mm = 0;         // in the middle of the sheet
};

struct Registration {
  std::optional<Placement> placement;
  Unplaced reason = Unplaced::NoTemplate;  // where there is none
};

// The code gives a first guess, the marks near where it expects them a better one, the printed
// lines the place. Without a code the marks alone begin, on the page as it is upright.
[[nodiscard]] Registration registration_of(const Template& form, const page::Pyramid& pyramid,
                                           std::span<const qr::Reading> symbols);

[[nodiscard]] cv::Point2d on_page(const Placement& placement, cv::Point2d mm);

// Box around the image of a box of the sheet, cut to nothing.
[[nodiscard]] cv::Rect box_on_page(const Placement& placement, const BoxMm& box);

// The box of the sheet as if it lay flat: upright, `px_per_mm` pixels each millimetre.
[[nodiscard]] cv::Mat straightened(const cv::Mat& picture, const Placement& placement,
                                   const BoxMm& box, double px_per_mm, double picture_scale = 1);

}  // namespace vermilion::pipeline::form
