#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 数字证书用户申请表: a table the system fills in, printed and stamped beneath.
[[nodiscard]] Document application_form(double dpi, const Organisation& holder, Random random);

}  // namespace vermilion::samples::documents
