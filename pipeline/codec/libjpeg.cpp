#include "pipeline/codec/libjpeg.hpp"

#include "pipeline/codec/refuse.hpp"

#include <fmt/format.h>
#include <jerror.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::pipeline::codec {
namespace {

using enum FindingCode;

// The coefficients of a progressive picture are all held at once, in 16 bits each. This is enough
// for every picture of limits::kPixels with chroma halved, and leaves a worker of 256 MiB room for
// the planes.
constexpr long kMemoryBytes = 160L * 1024 * 1024;

// Bytes between the end of the data and the next marker. Encoders that write whole words leave up
// to seven. More than that, and the data was not understood to its end.
constexpr int kPaddingBytes = 7;

bool is_harmless(const jpeg_error_mgr& errors) {
  switch (errors.msg_code) {
    case JWRN_ADOBE_XFORM:     // an unknown colour transform; taken as YCbCr, which it then is
    case JWRN_JFIF_MAJOR:      // a version number; the marker's meaning never changed
    case JWRN_NOT_SEQUENTIAL:  // spectral selection where there is none; it is not looked at
    case JWRN_BOGUS_ICC:       // colour profiles are not used
      return true;
    case JWRN_EXTRANEOUS_DATA:
      return errors.msg_parm.i[0] <= kPaddingBytes;
    default:
      return false;
  }
}

struct Verdict {
  int message;
  FindingCode code;
  std::string_view detail;
};

// What is not in here is IMG_CORRUPT.
constexpr std::array kVerdicts{
    Verdict{JWRN_JPEG_EOF, ImgTruncated, "EOI"},
    Verdict{JERR_INPUT_EOF, ImgTruncated, "EOI"},
    Verdict{JERR_INPUT_EMPTY, ImgTruncated, "EOI"},
    Verdict{JERR_OUT_OF_MEMORY, ImgPixels, ""},
    Verdict{JERR_NO_BACKING_STORE, ImgPixels, ""},  // past kMemoryBytes
    Verdict{JERR_ARITH_NOTIMPL, ImgVariant, "arithmetic"},
    Verdict{JERR_CCIR601_NOTIMPL, ImgVariant, "CCIR 601"},
    Verdict{JERR_CONVERSION_NOTIMPL, ImgVariant, "SOF"},
    Verdict{JERR_FRACT_SAMPLE_NOTIMPL, ImgVariant, "SOF"},
    Verdict{JWRN_HIT_MARKER, ImgCorrupt, "SOS"},
    Verdict{JWRN_EXTRANEOUS_DATA, ImgCorrupt, "SOS"},
    Verdict{JWRN_BOGUS_PROGRESSION, ImgCorrupt, "SOS"},
    Verdict{JWRN_HUFF_BAD_CODE, ImgCorrupt, "Huffman"},
    Verdict{JWRN_MUST_RESYNC, ImgCorrupt, "RST"},
    Verdict{JERR_BAD_HUFF_TABLE, ImgCorrupt, "DHT"},
    Verdict{JERR_NO_HUFF_TABLE, ImgCorrupt, "DHT"},
    Verdict{JERR_DHT_INDEX, ImgCorrupt, "DHT"},
    Verdict{JERR_NO_QUANT_TABLE, ImgCorrupt, "DQT"},
    Verdict{JERR_DQT_INDEX, ImgCorrupt, "DQT"},
};

JpegDecompressor& owner_of(j_common_ptr info) {
  return *static_cast<JpegDecompressor*>(info->client_data);
}

}  // namespace

JpegDecompressor::JpegDecompressor() {
  info_.err = jpeg_std_error(&errors_);
  info_.client_data = this;
  errors_.error_exit = on_error;
  errors_.emit_message = on_message;
}

JpegDecompressor::~JpegDecompressor() {
  jpeg_destroy_decompress(&info_);
}

bool JpegDecompressor::read_header(std::span<const std::byte> bytes) {
  return run([&] {
    jpeg_create_decompress(&info_);
    info_.mem->max_memory_to_use = kMemoryBytes;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&info_, TRUE);
  });
}

void JpegDecompressor::on_error(j_common_ptr info) {
  owner_of(info).guard_.leave();
}

// Levels from 0 upwards are talk.
void JpegDecompressor::on_message(j_common_ptr info, int level) {
  if (level < 0 && !is_harmless(*info->err)) on_error(info);
}

tl::unexpected<Finding> JpegDecompressor::refusal() const {
  const auto row = std::ranges::find(kVerdicts, errors_.msg_code, &Verdict::message);
  if (row == kVerdicts.end()) return refuse(ImgCorrupt, "JPEG");
  if (row->code != ImgPixels) return refuse(row->code, std::string(row->detail));
  return refuse(ImgPixels, fmt::format("{} x {}", info_.image_width, info_.image_height));
}

}  // namespace vermilion::pipeline::codec
