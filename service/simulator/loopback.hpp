#pragma once

#include "service/http/message.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace vermilion::service::simulator {

// Nothing: the request was taken, its answer is lost on the way.
using Answering = std::function<std::optional<http::Answer>(const http::Request&)>;

// HTTP on 127.0.0.1, one request to a connection, bodies of at most a megabyte. Answers on several
// threads at once, until it is gone.
class Loopback {
 public:
  // Port 0: one that is free. Throws std::runtime_error when the port is taken.
  Loopback(std::uint16_t port, Answering answering);
  ~Loopback();

  [[nodiscard]] std::uint16_t port() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace vermilion::service::simulator
