#pragma once

#include "pipeline/form/template.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/qr/ladder.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// Where on the page each millimetre of a printed form lies.
namespace vermilion::pipeline::form {

// Why a form is not placed.
enum class Unplaced : std::uint8_t {
  NoTemplate,  // the plan does not say what form to look for
  NoCode,      // neither a code of a form of ours nor its marks
  OtherForm,   // a sheet of ours, but what is printed on it is not this form
};
std::string_view name(Unplaced reason);

// How far what was measured lies from where the placement puts it.
struct Residual {
  double rms_mm = 0;
  double worst_mm = 0;  // of a whole line or mark

  friend bool operator==(const Residual&, const Residual&) = default;
};

struct Placement {
  cv::Matx33d page_from_mm;  // sheet, from its upper left corner -> pixels of the upright page; the
                             // middle of the first pixel is (0, 0)
  Residual residual;
  std::array<bool, 4> marks{};  // seen: left to right, then down
  bool code = false;            // the form's own code was read
  int lines = 0;                // of the template's lines, how many were found ...
  int lines_expected = 0;       // ... and how many there are
  double px_per_mm = 0;         // in the middle of the sheet
};

struct Registration {
  std::optional<Placement> placement;
  Unplaced reason = Unplaced::NoTemplate;  // where there is none
  int marks = 0;                           // seen, placed or not
};

// The code gives a first guess, the marks near where it expects them a better one, the printed
// lines the place. Without a code the marks alone begin, on a page that shows the sheet and little
// else.
[[nodiscard]] Registration registration_of(const Template& form, const page::Pyramid& pyramid,
                                           const page::Light& light,
                                           std::span<const qr::Reading> symbols);

[[nodiscard]] cv::Point2d on_page(const Placement& placement, cv::Point2d mm);

// The box around the image of a box of the sheet; it may reach beyond the page.
[[nodiscard]] cv::Rect box_on_page(const Placement& placement, const BoxMm& box);

// A box of the sheet as if it lay flat: upright, `px_per_mm` pixels each millimetre. `picture` is
// the page at 1 / `picture_scale` of its size.
[[nodiscard]] cv::Mat straightened(const cv::Mat& picture, const Placement& placement,
                                   const BoxMm& box, double px_per_mm, double picture_scale = 1);

}  // namespace vermilion::pipeline::form
