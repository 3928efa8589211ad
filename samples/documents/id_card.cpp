#include "samples/documents/id_card.hpp"

#include "samples/documents/emblem.hpp"
#include "samples/documents/ornament.hpp"

#include <fmt/format.h>

#include <numbers>
#include <string>
#include <utility>

namespace vermilion::samples::documents {
namespace {

constexpr Size kCard{85.6, 54.0};  // ISO/IEC 7810 ID-1
constexpr int kTerm = 20;  // years
constexpr int kThisYear = 2026;
constexpr Colour kLabel{0.25, 0.45, 0.62};
constexpr Font kLabelFont{.typeface = Typeface::Sans, .size_mm = 2.6};
constexpr Font kValueFont{.typeface = Typeface::Sans, .size_mm = 3.2};

void rounded(Canvas& page, const Rect& rect, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  cairo_t* context = page.context();
  cairo_new_path(context);
  cairo_arc(context, rect.right() - radius, rect.y + radius, radius, -kQuarter, 0);
  cairo_arc(context, rect.right() - radius, rect.bottom() - radius, radius, 0, kQuarter);
  cairo_arc(context, rect.x + radius, rect.bottom() - radius, radius, kQuarter, 2 * kQuarter);
  cairo_arc(context, rect.x + radius, rect.y + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(context);
}

void card(Document& document, const Rect& rect) {
  cairo_t* context = document.page.context();
  rounded(document.page, rect, 3);
  cairo_set_source_rgb(context, 0.93, 0.96, 0.98);
  cairo_fill_preserve(context);
  cairo_save(context);
  cairo_clip_preserve(context);
  guilloche(document.page, rect, {0.45, 0.62, 0.72, 0.45});
  cairo_restore(context);
  rounded(document.page, rect, 3);
  cairo_set_source_rgb(context, 0.55, 0.62, 0.68);
  cairo_set_line_width(context, 0.2);
  cairo_stroke(context);
  document.others.push_back(rect);
  document.cards.push_back(rect);
}

// Head and shoulders of nobody.
void silhouette(Canvas& page, const Rect& frame) {
  cairo_t* context = page.context();
  page.fill(frame, {0.86, 0.89, 0.92});
  cairo_save(context);
  cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height);
  cairo_clip(context);
  cairo_set_source_rgb(context, 0.42, 0.46, 0.52);
  cairo_arc(context, frame.centre().x, frame.y + frame.height * 0.38, frame.width * 0.24, 0,
            2 * std::numbers::pi);
  cairo_fill(context);
  cairo_translate(context, frame.centre().x, frame.bottom() + frame.height * 0.04);
  cairo_scale(context, frame.width * 0.46, frame.height * 0.42);
  cairo_arc(context, 0, 0, 1, 0, 2 * std::numbers::pi);
  cairo_fill(context);
  cairo_restore(context);
}

Rect field(Document& document, Point at, std::string_view label, std::string_view value) {
  document.write(at, label, kLabelFont, kLabel);
  return document.write({at.x + 10.5, at.y}, value, kValueFont);
}

void portrait_side(Document& document, Point corner, const Person& person) {
  card(document, {corner.x, corner.y, kCard.width, kCard.height});
  const Point at{corner.x + 6, corner.y + 10};
  const std::string& id = person.citizen_id;
  document.name_line = field(document, at, "姓名", person.name);
  field(document, {at.x, at.y + 6.6}, "性别", person.male ? "男" : "女");
  field(document, {at.x + 18, at.y + 6.6}, "民族", "汉");
  field(document, {at.x, at.y + 13.2}, "出生",
        fmt::format("{} 年 {} 月 {} 日", id.substr(6, 4), std::stoi(id.substr(10, 2)),
                    std::stoi(id.substr(12, 2))));
  document.write({at.x, at.y + 19.8}, "住址", kLabelFont, kLabel);
  document.write_paragraph({at.x + 10.5, at.y + 16.2}, 38, person.address, kValueFont, 0.85);
  document.write({at.x, corner.y + 48}, "公民身份号码", kLabelFont, kLabel);
  Font digits = kValueFont;
  digits.spacing_mm = 0.7;
  document.write_decoy({at.x + 21, corner.y + 48}, "", id, digits);
  silhouette(document.page, {corner.x + 57, corner.y + 7, 22, 28});
}

void emblem_side(Document& document, Point corner, const Person& person) {
  card(document, {corner.x, corner.y, kCard.width, kCard.height});
  document.emblem = draw_emblem(document.page, {corner.x + 15, corner.y + 14}, 17);
  const Colour ink{0.12, 0.12, 0.14};
  document.write_justified({corner.x + 28, corner.y + 13}, 50, "中华人民共和国",
                           {.typeface = Typeface::Sans, .size_mm = 5, .bold = true}, ink);
  document.write_justified({corner.x + 28, corner.y + 22}, 50, "居民身份证",
                           {.typeface = Typeface::Sans, .size_mm = 7, .bold = true}, ink);
  document.write({corner.x + 16, corner.y + 41}, "签发机关", kLabelFont, kLabel);
  document.write({corner.x + 29, corner.y + 41}, person.police, kValueFont);
  document.write({corner.x + 16, corner.y + 48}, "有效期限", kLabelFont, kLabel);
  const Date& from = person.valid_from;
  document.write({corner.x + 29, corner.y + 48},
                 fmt::format("{}.{:02}.{:02}-{}.{:02}.{:02}", from.year, from.month, from.day,
                             from.year + kTerm, from.month, from.day),
                 kValueFont);
}

// The last digit but one is another.
std::string with_wrong_digit(std::string number) {
  char& digit = number[number.size() - 2];
  digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
  return number;
}

Person holder_of_card(const Organisation& holder, Random random) {
  Person person = invent_person(std::move(random));
  person.name = holder.legal_person;
  if (holder.card.number_wrong) person.citizen_id = with_wrong_digit(person.citizen_id);
  if (holder.card.years_over > 0) person.valid_from.year = kThisYear - kTerm - holder.card.years_over;
  return person;
}

}  // namespace

Document id_card(double dpi, const Organisation& holder, Random random) {
  Document document(kA4Portrait, dpi);
  const Person person = holder_of_card(holder, random.child("person"));
  const double left = (kA4Portrait.width - kCard.width) / 2 + random.normal() * 3;
  emblem_side(document, {left, 55 + random.normal() * 3}, person);
  portrait_side(document, {left, 135 + random.normal() * 3}, person);
  document.write({105, 212}, "与原件一致", {.size_mm = 4.6}, kBlack, Align::Centre);
  document.stampable = {20, 195, 170, 85};
  return document;
}

}  // namespace vermilion::samples::documents
