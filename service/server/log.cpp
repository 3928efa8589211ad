#include "service/server/log.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <system_error>
#include <utility>

namespace vermilion::service::server {
namespace {

std::string now_text() {
  const auto now =
      std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto second = std::chrono::time_point_cast<std::chrono::seconds>(now);
  return fmt::format("{:%FT%T}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(second)),
                     (now - second).count());
}

std::string line_of(std::string_view event, const nlohmann::ordered_json& members) {
  nlohmann::ordered_json line{{"at", now_text()}, {"event", event}};
  line.update(members);
  return line.dump(-1, ' ', /*ensure_ascii=*/true, nlohmann::json::error_handler_t::replace) + '\n';
}

// Line by line, so that who reads along misses nothing that has happened.
Log log_to(std::shared_ptr<std::FILE> file) {
  return [file = std::move(file), mutex = std::make_shared<std::mutex>()](
             std::string_view event, const nlohmann::ordered_json& members) {
    const std::string line = line_of(event, members);
    const std::scoped_lock lock(*mutex);
    std::fwrite(line.data(), 1, line.size(), file.get());
    std::fflush(file.get());
  };
}

}  // namespace

Log log_to_standard_error() {
  return log_to(std::shared_ptr<std::FILE>(stderr, [](std::FILE*) {}));
}

tl::expected<Log, std::string> log_to_file(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  std::FILE* stream = descriptor < 0 ? nullptr : fdopen(descriptor, "a");
  if (stream != nullptr) return log_to(std::shared_ptr<std::FILE>(stream, std::fclose));
  const std::error_code why(errno, std::generic_category());
  if (descriptor >= 0) close(descriptor);
  return tl::make_unexpected(fmt::format("{}: {}", file.string(), why.message()));
}

}  // namespace vermilion::service::server
