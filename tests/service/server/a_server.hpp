#pragma once

#include "service/server/dispatch.hpp"
#include "service/server/resources.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

// A server without workers: what it inspects is a report the test brings.
namespace vermilion::service::server {

inline constexpr const char* kClientKey = "abc";  // of the client "desk"

struct AServer {
  AServer();

  std::vector<std::string> lines;  // of the log
  std::mutex mutex;
  std::atomic<int> inspected = 0;
  std::vector<std::size_t> sizes;  // of the scans
  pipeline::Report report;
  Resources resources;
};

http::Headers headers_of_a_client();

// A request whose body has arrived, or as much of it as `body` holds.
Incoming incoming(std::string method, std::string target, http::Headers headers = {},
                  std::string body = {});

}  // namespace vermilion::service::server
