#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vermilion::service::server {

// A client on loopback that says what it likes, byte by byte.
class Wire {
 public:
  explicit Wire(std::uint16_t port, std::chrono::seconds patience = std::chrono::seconds(5));
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  [[nodiscard]] static bool can_reach(std::uint16_t port);

  void say(const std::string& text);
  void say_no_more();
  // All until the other side closes, or is silent for longer than there is patience.
  std::string hear();

 private:
  int socket_;
  bool connected_ = false;
};

// A scan sent by a client who may ask, with these lines of framing.
std::string scan_request(const std::string& framing, const std::string& body);

// Lines of framing by which one reader takes the body to be empty or broken, and another to be so
// many bytes long.
std::vector<std::string> framing_attacks(std::size_t hidden_bytes);

}  // namespace vermilion::service::server
