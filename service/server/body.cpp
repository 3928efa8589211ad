#include "service/server/body.hpp"

#include <algorithm>

namespace vermilion::service::server {

using Clock = std::chrono::steady_clock;

tl::expected<std::vector<std::byte>, Problem> read_body(std::uint64_t announced, std::size_t most,
                                                        const ReadSome& read,
                                                        std::chrono::milliseconds within) {
  if (announced > most) return tl::make_unexpected(Problem{Fault::BodyTooLarge});
  constexpr std::size_t kPart =
      64 * 1024;  // what is announced may never come: nothing is set aside
  const auto deadline = Clock::now() + within;
  std::vector<std::byte> body;
  while (body.size() < announced) {
    const std::size_t done = body.size();
    body.resize(std::min<std::size_t>(announced, done + kPart));
    const std::size_t got = read(std::span(body).subspan(done));
    body.resize(done + got);
    if (got == 0) return tl::make_unexpected(Problem{Fault::BodyTruncated});
    if (Clock::now() > deadline) return tl::make_unexpected(Problem{Fault::BodyLate});
  }
  return body;
}

}  // namespace vermilion::service::server
