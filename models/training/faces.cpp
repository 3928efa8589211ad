#include "models/training/faces.hpp"

#include <pango/pangocairo.h>

#include <algorithm>

namespace vermilion::models {
namespace {

// Song and Hei faces first, then the Latin faces that printer drivers put in their place; with how
// often each is drawn.
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

}  // namespace

std::string_view random_family(Random& random) {
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

std::vector<std::string> installed_families() {
  std::vector<std::string> names;
  for (const auto& [family, weight] : kFamilies) {
    if (installed(family)) names.emplace_back(family);
  }
  return names;
}

}  // namespace vermilion::models
