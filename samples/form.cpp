#include "samples/form.hpp"

#include "samples/capture/capture.hpp"
#include "samples/capture/copier.hpp"
#include "samples/encode/encode.hpp"
#include "samples/fill_in.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace vermilion::samples {
namespace {

namespace printed = pipeline::form;

constexpr double kMmPerInch = 25.4;

// Toner on paper: not quite black, its edges a little soft.
Picture printed_on_paper(const PrintedSheet& print, Random& random) {
  const Mask grey(print.height, print.width, const_cast<std::uint8_t*>(print.grey.data()));
  Mask inked;
  const double toner = random.uniform(14, 34);
  grey.convertTo(inked, -1, (255 - toner) / 255, toner);
  cv::GaussianBlur(inked, inked, {}, 0.03 * print.dpi / kMmPerInch);
  Picture page;
  cv::cvtColor(inked, page, cv::COLOR_GRAY2RGB);
  return page;
}

// How the print lies on the paper: a printer is a little off, and "fit to page" makes it smaller.
struct Printer {
  double scale = 1;
  cv::Point2d shift;  // mm

  [[nodiscard]] capture::Transform in_mm() const {
    return capture::shifted_by(shift.x, shift.y) * capture::scaled_by(scale);
  }
};

Printer printer_of(const printed::Template& form, const FormRecipe& recipe, Random& random) {
  const auto planted = [&](FormFault fault) {
    return std::ranges::find(recipe.faults, fault) != recipe.faults.end();
  };
  Printer printer{.scale = random.uniform(0.998, 1.002)};
  if (planted(FormFault::Reduced)) printer.scale = random.uniform(0.93, 0.97);
  if (planted(FormFault::Enlarged)) printer.scale = random.uniform(1.03, 1.04);
  // About the middle of the sheet, a millimetre off.
  printer.shift = {form.width_mm / 2 * (1 - printer.scale) + random.normal(),
                   form.height_mm / 2 * (1 - printer.scale) + random.normal()};
  return printer;
}

// The form where the printer put it: people stamp at full size, however small it came out.
printed::Template moved(printed::Template form, const Printer& printer) {
  const auto move = [&](printed::BoxMm& box) {
    box = {box.x * printer.scale + printer.shift.x, box.y * printer.scale + printer.shift.y,
           box.w * printer.scale, box.h * printer.scale};
  };
  move(form.code);
  for (printed::Field& field : form.fields) {
    move(field.box);
    move(field.value);
  }
  for (printed::Stamp& stamp : form.stamps) {
    move(stamp.box);
    move(stamp.room);
  }
  for (printed::Tick& tick : form.ticks) move(tick.square);
  return form;
}

Recipe recipe_of(const FormRecipe& recipe, double dpi) {
  return {.document = DocumentKind::ApplicationForm,
          .dpi = static_cast<int>(std::lround(dpi)),
          .seed = recipe.seed,
          .defects = recipe.defects};
}

}  // namespace

bool can_have(Defect defect) {
  const DefectDescription& row = describe(defect);
  if (row.family == Family::SealPlace || row.needs == Needs::CreditCode ||
      row.needs == Needs::Card) {
    return false;
  }
  return defect != Defect::SealUnderWatermark && defect != Defect::RedStrip &&
         defect != Defect::RedHeadline;
}

FormSample hand_in(const PrintedSheet& print, const printed::Template& form, const Signers& signers,
                   const FormRecipe& recipe) {
  const Random random(recipe.seed);
  const Recipe capturing = recipe_of(recipe, print.dpi);
  Random toner = random.child("printer");
  capture::Shot sheet = capture::sheet(printed_on_paper(print, toner), print.dpi);
  const Printer printer = printer_of(form, recipe, toner);
  const double px = print.dpi / kMmPerInch;
  sheet =
      capture::warped(sheet, capture::scaled_by(px) * printer.in_mm() * capture::scaled_by(1 / px),
                      sheet.picture.size(), {255, 255, 255});
  const std::string written_day = fill_in(sheet.picture, print.dpi, moved(form, printer), signers,
                                          recipe, capturing, random.child("desk"));
  if (samples::has(capturing, Defect::SealBw)) {
    capture::photocopy(sheet.picture, print.dpi, random.child("copier"));
  }
  const capture::Shot shot =
      capture::capture(std::move(sheet), capturing, false, random.child("capture"));
  const int turn_deg = capture::turn_deg(capturing);
  const auto file = encode::encode(capture::stored(shot.picture, turn_deg), capturing.dpi,
                                   capturing, random.child("encode"));
  FormSample sample{.bytes = file.bytes,
                    .extension = file.format == pipeline::ImageFormat::Jpeg
                                     ? "jpg"
                                     : std::string(name(file.format)),
                    .written_day = written_day,
                    .turn_deg = turn_deg,
                    .width = shot.picture.cols,
                    .height = shot.picture.rows};
  std::copy_n(shot.place.val, sample.picture_from_mm.size(), sample.picture_from_mm.begin());
  return sample;
}

}  // namespace vermilion::samples
