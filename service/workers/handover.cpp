#include "service/workers/handover.hpp"

#include <sys/socket.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>

namespace vermilion::service::workers {
namespace {

constexpr std::size_t kControlBytes = CMSG_SPACE(kHandoverDescriptors * sizeof(int));

std::vector<Descriptor> descriptors_in(msghdr& message) {
  std::vector<Descriptor> taken;
  for (cmsghdr* each = CMSG_FIRSTHDR(&message); each != nullptr;
       each = CMSG_NXTHDR(&message, each)) {
    if (each->cmsg_level != SOL_SOCKET || each->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (each->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int number = -1;
      std::memcpy(&number, CMSG_DATA(each) + i * sizeof(int), sizeof number);
      taken.emplace_back(number);
    }
  }
  return taken;
}

}  // namespace

bool hand_over(int socket, std::string_view text, std::span<const int> descriptors) {
  assert(!text.empty() && text.size() <= kHandoverBytes);
  assert(descriptors.size() <= kHandoverDescriptors);
  alignas(cmsghdr) std::array<char, kControlBytes> control{};
  std::string copy(text);
  iovec part{copy.data(), copy.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (!descriptors.empty()) {
    message.msg_control = control.data();
    message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr* rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(rights), descriptors.data(), descriptors.size_bytes());
  }
  ssize_t sent = -1;
  do {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(copy.size());
}

std::optional<Handover> take_over(int socket) {
  alignas(cmsghdr) std::array<char, kControlBytes> control{};
  Handover taken;
  taken.text.resize(kHandoverBytes);
  iovec part{taken.text.data(), taken.text.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t got = -1;
  do {
    got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) return std::nullopt;
  taken.text.resize(static_cast<std::size_t>(got));
  taken.descriptors = descriptors_in(message);
  return taken;
}

}  // namespace vermilion::service::workers
