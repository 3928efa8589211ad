#pragma once

#include "samples/hostile/picture.hpp"

namespace vermilion::samples::hostile {

struct BmpVariant {
  int bits = 24;  // 1, 4, 8: from `palette`; 24; 32
  bool top_down = false;
  bool with_masks = false;  // 32 bits: BI_BITFIELDS in the usual order
  int info_bytes = 40;
  Bytes palette = {};        // R, G, B triples; empty: greys from black to white
  int claimed_size_off = 0;  // added to the size of the pixels the header claims, as Photoshop does
  int gap = 0;               // bytes between palette and pixels
  int trailing = 0;          // bytes after the pixels
  int dpi = 0;
};

// Written by hand: what is wanted are the odd ones.
Bytes encode_bmp(const Picture& picture, const BmpVariant& variant);

// The R, G, B triples of a variant's palette.
Bytes bmp_palette(const BmpVariant& variant);

}  // namespace vermilion::samples::hostile
