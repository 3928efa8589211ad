#include "tests/service/server/wire.hpp"

#include "tests/service/server/a_server.hpp"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace vermilion::service::server {

Wire::Wire(std::uint16_t port, std::chrono::seconds patience)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  connected_ = connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  const timeval silence{patience.count(), 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &silence, sizeof silence);
}

Wire::~Wire() {
  close(socket_);
}

bool Wire::can_reach(std::uint16_t port) {
  return Wire(port).connected_;
}

void Wire::say(const std::string& text) {
  (void)send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
}

void Wire::say_no_more() {
  shutdown(socket_, SHUT_WR);
}

std::string Wire::hear() {
  std::string heard;
  std::array<char, 4096> part{};
  for (ssize_t got = 0; (got = recv(socket_, part.data(), part.size(), 0)) > 0;) {
    heard.append(part.data(), static_cast<std::size_t>(got));
  }
  return heard;
}

std::string scan_request(const std::string& framing, const std::string& body) {
  return fmt::format(
      "POST /api/v1/inspections HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\n"
      "Content-Type: image/jpeg\r\nConnection: close\r\n{}\r\n{}",
      kClientKey, framing, body);
}

std::vector<std::string> framing_attacks(std::size_t hidden_bytes) {
  const std::string all = std::to_string(hidden_bytes);
  std::vector<std::string> attacks;
  for (const char* coding :
       {"chunked", "Chunked", "chunked, identity", "identity, chunked", "xchunked", "chunked;a=b",
        "\"chunked\"", " chunked", "chunked ", "\tchunked", "identity", "gzip, chunked", ""}) {
    attacks.push_back("Transfer-Encoding: " + std::string(coding) + "\r\nContent-Length: " + all +
                      "\r\n");
  }
  for (const char* line : {"Transfer-Encoding : chunked", "Transfer-Encoding\t: chunked",
                           " Transfer-Encoding: chunked", "X: y\r\n Transfer-Encoding: chunked",
                           "X: y\nTransfer-Encoding: chunked", "X: y\rTransfer-Encoding: chunked",
                           "Transfer_Encoding: chunked",
                           "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"}) {
    attacks.push_back(std::string(line) + "\r\nContent-Length: " + all + "\r\n");
  }
  for (const std::string length : {"+0", "-5", "0x0", "00", "0 ", "0,0", "0, 5", "0.0", "1e1", "",
                                   "18446744073709551616", "９"}) {
    attacks.push_back("Content-Length: " + length + "\r\n");
    attacks.push_back("Content-Length: " + length + "\r\nContent-Length: " + all + "\r\n");
  }
  attacks.push_back("Content-Length: 0\r\nContent-Length: " + all + "\r\n");
  attacks.push_back("Content-Length: " + all + "\r\nContent-Length: 0\r\n");
  attacks.push_back("Content-Length : " + all + "\r\n");
  attacks.push_back("a\r\nContent-Length: " + all + "\r\n");
  return attacks;
}

}  // namespace vermilion::service::server
