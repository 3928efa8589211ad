#include "bench/evaluate/turned_file.hpp"

#include <png.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <stdexcept>
#include <utility>

namespace vermilion::evaluate {
namespace {

using Bytes = std::vector<std::byte>;

struct Destroy {
  void operator()(void* handle) const { tjDestroy(handle); }
};
using Turbo = std::unique_ptr<void, Destroy>;

const unsigned char* raw(std::span<const std::byte> bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::size_t bytes_of(int width, int height) {
  return std::size_t{3} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

std::optional<Pixels> from_jpeg(std::span<const std::byte> file) {
  const Turbo turbo(tjInitDecompress());
  Pixels pixels;
  int subsampling = 0;
  int colours = 0;
  if (tjDecompressHeader3(turbo.get(), raw(file), file.size(), &pixels.width, &pixels.height,
                          &subsampling, &colours) != 0)
    return std::nullopt;
  pixels.rgb.resize(bytes_of(pixels.width, pixels.height));
  if (tjDecompress2(turbo.get(), raw(file), file.size(), pixels.rgb.data(), pixels.width, 0,
                    pixels.height, TJPF_RGB, 0) != 0)
    return std::nullopt;
  return pixels;
}

struct Png : png_image {
  Png() : png_image{} { version = PNG_IMAGE_VERSION; }
  ~Png() { png_image_free(this); }
  Png(const Png&) = delete;
  Png& operator=(const Png&) = delete;
};

std::optional<Pixels> from_png(std::span<const std::byte> file) {
  Png png;
  if (png_image_begin_read_from_memory(&png, file.data(), file.size()) == 0) return std::nullopt;
  png.format = PNG_FORMAT_RGB;
  Pixels pixels{static_cast<int>(png.width), static_cast<int>(png.height), {}};
  // White paper beneath what is transparent.
  pixels.rgb.assign(bytes_of(pixels.width, pixels.height), 255);
  if (png_image_finish_read(&png, nullptr, pixels.rgb.data(), 0, nullptr) == 0) return std::nullopt;
  return pixels;
}

Bytes png_of(const Pixels& pixels) {
  Png png;
  png.width = static_cast<png_uint_32>(pixels.width);
  png.height = static_cast<png_uint_32>(pixels.height);
  png.format = PNG_FORMAT_RGB;
  png.flags = PNG_IMAGE_FLAG_FAST;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
  Bytes bytes(size);
  if (png_image_write_to_memory(&png, bytes.data(), &size, 0, pixels.rgb.data(), 0, nullptr) == 0)
    throw std::runtime_error(png.message);
  bytes.resize(size);
  return bytes;
}

TJXOP operation_for(int clockwise_deg) {
  return clockwise_deg == 90 ? TJXOP_ROT90 : clockwise_deg == 180 ? TJXOP_ROT180 : TJXOP_ROT270;
}

// Nothing where blocks would have to be cut, and for what is no JPEG.
std::optional<Bytes> turned_jpeg(std::span<const std::byte> file, int clockwise_deg) {
  const Turbo turbo(tjInitTransform());
  tjtransform wanted{};
  wanted.op = operation_for(clockwise_deg);
  wanted.options = TJXOPT_PERFECT | TJXOPT_COPYNONE;
  unsigned char* jpeg = nullptr;
  unsigned long size = 0;
  const int failed = tjTransform(turbo.get(), raw(file), file.size(), 1, &jpeg, &size, &wanted, 0);
  const std::unique_ptr<unsigned char, decltype(&tjFree)> owner(jpeg, tjFree);
  if (failed != 0) return std::nullopt;
  const auto bytes = std::as_bytes(std::span(jpeg, size));
  return Bytes(bytes.begin(), bytes.end());
}

Pixels quarter_turned(const Pixels& pixels) {
  Pixels result{pixels.height, pixels.width, std::vector<unsigned char>(pixels.rgb.size())};
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) {
      const auto* from =
          &pixels.rgb[bytes_of(pixels.width, pixels.height - 1 - x) + bytes_of(y, 1)];
      std::copy_n(from, 3, &result.rgb[bytes_of(result.width, y) + bytes_of(x, 1)]);
    }
  }
  return result;
}

}  // namespace

std::optional<Pixels> pixels_of(std::span<const std::byte> file) {
  auto pixels = from_jpeg(file);
  return pixels ? pixels : from_png(file);
}

Pixels turned(const Pixels& pixels, int clockwise_deg) {
  assert(clockwise_deg >= 0 && clockwise_deg % 90 == 0);
  Pixels result = pixels;
  for (int deg = 0; deg < clockwise_deg; deg += 90) result = quarter_turned(result);
  return result;
}

std::optional<TurnedFile> turned_file(std::span<const std::byte> file, int clockwise_deg) {
  if (auto jpeg = turned_jpeg(file, clockwise_deg)) return TurnedFile{std::move(*jpeg), "jpg"};
  const auto pixels = pixels_of(file);
  if (!pixels) return std::nullopt;
  return TurnedFile{png_of(turned(*pixels, clockwise_deg)), "png"};
}

}  // namespace vermilion::evaluate
