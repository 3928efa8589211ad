#include "samples/documents/lookalikes.hpp"

#include "pipeline/credit_code/credit_code.hpp"
#include "samples/documents/ornament.hpp"
#include "samples/invented_numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <numbers>

namespace vermilion::samples::documents {
namespace {

using std::numbers::pi;

constexpr Colour kRed{0.80, 0.12, 0.12};

void disc(Canvas& page, Point at, double radius, Colour colour) {
  cairo_new_path(page.context());
  cairo_arc(page.context(), at.x, at.y, radius, 0, 2 * pi);
  cairo_set_source_rgb(page.context(), colour.red, colour.green, colour.blue);
  cairo_fill(page.context());
}

// A disc with two white swooshes: a company's mark, round and red like a seal.
void logo(Canvas& page, Point at, double radius) {
  disc(page, at, radius, kRed);
  cairo_set_source_rgb(page.context(), 1, 1, 1);
  cairo_set_line_width(page.context(), radius * 0.16);
  for (const double share : {0.45, 0.75}) {
    cairo_new_path(page.context());
    cairo_arc(page.context(), at.x, at.y + radius * 0.25, radius * share, pi * 1.1, pi * 1.9);
    cairo_stroke(page.context());
  }
}

void filler_text(Document& document, double top, double size_mm) {
  document.write_paragraph(
      {28, top}, 154,
      "        "
      "各部门、各下属单位：为进一步规范办公秩序，提高工作效率，现就有关事项通知如下。一、请各单位于"
      "本月底前完成资料的整理与归档；二、会议室实行预约使用，使用后请恢复原状；三、节约用水用电，下"
      "班后请"
      "关闭门窗及电源；四、如有疑问请与综合办公室联系。请遵照执行。",
      {.size_mm = size_mm}, 1.15);
}

// Digits nobody can take for a credit code: the check must fail.
std::string account_number(int digits, Random& random) {
  std::string number = "62" + random.digits(digits - 2);
  while (pipeline::credit_code::valid(number)) number = "62" + random.digits(digits - 2);
  return number;
}

// A knot of straight red lines, as printed in the corners of menus.
void corner_knot(Canvas& page, Point at, double sign_x, double sign_y) {
  for (int i = 0; i < 4; ++i) {
    const double inset = 3.0 * i;
    const Point a{at.x + sign_x * inset, at.y + sign_y * (32 - inset)};
    const Point b{at.x + sign_x * inset, at.y + sign_y * inset};
    const Point c{at.x + sign_x * (32 - inset), at.y + sign_y * inset};
    page.line(a, b, 0.9, kRed);
    page.line(b, c, 0.9, kRed);
  }
}

}  // namespace

Document letterhead(double dpi, const Organisation&, Random random) {
  Document document(kA4Portrait, dpi);
  logo(document.page, {40, 34}, 14);
  document.write({122, 39}, "样州墨舟文化集团文件", {.size_mm = 12, .bold = true}, kRed,
                 Align::Centre);
  document.write({105, 62}, fmt::format("样墨办〔2026〕{}号", random.integer(1, 80)),
                 {.size_mm = 4.6}, kBlack, Align::Centre);
  document.page.line({25, 67}, {185, 67}, 0.9, kRed);
  document.write({105, 84}, "关于规范办公秩序的通知", {.size_mm = 7, .bold = true}, kRed,
                 Align::Centre);
  filler_text(document, 96, 4.6);
  document.write({150, 190}, "综合办公室", {.size_mm = 4.6});
  return document;
}

Document brick_wall(double dpi, const Organisation&, Random random) {
  Document document(kA4Landscape, dpi);
  document.page.fill({0, 0, 297, 210}, {0.62, 0.56, 0.50});
  for (int row = 0; row < 27; ++row) {
    for (int column = -1; column < 16; ++column) {
      const double shade = random.uniform(0.75, 1.2);
      const Rect brick{column * 19.5 + (row % 2) * 9.7, row * 8.0, 18.4, 7.0};
      document.page.fill(brick, {0.62 * shade, 0.25 * shade, 0.19 * shade});
      for (int blot = 0; blot < 5; ++blot) {
        const double dark = random.uniform(0.3, 0.8);
        document.page.fill({brick.x + random.uniform(0, 15), brick.y + random.uniform(0, 5.5),
                            random.uniform(0.5, 3.2), random.uniform(0.4, 1.4)},
                           {0.5 * dark, 0.22 * dark, 0.17 * dark, random.uniform(0.15, 0.6)});
      }
    }
  }
  return document;
}

Document bank_letter(double dpi, const Organisation&, Random random) {
  Document document(kA4Portrait, dpi);
  const Person person = invent_person(random.child("person"));
  document.write({105, 40}, "账户信息确认单", {.size_mm = 8, .bold = true}, kBlack, Align::Centre);
  const Font line{.size_mm = 4.8};
  document.write({32, 62}, "户名：" + person.name, line);
  document.write_decoy({32, 74}, "证件号码：", person.citizen_id, line);
  double y = 86;
  for (const int digits : {18, 19, 18, 16}) {
    document.write_decoy({32, y}, fmt::format("账号（{}位）：", digits),
                         account_number(digits, random), line);
    y += 12;
  }
  document.write_decoy({32, y}, "流水号：", random.digits(20), line);
  filler_text(document, y + 14, 4.4);
  return document;
}

Document mosaic(double dpi, const Organisation&, Random random) {
  Document document(kA4Portrait, dpi);
  document.write({105, 40}, "马赛克拼贴工坊", {.size_mm = 9, .bold = true}, kBlack, Align::Centre);
  constexpr std::array kSides{23, 31, 41};
  for (std::size_t i = 0; i < kSides.size(); ++i) {
    const double module = 46.0 / kSides[i];
    const Point corner{22 + static_cast<double>(i) * 60, 70};
    for (int cell = 0; cell < kSides[i] * kSides[i]; ++cell) {
      if (random.chance(0.5)) continue;
      const int row = cell / kSides[i];
      const int column = cell % kSides[i];
      document.page.fill({corner.x + column * module, corner.y + row * module, module, module},
                         kBlack);
    }
  }
  filler_text(document, 140, 4.6);
  return document;
}

Document menu(double dpi, const Organisation&, Random random) {
  static constexpr std::array kDishes{"砚池豆腐", "松烟熏鱼", "云笺白菜", "朱砂肉丸",
                                      "竹牍笋片", "纸包鸡",   "回纹年糕", "石青炒饭"};
  Document document(kA4Portrait, dpi);
  document.page.fill({8, 8, 194, 281}, {0.995, 0.975, 0.93});
  document.page.frame({8, 8, 194, 281}, 1.6, kRed);
  corner_knot(document.page, {14, 14}, 1, 1);
  corner_knot(document.page, {196, 14}, -1, 1);
  corner_knot(document.page, {14, 283}, 1, -1);
  corner_knot(document.page, {196, 283}, -1, -1);
  document.write({105, 62}, "墨舟家宴", {.size_mm = 17, .bold = true, .spacing_mm = 3}, kRed,
                 Align::Centre);
  double y = 96;
  for (const char* dish : kDishes) {
    document.write({52, y}, dish, {.size_mm = 6.4}, {0.25, 0.12, 0.08});
    disc(document.page, {152, y - 2}, 6.5, {0.85, 0.30, 0.14});
    document.write({152, y}, fmt::format("{}元", random.integer(18, 98)),
                   {.typeface = Typeface::Sans, .size_mm = 3.8, .bold = true}, kWhite,
                   Align::Centre);
    y += 20;
  }
  return document;
}

}  // namespace vermilion::samples::documents
