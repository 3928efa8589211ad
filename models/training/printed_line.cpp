#include "models/training/printed_line.hpp"

#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>

namespace vermilion::models {
namespace {

// Faces that licences are printed in, and their look-alikes among Debian's fonts: Song and Hei
// faces first, then the Latin faces that printer drivers put in their place.
constexpr std::array<std::pair<std::string_view, double>, 33> kFamilies{{
    {"AR PL UMing CN", 8},
    {"AR PL SungtiL GB", 8},
    {"AR PL Mingti2L Big5", 3},
    {"AR PL UKai CN", 3},
    {"AR PL KaitiM GB", 3},
    {"Noto Sans CJK SC", 8},
    {"Noto Serif CJK SC", 8},
    {"Noto Sans Mono CJK SC", 4},
    {"WenQuanYi Zen Hei", 5},
    {"WenQuanYi Micro Hei", 4},
    {"Liberation Sans", 4},
    {"Liberation Serif", 5},
    {"Liberation Mono", 3},
    {"FreeSans", 2},
    {"FreeSerif", 3},
    {"FreeMono", 1},
    {"DejaVu Sans", 2},
    {"DejaVu Serif", 2},
    {"DejaVu Sans Mono", 2},
    {"Nimbus Sans", 2},
    {"Nimbus Roman", 4},
    {"Nimbus Mono PS", 2},
    {"C059", 2},
    {"P052", 2},
    {"URW Gothic", 0.5},
    {"Carlito", 2},
    {"Caladea", 1},
    {"Roboto", 1},
    {"Open Sans", 1},
    {"Noto Mono", 1},
    {"OCR B", 0.5},
    {"Arimo", 1},
    {"Tinos", 1},
}};

constexpr std::array<std::string_view, 4> kHanFamilies{"Noto Sans CJK SC", "Noto Serif CJK SC",
                                                       "AR PL UMing CN", "WenQuanYi Zen Hei"};

constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u32string_view kHan =
    U"统一社会信用代码证照编号注册号名称类型住所法定代表人成立日期营业期限经营范围登记机关年月日有"
    U"限公司"
    U"科技服务销售技术开发咨询一般项目许可凭依法须经批准的除外自主展活动市场监督管理局区路号室楼层"
    U"省市县镇村";

constexpr int kDrawnHeight = 56;  // pixels of a capital before wear

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

std::string utf8(char32_t c) {
  std::array<char, 6> bytes{};
  return {bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(c, bytes.data()))};
}

bool installed(std::string_view family) {
  static const std::vector<std::string> known = [] {
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.emplace_back(pango_font_family_get_name(families[i]));
    g_free(families);
    return names;
  }();
  return std::ranges::find(known, family) != known.end();
}

std::string_view family_for(Random& random) {
  double total = 0;
  for (const auto& [family, weight] : kFamilies) total += installed(family) ? weight : 0;
  double left = uniform(random, 0, total);
  for (const auto& [family, weight] : kFamilies) {
    if (!installed(family)) continue;
    left -= weight;
    if (left <= 0) return family;
  }
  return kFamilies[5].first;
}

std::u32string run_of(Random& random, std::string_view from, int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    text += static_cast<char32_t>(
        from[static_cast<std::size_t>(whole(random, 0, static_cast<int>(from.size()) - 1))]);
  }
  return text;
}

std::u32string han(Random& random, int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    text += kHan[static_cast<std::size_t>(whole(random, 0, static_cast<int>(kHan.size()) - 1))];
  }
  return text;
}

struct Part {
  std::u32string text;
  bool han = false;
};

std::vector<Part> parts_of(Random& random) {
  std::vector<Part> parts;
  if (chance(random, 0.35)) parts.push_back({han(random, whole(random, 1, 6)), true});
  if (chance(random, 0.12)) parts.push_back({chance(random, 0.5) ? U"：" : U"（", true});
  if (chance(random, 0.85)) {
    parts.push_back({run_of(random, chance(random, 0.3) ? kCharacters.substr(0, 10) : kCharacters,
                            whole(random, 12, 20))});
  } else {
    parts.push_back({han(random, whole(random, 8, 18)), true});
  }
  if (chance(random, 0.2)) {
    constexpr std::array<std::u32string_view, 5> kSuffixes{U"（1-1）", U"(1/1)", U"（副本）",
                                                           U"、。", U"-—"};
    parts.push_back(
        {std::u32string(kSuffixes[static_cast<std::size_t>(whole(random, 0, 4))]), true});
  }
  return parts;
}

