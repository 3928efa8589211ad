#include "pipeline/intake/intake.hpp"

#include "pipeline/intake/bmp_header.hpp"
#include "pipeline/intake/jpeg_header.hpp"
#include "pipeline/intake/png_header.hpp"
#include "pipeline/intake/sniff.hpp"
#include "pipeline/limits.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace vermilion::pipeline::intake {
namespace {

using enum FindingCode;

Finding found(FindingCode code) {
  Finding found = finding(code);
  found.check = "intake";
  return found;
}

Finding wrong_type(const Kind& kind) {
  Finding wrong = found(FmtType);
  wrong.words["detected"] = kind.name;
  return wrong;
}

Finding too_large(std::size_t bytes, std::size_t max_bytes) {
  Finding large = found(FmtSize);
  large.value = static_cast<double>(bytes);
  large.threshold = static_cast<double>(max_bytes);
  return large;
}

std::optional<Finding> mismatch(const Kind& kind, std::string_view file) {
  std::string extension = extension_of(file);
  const std::string_view named = kind_of_extension(extension);
  if (named.empty() || named == kind.name) return std::nullopt;
  Finding differs = found(FmtMismatch);
  differs.words["detected"] = kind.name;
  differs.words["extension"] = std::move(extension);
  return differs;
}

tl::expected<Header, Finding> read_header(ImageFormat format, std::span<const std::byte> bytes) {
  switch (format) {
    case ImageFormat::Jpeg:
      return read_jpeg_header(bytes);
    case ImageFormat::Png:
      return read_png_header(bytes);
    case ImageFormat::Bmp:
      return read_bmp_header(bytes);
  }
  return {};
}

}  // namespace

Intake examine(std::span<const std::byte> bytes, std::string_view file, std::size_t max_bytes) {
  if (bytes.empty()) return {.header = {}, .findings = {found(FmtEmpty)}};
  const Kind kind = sniff(bytes);
  if (!kind.format) return {.header = {}, .findings = {wrong_type(kind)}};

  Intake intake;
  if (auto differs = mismatch(kind, file)) intake.findings.push_back(std::move(*differs));

  const std::size_t bound = std::min(max_bytes, limits::kFileBytesCeiling);
  if (bytes.size() > bound) {
    intake.findings.push_back(too_large(bytes.size(), bound));
    return intake;
  }
  if (auto header = read_header(*kind.format, bytes)) {
    intake.header = *header;
  } else {
    intake.findings.push_back(std::move(header.error()));
  }
  return intake;
}

}  // namespace vermilion::pipeline::intake
