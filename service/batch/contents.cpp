#include "service/batch/contents.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

namespace vermilion::service::batch {
namespace {

// Large enough that a scan takes a few calls, small enough not to matter for a pipe.
constexpr std::size_t kChunkBytes = 262'144;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

tl::unexpected<std::string> last_error() {
  return tl::make_unexpected(std::generic_category().message(errno));
}

// Zero for a pipe, a terminal or a device: their size shows at the end.
std::size_t size_on_disk(std::FILE* stream) {
  struct stat status {};
  const int descriptor = fileno(stream);
  if (descriptor < 0 || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

tl::expected<Contents, std::string> read_file(const std::string& path, std::size_t cap) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return last_error();
  return read_stream(file.get(), cap);
}

tl::expected<Contents, std::string> read_stream(std::FILE* stream, std::size_t cap) {
  Contents contents;
  const std::size_t size = size_on_disk(stream);
  contents.bytes.reserve(std::min(size, cap));
  while (contents.bytes.size() < cap) {
    const std::size_t held = contents.bytes.size();
    const std::size_t wanted = std::min(kChunkBytes, cap - held);
    contents.bytes.resize(held + wanted);
    const std::size_t got = std::fread(contents.bytes.data() + held, 1, wanted, stream);
    contents.bytes.resize(held + got);
    if (got < wanted) break;
  }
  if (std::ferror(stream) != 0) return last_error();
  contents.reached_cap = contents.bytes.size() == cap;
  contents.size = contents.reached_cap ? std::max(size, cap) : contents.bytes.size();
  return contents;
}

}  // namespace vermilion::service::batch
