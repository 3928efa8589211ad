#pragma once

#include "service/server/resources.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace vermilion::service::server {

struct Listen {
  std::string address = "127.0.0.1";  // of this machine: nginx faces the network
  std::uint16_t port = 8080;          // 0: any that is free
  unsigned threads = 32;  // requests at once; each waits for a worker or reads a body that has come
};

// Answers HTTP until it is stopped. Deadlines for clients that dawdle over their headers, limits by
// address and TLS are nginx's part: see nginx/.
class Server {
 public:
  // Refused is an address that is not of this machine, and a port that is taken.
  [[nodiscard]] static tl::expected<Server, std::string> start(const Listen& listen,
                                                               Resources& resources);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) = delete;
  ~Server();

  [[nodiscard]] std::uint16_t port() const;

  // Takes nothing new; what has begun has so long to end. Returns whether all of it did.
  bool stop(std::chrono::milliseconds within = std::chrono::seconds(20));

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace vermilion::service::server
