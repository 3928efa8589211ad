#include "samples/documents/authorisation_letter.hpp"

#include "samples/documents/signature.hpp"
#include "samples/invented_numbers.hpp"

#include <fmt/format.h>

namespace vermilion::samples::documents {
namespace {

constexpr Font kBody{.size_mm = 4.94};  // 14 pt

void body(Document& document, const Organisation& holder, const Person& agent, Random& random) {
  document.write({25, 62}, "江西省数字证书认证中心：", kBody);
  document.write({34, 74}, "单位名称：", kBody);
  document.write_name({60, 74}, holder, kBody);
  document.write({34, 85}, "统一社会信用代码：", kBody);
  document.write_code({80, 85}, holder, any_code_font(4.9, random));
  const std::string text = fmt::format(
      "        本授权委托书声明：我 {} 系上述单位的法定代表人，现授权委托 {} "
      "为我单位代理人，以本单位的"
      "名义办理数字证书的申请、领取、变更、补办等相关事宜。代理人在办理过程中所签署的一切文件和处理"
      "与之"
      "有关的一切事务，我单位均予以承认。代理人无转委托权。",
      holder.legal_person, agent.name);
  document.write_paragraph({25, 91}, 160, text, kBody, 1.15);
  document.write({34, 147},
                 fmt::format("代理人：{}    性别：{}    联系电话：{}", agent.name,
                             agent.male ? "男" : "女", invented_mobile_number(random)),
                 {.size_mm = 4.4});
  document.write_decoy({34, 157}, "身份证号码：", agent.citizen_id, {.size_mm = 4.4});
  document.write({34, 167}, "委托期限：自签发之日起壹年内有效。", {.size_mm = 4.4});
}

void company_signs(Document& document, const Organisation& holder, Random& random) {
  document.write({60, 205}, "单位（盖章）：", kBody);
  document.write({95, 205}, holder.name, {.size_mm = 4.4});
  document.seals.push_back(
      {seals::company_seal(holder.name, holder.seal_number, random.chance(0.7) ? 40 : 42),
       {118 + random.normal() * 5, 206 + random.normal() * 4},
       SealRole::Holder,
       random.normal() * 8});
}

void legal_person_signs(Document& document, const Organisation& holder, Random& random) {
  document.write({60, 240}, "法定代表人（签字或盖章）：", kBody);
  const Point at{133, 240};
  if (random.chance(0.4)) {
    sign(document, at, holder.legal_person, 9, random);
    return;
  }
  const double side = random.uniform(16, 22);
  // Some put the small seal onto the edge of the large one.
  const Point place = random.chance(0.25) ? Point{at.x - 3, at.y - 18} : Point{at.x + 8, at.y - 2};
  document.seals.push_back({seals::person_seal(holder.legal_person, side, random.chance(0.3)),
                            {place.x + random.normal() * 2, place.y + random.normal() * 2},
                            SealRole::Holder,
                            random.normal() * 5});
}

}  // namespace

Document authorisation_letter(double dpi, const Organisation& holder, Random random) {
  Document document(kA4Portrait, dpi);
  const Person agent = invent_person(random.child("agent"));
  document.write({105, 44}, "法人授权委托书", {.size_mm = 9, .bold = true, .spacing_mm = 1.5},
                 kBlack, Align::Centre);
  body(document, holder, agent, random);
  company_signs(document, holder, random);
  legal_person_signs(document, holder, random);
  document.write({150, 262}, in_chinese(holder.issued), kBody, kBlack, Align::Centre);
  document.stampable = {20, 175, 170, 100};
  return document;
}

}  // namespace vermilion::samples::documents
