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

// Bytes that belong to nothing, before a marker. Encoders that write whole words leave up to seven.
// More than that, and mostly the data was not understood to its end.
constexpr int kPaddingBytes = 7;

// Where more may be passed over, no more than this share of the file: beyond it the height in the
// header is more likely to be wrong.
constexpr std::size_t kPassedOverShare = 8;

bool is_restart(int marker) {
  return marker >= JPEG_RST0 && marker <= JPEG_RST0 + 7;
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
  bytes_ = bytes;
  return run([&] {
    jpeg_create_decompress(&info_);
    info_.mem->max_memory_to_use = kMemoryBytes;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    jpeg_read_header(&info_, TRUE);
  });
}

void JpegDecompressor::on_error(j_common_ptr info) {
  owner_of(info).guard_.leave();
}

// Levels from 0 upwards are talk.
void JpegDecompressor::on_message(j_common_ptr info, int level) {
  if (level < 0 && !owner_of(info).is_harmless()) on_error(info);
}

bool JpegDecompressor::is_harmless() {
  switch (errors_.msg_code) {
    case JWRN_ADOBE_XFORM:     // an unknown colour transform; taken as YCbCr, which it then is
    case JWRN_JFIF_MAJOR:      // a version number; the marker's meaning never changed
    case JWRN_NOT_SEQUENTIAL:  // spectral selection where there is none, written by Samsung phones
    case JWRN_BOGUS_ICC:       // colour profiles are not used
      return true;
    case JWRN_EXTRANEOUS_DATA:
      return may_pass_over(errors_.msg_parm.i[0], errors_.msg_parm.i[1]);
    default:
      return false;
  }
}

// No pixel is lost with what stands before the picture, with the rows some sheet-fed scanners go on
// writing after the last, each behind a restart marker, and with zeros, as drones and cameras pad.
bool JpegDecompressor::may_pass_over(int count, int next_marker) {
  if (count <= kPaddingBytes) return true;
  const bool before_picture = info_.input_scan_number == 0;
  const bool after_last_row =
      info_.output_height > 0 && info_.output_scanline >= info_.output_height;
  has_surplus_rows_ = has_surplus_rows_ || (after_last_row && is_restart(next_marker));
  if (!before_picture && !has_surplus_rows_ && !were_zeros(count)) return false;
  passed_over_ += static_cast<std::size_t>(count);
  return passed_over_ <= bytes_.size() / kPassedOverShare;
}

// While it looks for a marker, the library notes how far it has read at the last byte passed over.
bool JpegDecompressor::were_zeros(int count) const {
  const auto read = static_cast<std::ptrdiff_t>(bytes_.size() - info_.src->bytes_in_buffer);
  if (count > read) return false;
  const auto end = bytes_.begin() + read;
  return std::all_of(end - count, end, [](std::byte byte) { return byte == std::byte{0}; });
}

tl::unexpected<Finding> JpegDecompressor::refusal() const {
  const auto row = std::ranges::find(kVerdicts, errors_.msg_code, &Verdict::message);
  if (row == kVerdicts.end()) return refuse(ImgCorrupt, "JPEG");
  if (row->code != ImgPixels) return refuse(row->code, std::string(row->detail));
  return refuse(ImgPixels, fmt::format("{} x {}", info_.image_width, info_.image_height));
}

}  // namespace vermilion::pipeline::codec
