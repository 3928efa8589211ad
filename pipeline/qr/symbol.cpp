#include "pipeline/qr/symbol.hpp"

#include <iconv.h>

#include <string_view>

namespace vermilion::pipeline::qr {
namespace {

class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (usable()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // Nothing when a byte does not fit the encoding.
  std::optional<std::string> operator()(std::string text) {
    if (!usable()) return std::nullopt;
    std::string converted(text.size() * 4, '\0');
    char* in = text.data();
    char* out = converted.data();
    std::size_t in_left = text.size();
    std::size_t out_left = converted.size();
    if (iconv(handle_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1))
      return std::nullopt;
    converted.resize(converted.size() - out_left);
    return converted;
  }

 private:
  // iconv_open answers with this value, cast to a pointer, when it knows no such encoding.
  bool usable() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  iconv_t handle_;
};

constexpr const char* kGbk = "GB18030";

// Shift-JIS has leads below 0xA1 for common characters; GBK of plain Chinese has not: both bytes of
// a character are 0xA1 and above, and its lead is a row of Han characters or of punctuation.
bool looks_like_gbk(std::string_view payload) {
  bool any = false;
  for (std::size_t i = 0; i < payload.size(); ++i) {
    const auto lead = static_cast<unsigned char>(payload[i]);
    if (lead < 0x80) continue;
    if (i + 1 == payload.size()) return false;
    const auto trail = static_cast<unsigned char>(payload[++i]);
    const bool punctuation = lead >= 0xA1 && lead <= 0xA3;
    const bool han = lead >= 0xB0 && lead <= 0xF7;
    if ((!punctuation && !han) || trail < 0xA1) return false;
    any = true;
  }
  return any;
}

}  // namespace

std::optional<std::string> utf8_of(const std::string& payload) {
  if (auto text = Converter("UTF-8")(payload)) return text;
  if (!looks_like_gbk(payload)) return std::nullopt;
  return Converter(kGbk)(payload);
}

// The C library unloads an encoding some time after its last user has closed it.
void load_encodings() { static const Converter kKept{kGbk}; }

}  // namespace vermilion::pipeline::qr
