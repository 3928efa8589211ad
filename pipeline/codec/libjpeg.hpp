#pragma once

#include "pipeline/codec/guard.hpp"
#include "pipeline/finding.hpp"

#include <jpeglib.h>
#include <tl/expected.hpp>

#include <cstddef>
#include <cstdio>  // jpeglib.h needs FILE and does not say so
#include <span>

namespace vermilion::pipeline::codec {

// libjpeg's decompressor, reading from memory, with an error manager for which a warning is as
// fatal as an error unless it is one of those written down in libjpeg.cpp as harmless.
class JpegDecompressor {
 public:
  JpegDecompressor();
  ~JpegDecompressor();
  JpegDecompressor(const JpegDecompressor&) = delete;
  JpegDecompressor& operator=(const JpegDecompressor&) = delete;

  jpeg_decompress_struct& info() { return info_; }

  // First of all. The bytes must outlive the decompressor.
  [[nodiscard]] bool read_header(std::span<const std::byte> bytes);

  // Every later call into the library goes through here. False: it gave up, refusal() says why.
  template <class Step>
  [[nodiscard]] bool run(const Step& step) {
    return guard_.run(step);
  }

  tl::unexpected<Finding> refusal() const;

 private:
  static void on_error(j_common_ptr info);
  static void on_message(j_common_ptr info, int level);

  bool is_harmless();
  bool may_pass_over(int count, int next_marker);
  bool were_zeros(int count) const;

  std::span<const std::byte> bytes_;
  std::size_t passed_over_ = 0;
  bool has_surplus_rows_ = false;
  jpeg_error_mgr errors_{};
  jpeg_decompress_struct info_{};
  Guard guard_;
};

}  // namespace vermilion::pipeline::codec
