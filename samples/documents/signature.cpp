#include "samples/documents/signature.hpp"

#include "samples/utf8.hpp"

namespace vermilion::samples::documents {

Rect sign(Document& document, Point at, std::string_view name, double size_mm, Random& random) {
  cairo_t* context = document.page.context();
  const Colour pen{0.10, 0.12, 0.30};
  double x = at.x;
  for (const auto character : characters(name)) {
    const double size = size_mm * random.uniform(0.85, 1.15);
    cairo_save(context);
    cairo_translate(context, x, at.y + random.normal() * size_mm * 0.05);
    cairo_matrix_t slant;
    cairo_matrix_init(&slant, 1, random.normal() * 0.06, -random.uniform(0.15, 0.4), 1, 0, 0);
    cairo_transform(context, &slant);
    document.page.text({}, character, {.size_mm = size, .stretch = random.uniform(0.75, 1.0)}, pen);
    cairo_restore(context);
    x += size * random.uniform(0.72, 0.9);
  }
  // A stroke that runs on from the last character.
  cairo_set_source_rgb(context, pen.red, pen.green, pen.blue);
  cairo_set_line_width(context, 0.35);
  cairo_move_to(context, x - size_mm * 0.4, at.y - size_mm * 0.1);
  cairo_curve_to(context, x, at.y + size_mm * 0.3, x + size_mm * 0.3, at.y - size_mm * 0.2,
                 x + size_mm * random.uniform(0.4, 0.9), at.y - size_mm * random.uniform(0, 0.5));
  cairo_stroke(context);
  document.texts.push_back({at.x, at.y - size_mm, x - at.x + size_mm * 0.5, size_mm * 1.2});
  return document.texts.back();
}

}  // namespace vermilion::samples::documents
