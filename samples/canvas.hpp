#pragma once

#include "samples/geometry.hpp"

#include <cairo.h>
#include <pango/pango.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace vermilion::samples {

// Asked for on a machine without the fonts the documents are set in; what() says what to install.
class MissingFont : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;
};

inline constexpr Colour kBlack{0.08, 0.08, 0.08};
inline constexpr Colour kWhite{1, 1, 1};

// The Noto CJK families are what Debian's fonts-noto-cjk guarantees; others differ from machine to
// machine, and with them the bytes.
enum class Typeface : std::uint8_t { Sans, Serif, Mono };

struct Font {
  Typeface typeface = Typeface::Serif;
  double size_mm = 4;  // of the em square: 12 pt are 4.23 mm
  bool bold = false;
  double spacing_mm = 0;  // added after every character
  double stretch = 1;     // width of the letters against their design
};

enum class Align : std::uint8_t { Left, Centre, Right };

// A sheet of paper to draw on, measured in millimetres, held as pixels of the asked density.
class Canvas {
 public:
  static Canvas paper(Size size, double dpi);  // white, in colour
  static Canvas mask(Size size, double dpi);   // coverage only: nothing yet

  // For art that draws paths of its own; user space is millimetres.
  [[nodiscard]] cairo_t* context() const { return context_.get(); }
  [[nodiscard]] cairo_surface_t* surface() const { return surface_.get(); }
  [[nodiscard]] Size size() const { return size_; }
  [[nodiscard]] double dpi() const { return dpi_; }

  // One line of text with its baseline at `at.y`; returns the box of its ink.
  Rect text(Point at, std::string_view text, const Font& font, Colour colour = kBlack,
            Align align = Align::Left);

  // The characters spread over a width, as labels of forms are: 名    称.
  Rect justified(Point at, double width, std::string_view text, const Font& font,
                 Colour colour = kBlack);

  // Text broken into lines of a width, its upper edge at `at.y`; returns the box it takes up.
  Rect paragraph(Point at, double width, std::string_view text, const Font& font, double leading,
                 Colour colour = kBlack);

  void line(Point from, Point to, double width, Colour colour = kBlack);
  void frame(const Rect& rect, double width, Colour colour = kBlack);
  void fill(const Rect& rect, Colour colour);

 private:
  struct Release {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(PangoContext* context) const;
  };

  Canvas(Size size, double dpi, cairo_format_t format);

  struct Layout;
  [[nodiscard]] Layout layout(std::string_view text, const Font& font) const;
  void paint(const Layout& layout, Point at, Colour colour);
  void use(Colour colour);

  Size size_;
  double dpi_;
  std::unique_ptr<cairo_surface_t, Release> surface_;
  std::unique_ptr<cairo_t, Release> context_;
  std::unique_ptr<PangoContext, Release> pango_;
};

}  // namespace vermilion::samples
