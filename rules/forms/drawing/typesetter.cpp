#include "rules/forms/drawing/typesetter.hpp"

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace vermilion::rules::forms::drawing {
namespace {

// Debian's fonts-noto-cjk: Song type, as official papers are set in. Beyond the 8105 characters of
// 通用规范汉字表 it has rare ones of names, such as 𠮷, 䶮, 㙓.
constexpr const char* kFamily = "Noto Serif CJK SC";

constexpr double kMmPerPoint = 25.4 / 72;

// Text is laid out in one size and scaled when drawn: one font per weight ends up in the file.
constexpr double kEm = 100;

constexpr double kShrinkStep = 0.025;

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

FontDescription describe(bool bold) {
  FontDescription description(pango_font_description_new());
  pango_font_description_set_family_static(description.get(), kFamily);
  pango_font_description_set_weight(description.get(),
                                    bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), kEm * PANGO_SCALE);
  return description;
}

bool is_installed(PangoContext* context, bool bold) {
  const FontDescription wanted = describe(bold);
  const std::unique_ptr<PangoFont, Unref<PangoFont>> found(
      pango_context_load_font(context, wanted.get()));
  if (found == nullptr) return false;
  const FontDescription got(pango_font_describe(found.get()));
  const char* name = pango_font_description_get_family(got.get());
  return name != nullptr && std::string_view(name) == kFamily;
}

void be_independent_of_density(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

PangoAlignment pango_align(Align align) {
  switch (align) {
    case Align::Left:
      return PANGO_ALIGN_LEFT;
    case Align::Centre:
      return PANGO_ALIGN_CENTER;
    case Align::Right:
      return PANGO_ALIGN_RIGHT;
  }
  return PANGO_ALIGN_LEFT;
}

}  // namespace

// A text laid out; lengths in millimetres.
struct Typesetter::Setting {
  std::unique_ptr<PangoLayout, Unref<PangoLayout>> layout;
  double scale = 1;  // millimetres per unit of the layout

  [[nodiscard]] double height() const { return extent().height * scale / PANGO_SCALE; }
  [[nodiscard]] double width() const { return extent().width * scale / PANGO_SCALE; }

 private:
  [[nodiscard]] PangoRectangle extent() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return logical;
  }
};

void Typesetter::Release::operator()(PangoContext* context) const {
  g_object_unref(context);
}

Result<Typesetter> Typesetter::create() {
  Typesetter made;
  made.context_.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  be_independent_of_density(made.context_.get());
  if (is_installed(made.context_.get(), false) && is_installed(made.context_.get(), true)) {
    return made;
  }
  return tl::make_unexpected(Error{
      ErrorKind::Unprintable,
      fmt::format("the font \"{}\" is not installed; install Debian's fonts-noto-cjk", kFamily)});
}

Typesetter::Setting Typesetter::setting(std::string_view text, double width_mm,
                                        const Style& style) const {
  Setting made{std::unique_ptr<PangoLayout, Unref<PangoLayout>>(pango_layout_new(context_.get())),
               style.size_pt * kMmPerPoint / kEm};
  PangoLayout* layout = made.layout.get();
  pango_layout_set_font_description(layout, describe(style.bold).get());
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  pango_layout_set_alignment(layout, pango_align(style.align));
  PangoAttrList* attributes = pango_attr_list_new();
  // Other fonts differ from machine to machine, and so would the print.
  pango_attr_list_insert(attributes, pango_attr_fallback_new(FALSE));
  const double spacing = style.spacing_pt / style.size_pt * kEm * PANGO_SCALE;
  pango_attr_list_insert(attributes,
                         pango_attr_letter_spacing_new(static_cast<int>(std::lround(spacing))));
  pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(static_cast<int>(
                                         std::lround(style.leading * kEm * PANGO_SCALE))));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  if (style.lines || style.align != Align::Left) {
    pango_layout_set_width(layout,
                           static_cast<int>(std::lround(width_mm / made.scale * PANGO_SCALE)));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  }
  return made;
}

std::string Typesetter::without_glyph(std::string_view text) const {
  const auto lacking = [&](std::string_view part) {
    return pango_layout_get_unknown_glyphs_count(setting(part, 0, {}).layout.get()) > 0;
  };
  if (!lacking(text)) return {};
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    if (lacking(text.substr(at, end - at))) return std::string(text.substr(at, end - at));
    at = end;
  }
  return std::string(text);  // a sequence only together without a glyph
}

double Typesetter::fitting_pt(std::string_view text, const Box& box, const Style& style,
                              double least) const {
  for (double part = 1; part >= least - 1e-9; part -= kShrinkStep) {
    Style tried = style;
    tried.size_pt = style.size_pt * part;
    const Setting made = setting(text, box.w, tried);
    const bool broken = !style.lines && pango_layout_get_line_count(made.layout.get()) > 1;
    if (!broken && made.width() <= box.w && made.height() <= box.h) return tried.size_pt;
  }
  return 0;
}

double Typesetter::width_mm(std::string_view text, const Style& style) const {
  return setting(text, 0, style).width();
}

void Typesetter::set(cairo_t& context, std::string_view text, const Box& box,
                     const Style& style) const {
  const Setting made = setting(text, box.w, style);
  const double top = style.middle ? box.y + (box.h - made.height()) / 2 : box.y;
  cairo_save(&context);
  cairo_translate(&context, box.x, top);
  cairo_scale(&context, made.scale, made.scale);
  cairo_move_to(&context, 0, 0);
  pango_cairo_show_layout(&context, made.layout.get());
  cairo_restore(&context);
}

}  // namespace vermilion::rules::forms::drawing
