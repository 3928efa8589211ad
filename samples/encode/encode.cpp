#include "samples/encode/encode.hpp"

#include "samples/encode/jpeg.hpp"

namespace vermilion::samples::encode {

Encoded encode(const Picture& picture, int dpi, const Recipe&, Random random) {
  const JpegSettings settings{.quality = random.integer(80, 92),
                              .halved_chroma = random.chance(0.7)};
  return {jpeg(picture, dpi, settings)};
}

}  // namespace vermilion::samples::encode
