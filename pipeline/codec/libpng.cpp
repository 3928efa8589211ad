#include "pipeline/codec/libpng.hpp"

#include "pipeline/codec/refuse.hpp"
#include "pipeline/limits.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace vermilion::pipeline::codec {
namespace {

// What libpng says when the last IDAT ends before the last row.
constexpr std::string_view kRowsAreMissing = "Not enough image data";

PngReader& owner_of(png_structp png) {
  return *static_cast<PngReader*>(png_get_error_ptr(png));
}

// Messages about a chunk begin with its name: "IDAT: CRC error".
std::string chunk_of(std::string_view message) {
  constexpr std::size_t kNameLength = 4;
  if (message.find(": ") != kNameLength) return "PNG";
  return std::string(message.substr(0, kNameLength));
}

}  // namespace

PngReader::PngReader(std::span<const std::byte> bytes)
    : bytes_(bytes),
      png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, on_error, on_warning)),
      info_(png_ == nullptr ? nullptr : png_create_info_struct(png_)) {}

PngReader::~PngReader() {
  png_destroy_read_struct(&png_, &info_, nullptr);
}

bool PngReader::read_header() {
  if (info_ == nullptr) return false;
  return guard_.run([&] {
    png_set_read_fn(png_, this, on_read);
    set_limits();
    png_read_info(png_, info_);
    set_transformations();
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
  });
}

// Texts, profiles and the like are passed over unread: a compressed one may inflate to gigabytes.
// Their check sums are still held against their bytes.
void PngReader::set_limits() {
  png_set_user_limits(png_, limits::kSide, limits::kSide);
  png_set_chunk_malloc_max(png_, limits::kAncillaryBytes);
  png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
  png_set_crc_action(png_, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
}

void PngReader::set_transformations() {
  png_set_expand(png_);    // palettes, 1, 2 and 4 bits, and tRNS to alpha
  png_set_scale_16(png_);  // rounds; stripping the low byte would darken
}

bool PngReader::read_row(std::uint8_t* row) {
  return guard_.run([&] { png_read_row(png_, row, nullptr); });
}

bool PngReader::read_end() {
  return guard_.run([&] { png_read_end(png_, nullptr); });
}

int PngReader::width() const {
  return static_cast<int>(png_get_image_width(png_, info_));
}

int PngReader::height() const {
  return static_cast<int>(png_get_image_height(png_, info_));
}

int PngReader::channels() const {
  return png_get_channels(png_, info_);
}

tl::unexpected<Finding> PngReader::refusal() const {
  if (ran_out_) return refuse(FindingCode::ImgTruncated, "IEND");
  if (message_ == kRowsAreMissing) return refuse(FindingCode::ImgTruncated, "IDAT");
  return refuse(FindingCode::ImgCorrupt, chunk_of(message_));
}

void PngReader::on_error(png_structp png, png_const_charp message) {
  PngReader& reader = owner_of(png);
  std::strncpy(reader.message_, message, sizeof reader.message_ - 1);
  reader.guard_.leave();
}

// The library warns of what does not touch the pixels; what does is an error.
void PngReader::on_warning(png_structp, png_const_charp) {}

void PngReader::on_read(png_structp png, png_bytep into, std::size_t count) {
  auto& reader = *static_cast<PngReader*>(png_get_io_ptr(png));
  if (count > reader.bytes_.size()) {
    reader.ran_out_ = true;
    png_error(png, "end of data");
  }
  std::memcpy(into, reader.bytes_.data(), count);
  reader.bytes_ = reader.bytes_.subspan(count);
}

}  // namespace vermilion::pipeline::codec
