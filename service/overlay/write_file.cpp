#include "service/overlay/write_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace vermilion::service::overlay {
namespace {

// Zero, or the error's number.
int write_all(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return errno;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const int error = written ? 0 : errno;
  // What was buffered is written here: a full disk may show only now.
  const bool closed = std::fclose(file) == 0;
  return closed || !written ? error : errno;
}

}  // namespace

tl::expected<void, std::string> write_file(const std::filesystem::path& path,
                                           std::span<const std::byte> bytes) {
  const std::filesystem::path part = path.string() + ".part";
  std::error_code error(write_all(part, bytes), std::generic_category());
  if (!error) std::filesystem::rename(part, path, error);
  if (!error) return {};
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  return tl::make_unexpected(fmt::format("{}: {}", path.string(), error.message()));
}

}  // namespace vermilion::service::overlay
