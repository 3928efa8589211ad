#pragma once

#include <opencv2/core/mat.hpp>
#include <pango/pangocairo.h>

#include <memory>
#include <string_view>
#include <type_traits>

namespace vermilion::models {

template <class T>
struct Release {
  void operator()(T* object) const {
    if constexpr (std::is_same_v<T, cairo_t>)
      cairo_destroy(object);
    else if constexpr (std::is_same_v<T, cairo_surface_t>)
      cairo_surface_destroy(object);
    else if constexpr (std::is_same_v<T, PangoFontDescription>)
      pango_font_description_free(object);
    else
      g_object_unref(object);
  }
};
template <class T>
using Owned = std::unique_ptr<T, Release<T>>;

struct PrintedGlyph {
  char32_t character = 0;
  float begin = 0;  // ink, along the line, in pixels of the image
  float end = 0;
};

// Draws character by character, so that the place of each is known exactly.
class Pen {
 public:
  Pen(int width, int height);

  // Sets the face so that its capitals are `capital` pixels high.
  void set_face(std::string_view family, PangoWeight weight, double capital);

  // Draws one character with its advance beginning at x; gives where its ink begins and ends.
  PrintedGlyph draw(char32_t character, double x, double baseline, double& advance);

  // 0 paper, 255 ink.
  cv::Mat coverage();

 private:
  void set_text(char32_t character);
  PangoRectangle ink_of(char32_t character);

  Owned<cairo_surface_t> surface_;
  Owned<cairo_t> cairo_;
  Owned<PangoLayout> layout_;
  Owned<PangoFontDescription> description_;
};

}  // namespace vermilion::models
