#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 居民身份证: both sides of the legal person's card, 85.6 x 54 mm each, at their true size on one
// sheet. The photograph is a silhouette.
[[nodiscard]] Document id_card(double dpi, const Organisation& holder, Random random);

}  // namespace vermilion::samples::documents
