#include "service/overlay/jpeg_writer.hpp"

#include <jpeglib.h>

#include <cassert>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace vermilion::service::overlay {
namespace {

// libjpeg leaves by longjmp: nothing with a destructor may live in the frame it jumps over.
struct Failure {
  jpeg_error_mgr base;
  std::jmp_buf back;
  char message[JMSG_LENGTH_MAX];
};

extern "C" void leave(j_common_ptr codec) {
  auto* failure = reinterpret_cast<Failure*>(codec->err);
  codec->err->format_message(codec, failure->message);
  std::longjmp(failure->back, 1);
}

extern "C" void say_nothing(j_common_ptr) {}

class Compressor {
 public:
  Compressor() {
    codec_.err = jpeg_std_error(&failure_.base);
    failure_.base.error_exit = leave;
    failure_.base.output_message = say_nothing;
  }
  ~Compressor() {
    jpeg_destroy_compress(&codec_);
    std::free(bytes_);
  }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  bool compress(const cv::Mat& picture, int quality) {
    if (setjmp(failure_.back) != 0) {
      // libjpeg may have replaced the buffer without telling: better lost than freed twice.
      bytes_ = nullptr;
      return false;
    }
    jpeg_create_compress(&codec_);
    jpeg_mem_dest(&codec_, &bytes_, &size_);
    codec_.image_width = static_cast<JDIMENSION>(picture.cols);
    codec_.image_height = static_cast<JDIMENSION>(picture.rows);
    codec_.input_components = picture.channels();
    codec_.in_color_space = picture.channels() == 4 ? JCS_EXT_BGRX : JCS_EXT_BGR;
    jpeg_set_defaults(&codec_);
    jpeg_set_quality(&codec_, quality, TRUE);
    jpeg_start_compress(&codec_, TRUE);
    while (codec_.next_scanline < codec_.image_height) {
      // libjpeg does not write to the rows; its type says otherwise.
      auto* row =
          const_cast<JSAMPLE*>(picture.ptr<JSAMPLE>(static_cast<int>(codec_.next_scanline)));
      jpeg_write_scanlines(&codec_, &row, 1);
    }
    jpeg_finish_compress(&codec_);
    return true;
  }

  std::vector<std::byte> bytes() const {
    const auto* begin = reinterpret_cast<const std::byte*>(bytes_);
    return {begin, begin + size_};
  }
  std::string complaint() const { return failure_.message; }

 private:
  jpeg_compress_struct codec_{};
  Failure failure_{};
  unsigned char* bytes_ = nullptr;
  unsigned long size_ = 0;
};

}  // namespace

tl::expected<std::vector<std::byte>, std::string> encode_jpeg(const cv::Mat& picture, int quality) {
  assert(picture.type() == CV_8UC3 || picture.type() == CV_8UC4);
  const auto compressor = std::make_unique<Compressor>();
  if (!compressor->compress(picture, quality)) {
    return tl::make_unexpected(compressor->complaint());
  }
  return compressor->bytes();
}

}  // namespace vermilion::service::overlay
