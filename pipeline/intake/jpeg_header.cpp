#include "pipeline/intake/jpeg_header.hpp"

#include "pipeline/intake/byte_reader.hpp"
#include "pipeline/intake/density.hpp"
#include "pipeline/intake/dimensions.hpp"
#include "pipeline/intake/exif.hpp"
#include "pipeline/intake/jpeg_marker.hpp"
#include "pipeline/intake/refuse.hpp"
#include "pipeline/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace vermilion::pipeline::intake {
namespace {

namespace marker = jpeg_marker;
using enum FindingCode;
using Step = tl::expected<void, Finding>;

struct Component {
  std::uint8_t id;
  int horizontal;
  int vertical;
  bool scanned = false;
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
  // A marker is FF and a code that is neither FF (fill) nor 00 (a stuffed data byte). Bytes before
  // it are passed over; the decoder minds them.
  std::optional<std::uint8_t> next_marker() {
    while (const auto found = bytes_.find(0xFF, at_)) {
      at_ = *found;
      while (bytes_.u8(at_) == 0xFF) ++at_;
      if (at_ >= bytes_.size()) break;
      if (const std::uint8_t code = bytes_.u8(at_++); code != 0) return code;
    }
    return std::nullopt;
  }

  Step next() {
    const auto code = next_marker();
    if (!code) return refuse(ImgTruncated, missing());
    if (*code == marker::kEoi) {
      ended_ = true;
      return {};
    }
    if (*code == marker::kSoi) return refuse(ImgCorrupt, "SOI");
    if (marker::stands_alone(*code)) return {};
    return segment(*code);
  }

  std::string missing() const {
    if (components_.empty()) return "SOF";
    return scans_ == 0 ? "SOS" : "EOI";
  }

  Step segment(std::uint8_t code) {
    if (scans_ == 0 && ++markers_ > limits::kMarkers) {
      return refuse(ImgChunks, fmt::format("markers > {}", limits::kMarkers));
    }
    const std::size_t length = bytes_.u16(at_);
    if (!bytes_.has(at_, std::max<std::size_t>(length, 2))) {
      return refuse(ImgTruncated, marker::name(code));
    }
    if (length < 2) return refuse(ImgCorrupt, marker::name(code));
    const ByteReader payload = bytes_.part(at_ + 2, length - 2);
    at_ += length;
    if (marker::is_frame(code)) return frame(code, payload);
    if (code == marker::kDhp) return refuse(ImgVariant, "DHP, hierarchical");
    if (code == marker::kSos) return scan(payload);
    if (code == marker::kApp0) read_jfif(payload);
    if (code == marker::kApp1) read_app1(payload);
    return {};
  }

  Step frame(std::uint8_t code, ByteReader payload) {
    if (!marker::is_read(code)) return refuse(ImgVariant, marker::variant(code));
    if (!components_.empty()) return refuse(ImgCorrupt, marker::name(code));
    const int precision = payload.u8(0);
    if (precision != 8) return refuse(ImgVariant, fmt::format("{} bit", precision));
    header_.height = payload.u16(1);
    header_.width = payload.u16(3);
    header_.progressive = code == marker::kSof2;
    if (auto fits = check_dimensions(header_.width, header_.height); !fits) return fits;
    return components(code, payload);
  }

  Step components(std::uint8_t code, ByteReader payload) {
    const std::size_t count = payload.u8(5);
    if (payload.size() != 6 + 3 * count) return refuse(ImgCorrupt, marker::name(code));
    if (count != 1 && count != 3 && count != 4) {
      return refuse(ImgVariant, fmt::format("components = {}", count));
    }
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = 6 + 3 * i;
      const int sampling = payload.u8(at + 1);
      components_.push_back({payload.u8(at), sampling >> 4, sampling & 15});
    }
    const auto is_sane = [](const Component& component) {
      return std::clamp(component.horizontal, 1, 4) == component.horizontal &&
             std::clamp(component.vertical, 1, 4) == component.vertical;
    };
    if (!std::ranges::all_of(components_, is_sane)) return refuse(ImgCorrupt, marker::name(code));
    return {};
  }

