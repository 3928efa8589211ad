#include "samples/hostile/encode_jpeg.hpp"
#include "samples/hostile/encode_png.hpp"
#include "samples/hostile/hostile.hpp"

namespace vermilion::samples::hostile {
namespace {

constexpr std::string_view kPage =
    "<!DOCTYPE html>\n<html><body><script>alert(document.domain)</script></body></html>\n";

Bytes padded(std::string_view head, std::size_t size = 64) {
  Bytes bytes = bytes_of(head);
  bytes.resize(size);
  return bytes;
}

Bytes jpeg() {
  return encode_jpeg(sheet(60, 45), {});
}

Bytes png() {
  return encode_png(sheet(60, 45), {});
}

Bytes joined(Bytes first, const Bytes& second) {
  append(first, second);
  return first;
}

// A file of no entries: local header, central directory and end record would follow.
Bytes zip() {
  return padded({"PK\3\4\x14\0\0\0", 8});
}

void add_other_kinds(std::vector<File>& files) {
  files.push_back({"empty.jpg", {}});
  files.push_back({"one_byte.jpg", {0xFF}});
  files.push_back({"gif.jpg", padded("GIF89a")});
  files.push_back({"tiff.jpg", padded({"II*\0", 4})});
  files.push_back({"webp.jpg", padded({"RIFF\x38\0\0\0WEBPVP8 ", 16})});
  files.push_back({"heic.jpg", padded({"\0\0\0\x18"
                                       "ftypheic",
                                       12})});
  files.push_back({"pdf.jpg", padded("%PDF-1.7\n")});
  files.push_back({"zip.jpg", zip()});
  files.push_back({"rar.jpg", padded({"Rar!\x1A\x07\x01\x00", 8})});
  files.push_back({"html.jpg", bytes_of(kPage)});
  files.push_back(
      {"svg.jpg", bytes_of("<?xml version=\"1.0\"?>\n<svg "
                           "xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>\n")});
  files.push_back({"text.jpg", bytes_of("This is no picture.\n")});
  files.push_back({"zeros.jpg", Bytes(64)});
}

void add_two_kinds(std::vector<File>& files) {
  files.push_back({"png.jpg", png()});
  files.push_back(
      {"jpeg_with_html.jpg", with_segment(jpeg(), jpeg_segment(0xFE, bytes_of(kPage)))});
  files.push_back({"jpeg_then_zip.jpg", joined(jpeg(), zip())});
  files.push_back({"png_then_html.png", joined(png(), bytes_of(kPage))});
}

}  // namespace

std::vector<File> strangers() {
  std::vector<File> files;
  add_other_kinds(files);
  add_two_kinds(files);
  return files;
}

std::vector<File> hostile_files() {
  std::vector<File> files;
  for (const auto& kind : {hostile_jpegs(), hostile_pngs(), hostile_bmps(), strangers()}) {
    files.insert(files.end(), kind.begin(), kind.end());
  }
  return files;
}

}  // namespace vermilion::samples::hostile
