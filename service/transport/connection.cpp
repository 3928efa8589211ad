#include "service/transport/connection.hpp"

#include "service/transport/address.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <sys/socket.h>

#include <algorithm>
#include <csignal>
#include <functional>

namespace vermilion::service::transport {
namespace {

namespace net = Poco::Net;
using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

// Everything a partner's certificates have been signed with since 2015; MD5 and RC4 are out.
constexpr const char* kCiphers = "HIGH:!aNULL:!MD5:!RC4";
constexpr int kChainMax = 9;

net::Context::Ptr context_with(const std::string& roots_file) {
  const bool of_the_system = roots_file.empty();
  net::Context::Ptr context =
      new net::Context(net::Context::TLS_CLIENT_USE, roots_file, net::Context::VERIFY_STRICT,
                       kChainMax, of_the_system, kCiphers);
  context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
  return context;
}

// OpenSSL writes to its socket without MSG_NOSIGNAL; a partner that hangs up must not end us.
void survive_hang_ups() {
  static const auto kBefore = std::signal(SIGPIPE, SIG_IGN);
  static_cast<void>(kBefore);
}

constexpr const char* kTooLong = "took too long";

// What goes out at once: one record of TLS.
constexpr std::size_t kPieceMax = 16 * 1024;

bool may_be_reached(const net::SocketAddress& address, const Bounds& bounds) {
  const net::IPAddress host = address.host();
  const auto* bytes = static_cast<const std::byte*>(host.addr());
  return !bounds.public_only || is_public({bytes, static_cast<std::size_t>(host.length())});
}

// The name only: the text of an exception may quote what was sent.
std::string words_on(const Poco::Exception& exception) {
  return exception.name();
}

}  // namespace

struct Connection::Socket {
  net::StreamSocket stream;
  Clock::time_point deadline;

  microseconds left() const {
    const auto time = std::chrono::duration_cast<microseconds>(deadline - Clock::now());
    return std::max(time, microseconds(0));
  }

  // False when the deadline came first.
  bool wait_for(int mode) { return left().count() > 0 && stream.poll(left().count(), mode); }

  // Does `act` until it gives a count; a negative one means that it could not be done yet, and so
  // does a timeout of the moment, which is how Poco says it over TLS.
  tl::expected<std::size_t, std::string> patiently(int mode, const std::function<int()>& act) {
    do {
      try {
        if (const int count = act(); count >= 0) return static_cast<std::size_t>(count);
      } catch (const Poco::TimeoutException&) {
      }
    } while (wait_for(mode));
    return tl::unexpected(std::string(kTooLong));
  }
};

Connection::Connection(std::unique_ptr<Socket> socket) : socket_(std::move(socket)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

tl::expected<Connection, std::string> Connection::open(const Endpoint& endpoint,
                                                       const Bounds& bounds,
                                                       const std::string& roots_file) try {
  survive_hang_ups();
  auto socket = std::make_unique<Socket>();
  socket->deadline = Clock::now() + bounds.exchange;
  const net::SocketAddress address(endpoint.host, endpoint.port);
  if (!may_be_reached(address, bounds)) {
    return tl::unexpected(std::string("is no address of the internet"));
  }
  const Poco::Timespan connect_in(microseconds(std::min(bounds.connect, bounds.exchange)).count());
  if (!endpoint.tls) {
    socket->stream.connect(address, connect_in);
    socket->stream.setBlocking(false);
    return Connection(std::move(socket));
  }
  net::SecureStreamSocket secure(context_with(roots_file));
  secure.setPeerHostName(endpoint.host);
  secure.setLazyHandshake(true);
  secure.connect(address, connect_in);
  secure.setBlocking(false);
  // Poco shall not wait by itself: it counts each byte's time anew.
  secure.setReceiveTimeout(0);
  secure.setSendTimeout(0);
  socket->stream = secure;
  const auto shake_hands = [&] { return secure.completeHandshake(); };
  if (const auto shaken = socket->patiently(net::Socket::SELECT_READ, shake_hands); !shaken) {
    return tl::unexpected(shaken.error());
  }
  secure.verifyPeerCertificate(endpoint.host);
  return Connection(std::move(socket));
} catch (const Poco::TimeoutException&) {
  return tl::unexpected(std::string(kTooLong));
} catch (const Poco::Exception& exception) {
  return tl::unexpected(words_on(exception));
} catch (const std::exception&) {
  return tl::unexpected(std::string("could not connect"));
}

tl::expected<void, std::string> Connection::send(std::string_view bytes) try {
  while (!bytes.empty()) {
    // Poco calls a full buffer an I/O error: look before writing.
    if (!socket_->wait_for(net::Socket::SELECT_WRITE)) return tl::unexpected(std::string(kTooLong));
    const auto count = socket_->patiently(net::Socket::SELECT_WRITE, [&] {
      const auto size = std::min(bytes.size(), kPieceMax);
      return socket_->stream.sendBytes(bytes.data(), static_cast<int>(size), MSG_NOSIGNAL);
    });
    if (!count) return tl::unexpected(count.error());
    bytes.remove_prefix(*count);
  }
  return {};
} catch (const Poco::TimeoutException&) {
  return tl::unexpected(std::string(kTooLong));
} catch (const Poco::Exception& exception) {
  return tl::unexpected(words_on(exception));
} catch (const std::exception&) {
  return tl::unexpected(std::string("could not send"));
}

tl::expected<std::size_t, std::string> Connection::receive(std::span<char> buffer) try {
  return socket_->patiently(net::Socket::SELECT_READ, [&] {
    return socket_->stream.receiveBytes(buffer.data(), static_cast<int>(buffer.size()));
  });
} catch (const Poco::TimeoutException&) {
  return tl::unexpected(std::string(kTooLong));
} catch (const Poco::Exception& exception) {
  return tl::unexpected(words_on(exception));
} catch (const std::exception&) {
  return tl::unexpected(std::string("could not receive"));
}

}  // namespace vermilion::service::transport