  Step scan(ByteReader payload) {
    ++scans_;
    const std::size_t count = payload.u8(0);
    if (count == 0 || payload.size() != 4 + 2 * count) return refuse(ImgCorrupt, "SOS");
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint8_t id = payload.u8(1 + 2 * i);
      const auto component = std::ranges::find(components_, id, &Component::id);
      if (component == components_.end()) return refuse(ImgCorrupt, "SOS");
      component->scanned = true;
    }
    pass_entropy_data();
    return {};
  }

  // To the marker that ends it: stuffed bytes (FF 00) and restart markers belong to the data.
  void pass_entropy_data() {
    const std::size_t begin = at_;
    while (const auto found = bytes_.find(0xFF, at_)) {
      at_ = *found;
      const std::uint8_t code = bytes_.u8(at_ + 1);
      const bool is_data = code == 0 || marker::is_restart(code);
      if (!is_data) {
        entropy_bytes_ += at_ - begin;
        return;
      }
      at_ += 2;
    }
    at_ = bytes_.size();
  }

  void read_jfif(ByteReader payload) {
    if (!payload.starts_with({"JFIF\0", 5})) return;
    const int unit = payload.u8(7);
    const double density = payload.u16(8);
    if (unit == 1) jfif_dpi_ = plausible_dpi(density);
    if (unit == 2) jfif_dpi_ = plausible_dpi(density * kCentimetresPerInch);
  }

  void read_app1(ByteReader payload) {
    constexpr std::string_view kExif{"Exif\0\0", 6};
    if (!payload.starts_with(kExif)) return;
    const ExifHints hints = read_exif(payload.from(kExif.size()));
    if (!header_.exif_rotation_deg) header_.exif_rotation_deg = hints.rotation_deg;
    if (!exif_dpi_) exif_dpi_ = hints.dpi;
  }

  tl::expected<Header, Finding> checked() {
    if (scans_ > limits::kScans) return too_many_scans();
    if (components_.empty()) return refuse(ImgTruncated, "SOF");
    if (!std::ranges::all_of(components_, &Component::scanned)) return refuse(ImgTruncated, "SOS");
    if (entropy_bytes_ < fewest_entropy_bytes()) return refuse(ImgTruncated, "SOS");
    header_.density_dpi = jfif_dpi_ ? jfif_dpi_ : exif_dpi_;
    return header_;
  }

  tl::expected<Header, Finding> too_many_scans() const {
    auto refusal = refuse(ImgScans, "SOS");
    refusal.value().value = scans_;
    refusal.value().threshold = limits::kScans;
    return refusal;
  }

  // Every block costs its first coefficient at least one bit. A header of 258 bytes that promises
  // 65535 x 65535 pixels is refused for that before a byte is allocated.
  std::size_t fewest_entropy_bytes() const {
    const int widest = std::ranges::max(components_, {}, &Component::horizontal).horizontal;
    const int tallest = std::ranges::max(components_, {}, &Component::vertical).vertical;
    std::size_t blocks = 0;
    for (const Component& component : components_) {
      blocks += blocks_along(header_.width, component.horizontal, widest) *
                blocks_along(header_.height, component.vertical, tallest);
    }
    return blocks / 8;
  }

  static std::size_t blocks_along(int side, int sampling, int most) {
    constexpr int kBlock = 8;
    return static_cast<std::size_t>((side * sampling + most * kBlock - 1) / (most * kBlock));
  }

  ByteReader bytes_;
  std::size_t at_ = 2;  // after SOI
  bool ended_ = false;
  Header header_{.format = ImageFormat::Jpeg};
  std::vector<Component> components_;
  int markers_ = 0;
  int scans_ = 0;
  std::size_t entropy_bytes_ = 0;
  std::optional<double> jfif_dpi_;
  std::optional<double> exif_dpi_;
};

}  // namespace

tl::expected<Header, Finding> read_jpeg_header(std::span<const std::byte> bytes) {
  return Walk(ByteReader(bytes, ByteOrder::Big)).to_the_end();
}

}  // namespace vermilion::pipeline::intake
