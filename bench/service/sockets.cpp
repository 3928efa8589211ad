#include "bench/service/sockets.hpp"

#include "bench/service/times.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace vermilion::service_load {
namespace {

sockaddr_in address(const std::string& host, std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  return address;
}

}  // namespace

Socket::Socket(const std::string& from, std::uint16_t port, bool waits)
    : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | (waits ? 0 : SOCK_NONBLOCK), 0)) {
  // The port only with the other end known, or 1,000 connections use up what there are.
  const int late = 1;
  setsockopt(descriptor_, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &late, sizeof late);
  const sockaddr_in ours = address(from, 0);
  const sockaddr_in theirs = address("127.0.0.1", port);
  const bool bound = bind(descriptor_, reinterpret_cast<const sockaddr*>(&ours), sizeof ours) == 0;
  const bool called = bound && (connect(descriptor_, reinterpret_cast<const sockaddr*>(&theirs),
                                        sizeof theirs) == 0 ||
                                !waits);
  if (!called) close();
}

Socket::~Socket() {
  close();
}

Socket::Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

void Socket::close() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

bool Socket::is_held() const {
  char byte = 0;
  const auto heard = recv(descriptor_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return open() && (heard > 0 || (heard < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)));
}

bool Socket::say(const std::string& text) const {
  return send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(text.size());
}

void Socket::take(std::size_t bytes) const {
  std::array<char, 16 * 1024> some{};
  while (bytes > 0) {
    const auto got = recv(descriptor_, some.data(), std::min(bytes, some.size()), MSG_DONTWAIT);
    if (got <= 0) return;
    bytes -= static_cast<std::size_t>(got);
  }
}

std::string Socket::hear(int most_ms) const {
  std::string heard;
  const auto begun = Clock::now();
  std::array<char, 64 * 1024> some{};
  for (;;) {
    const int left = most_ms - static_cast<int>(ms_since(begun));
    pollfd asked{descriptor_, POLLIN, 0};
    if (left <= 0 || poll(&asked, 1, left) <= 0) return heard;
    const auto got = recv(descriptor_, some.data(), some.size(), 0);
    if (got <= 0) return heard;
    heard.append(some.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace vermilion::service_load
