#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 入赣负责人任命书: a company from another province names who leads its work in Jiangxi.
[[nodiscard]] Document appointment_letter(double dpi, const Organisation& holder, Random random);

}  // namespace vermilion::samples::documents
