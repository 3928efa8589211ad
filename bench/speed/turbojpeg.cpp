#include "bench/speed/turbojpeg.hpp"

#include <turbojpeg.h>

#include <stdexcept>

namespace vermilion::speed {
namespace {

const unsigned char* raw(std::span<const std::byte> bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

void demand(int status, tjhandle handle) {
  if (status != 0) throw std::runtime_error(tjGetErrorStr2(handle));
}

}  // namespace

void BgrDecoder::Destroy::operator()(void* handle) const {
  tjDestroy(handle);
}

BgrDecoder::BgrDecoder() : handle_(tjInitDecompress()) {}

void BgrDecoder::decode(std::span<const std::byte> jpeg) {
  int width = 0;
  int height = 0;
  int subsampling = 0;
  int colours = 0;
  demand(tjDecompressHeader3(handle_.get(), raw(jpeg), jpeg.size(), &width, &height, &subsampling,
                             &colours),
         handle_.get());
  const std::size_t pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  if (bgr_.size() < 3 * pixels) bgr_.resize(3 * pixels);
  demand(tjDecompress2(handle_.get(), raw(jpeg), jpeg.size(), bgr_.data(), width, 0, height,
                       TJPF_BGR, 0),
         handle_.get());
}

std::vector<std::byte> white_jpeg(int side) {
  const std::vector<unsigned char> white(static_cast<std::size_t>(side * side), 255);
  const tjhandle handle = tjInitCompress();
  unsigned char* jpeg = nullptr;
  unsigned long size = 0;
  const int status =
      tjCompress2(handle, white.data(), side, 0, side, TJPF_GRAY, &jpeg, &size, TJSAMP_GRAY, 90, 0);
  const auto bytes = std::as_bytes(std::span(jpeg, size));
  std::vector<std::byte> file(bytes.begin(), bytes.end());
  tjFree(jpeg);
  tjDestroy(handle);
  if (status != 0) throw std::runtime_error("libjpeg-turbo writes no JPEG");
  return file;
}

}  // namespace vermilion::speed
