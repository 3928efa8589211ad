#include "samples/documents/business_licence.hpp"

#include "samples/documents/emblem.hpp"
#include "samples/documents/fields.hpp"
#include "samples/documents/ornament.hpp"
#include "samples/invented_numbers.hpp"

#include <fmt/format.h>

#include <numbers>

namespace vermilion::samples::documents {
namespace {

constexpr Font kSmall{.size_mm = 2.6};
constexpr Font kHeading{.typeface = Typeface::Sans, .size_mm = 4.4, .bold = false};

std::string term_of(const Organisation& holder, Random& random) {
  const std::string from = in_chinese(holder.founded);
  if (random.chance(0.5)) return from + "至长期";
  Date end = holder.founded;
  end.year += 30;
  return from + "至" + in_chinese(end);
}

// 2020 年 07 月 29 日, the figures typed into the gaps between printed words.
void spaced_date(Document& document, Point at, Date date) {
  const Font figures{.size_mm = 4.0};
  const Font words{.typeface = Typeface::Sans, .size_mm = 4.2};
  document.write(at, fmt::format("{}", date.year), figures);
  document.write({at.x + 12, at.y}, "年", words);
  document.write({at.x + 19, at.y}, fmt::format("{:02}", date.month), figures);
  document.write({at.x + 27, at.y}, "月", words);
  document.write({at.x + 34, at.y}, fmt::format("{:02}", date.day), figures);
  document.write({at.x + 42, at.y}, "日", words);
}

void registrar_block(Document& document, Point at, const Organisation& holder, Random& random) {
  document.write_justified(at, 27, "登记机关", kHeading);
  spaced_date(document, {at.x + 26, at.y + 15}, holder.issued);
  document.seals.push_back({seals::registrar_seal(holder.registrar, random.uniform(39, 42)),
                            {at.x + 52 + random.normal() * 1.5, at.y + random.normal() * 1.5},
                            SealRole::Registrar,
                            random.normal() * 6});
}

// (1-1) and the like stand beside the code and have been read as part of it.
void copy_number(Document& document, Random& random) {
  if (random.chance(0.4)) return;
  const Rect code = document.code_line.value();
  const std::string mark = random.chance(0.5) ? "(1-1)" : "（1/1）";
  document.write({code.right() + 1.5, code.bottom()}, mark, kSmall);
}

void code_upper_left(Document& document, const Organisation& holder, Random& random) {
  const Point at{28, 58};
  document.write_justified(at, 38, "统一社会信用代码", kHeading);
  document.write_code({at.x, at.y + 7}, holder, any_code_font(random.uniform(3.5, 4.3), random));
  copy_number(document, random);
  if (random.chance(0.7)) {
    document.write_decoy({at.x, at.y + 13}, "证照编号：", invented_certificate_number(random),
                         {.size_mm = 3.0});
  }
}

void qr_upper_right(Document& document, const Organisation& holder, Random& random) {
  document.put_qr({213, 50, 24, 24}, licence_qr(holder, random));
  document.write_paragraph(
      {239, 52}, 21, "扫描二维码登录“国家企业信用信息公示系统”了解更多登记、备案、许可、监管信息",
      {.size_mm = 2.2}, 0.8);
}

void two_columns(Document& document, const Organisation& holder, Random& random) {
  const FieldStyle left{.value_width = 92};
  Fields a(document, {28, 92}, left);
  a.add_name("名称", holder);
  a.add("类型", holder.type);
  a.add("法定代表人", holder.legal_person);
  a.add_long("经营范围", holder.purpose, random.uniform(2.9, 3.3));
  const FieldStyle right{.value_width = 78};
  Fields b(document, {158, 92}, right);
  b.add("注册资本", holder.capital);
  b.add("成立日期", in_chinese(holder.founded));
  if (random.chance(0.6)) b.add("营业期限", term_of(holder, random));
  b.add("住所", holder.address);
}

void footer_2019(Document& document) {
  document.write({16, 200}, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", kSmall);
  document.write_paragraph(
      {118, 194.5}, 72,
      "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度"
      "报告",
      {.size_mm = 2.5}, 0.8);
  document.write({281, 200}, "国家市场监督管理总局监制", kSmall, kBlack, Align::Right);
}

void licence_2019_paper(Document& document, Random& random) {
  const Rect frame{14, 24, 269, 166};
  const Colour brown{0.70, 0.64, 0.47};
  guilloche(document.page, {20, 30, 257, 154}, {0.93, 0.88, 0.72, random.uniform(0.3, 0.7)});
  wave_border(document.page, frame, 7, random.chance(0.7) ? brown : Colour{0.46, 0.55, 0.53});
  document.emblem = draw_emblem(document.page, {148.5, 31}, 30);
  document.others.push_back(*document.emblem);
  document.stampable = {21, 31, 255, 152};
}

void titled_2019(Document& document, Random& random) {
  const Font title{.typeface = Typeface::Sans, .size_mm = 14, .bold = true};
  const Rect box =
      gilded(document.page, {148.5, 67}, 78, "营业执照", title, random.uniform(0.25, 1.05));
  document.texts.push_back(box);
  document.write({148.5, 77}, "（副  本）", {.size_mm = 5.6, .bold = true}, kGold, Align::Centre);
}

void electronic_watermark(Document& document, const Organisation& holder, Random& random) {
  const std::string text =
      fmt::format("仅用于办理数字证书 {}-{:02}-{:02}", random.integer(2023, 2026),
                  random.integer(1, 12), random.integer(1, 28));
  cairo_t* context = document.page.context();
  for (int row = 0; row < 4; ++row) {
    for (int column = 0; column < 3; ++column) {
      cairo_save(context);
      cairo_translate(context, 20.0 + column * 95, 70.0 + row * 42);
      cairo_rotate(context, -std::numbers::pi / 9);
      document.page.text({0, 0}, text, {.typeface = Typeface::Sans, .size_mm = 4.5},
                         {0.4, 0.4, 0.4, 0.28});
      document.page.text({0, 6}, holder.name, {.typeface = Typeface::Sans, .size_mm = 3.6},
                         {0.4, 0.4, 0.4, 0.28});
      cairo_restore(context);
    }
  }
}

// 2014 only.

void code_upper_right(Document& document, const Organisation& holder, Random& random) {
  const double baseline = 98;
  const Font font = any_code_font(random.uniform(3.7, 4.4), random);
  document.write_code({183, baseline}, holder, font, Align::Right);
  const Rect code = document.code_line.value();
  document.write({code.x - 2, baseline}, "统一社会信用代码", {.size_mm = 4.23, .bold = true},
                 kBlack, Align::Right);
  if (random.chance(0.5)) copy_number(document, random);
  if (random.chance(0.6)) {
    document.write_decoy({182, 50}, "编号：№", random.digits(8), {.size_mm = 3.4}, Align::Right);
  }
  if (random.chance(0.4)) {
    document.write_decoy({183, 91}, "注册号 ", invented_registration_number(random),
                         {.size_mm = 3.2}, Align::Right);
  }
}

void one_column(Document& document, const Organisation& holder, Random& random) {
  const FieldStyle style{.label_width = 34,
                         .value_indent = 42,
                         .value_width = 104,
                         .row = 10.3,
                         .label = {.size_mm = 5.2, .bold = true},
                         .value = {.size_mm = 4.5}};
  Fields fields(document, {38, 113}, style);
  fields.add_name("名称", holder);
  fields.add("类型", holder.type);
  fields.add("住所", holder.address);
  fields.add("法定代表人", holder.legal_person);
  fields.add("注册资本", holder.capital);
  fields.add("成立日期", in_chinese(holder.founded));
  fields.add("营业期限", term_of(holder, random));
  fields.add_long("经营范围", holder.purpose, random.uniform(3.2, 3.7));
}

void footer_2014(Document& document) {
  document.write({29, 265}, "每年1月1日至6月30日通过企业信用信息公示系统报送并公示上一年度报告",
                 {.size_mm = 2.4});
  document.write({22, 285}, "企业信用信息公示系统网址：http://www.gsxt.gov.cn", kSmall);
  document.write({188, 285}, "中华人民共和国国家工商行政管理总局监制", kSmall, kBlack,
                 Align::Right);
}

}  // namespace

Document business_licence_2014(double dpi, const Organisation& holder, Random random) {
  Document document(kA4Portrait, dpi);
  guilloche(document.page, {25, 42, 160, 230}, {0.93, 0.90, 0.76, random.uniform(0.3, 0.8)});
  meander_border(document.page, {18, 36, 174, 243}, 6.5, kPaleGold);
  document.emblem = draw_emblem(document.page, {105, 38}, 36);
  document.others.push_back(*document.emblem);
  document.stampable = {26, 44, 158, 226};
  const Font title{.typeface = Typeface::Sans, .size_mm = 19, .bold = true};
  document.texts.push_back(
      gilded(document.page, {105, 76}, 108, "营业执照", title, random.uniform(0.25, 1.1)));
  document.write({105, 86}, "（副  本）", {.size_mm = 6}, kGold, Align::Centre);
  code_upper_right(document, holder, random);
  one_column(document, holder, random);
  document.put_qr({44, 222, 27, 27}, licence_qr(holder, random));
  registrar_block(document, {108, 248}, holder, random);
  footer_2014(document);
  return document;
}

Document business_licence_2019(double dpi, const Organisation& holder, Random random) {
  Document document(kA4Landscape, dpi);
  licence_2019_paper(document, random);
  titled_2019(document, random);
  code_upper_left(document, holder, random);
  qr_upper_right(document, holder, random);
  two_columns(document, holder, random);
  registrar_block(document, {186, 158}, holder, random);
  footer_2019(document);
  return document;
}

Document electronic_licence(double dpi, const Organisation& holder, Random random) {
  Document document = business_licence_2019(dpi, holder, random.child("licence"));
  document.born_digital = true;
  document.write({30, 44}, "电子营业执照", {.typeface = Typeface::Sans, .size_mm = 6, .bold = true},
                 {0.75, 0.12, 0.10});
  electronic_watermark(document, holder, random);
  return document;
}

}  // namespace vermilion::samples::documents
