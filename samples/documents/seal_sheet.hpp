#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 电子签章采集表: a form whose boxes hold clean impressions of the seals that are to become
// electronic ones.
[[nodiscard]] Document seal_sheet(double dpi, const Organisation& holder, Random random);

}  // namespace vermilion::samples::documents
