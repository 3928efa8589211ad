#include "models/training/pen.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace vermilion::models {
namespace {

std::string utf8(char32_t c) {
  std::array<char, 6> bytes{};
  return {bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(c, bytes.data()))};
}

}  // namespace

Pen::Pen(int width, int height)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)),
      cairo_(cairo_create(surface_.get())),
      layout_(pango_cairo_create_layout(cairo_.get())) {}

void Pen::set_face(std::string_view family, PangoWeight weight, double capital) {
  description_.reset(pango_font_description_new());
  pango_font_description_set_family(description_.get(), std::string(family).c_str());
  pango_font_description_set_weight(description_.get(), weight);
  pango_font_description_set_absolute_size(description_.get(), 100.0 * PANGO_SCALE);
  const double drawn = ink_of(U'8').height;
  pango_font_description_set_absolute_size(description_.get(),
                                           100.0 * PANGO_SCALE * capital / std::max(drawn, 20.0));
}

PrintedGlyph Pen::draw(char32_t character, double x, double baseline, double& advance) {
  set_text(character);
  PangoRectangle ink;
  PangoRectangle logical;
  pango_layout_line_get_pixel_extents(pango_layout_get_line_readonly(layout_.get(), 0), &ink,
                                      &logical);
  cairo_move_to(cairo_.get(), x, baseline);
  pango_cairo_show_layout_line(cairo_.get(), pango_layout_get_line_readonly(layout_.get(), 0));
  advance = logical.width;
  return {character, static_cast<float>(x + ink.x), static_cast<float>(x + ink.x + ink.width)};
}

cv::Mat Pen::coverage() {
  cairo_surface_flush(surface_.get());
  return cv::Mat(cairo_image_surface_get_height(surface_.get()),
                 cairo_image_surface_get_width(surface_.get()), CV_8U,
                 cairo_image_surface_get_data(surface_.get()),
                 static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get())))
      .clone();
}

void Pen::set_text(char32_t character) {
  const std::string text = utf8(character);
  pango_layout_set_font_description(layout_.get(), description_.get());
  pango_layout_set_text(layout_.get(), text.c_str(), static_cast<int>(text.size()));
}

PangoRectangle Pen::ink_of(char32_t character) {
  set_text(character);
  PangoRectangle ink;
  pango_layout_line_get_pixel_extents(pango_layout_get_line_readonly(layout_.get(), 0), &ink,
                                      nullptr);
  return ink;
}

}  // namespace vermilion::models
