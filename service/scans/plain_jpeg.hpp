#pragma once

#include <string_view>

namespace vermilion::service::scans {

// Nothing but a picture: the segments a baseline JPEG needs, no metadata, no remarks, nothing
// behind its end.
[[nodiscard]] bool is_plain_jpeg(std::string_view bytes);

}  // namespace vermilion::service::scans
