#include "service/transport/client.hpp"

#include "service/transport/connection.hpp"
#include "service/transport/wire.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace vermilion::service::transport {
namespace {

using Kind = Failure::Kind;

// "api.example.com: was cut"; the partner, never what was said.
tl::unexpected<Failure> failed(Kind kind, const Endpoint& endpoint, std::string_view why) {
  return tl::unexpected(Failure{kind, fmt::format("{}: {}", endpoint.authority(), why)});
}

Exchanged read_answer(Connection& connection, const Endpoint& endpoint, const Bounds& bounds) {
  AnswerReader reader(bounds.body_bytes_max);
  std::array<char, 16 * 1024> buffer{};
  auto state = AnswerReader::State::Wanting;
  while (state == AnswerReader::State::Wanting) {
    const auto count = connection.receive(buffer);
    if (!count) return failed(Kind::Unknown, endpoint, count.error());
    state = *count == 0 ? reader.end() : reader.feed({buffer.data(), *count});
  }
  if (state == AnswerReader::State::Whole) return reader.take();
  return failed(Kind::Unknown, endpoint, fmt::format("the answer {}", reader.complaint()));
}

}  // namespace

Client::Client(Endpoint endpoint, Bounds bounds, std::string roots_file)
    : endpoint_(std::move(endpoint)), bounds_(bounds), roots_file_(std::move(roots_file)) {}

Exchanged Client::exchange(const http::Request& request) const {
  const auto bytes = bytes_of(request, endpoint_);
  if (!bytes) return failed(Kind::NotSent, endpoint_, bytes.error());
  auto connection = Connection::open(endpoint_, bounds_, roots_file_);
  if (!connection) return failed(Kind::NotSent, endpoint_, connection.error());
  if (const auto sent = connection->send(*bytes); !sent) {
    return failed(Kind::Unknown, endpoint_, sent.error());
  }
  return read_answer(*connection, endpoint_, bounds_);
}

Carrier Client::carrier(Endpoint endpoint, Bounds bounds, std::string roots_file) {
  const auto client = std::make_shared<Client>(std::move(endpoint), bounds, std::move(roots_file));
  return [client](const http::Request& request) { return client->exchange(request); };
}

}  // namespace vermilion::service::transport
