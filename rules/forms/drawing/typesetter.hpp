#pragma once

#include "rules/error.hpp"
#include "rules/forms/layout.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

typedef struct _cairo cairo_t;
typedef struct _PangoContext PangoContext;

// Chinese type on a sheet measured in millimetres: what fits, what has a glyph, and the setting.
namespace vermilion::rules::forms::drawing {

enum class Align : std::uint8_t { Left, Centre, Right };

struct Style {
  double size_pt = 10.5;
  Align align = Align::Left;
  bool bold = false;
  bool lines = false;     // may break into several
  bool middle = true;     // between top and bottom of the box; else at its top
  double leading = 1.25;  // from line to line, of the size
  double spacing_pt = 0;  // between characters
};

class Typesetter {
 public:
  // Fails where the fonts are not installed: a substitute would print boxes for Han.
  [[nodiscard]] static Result<Typesetter> create();

  // The first character no font of ours has, or nothing.
  [[nodiscard]] std::string without_glyph(std::string_view text) const;

  // The size at which the text fits its box, at most the style's and at least `least` of it; 0 when
  // even that is too large.
  [[nodiscard]] double fitting_pt(std::string_view text, const Box& box, const Style& style,
                                  double least) const;

  // Of a text in one line.
  [[nodiscard]] double width_mm(std::string_view text, const Style& style) const;

  // User space of `context` is millimetres.
  void set(cairo_t& context, std::string_view text, const Box& box, const Style& style) const;

 private:
  struct Release {
    void operator()(PangoContext* context) const;
  };
  struct Setting;

  Typesetter() = default;
  [[nodiscard]] Setting setting(std::string_view text, double width_mm, const Style& style) const;

  std::unique_ptr<PangoContext, Release> context_;
};

}  // namespace vermilion::rules::forms::drawing
