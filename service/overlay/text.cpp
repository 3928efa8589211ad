#include "service/overlay/text.hpp"

#include <pango/pangocairo.h>

namespace vermilion::service::overlay {
namespace {

constexpr const char* kFamily = "Noto Sans CJK SC, sans-serif";

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};

int pango_units(double px) {
  return static_cast<int>(px * PANGO_SCALE);
}

}  // namespace

void Text::Release::operator()(PangoLayout* layout) const {
  g_object_unref(layout);
}

Text::Text(std::string_view utf8, const Type& type, double width_px) {
  // The default font map belongs to the calling thread, so workers do not meet.
  const std::unique_ptr<PangoContext, Unref> context(
      pango_font_map_create_context(pango_cairo_font_map_get_default()));
  layout_.reset(pango_layout_new(context.get()));

  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
      pango_font_description_from_string(kFamily), pango_font_description_free);
  pango_font_description_set_absolute_size(font.get(), type.size_px * PANGO_SCALE);
  if (type.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout_.get(), font.get());
  pango_layout_set_text(layout_.get(), utf8.data(), static_cast<int>(utf8.size()));
  if (width_px <= 0) return;
  pango_layout_set_width(layout_.get(), pango_units(width_px));
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
}

Text Text::shortened(std::string_view utf8, const Type& type, double width_px) {
  Text text(utf8, type, width_px);
  pango_layout_set_ellipsize(text.layout_.get(), PANGO_ELLIPSIZE_MIDDLE);
  return text;
}

Size Text::size() const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  return {static_cast<double>(logical.width) / PANGO_SCALE,
          static_cast<double>(logical.height) / PANGO_SCALE};
}

int Text::lines() const {
  return pango_layout_get_line_count(layout_.get());
}

}  // namespace vermilion::service::overlay
