#pragma once

#include "service/transport/client.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::service::transport {

// A connection with one deadline for everything that is done over it. Poco's exceptions end here;
// an error is a few words on what failed.
class Connection {
 public:
  // Connected and, where the endpoint asks for it, with the partner's certificate verified.
  [[nodiscard]] static tl::expected<Connection, std::string> open(const Endpoint& endpoint,
                                                                  const Bounds& bounds,
                                                                  const std::string& roots_file);
  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  [[nodiscard]] tl::expected<void, std::string> send(std::string_view bytes);
  // How many bytes came; zero when the partner has closed.
  [[nodiscard]] tl::expected<std::size_t, std::string> receive(std::span<char> buffer);

 private:
  struct Socket;
  explicit Connection(std::unique_ptr<Socket> socket);
  std::unique_ptr<Socket> socket_;
};

}  // namespace vermilion::service::transport
