#include "samples/documents/medical_licence.hpp"

#include "samples/documents/certificate.hpp"
#include "samples/documents/fields.hpp"
#include "samples/invented_numbers.hpp"

namespace vermilion::samples::documents {

Document medical_licence(double dpi, const Organisation& holder, Random random) {
  Document document = certificate(dpi,
                                  {"医疗机构执业许可证",
                                   {0.965, 0.985, 1.0},
                                   {0.38, 0.55, 0.70},
                                   /*emblem=*/random.chance(0.5)},
                                  random);
  code_under_title(document, holder, random);
  Fields left(document, {34, 98}, {.label_width = 26, .value_indent = 31, .value_width = 82});
  left.add_name("机构名称", holder);
  left.add("地址", holder.address);
  left.add_long("诊疗科目", holder.purpose + "******", 3.6);
  left.add("有效期限", validity(holder.issued, 5));
  Fields right(document, {160, 98}, {.label_width = 26, .value_indent = 30, .value_width = 78});
  right.add("法定代表人", holder.legal_person);
  right.add("主要负责人", holder.legal_person);
  right.add("所有制形式", random.chance(0.6) ? "私人" : "全民");
  document.write_decoy({160, right.next()}, "登记号：", invented_medical_number(random),
                       {.size_mm = 4.0});
  issued_by(document, holder, "发证机关", random);
  return document;
}

}  // namespace vermilion::samples::documents