// Draws character by character, so that the place of each is known exactly.
class Pen {
 public:
  Pen(int width, int height)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)),
        cairo_(cairo_create(surface_.get())),
        layout_(pango_cairo_create_layout(cairo_.get())) {}

  // Sets the face so that its capitals are `capital` pixels high.
  void set_face(std::string_view family, PangoWeight weight, double capital) {
    description_.reset(pango_font_description_new());
    pango_font_description_set_family(description_.get(), std::string(family).c_str());
    pango_font_description_set_weight(description_.get(), weight);
    pango_font_description_set_absolute_size(description_.get(), 100.0 * PANGO_SCALE);
    const double drawn = ink_of(U'8').height;
    pango_font_description_set_absolute_size(description_.get(),
                                             100.0 * PANGO_SCALE * capital / std::max(drawn, 20.0));
  }

  // Draws one character with its advance beginning at x; gives where its ink begins and ends.
  PrintedGlyph draw(char32_t character, double x, double baseline, double& advance) {
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

  cv::Mat coverage() {
    cairo_surface_flush(surface_.get());
    return cv::Mat(cairo_image_surface_get_height(surface_.get()),
                   cairo_image_surface_get_width(surface_.get()), CV_8U,
                   cairo_image_surface_get_data(surface_.get()),
                   static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get())))
        .clone();
  }

 private:
  void set_text(char32_t character) {
    const std::string text = utf8(character);
    pango_layout_set_font_description(layout_.get(), description_.get());
    pango_layout_set_text(layout_.get(), text.c_str(), static_cast<int>(text.size()));
  }

  PangoRectangle ink_of(char32_t character) {
    set_text(character);
    PangoRectangle ink;
    pango_layout_line_get_pixel_extents(pango_layout_get_line_readonly(layout_.get(), 0), &ink,
                                        nullptr);
    return ink;
  }

  Owned<cairo_surface_t> surface_;
  Owned<cairo_t> cairo_;
  Owned<PangoLayout> layout_;
  Owned<PangoFontDescription> description_;
};

struct Drawn {
  cv::Mat coverage;
  std::vector<PrintedGlyph> glyphs;
  float baseline = 0;
};

Drawn drawn_line(Random& random) {
  constexpr int kMargin = 3 * kDrawnHeight;
  Pen pen(4600, 4 * kDrawnHeight);
  Drawn drawn{.baseline = 2.5F * kDrawnHeight};
  const auto family = family_for(random);
  const auto han_family = kHanFamilies[static_cast<std::size_t>(whole(random, 0, 3))];
  const auto weight = chance(random, 0.2)    ? PANGO_WEIGHT_BOLD
                      : chance(random, 0.15) ? PANGO_WEIGHT_LIGHT
                                             : PANGO_WEIGHT_NORMAL;
  const double spacing =
      chance(random, 0.45)
          ? 0
          : kDrawnHeight * uniform(random, -0.06, chance(random, 0.3) ? 0.7 : 0.25);
  double x = kMargin;
  for (const Part& part : parts_of(random)) {
    pen.set_face(part.han ? han_family : family, weight,
                 kDrawnHeight * (part.han ? uniform(random, 0.95, 1.1) : 1.0));
    for (const char32_t c : part.text) {
      double advance = 0;
      if (x > 4200) break;
      drawn.glyphs.push_back(pen.draw(c, x, drawn.baseline, advance));
      x += advance + (part.han ? 0 : spacing);
    }
    x += kDrawnHeight * uniform(random, 0.1, 1.0);
  }
  cv::Mat all = pen.coverage();
  drawn.coverage =
      all(cv::Rect(0, 0, std::min(all.cols, static_cast<int>(x) + kMargin), all.rows)).clone();
  return drawn;
}

void wear_strokes(cv::Mat& coverage, Random& random) {
  if (!chance(random, 0.3)) return;
  const cv::Mat kernel = cv::Mat::ones(whole(random, 2, 5), whole(random, 2, 5), CV_8U);
  if (chance(random, 0.6))
    cv::dilate(coverage, coverage, kernel);
  else
    cv::erode(coverage, coverage, kernel);
}

cv::Mat on_paper(const cv::Mat& coverage, Random& random) {
  const double paper = uniform(random, 120, 250);
  const double ink = paper * uniform(random, 0.05, chance(random, 0.25) ? 0.7 : 0.45);
  cv::Mat image;
  coverage.convertTo(image, CV_32F, (ink - paper) / 255, paper);
  if (chance(random, 0.3)) {  // uneven light
    for (int x = 0; x < image.cols; ++x)
      image.col(x) *= 1 + 0.15 * std::sin(0.003 * x + uniform(random, 0, 0.01));
  }
  if (chance(random, 0.3)) {  // guilloche
    const double pitch = uniform(random, 14, 60);
    const double depth = uniform(random, 0.02, 0.12);
    for (int y = 0; y < image.rows; ++y) {
      for (int x = 0; x < image.cols; ++x) {
        image.at<float>(y, x) *= static_cast<float>(
            1 - depth * (0.5 + 0.5 * std::sin(x / pitch + 3 * std::sin(y / pitch))));
      }
    }
  }
  return image;
}

