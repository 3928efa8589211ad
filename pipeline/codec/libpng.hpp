#pragma once

#include "pipeline/codec/guard.hpp"
#include "pipeline/finding.hpp"

#include <png.h>
#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace vermilion::pipeline::codec {

// libpng's reader over bytes in memory. Delivers rows of 8 bits a channel: grey or RGB, with or
// without alpha.
class PngReader {
 public:
  explicit PngReader(std::span<const std::byte> bytes);
  ~PngReader();
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  // Each of these is false when the library gave up; refusal() says why.
  [[nodiscard]] bool read_header();
  [[nodiscard]] bool read_row(std::uint8_t* row);
  [[nodiscard]] bool read_end();

  int width() const;
  int height() const;
  int channels() const;                   // 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha
  int passes() const { return passes_; }  // seven when interlaced, else one

  tl::unexpected<Finding> refusal() const;

 private:
  static void on_error(png_structp png, png_const_charp message);
  static void on_warning(png_structp png, png_const_charp message);
  static void on_read(png_structp png, png_bytep into, std::size_t count);

  void set_limits();
  void set_transformations();

  std::span<const std::byte> bytes_;  // what is left to read
  Guard guard_;
  char message_[64] = {};
  bool ran_out_ = false;
  png_structp png_;
  png_infop info_;
  int passes_ = 1;
};

}  // namespace vermilion::pipeline::codec
