#include "service/workers/frame.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace vermilion::service::workers {
namespace {

constexpr std::uint32_t kMagic = 0x56524d31;  // "VRM1"

struct Header {
  std::uint32_t magic = kMagic;
  Kind kind = Kind::Ready;
  std::uint64_t number = 0;
  std::uint64_t scan_bytes = 0;
  std::uint64_t payload_bytes = 0;
};
static_assert(sizeof(Header) == 32, "no padding crosses");

template <class Put>
bool put_all(std::string_view bytes, const Put& put) {
  while (!bytes.empty()) {
    const ssize_t done = put(bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

template <class Put>
bool put_frame(const Frame& frame, const Put& put) {
  const Header header{.kind = frame.kind,
                      .number = frame.number,
                      .scan_bytes = frame.scan_bytes,
                      .payload_bytes = frame.payload.size()};
  return put_all({reinterpret_cast<const char*>(&header), sizeof header}, put) &&
         put_all(frame.payload, put);
}

std::optional<Loss> fill(int descriptor, char* to, std::size_t bytes, const Wait& wait) {
  while (bytes > 0) {
    if (wait && !wait(descriptor)) return Loss::Late;
    const ssize_t got = read(descriptor, to, bytes);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return Loss::Ended;
    to += got;
    bytes -= static_cast<std::size_t>(got);
  }
  return std::nullopt;
}

bool is_sound(const Header& header) {
  return header.magic == kMagic && header.kind >= Kind::Ready && header.kind <= Kind::Redrawn &&
         header.payload_bytes <= kPayloadBytes;
}

}  // namespace

bool send_frame(int socket, const Frame& frame) {
  return put_frame(frame, [socket](const char* from, std::size_t bytes) {
    return send(socket, from, bytes, MSG_NOSIGNAL);
  });
}

bool write_frame(int pipe, const Frame& frame) {
  return put_frame(
      frame, [pipe](const char* from, std::size_t bytes) { return write(pipe, from, bytes); });
}

tl::expected<Frame, Loss> receive_frame(int descriptor, const Wait& wait) {
  std::array<char, sizeof(Header)> bytes{};
  if (const auto loss = fill(descriptor, bytes.data(), bytes.size(), wait)) {
    return tl::make_unexpected(*loss);
  }
  Header header;
  std::memcpy(&header, bytes.data(), bytes.size());
  if (!is_sound(header)) return tl::make_unexpected(Loss::Broken);
  Frame frame{.kind = header.kind, .number = header.number, .scan_bytes = header.scan_bytes};
  frame.payload.resize(header.payload_bytes);
  if (const auto loss = fill(descriptor, frame.payload.data(), frame.payload.size(), wait)) {
    return tl::make_unexpected(*loss);
  }
  return frame;
}

}  // namespace vermilion::service::workers
