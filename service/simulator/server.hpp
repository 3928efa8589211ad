#pragma once

#include "service/simulator/loopback.hpp"
#include "service/simulator/partners.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace vermilion::service::simulator {

struct ServerOptions {
  std::uint16_t port = 8077;     // 0: one that is free
  std::filesystem::path folder;  // where invoices go through
  // Who else lives there: what he does not know (nothing) goes to the partners. May be unset.
  Answering neighbour = {};
};

// The partners on loopback: their wire on the paths they have, the page at "/". Callbacks go out on
// a thread of their own, by their time, each tried up to five times until it is answered well.
class Server {
 public:
  // Throws std::runtime_error when the port is taken. `partners` must outlive it.
  Server(Partners& partners, const ServerOptions& options);
  ~Server();

  std::uint16_t port() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace vermilion::service::simulator
