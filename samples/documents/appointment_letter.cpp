#include "samples/documents/appointment_letter.hpp"

#include <fmt/format.h>

namespace vermilion::samples::documents {
namespace {

constexpr Font kBody{.size_mm = 4.94};  // 14 pt

void body(Document& document, const Organisation& holder, const Person& head) {
  document.write({25, 66}, "江西省数字证书认证中心：", kBody);
  document.write({34, 80}, "单位名称：", kBody);
  document.write_name({60, 80}, holder, kBody);
  const std::string text = fmt::format(
      "        兹任命 {} "
      "为我单位入赣负责人，负责我单位在江西省行政区域内的经营管理活动，办理与之有关"
      "的一切事务。特此任命。",
      head.name);
  document.write_paragraph({25, 90}, 160, text, kBody, 1.2);
  document.write({34, 128}, fmt::format("入赣负责人：{}", head.name), kBody);
  document.write_decoy({34, 140}, "身份证号码：", head.citizen_id, kBody);
}

void company_signs(Document& document, const Organisation& holder, Random& random) {
  document.write({60, 200}, "单位（盖章）：", kBody);
  document.write({150, 240}, in_chinese(holder.issued), kBody, kBlack, Align::Centre);
  document.seals.push_back(
      {seals::company_seal(holder.name, holder.seal_number, random.chance(0.7) ? 40 : 42),
       {125 + random.normal() * 4, 204 + random.normal() * 4},
       SealRole::Holder,
       random.normal() * 8});
}

}  // namespace

Document appointment_letter(double dpi, const Organisation& holder, Random random) {
  Document document(kA4Portrait, dpi);
  const Person head = invent_person(random.child("head"));
  document.write({105, 46}, "入赣负责人任命书", {.size_mm = 9, .bold = true, .spacing_mm = 1.5},
                 kBlack, Align::Centre);
  body(document, holder, head);
  company_signs(document, holder, random);
  document.stampable = {20, 150, 170, 80};
  return document;
}

}  // namespace vermilion::samples::documents
