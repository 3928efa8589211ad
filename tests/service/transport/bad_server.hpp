#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>

namespace Poco::Net {
class StreamSocket;
class ServerSocket;
}  // namespace Poco::Net

namespace vermilion::tests {

// A certificate of its own for one name, signed by itself: chain and private key as PEM.
struct SelfSigned {
  std::string certificate;
  std::string key;
};
[[nodiscard]] SelfSigned self_signed_for(const std::string& name);

// A server on loopback that takes one connection and does with it as it is told.
class BadServer {
 public:
  using Deed = std::function<void(Poco::Net::StreamSocket&)>;

  explicit BadServer(Deed deed);
  // Over TLS, with files of a certificate and its key.
  BadServer(Deed deed, const std::string& certificate_file, const std::string& key_file);
  ~BadServer();

  std::uint16_t port() const { return port_; }
  std::string url(const std::string& scheme = "http") const;

 private:
  void start(Poco::Net::ServerSocket socket, Deed deed);

  std::uint16_t port_ = 0;
  std::thread thread_;
};

// Reads until the head of a request is there, and gives it.
std::string read_request(Poco::Net::StreamSocket& socket);
// Sends it all, or as much as the other side takes.
void send_text(Poco::Net::StreamSocket& socket, const std::string& text);

}  // namespace vermilion::tests
