#include "samples/documents/institution_certificate.hpp"

#include "samples/documents/certificate.hpp"
#include "samples/documents/fields.hpp"
#include "samples/invented_numbers.hpp"

namespace vermilion::samples::documents {

Document institution_certificate(double dpi, const Organisation& holder, Random random) {
  Document document =
      certificate(dpi, {"事业单位法人证书", {0.97, 0.99, 0.96}, {0.44, 0.58, 0.46}}, random);
  code_under_title(document, holder, random);
  Fields left(document, {34, 98}, {.label_width = 28, .value_indent = 33, .value_width = 82});
  left.add_name("名称", holder);
  left.add_long("宗旨和业务范围", holder.purpose, 3.4);
  left.add("住所", holder.address);
  left.add("有效期", validity(holder.issued, 5));
  Fields right(document, {160, 98}, {.label_width = 24, .value_indent = 28, .value_width = 80});
  right.add("法定代表人", holder.legal_person);
  right.add("经费来源", random.chance(0.6) ? "财政补助" : "非财政补助");
  right.add("开办资金", "￥" + random.digits(3) + "万元");
  right.add("举办单位", holder.sponsor);
  if (random.chance(0.5)) {
    document.write_decoy({34, 178}, "事证第 ", random.digits(12) + " 号", {.size_mm = 3.2});
  }
  issued_by(document, holder, "登记管理机关", random);
  return document;
}

}  // namespace vermilion::samples::documents
