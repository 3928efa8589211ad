#include "samples/documents/application_form.hpp"

#include "samples/invented_numbers.hpp"

namespace vermilion::samples::documents {
namespace {

constexpr double kLeft = 20;
constexpr double kRight = 190;
constexpr double kMiddle = 112;
constexpr double kLabels = 38;
constexpr double kTop = 44;
constexpr double kRow = 11;
constexpr Font kCell{.size_mm = 4.0};

// The baseline of a row's text.
double baseline(int row) {
  return kTop + row * kRow + 7.2;
}

void cell(Document& document, int row, double from, double to, std::string_view label) {
  const double y = kTop + row * kRow;
  document.page.frame({from, y, kLabels, kRow}, 0.25);
  document.page.frame({from + kLabels, y, to - from - kLabels, kRow}, 0.25);
  document.write({from + 2.5, baseline(row)}, label, {.size_mm = 3.8});
}

void field(Document& document, int row, double from, double to, std::string_view label,
           std::string_view value) {
  cell(document, row, from, to, label);
  document.write({from + kLabels + 3, baseline(row)}, value, kCell);
}

void table(Document& document, const Organisation& holder, const Person& agent, Random& random) {
  cell(document, 0, kLeft, kRight, "单位名称");
  document.write_name({kLeft + kLabels + 3, baseline(0)}, holder, kCell);
  cell(document, 1, kLeft, kRight, "统一社会信用代码");
  document.write_code({kLeft + kLabels + 3, baseline(1)}, holder, any_code_font(4.2, random));
  field(document, 2, kLeft, kMiddle, "法定代表人", holder.legal_person);
  field(document, 2, kMiddle, kRight, "业务类型", "新制");
  field(document, 3, kLeft, kRight, "单位地址", holder.address);
  field(document, 4, kLeft, kMiddle, "经办人", agent.name);
  field(document, 4, kMiddle, kRight, "手机号", invented_mobile_number(random));
  cell(document, 5, kLeft, kRight, "经办人身份证号");
  document.write_decoy({kLeft + kLabels + 3, baseline(5)}, "", agent.citizen_id, kCell);
  field(document, 6, kLeft, kMiddle, "证书接收人", agent.name);
  field(document, 6, kMiddle, kRight, "领取方式", "快递");
}

void declaration(Document& document) {
  document.write_paragraph({kLeft, 128}, kRight - kLeft,
                           "        本单位承诺以上信息及所提交的资料真实、有效，已阅读并同意数字证"
                           "书电子认证服务协议，并妥善保管数字证书及其密码。",
                           {.size_mm = 4.2}, 1.15);
}

void signs(Document& document, const Organisation& holder, Random& random) {
  document.write({kLeft + 4, 168}, "经办人（签字）：____________", kCell);
  document.write({118, 168}, "单位（盖章）：", kCell);
  document.write({140, 228}, in_chinese(holder.issued), kCell);
  document.seals.push_back(
      {seals::company_seal(holder.name, holder.seal_number, random.chance(0.7) ? 40 : 42),
       {150 + random.normal() * 2, 196 + random.normal() * 2},
       SealRole::Holder,
       random.normal() * 5});
}

}  // namespace

Document application_form(double dpi, const Organisation& holder, Random random) {
  Document document(kA4Portrait, dpi);
  const Person agent = invent_person(random.child("agent"));
  document.write({105, 34}, "数字证书用户申请表", {.size_mm = 8.5, .bold = true, .spacing_mm = 1},
                 kBlack, Align::Centre);
  document.write_decoy({kLeft, 20}, "订单编号：", "20" + invented_registration_number(random),
                       {.size_mm = 3.8});
  table(document, holder, agent, random);
  declaration(document);
  signs(document, holder, random);
  document.stampable = {110, 172, 80, 50};
  return document;
}

}  // namespace vermilion::samples::documents
