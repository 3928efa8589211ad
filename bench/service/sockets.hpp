#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

// Bare connections to this machine, from an address of the caller's choosing: 127.0.0.0/8 is ours,
// so many clients can be played that nginx counts apart.
namespace vermilion::service_load {

class Socket {
 public:
  Socket() = default;
  // -1 in it where the other side would not.
  Socket(const std::string& from, std::uint16_t port, bool waits);
  ~Socket();
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&& other) noexcept;
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool open() const { return descriptor_ >= 0; }
  // Whether the other side still listens, as far as one can know without waiting.
  [[nodiscard]] bool is_held() const;
  bool say(const std::string& text) const;
  // Takes at most so many bytes of what has come, and does not wait for more.
  void take(std::size_t bytes) const;
  // All there is to hear, at most so long.
  [[nodiscard]] std::string hear(int most_ms) const;
  void close();

 private:
  int descriptor_ = -1;
};

}  // namespace vermilion::service_load