// What scanner and camera do to a picture whose capitals are `capital` pixels high.
cv::Mat scanned(cv::Mat image, double capital, Random& random) {
  if (chance(random, 0.75)) {
    cv::GaussianBlur(image, image, {}, uniform(random, 0.25, 0.95) * std::max(1.0, capital / 16));
  }
  if (chance(random, 0.25)) {  // sharpened by the driver
    cv::Mat soft;
    cv::GaussianBlur(image, soft, {}, 1.2);
    image += uniform(random, 0.3, 1.0) * (image - soft);
  }
  if (chance(random, 0.7)) {
    const double noise = uniform(random, 1, 9);
    for (int y = 0; y < image.rows; ++y) {
      for (int x = 0; x < image.cols; ++x) {
        // A sum of uniforms: near enough to a normal distribution, and the same everywhere.
        image.at<float>(y, x) +=
            static_cast<float>(noise * (uniform(random, -1, 1) + uniform(random, -1, 1)));
      }
    }
  }
  cv::Mat grey;
  image.convertTo(grey, CV_8U);
  return grey;
}

}  // namespace

std::vector<std::string> installed_families() {
  std::vector<std::string> names;
  for (const auto& [family, weight] : kFamilies) {
    if (installed(family)) names.emplace_back(family);
  }
  return names;
}

PrintedLine printed_line(Random& random) {
  Drawn drawn = drawn_line(random);
  wear_strokes(drawn.coverage, random);
  const double capital = 6 * std::pow(34.0 / 6, uniform(random, 0, 1));
  const double scale = capital / kDrawnHeight;
  cv::Mat image = on_paper(drawn.coverage, random);
  cv::resize(image, image, {}, scale, scale, cv::INTER_AREA);

  const double slope = uniform(random, -0.02, 0.02);
  const auto middle = static_cast<float>(drawn.baseline * scale - capital / 2);
  const cv::Point2f pivot(static_cast<float>(image.cols) / 2, middle);
  const cv::Mat turn = cv::getRotationMatrix2D(pivot, -slope * 180 / CV_PI, 1);
  cv::warpAffine(image, image, turn, image.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);

  PrintedLine line{.image = scanned(std::move(image), capital, random),
                   .glyphs = std::move(drawn.glyphs),
                   .capital_height = static_cast<float>(capital),
                   .slope_rad = static_cast<float>(slope)};
  for (PrintedGlyph& glyph : line.glyphs) {
    glyph.begin *= static_cast<float>(scale);
    glyph.end *= static_cast<float>(scale);
  }
  line.length = line.glyphs.back().end - line.glyphs.front().begin;
  line.centre.x = (line.glyphs.back().end + line.glyphs.front().begin) / 2;
  line.centre.y = middle + (line.centre.x - pivot.x) * static_cast<float>(std::tan(slope));
  return line;
}

cv::Mat printed_block(Random& random) {
  constexpr int kWidth = 1800;
  constexpr int kHeight = 1500;
  Pen pen(kWidth, kHeight);
  const double pitch = kDrawnHeight * uniform(random, 1.35, 2.6);
  const auto family = kHanFamilies[static_cast<std::size_t>(whole(random, 0, 3))];
  pen.set_face(family, chance(random, 0.25) ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
               kDrawnHeight * 0.8);
  for (double y = 1.5 * kDrawnHeight; y < kHeight - kDrawnHeight; y += pitch) {
    const double indent = kDrawnHeight * uniform(random, 0.5, chance(random, 0.3) ? 12 : 2);
    const double end = kWidth - kDrawnHeight * uniform(random, 1, chance(random, 0.5) ? 14 : 2);
    const double spacing = chance(random, 0.15) ? kDrawnHeight * uniform(random, 0.1, 1) : 0;
    for (double x = indent; x < end;) {
      const bool number = chance(random, 0.12);
      const std::u32string text = number ? run_of(random, kCharacters, whole(random, 1, 8))
                                         : han(random, whole(random, 2, 8));
      for (const char32_t c : text) {
        double advance = 0;
        pen.draw(c, x, y, advance);
        x += advance + spacing;
        if (x > end) break;
      }
    }
  }
  cv::Mat coverage = pen.coverage();
  wear_strokes(coverage, random);
  const double capital = 6 * std::pow(26.0 / 6, uniform(random, 0, 1));
  cv::Mat image = on_paper(coverage, random);
  cv::resize(image, image, {}, capital / kDrawnHeight, capital / kDrawnHeight, cv::INTER_AREA);
  return scanned(std::move(image), capital, random);
}

}  // namespace vermilion::models
