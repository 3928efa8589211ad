#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 事业单位法人证书: what an institution has instead of a business licence.
[[nodiscard]] Document institution_certificate(double dpi, const Organisation& holder,
                                               Random random);

}  // namespace vermilion::samples::documents
