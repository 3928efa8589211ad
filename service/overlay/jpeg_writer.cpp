#include "service/overlay/jpeg_writer.hpp"

#include <jerror.h>
#include <jpeglib.h>

#include <array>
#include <cassert>
#include <csetjmp>
#include <cstdio>
#include <exception>
#include <memory>

namespace vermilion::service::overlay {
namespace {

// libjpeg leaves by longjmp: nothing with a destructor may live in the frames it jumps over.
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

// Where the bytes go. libjpeg's own destination in memory loses its buffer when encoding fails.
struct Sink {
  jpeg_destination_mgr base;
  std::array<JOCTET, 65'536> chunk;
  std::vector<std::byte> bytes;

  void renew() {
    base.next_output_byte = chunk.data();
    base.free_in_buffer = chunk.size();
  }

  // No exception may pass through libjpeg's frames.
  bool take(std::size_t count) noexcept try {
    const auto* begin = reinterpret_cast<const std::byte*>(chunk.data());
    bytes.insert(bytes.end(), begin, begin + count);
    return true;
  } catch (const std::exception&) {
    return false;
  }
};

void move_on(j_compress_ptr codec, std::size_t count) {
  auto* sink = reinterpret_cast<Sink*>(codec->dest);
  if (!sink->take(count)) {
    codec->err->msg_code = JERR_OUT_OF_MEMORY;
    codec->err->error_exit(reinterpret_cast<j_common_ptr>(codec));
  }
  sink->renew();
}

extern "C" void begin_output(j_compress_ptr codec) {
  reinterpret_cast<Sink*>(codec->dest)->renew();
}

extern "C" boolean empty_output(j_compress_ptr codec) {
  move_on(codec, reinterpret_cast<Sink*>(codec->dest)->chunk.size());
  return TRUE;
}

extern "C" void end_output(j_compress_ptr codec) {
  const auto* sink = reinterpret_cast<Sink*>(codec->dest);
  move_on(codec, sink->chunk.size() - sink->base.free_in_buffer);
}

class Compressor {
 public:
  Compressor() {
    codec_.err = jpeg_std_error(&failure_.base);
    failure_.base.error_exit = leave;
    failure_.base.output_message = say_nothing;
    sink_.base.init_destination = begin_output;
    sink_.base.empty_output_buffer = empty_output;
    sink_.base.term_destination = end_output;
  }
  ~Compressor() { jpeg_destroy_compress(&codec_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  bool compress(const cv::Mat& picture, int quality) {
    if (setjmp(failure_.back) != 0) return false;
    jpeg_create_compress(&codec_);
    codec_.dest = &sink_.base;
    codec_.image_width = static_cast<JDIMENSION>(picture.cols);
    codec_.image_height = static_cast<JDIMENSION>(picture.rows);
    codec_.input_components = picture.channels();
    codec_.in_color_space = picture.channels() == 4 ? JCS_EXT_BGRX : JCS_EXT_BGR;
    jpeg_set_defaults(&codec_);
    jpeg_set_quality(&codec_, quality, TRUE);
    jpeg_start_compress(&codec_, TRUE);
    while (codec_.next_scanline < codec_.image_height) {
      const auto y = static_cast<int>(codec_.next_scanline);
      auto* row = const_cast<JSAMPLE*>(picture.ptr<JSAMPLE>(y));  // read only, whatever its type
      jpeg_write_scanlines(&codec_, &row, 1);
    }
    jpeg_finish_compress(&codec_);
    return true;
  }

  std::vector<std::byte> bytes() && { return std::move(sink_.bytes); }
  std::string complaint() const { return failure_.message; }

 private:
  jpeg_compress_struct codec_{};
  Failure failure_{};
  Sink sink_{};
};

}  // namespace

tl::expected<std::vector<std::byte>, std::string> encode_jpeg(const cv::Mat& picture, int quality) {
  assert(picture.type() == CV_8UC3 || picture.type() == CV_8UC4);
  const auto compressor = std::make_unique<Compressor>();
  if (!compressor->compress(picture, quality)) {
    return tl::make_unexpected(compressor->complaint());
  }
  return std::move(*compressor).bytes();
}

}  // namespace vermilion::service::overlay
