#include "samples/documents/seal_sheet.hpp"

#include "samples/documents/signature.hpp"

namespace vermilion::samples::documents {
namespace {

constexpr double kLeft = 22;
constexpr double kWidth = 166;
constexpr Font kCell{.size_mm = 4.2};

void cell(Document& document, const Rect& rect, std::string_view label) {
  document.page.frame(rect, 0.25);
  if (label.empty()) return;
  document.write({rect.centre().x, rect.y + 6}, label, kCell, kBlack, Align::Centre);
}

void heading(Document& document, const Organisation& holder, Random& random) {
  document.write({105, 32}, "电子签章采集表", {.size_mm = 8.5, .bold = true, .spacing_mm = 1.2},
                 kBlack, Align::Centre);
  const double row = 11;
  cell(document, {kLeft, 42, 38, row}, "");
  cell(document, {kLeft + 38, 42, kWidth - 38, row}, "");
  cell(document, {kLeft, 42 + row, 38, row}, "");
  cell(document, {kLeft + 38, 42 + row, kWidth - 38, row}, "");
  document.write({kLeft + 3, 49.2}, "单位名称", kCell);
  document.write_name({kLeft + 42, 49.2}, holder, kCell);
  document.write({kLeft + 3, 49.2 + row}, "统一社会信用代码", {.size_mm = 3.8});
  document.write_code({kLeft + 42, 49.2 + row}, holder, any_code_font(4.2, random));
}

// A seal put into the middle of its box, as far as a hand manages.
void collect(Document& document, const Rect& rect, const seals::SealDesign& design,
             Random& random) {
  const Point middle = rect.centre();
  document.seals.push_back(
      {design,
       {middle.x + random.normal() * 1.5, middle.y + 4 + random.normal() * 1.5},
       SealRole::Holder,
       random.normal() * 3});
}

void legal_person_box(Document& document, const Rect& rect, const Organisation& holder,
                      Random& random) {
  if (random.chance(0.3)) {
    sign(document, {rect.x + 22, rect.centre().y + 8}, holder.legal_person, 11, random);
    return;
  }
  if (random.chance(0.2))
    return collect(document, rect, seals::name_stamp(holder.legal_person), random);
  const double side = random.uniform(16, 25);
  collect(document, rect, seals::person_seal(holder.legal_person, side, random.chance(0.35)),
          random);
}

void boxes(Document& document, const Organisation& holder, Random& random) {
  const double half = kWidth / 2;
  const Rect official{kLeft, 64, half, 66};
  const Rect person{kLeft + half, 64, half, 66};
  const Rect finance{kLeft, 130, half, 58};
  const Rect invoice{kLeft + half, 130, half, 58};
  cell(document, official, "单位公章");
  cell(document, person, "法定代表人印章或签名");
  cell(document, finance, "财务专用章");
  cell(document, invoice, "发票专用章");
  collect(document, official,
          seals::company_seal(holder.name, holder.seal_number, random.chance(0.7) ? 40 : 42),
          random);
  legal_person_box(document, person, holder, random);
  if (random.chance(0.7)) {
    collect(document, finance, seals::special_seal(holder.name, "财务专用章", holder.seal_number),
            random);
  }
  if (random.chance(0.7)) {
    collect(document, invoice, seals::invoice_seal(holder.name, holder.code_meant), random);
  }
}

void notes(Document& document, const Organisation& holder) {
  document.write_paragraph(
      {kLeft, 194}, kWidth,
      "说明：1. 请将印章清晰、完整地盖在方框内，不得盖住框线和文字；2. "
      "印章应为红色，无底色、无杂质、边框"
      "完整；3. 法定代表人印章应为方章；以签名代替时请用黑色签字笔从左到右书写；4. 请用扫描仪按 "
      "1:1 彩色"
      "扫描，分辨率不低于 200 dpi。",
      {.size_mm = 3.6}, 1.05);
  document.write({kLeft, 232}, "经办人：____________", kCell);
  document.write({kLeft + 100, 232}, in_chinese(holder.issued), kCell);
}

}  // namespace

Document seal_sheet(double dpi, const Organisation& holder, Random random) {
  Document document(kA4Portrait, dpi);
  heading(document, holder, random);
  boxes(document, holder, random);
  notes(document, holder);
  document.stampable = {20, 40, 170, 200};
  return document;
}

}  // namespace vermilion::samples::documents
