#include "samples/canvas.hpp"

#include "samples/utf8.hpp"

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <array>
#include <cassert>
#include <cmath>
#include <string>

namespace vermilion::samples {
namespace {

constexpr double kMmPerInch = 25.4;

// Text is laid out in one size and scaled when drawn. Pango looks up a set of fonts for every size
// it meets, which costs more than the drawing, and never gives some of it back.
constexpr double kEm = 100;

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
struct FreeDescription {
  void operator()(PangoFontDescription* description) const {
    pango_font_description_free(description);
  }
};
using FontDescription = std::unique_ptr<PangoFontDescription, FreeDescription>;

const char* family(Typeface typeface) {
  switch (typeface) {
    case Typeface::Sans:
      return "Noto Sans CJK SC";
    case Typeface::Serif:
      return "Noto Serif CJK SC";
    case Typeface::Mono:
      return "Noto Sans Mono CJK SC";
  }
  return "";
}

FontDescription describe(const Font& font) {
  FontDescription description(pango_font_description_new());
  pango_font_description_set_family_static(description.get(), family(font.typeface));
  pango_font_description_set_weight(description.get(),
                                    font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), kEm * PANGO_SCALE);
  return description;
}

// Fontconfig never refuses: it substitutes. A substitute would give other bytes, or boxes for Han.
void require(PangoContext* context, Typeface typeface) {
  const FontDescription wanted = describe({typeface});
  const std::unique_ptr<PangoFont, Unref<PangoFont>> found(
      pango_context_load_font(context, wanted.get()));
  const FontDescription got(found ? pango_font_describe(found.get())
                                  : pango_font_description_new());
  const char* name = pango_font_description_get_family(got.get());
  if (name != nullptr && std::string_view(name) == family(typeface)) return;
  throw MissingFont(fmt::format("the font \"{}\" is not installed; install Debian's fonts-noto-cjk",
                                family(typeface)));
}

// Hinting would tie the shapes to the pixel grid of one density and move every box with it.
void be_independent_of_density(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

int pixels(double length_mm, double dpi) {
  return static_cast<int>(std::lround(length_mm * dpi / kMmPerInch));
}

Rect scaled(const PangoRectangle& rect, double scale) {
  const double unit = scale / PANGO_SCALE;
  return {rect.x * unit, rect.y * unit, rect.width * unit, rect.height * unit};
}

double shift(Align align, double width) {
  switch (align) {
    case Align::Left:
      return 0;
    case Align::Centre:
      return -width / 2;
    case Align::Right:
      return -width;
  }
  return 0;
}

}  // namespace

struct Canvas::Layout {
  std::unique_ptr<PangoLayout, Unref<PangoLayout>> handle;
  double scale = 1;    // millimetres per unit of the layout
  double stretch = 1;  // and of its width besides

