#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 社会团体法人登记证书: what an association has instead of a business licence.
[[nodiscard]] Document association_certificate(double dpi, const Organisation& holder,
                                               Random random);

}  // namespace vermilion::samples::documents
