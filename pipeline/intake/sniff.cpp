#include "pipeline/intake/sniff.hpp"

#include "pipeline/intake/byte_reader.hpp"

#include <algorithm>
#include <array>

namespace vermilion::pipeline::intake {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t at;
  std::string_view bytes;
  Kind kind;
};

// The three we read, then what people upload in their place: the first match wins.
constexpr std::array kMagics{
    Magic{0, "\xFF\xD8\xFF"sv, {"JPEG", ImageFormat::Jpeg}},
    Magic{0, "\x89PNG\r\n\x1A\n"sv, {"PNG", ImageFormat::Png}},
    Magic{0, "BM"sv, {"BMP", ImageFormat::Bmp}},
    Magic{0, "GIF8"sv, {"GIF", {}}},
    Magic{0, "II*\0"sv, {"TIFF", {}}},
    Magic{0, "MM\0*"sv, {"TIFF", {}}},
    Magic{0, "II+\0"sv, {"TIFF", {}}},
    Magic{8, "WEBP"sv, {"WebP", {}}},
    Magic{0, "%PDF-"sv, {"PDF", {}}},
    Magic{4, "ftypheic"sv, {"HEIC", {}}},
    Magic{4, "ftypheix"sv, {"HEIC", {}}},
    Magic{4, "ftypmif1"sv, {"HEIC", {}}},
    Magic{4, "ftypavif"sv, {"AVIF", {}}},
    Magic{4, "ftyp"sv, {"MP4", {}}},
    Magic{0, "PK\3\4"sv, {"ZIP", {}}},  // also Word, Excel and OFD
    Magic{0, "PK\5\6"sv, {"ZIP", {}}},
    Magic{0, "Rar!\x1A\7"sv, {"RAR", {}}},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, {"7z", {}}},
    Magic{0, "\x1F\x8B"sv, {"gzip", {}}},
    Magic{0, "\xD0\xCF\x11\xE0"sv, {"MS Office", {}}},
    Magic{0, "8BPS"sv, {"PSD", {}}},
    Magic{4, "jP  \r\n\x87\n"sv, {"JPEG 2000", {}}},
    Magic{0, "\xFF\x4F\xFF\x51"sv, {"JPEG 2000", {}}},
    Magic{0, "\0\0\1\0"sv, {"ICO", {}}},
    Magic{0, "AT&TFORM"sv, {"DjVu", {}}},
    Magic{0, "MZ"sv, {"EXE", {}}},
    Magic{0,
          "\x7F"
          "ELF"sv,
          {"ELF", {}}},
};

struct Extension {
  std::string_view extension;
  std::string_view kind;
};

constexpr std::array kExtensions{
    Extension{".jpg", "JPEG"},  Extension{".jpeg", "JPEG"}, Extension{".jpe", "JPEG"},
    Extension{".jfif", "JPEG"}, Extension{".png", "PNG"},   Extension{".bmp", "BMP"},
    Extension{".dib", "BMP"},   Extension{".gif", "GIF"},   Extension{".tif", "TIFF"},
    Extension{".tiff", "TIFF"}, Extension{".webp", "WebP"}, Extension{".pdf", "PDF"},
    Extension{".heic", "HEIC"}, Extension{".zip", "ZIP"},   Extension{".rar", "RAR"},
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), [](char c) { return lower(c); });
  return lowered;
}

// FF stands in neither UTF-8 nor GBK.
bool is_control(char c) {
  constexpr std::string_view kSpaces = "\t\n\r\f";
  return (c >= 0 && c < ' ' && kSpaces.find(c) == kSpaces.npos) || c == '\x7F' || c == '\xFF';
}

bool is_text(std::string_view head) {
  return !head.empty() && std::ranges::none_of(head, is_control);
}

std::string_view without_leading_space(std::string_view text) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

std::string_view kind_of_text(std::string_view head) {
  const std::string text = lower(without_leading_space(head));
  if (text.starts_with("<!doctype html") || text.starts_with("<html")) return "HTML";
  if (text.find("<svg") != std::string::npos) return "SVG";
  if (text.starts_with("<?xml")) return "XML";
  return "text";
}

}  // namespace

Kind sniff(std::span<const std::byte> bytes) {
  const ByteReader reader(bytes, ByteOrder::Big);
  const auto matches = [&](const Magic& magic) {
    return reader.from(magic.at).starts_with(magic.bytes);
  };
  const auto known = std::ranges::find_if(kMagics, matches);
  if (known != kMagics.end()) return known->kind;

  constexpr std::size_t kHead = 512;  // enough for a byte order mark, a licence and the first tag
  const std::string_view head = reader.part(0, kHead).text();
  if (is_text(head)) return {kind_of_text(head), {}};
  return {"unknown", {}};
}

std::string extension_of(std::string_view file) {
  const auto at = file.find_last_of("./\\");
  if (at == std::string_view::npos || file[at] != '.') return {};
  return lower(file.substr(at));
}

std::string_view kind_of_extension(std::string_view extension) {
  const auto row = std::ranges::find(kExtensions, extension, &Extension::extension);
  return row == kExtensions.end() ? std::string_view{} : row->kind;
}

}  // namespace vermilion::pipeline::intake
