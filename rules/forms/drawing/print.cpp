#include "rules/forms/drawing/print.hpp"

#include "rules/forms/drawing/composition.hpp"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <memory>

namespace vermilion::rules::forms::drawing {
namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kMmPerInch = 25.4;

struct Destroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Context = std::unique_ptr<cairo_t, Destroy>;

struct Ready {
  Typesetter typesetter;
  Composition composition;
};

Result<Ready> prepare(const FilledForm& form, const std::string& payload) {
  auto typesetter = Typesetter::create();
  if (!typesetter) return tl::make_unexpected(typesetter.error());
  auto composition = compose(form, payload, *typesetter);
  if (!composition) return tl::make_unexpected(composition.error());
  return Ready{std::move(*typesetter), std::move(*composition)};
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// The order's date for both times, or the file would differ from one minute to the next.
void describe(cairo_surface_t* surface, const FilledForm& form) {
  const std::string date = form.date + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, form.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, form.order_number.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
}

tl::unexpected<Error> failed(cairo_status_t status) {
  return tl::make_unexpected(
      Error{ErrorKind::Unprintable,
            fmt::format("Cairo could not draw the form: {}", cairo_status_to_string(status))});
}

void paint(const Ready& ready, cairo_t* context, double units_per_mm) {
  cairo_scale(context, units_per_mm, units_per_mm);
  drawing::paint(ready.composition, ready.typesetter, *context);
}

}  // namespace

Result<std::string> pdf(const FilledForm& form, const std::string& payload) {
  const auto ready = prepare(form, payload);
  if (!ready) return tl::make_unexpected(ready.error());
  std::string bytes;
  const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, kSheet.w * kPointsPerMm,
                                                            kSheet.h * kPointsPerMm));
  describe(surface.get(), form);
  const Context context(cairo_create(surface.get()));
  paint(*ready, context.get(), kPointsPerMm);
  cairo_show_page(context.get());
  const cairo_status_t drawn = cairo_status(context.get());
  if (drawn != CAIRO_STATUS_SUCCESS) return failed(drawn);
  cairo_surface_finish(surface.get());
  const cairo_status_t written = cairo_surface_status(surface.get());
  if (written != CAIRO_STATUS_SUCCESS) return failed(written);
  return bytes;
}

Result<Raster> raster(const FilledForm& form, const std::string& payload, double dpi) {
  const auto ready = prepare(form, payload);
  if (!ready) return tl::make_unexpected(ready.error());
  Raster made{.width = static_cast<int>(std::lround(kSheet.w * dpi / kMmPerInch)),
              .height = static_cast<int>(std::lround(kSheet.h * dpi / kMmPerInch)),
              .grey = {}};
  // Coverage of ink: paper is what it leaves.
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, made.width, made.height));
  const Context context(cairo_create(surface.get()));
  paint(*ready, context.get(), dpi / kMmPerInch);
  cairo_surface_flush(surface.get());
  const cairo_status_t drawn = cairo_status(context.get());
  if (drawn != CAIRO_STATUS_SUCCESS) return failed(drawn);
  const unsigned char* ink = cairo_image_surface_get_data(surface.get());
  const std::ptrdiff_t stride = cairo_image_surface_get_stride(surface.get());
  made.grey.reserve(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height));
  for (int y = 0; y < made.height; ++y) {
    for (int x = 0; x < made.width; ++x) {
      made.grey.push_back(static_cast<std::uint8_t>(255 - ink[y * stride + x]));
    }
  }
  return made;
}

}  // namespace vermilion::rules::forms::drawing
