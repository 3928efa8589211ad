#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 医疗机构执业许可证: carries a 登记号 of 22 characters, which is no credit code, beside the code.
[[nodiscard]] Document medical_licence(double dpi, const Organisation& holder, Random random);

}  // namespace vermilion::samples::documents