  [[nodiscard]] double baseline() const {
    return pango_layout_get_baseline(handle.get()) * scale / PANGO_SCALE;
  }
  // Unstretched, in millimetres.
  [[nodiscard]] Rect ink() const {
    PangoRectangle rect;
    pango_layout_get_extents(handle.get(), &rect, nullptr);
    return scaled(rect, scale);
  }
  [[nodiscard]] Rect logical() const {
    PangoRectangle rect;
    pango_layout_get_extents(handle.get(), nullptr, &rect);
    return scaled(rect, scale);
  }
};

void Canvas::Release::operator()(PangoContext* context) const {
  g_object_unref(context);
}

Canvas Canvas::paper(Size size, double dpi) {
  Canvas canvas(size, dpi, CAIRO_FORMAT_RGB24);
  canvas.fill({0, 0, size.width + 1, size.height + 1}, kWhite);
  return canvas;
}

Canvas Canvas::mask(Size size, double dpi) {
  return Canvas(size, dpi, CAIRO_FORMAT_A8);
}

Canvas::Canvas(Size size, double dpi, cairo_format_t format)
    : size_(size),
      dpi_(dpi),
      surface_(
          cairo_image_surface_create(format, pixels(size.width, dpi), pixels(size.height, dpi))),
      context_(cairo_create(surface_.get())) {
  assert(cairo_status(context_.get()) == CAIRO_STATUS_SUCCESS);
  cairo_scale(context(), dpi / kMmPerInch, dpi / kMmPerInch);
  pango_.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  be_independent_of_density(pango_.get());
  for (const auto typeface : {Typeface::Sans, Typeface::Serif, Typeface::Mono}) {
    require(pango_.get(), typeface);
  }
}

Canvas::Layout Canvas::layout(std::string_view text, const Font& font) const {
  Layout made{std::unique_ptr<PangoLayout, Unref<PangoLayout>>(pango_layout_new(pango_.get())),
              font.size_mm / kEm, font.stretch};
  pango_layout_set_font_description(made.handle.get(), describe(font).get());
  pango_layout_set_text(made.handle.get(), text.data(), static_cast<int>(text.size()));
  const double spacing = font.spacing_mm / made.scale * PANGO_SCALE;
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes,
                         pango_attr_letter_spacing_new(static_cast<int>(std::lround(spacing))));
  pango_layout_set_attributes(made.handle.get(), attributes);
  pango_attr_list_unref(attributes);
  return made;
}

void Canvas::use(Colour colour) {
  cairo_set_source_rgba(context(), colour.red, colour.green, colour.blue, colour.alpha);
}

void Canvas::paint(const Layout& layout, Point at, Colour colour) {
  cairo_save(context());
  cairo_translate(context(), at.x, at.y);
  cairo_scale(context(), layout.scale * layout.stretch, layout.scale);
  use(colour);
  cairo_move_to(context(), 0, 0);
  pango_cairo_show_layout(context(), layout.handle.get());
  cairo_restore(context());
}

Rect Canvas::text(Point at, std::string_view text, const Font& font, Colour colour, Align align) {
  const Layout line = layout(text, font);
  const Rect ink = line.ink();
  const double left = at.x + shift(align, line.logical().width * font.stretch);
  const double top = at.y - line.baseline();
  paint(line, {left, top}, colour);
  return {left + ink.x * font.stretch, top + ink.y, ink.width * font.stretch, ink.height};
}

Rect Canvas::justified(Point at, double width, std::string_view text, const Font& font,
                       Colour colour) {
  const auto letters = characters(text);
  const double em = font.size_mm * font.stretch;
  const double step =
      letters.size() > 1 ? (width - em) / static_cast<double>(letters.size() - 1) : 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    this->text({at.x + step * static_cast<double>(i), at.y}, letters[i], font, colour);
  }
  return {at.x, at.y - font.size_mm * 0.88, width, font.size_mm};
}

Rect Canvas::paragraph(Point at, double width, std::string_view text, const Font& font,
                       double leading, Colour colour) {
  const Layout lines = layout(text, font);
  pango_layout_set_width(lines.handle.get(),
                         static_cast<int>(width / (lines.scale * lines.stretch) * PANGO_SCALE));
  pango_layout_set_wrap(lines.handle.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(lines.handle.get(), static_cast<float>(leading));
  paint(lines, at, colour);
  return {at.x, at.y, width, lines.logical().height};
}

void Canvas::line(Point from, Point to, double width, Colour colour) {
  use(colour);
  cairo_set_line_width(context(), width);
  cairo_move_to(context(), from.x, from.y);
  cairo_line_to(context(), to.x, to.y);
  cairo_stroke(context());
}

void Canvas::frame(const Rect& rect, double width, Colour colour) {
  use(colour);
  cairo_set_line_width(context(), width);
  cairo_rectangle(context(), rect.x, rect.y, rect.width, rect.height);
  cairo_stroke(context());
}

void Canvas::fill(const Rect& rect, Colour colour) {
  use(colour);
  cairo_rectangle(context(), rect.x, rect.y, rect.width, rect.height);
  cairo_fill(context());
}

}  // namespace vermilion::samples
