#include "service/accounts/captcha_painter.hpp"

#include <pango/pangocairo.h>

#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace vermilion::service::accounts {
namespace {

constexpr double kWidth = 180;
constexpr double kHeight = 64;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct Destroy {
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

// What differs from picture to picture. No std distribution: they may differ between libraries.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}
  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(random_() >> 11U) * 0x1.0p-53;
  }

 private:
  std::mt19937_64 random_;
};

// Moves every point of an outline, more the further along its waves: what is straight is not.
struct Wave {
  explicit Wave(Chance& chance)
      : high(chance.between(2.5, 4.5)),
        length(chance.between(45, 80)),
        phase(chance.between(0, 2 * std::numbers::pi)),
        sideways(chance.between(1.5, 3)) {}

  template <class Point>  // Cairo's has no name
  void bend(Point& point) const {
    const double turn = 2 * std::numbers::pi / length;
    const double x = point.x;
    point.x += sideways * std::sin(turn * point.y * 1.7 + phase);
    point.y += high * std::sin(turn * x + phase);
  }

  double high, length, phase, sideways;
};

// Flat: curves have become lines short enough to bend.
void bend_path(cairo_t* pen, const Wave& wave) {
  cairo_set_tolerance(pen, 0.2);
  const std::unique_ptr<cairo_path_t, Destroy> path(cairo_copy_path_flat(pen));
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    for (int p = 1; p < path->data[i].header.length; ++p) wave.bend(path->data[i + p].point);
  }
  cairo_new_path(pen);
  cairo_append_path(pen, path.get());
}

void ink(cairo_t* pen, Chance& chance) {
  cairo_set_source_rgb(pen, chance.between(0.0, 0.35), chance.between(0.0, 0.35),
                       chance.between(0.2, 0.55));
}

void draw_lines(cairo_t* pen, Chance& chance) {
  for (int i = 0; i < 4; ++i) {
    cairo_move_to(pen, chance.between(-10, 20), chance.between(5, kHeight - 5));
    cairo_curve_to(pen, chance.between(40, 70), chance.between(0, kHeight), chance.between(90, 130),
                   chance.between(0, kHeight), kWidth + 10, chance.between(5, kHeight - 5));
    ink(pen, chance);
    cairo_set_line_width(pen, chance.between(1.2, 2.2));
    cairo_stroke(pen);
  }
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

// A font map of our own: the default one is a thread's, and requests come on many.
struct CaptchaPainter::Fonts {
  std::unique_ptr<PangoFontMap, Unref> map{pango_cairo_font_map_new()};
  std::unique_ptr<PangoContext, Unref> context{pango_font_map_create_context(map.get())};

  void letter(cairo_t* pen, char which, Chance& chance) const {
    constexpr std::array<const char*, 2> kFamilies{"Noto Serif CJK SC", "Noto Sans CJK SC"};
    const std::unique_ptr<PangoFontDescription, Destroy> font(
        pango_font_description_from_string(kFamilies[chance.between(0, 1) < 0.5 ? 0 : 1]));
    pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_font_description_set_absolute_size(font.get(), chance.between(31, 39) * PANGO_SCALE);
    const std::unique_ptr<PangoLayout, Unref> layout(pango_layout_new(context.get()));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), &which, 1);
    PangoRectangle box;
    pango_layout_get_pixel_extents(layout.get(), &box, nullptr);
    cairo_rotate(pen, chance.between(-0.38, 0.38));
    cairo_translate(pen, -box.x - box.width / 2.0, -box.y - box.height / 2.0);
    pango_cairo_layout_path(pen, layout.get());
  }
};

CaptchaPainter::CaptchaPainter() = default;
CaptchaPainter::~CaptchaPainter() = default;

std::string CaptchaPainter::draw(std::string_view text, std::uint64_t seed) {
  const std::scoped_lock lock(mutex_);
  if (!fonts_) fonts_ = std::make_unique<Fonts>();
  Chance chance(seed);
  const std::unique_ptr<cairo_surface_t, Destroy> surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(kWidth), static_cast<int>(kHeight)));
  const std::unique_ptr<cairo_t, Destroy> pen(cairo_create(surface.get()));
  cairo_set_source_rgb(pen.get(), 0.97, 0.97, chance.between(0.9, 0.97));
  cairo_paint(pen.get());
  draw_lines(pen.get(), chance);
  const double step = (kWidth - 24) / static_cast<double>(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    cairo_save(pen.get());
    cairo_translate(pen.get(), 12 + step * (static_cast<double>(i) + 0.5) + chance.between(-3, 3),
                    kHeight / 2 + chance.between(-5, 5));
    fonts_->letter(pen.get(), text[i], chance);
    cairo_restore(pen.get());
    bend_path(pen.get(), Wave(chance));
    ink(pen.get(), chance);
    cairo_fill(pen.get());
  }
  std::string png;
  cairo_surface_write_to_png_stream(surface.get(), append, &png);
  return png;
}

}  // namespace vermilion::service::accounts
