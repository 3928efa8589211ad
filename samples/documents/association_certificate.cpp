#include "samples/documents/association_certificate.hpp"

#include "samples/documents/certificate.hpp"
#include "samples/documents/fields.hpp"

namespace vermilion::samples::documents {

Document association_certificate(double dpi, const Organisation& holder, Random random) {
  Document document =
      certificate(dpi, {"社会团体法人登记证书", {1.0, 0.975, 0.965}, {0.72, 0.42, 0.38}}, random);
  code_under_title(document, holder, random);
  Fields left(document, {34, 98}, {.label_width = 24, .value_indent = 29, .value_width = 84});
  left.add_name("名称", holder);
  left.add_long("业务范围", holder.purpose, 3.4);
  left.add("住所", holder.address);
  left.add("有效期限", validity(holder.issued, 4));
  Fields right(document, {160, 98}, {.label_width = 26, .value_indent = 30, .value_width = 78});
  right.add("法定代表人", holder.legal_person);
  right.add("活动地域", holder.city);
  right.add("注册资金", random.chance(0.5) ? "叁万元整" : "拾万元整");
  right.add("业务主管单位", holder.sponsor);
  issued_by(document, holder, "发证机关", random);
  return document;
}

}  // namespace vermilion::samples::documents
