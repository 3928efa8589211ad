#include "samples/hostile/encode_jpeg.hpp"

#include <jpeglib.h>

#include <algorithm>
#include <cstdio>  // jpeglib.h needs FILE and does not say so
#include <cstdlib>

namespace vermilion::samples::hostile {
namespace {

J_COLOR_SPACE stored_space(JpegColour colour) {
  switch (colour) {
    case JpegColour::Grey:
      return JCS_GRAYSCALE;
    case JpegColour::YCbCr:
      return JCS_YCbCr;
    case JpegColour::Rgb:
      return JCS_RGB;
    case JpegColour::Cmyk:
      return JCS_CMYK;
    case JpegColour::Ycck:
      return JCS_YCCK;
  }
  return JCS_UNKNOWN;
}

bool has_black(JpegColour colour) {
  return colour == JpegColour::Cmyk || colour == JpegColour::Ycck;
}

// All the grey goes into the black ink.
Bytes inks_of(const std::uint8_t* rgb, int width, bool complement) {
  Bytes inks;
  for (int x = 0; x < width; ++x, rgb += 3) {
    const int paper = std::max({rgb[0], rgb[1], rgb[2], std::uint8_t{1}});
    for (int i = 0; i < 3; ++i) {
      inks.push_back(static_cast<std::uint8_t>((rgb[i] * 255 + paper / 2) / paper));
    }
    inks.push_back(static_cast<std::uint8_t>(paper));
  }
  if (!complement) {
    for (auto& ink : inks) ink = static_cast<std::uint8_t>(255 - ink);
  }
  return inks;
}

Bytes input_row(const Picture& picture, int y, const JpegVariant& variant) {
  const std::uint8_t* rgb = picture.row(y);
  if (has_black(variant.colour)) return inks_of(rgb, picture.width, variant.adobe);
  return {rgb, rgb + 3 * picture.width};
}

void set_variant(jpeg_compress_struct& info, const JpegVariant& variant) {
  jpeg_set_defaults(&info);
  jpeg_set_colorspace(&info, stored_space(variant.colour));
  jpeg_set_quality(&info, variant.quality, TRUE);
  info.dct_method = JDCT_ISLOW;
  const bool has_chroma = variant.colour == JpegColour::YCbCr || variant.colour == JpegColour::Ycck;
  info.comp_info[0].h_samp_factor = has_chroma ? variant.horizontal : 1;
  info.comp_info[0].v_samp_factor = has_chroma ? variant.vertical : 1;
  if (variant.colour == JpegColour::Ycck) {
    info.comp_info[3].h_samp_factor = info.comp_info[0].h_samp_factor;
    info.comp_info[3].v_samp_factor = info.comp_info[0].v_samp_factor;
  }
  info.arith_code = variant.arithmetic ? TRUE : FALSE;
  info.restart_in_rows = variant.restart_rows;
  if (!variant.adobe) info.write_Adobe_marker = FALSE;
  if (variant.dpi > 0) {
    info.density_unit = 1;
    info.X_density = info.Y_density = static_cast<UINT16>(variant.dpi);
  }
  if (variant.progressive) jpeg_simple_progression(&info);
}

}  // namespace

Bytes encode_jpeg(const Picture& picture, const JpegVariant& variant) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* written = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &written, &size);
  info.image_width = static_cast<JDIMENSION>(picture.width);
  info.image_height = static_cast<JDIMENSION>(picture.height);
  info.input_components = has_black(variant.colour) ? 4 : 3;
  info.in_color_space = has_black(variant.colour) ? JCS_CMYK : JCS_RGB;
  set_variant(info, variant);
  jpeg_start_compress(&info, TRUE);
  for (int y = 0; y < picture.height; ++y) {
    Bytes row = input_row(picture, y, variant);
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&info, &pointer, 1);
  }
  jpeg_finish_compress(&info);
  Bytes bytes(written, written + size);
  jpeg_destroy_compress(&info);
  std::free(written);
  return bytes;
}

Bytes jpeg_segment(std::uint8_t marker, const Bytes& payload) {
  Bytes segment{0xFF, marker};
  append_big_endian(segment, payload.size() + 2, 2);
  append(segment, payload);
  return segment;
}

std::size_t find_marker(const Bytes& jpeg, std::uint8_t marker) {
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && jpeg[at] == 0xFF) {
    if (jpeg[at + 1] == marker) return at + 1;
    at += 2 + static_cast<std::size_t>(jpeg[at + 2] << 8 | jpeg[at + 3]);
  }
  return jpeg.size();
}

Bytes with_segment(const Bytes& jpeg, const Bytes& segment) {
  Bytes extended = cut(jpeg, 2);
  append(extended, segment);
  extended.insert(extended.end(), jpeg.begin() + 2, jpeg.end());
  return extended;
}

Bytes exif_orientation(int orientation) {
  Bytes payload = bytes_of({"Exif\0\0MM\0*\0\0\0\x08", 14});
  append_big_endian(payload, 1, 2);       // entries
  append_big_endian(payload, 0x0112, 2);  // Orientation
  append_big_endian(payload, 3, 2);       // SHORT
  append_big_endian(payload, 1, 4);
  append_big_endian(payload, static_cast<std::uint64_t>(orientation), 2);
  append_big_endian(payload, 0, 2 + 4);  // padding, no next directory
  return jpeg_segment(0xE1, payload);
}

}  // namespace vermilion::samples::hostile
