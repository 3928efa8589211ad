#include "pipeline/intake/png_header.hpp"

#include "pipeline/intake/byte_reader.hpp"
#include "pipeline/intake/density.hpp"
#include "pipeline/intake/dimensions.hpp"
#include "pipeline/intake/refuse.hpp"
#include "pipeline/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace vermilion::pipeline::intake {
namespace {

using enum FindingCode;
using Step = tl::expected<void, Finding>;

constexpr std::size_t kSignatureBytes = 8;
constexpr std::size_t kFrameBytes = 12;  // length, type and check sum around a chunk's data
constexpr std::size_t kLongestChunk = 0x7FFF'FFFF;
constexpr int kPalette = 3;

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Bit 5 of the first letter, "a" against "A", marks what a decoder may pass over.
bool is_ancillary(std::string_view type) {
  return type[0] >= 'a';
}

int channels_of(int colour_type) {
  switch (colour_type) {
    case 0:
    case kPalette:
      return 1;
    case 2:
      return 3;
    case 4:
      return 2;
    case 6:
      return 4;
    default:
      return 0;
  }
}

bool depth_fits(int depth, int colour_type) {
  if (depth == 8) return true;
  if (depth == 16) return colour_type != kPalette;
  return (depth == 1 || depth == 2 || depth == 4) && channels_of(colour_type) == 1;
}

struct Chunk {
  std::string_view type;
  ByteReader data;
};

class Walk {
 public:
  explicit Walk(ByteReader bytes) : bytes_(bytes) {}

  tl::expected<Header, Finding> to_the_end() {
    while (!ended_) {
      if (const auto step = next(); !step) return tl::unexpected(step.error());
    }
    return checked();
  }

 private:
  Step next() {
    if (++chunks_ > limits::kChunks) {
      return refuse(ImgChunks, fmt::format("chunks > {}", limits::kChunks));
    }
    if (!bytes_.has(at_, kFrameBytes)) return refuse(ImgTruncated, chunks_ == 1 ? "IHDR" : "IEND");
    const std::size_t length = bytes_.u32(at_);
    const std::string_view type = bytes_.part(at_ + 4, 4).text();
    if (length > kLongestChunk || !std::ranges::all_of(type, is_letter)) {
      return refuse(ImgCorrupt, fmt::format("chunk {}", chunks_));
    }
    if (is_ancillary(type) && length > limits::kAncillaryBytes) {
      return refuse(ImgChunks, fmt::format("{} > {}", type, limits::kAncillaryBytes));
    }
    if (!bytes_.has(at_, length + kFrameBytes)) return refuse(ImgTruncated, std::string(type));
    const Chunk chunk{type, bytes_.part(at_ + 8, length)};
    at_ += length + kFrameBytes;
    return take(chunk);
  }

  Step take(const Chunk& chunk) {
    if (chunk.type == "CgBI") return refuse(ImgVariant, "CgBI");  // Xcode's, not PNG any more
    if ((chunk.type == "IHDR") != (chunks_ == 1)) return refuse(ImgCorrupt, "IHDR");
    if (chunk.type == "IHDR") return take_header(chunk.data);
    if (chunk.type == "acTL") return refuse(ImgVariant, "APNG");
    if (chunk.type == "PLTE") has_palette_ = true;
    if (chunk.type == "IDAT") idat_bytes_ += chunk.data.size();
    if (chunk.type == "pHYs") take_density(chunk.data);
    ended_ = chunk.type == "IEND";
    return {};
  }

  Step take_header(ByteReader data) {
    const std::int64_t width = data.u32(0);
    const std::int64_t height = data.u32(4);
    depth_ = data.u8(8);
    colour_type_ = data.u8(9);
    const bool is_known_coding = data.u8(10) == 0 && data.u8(11) == 0 && data.u8(12) <= 1;
    if (data.size() != 13 || !is_known_coding || channels_of(colour_type_) == 0 ||
        !depth_fits(depth_, colour_type_)) {
      return refuse(ImgCorrupt, "IHDR");
    }
    if (auto fits = check_dimensions(width, height); !fits) return fits;
    header_.width = static_cast<int>(width);
    header_.height = static_cast<int>(height);
    return {};
  }

  void take_density(ByteReader data) {
    constexpr int kPerMetre = 1;
    if (data.u8(8) == kPerMetre) header_.density_dpi = plausible_dpi(data.u32(0) / kInchesPerMetre);
  }

  tl::expected<Header, Finding> checked() const {
    if (colour_type_ == kPalette && !has_palette_) return refuse(ImgCorrupt, "PLTE");
    if (idat_bytes_ == 0) return refuse(ImgCorrupt, "IDAT");
    if (idat_bytes_ < fewest_idat_bytes()) return refuse(ImgTruncated, "IDAT");
    return header_;
  }

  // Deflate writes at best 258 bytes as two bits (RFC 1951), so a small file that promises a large
  // picture cannot hold it.
  std::size_t fewest_idat_bytes() const {
    constexpr std::size_t kInflation = 258 * 8 / 2;
    const auto pixels = static_cast<std::size_t>(header_.width) * header_.height;
    return pixels * channels_of(colour_type_) * depth_ / 8 / kInflation;
  }

  ByteReader bytes_;
  std::size_t at_ = kSignatureBytes;
  bool ended_ = false;
  Header header_{.format = ImageFormat::Png};
  int chunks_ = 0;
  int depth_ = 0;
  int colour_type_ = 0;
  bool has_palette_ = false;
  std::size_t idat_bytes_ = 0;
};

}  // namespace

tl::expected<Header, Finding> read_png_header(std::span<const std::byte> bytes) {
  return Walk(ByteReader(bytes, ByteOrder::Big)).to_the_end();
}

}  // namespace vermilion::pipeline::intake
