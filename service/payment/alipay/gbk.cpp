#include "service/payment/alipay/gbk.hpp"

#include <iconv.h>

#include <memory>

namespace vermilion::service::payment::alipay {
namespace {

constexpr const char* kGbk = "GB18030";
constexpr const char* kUtf8 = "UTF-8";

// Two bytes of GBK become three, four of GB18030 at most as many.
constexpr std::size_t kGrowthMax = 2;

std::optional<std::string> converted(std::string_view text, const char* to, const char* from) {
  struct Close {
    void operator()(void* handle) const { iconv_close(handle); }
  };
  const iconv_t handle = iconv_open(to, from);
  if (handle == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  const std::unique_ptr<void, Close> closing(handle);
  std::string bytes(text);
  std::string result(text.size() * kGrowthMax + 4, '\0');
  char* in = bytes.data();
  char* out = result.data();
  std::size_t in_left = bytes.size();
  std::size_t out_left = result.size();
  const std::size_t lossy = iconv(handle, &in, &in_left, &out, &out_left);
  if (lossy != 0) return std::nullopt;  // also where a byte does not fit: that is -1
  result.resize(result.size() - out_left);
  return result;
}

}  // namespace

std::optional<std::string> utf8_of_gbk(std::string_view text) {
  return converted(text, kUtf8, kGbk);
}

std::optional<std::string> gbk_of_utf8(std::string_view text) {
  return converted(text, kGbk, kUtf8);
}

}  // namespace vermilion::service::payment::alipay
