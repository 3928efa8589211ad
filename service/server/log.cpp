#include "service/server/log.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <mutex>

namespace vermilion::service::server {
namespace {

std::string now_text() {
  const auto now =
      std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto second = std::chrono::time_point_cast<std::chrono::seconds>(now);
  return fmt::format("{:%FT%T}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(second)),
                     (now - second).count());
}

}  // namespace

Log log_to_standard_error() {
  return [](std::string_view event, const nlohmann::ordered_json& members) {
    static std::mutex mutex;
    nlohmann::ordered_json line{{"at", now_text()}, {"event", event}};
    line.update(members);
    const std::string text =
        line.dump(-1, ' ', /*ensure_ascii=*/true, nlohmann::json::error_handler_t::replace) + '\n';
    const std::scoped_lock lock(mutex);
    std::fwrite(text.data(), 1, text.size(), stderr);
  };
}

}  // namespace vermilion::service::server
