#include "service/server/server.hpp"

#include "service/server/dispatch.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>
#include <Poco/UUIDGenerator.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <istream>
#include <ostream>
#include <thread>

namespace vermilion::service::server {
namespace {

namespace net = Poco::Net;

ReadSome reader_of(std::istream& stream) {
  return [&stream](std::span<std::byte> into) -> std::size_t {
    stream.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(into.size()));
    return static_cast<std::size_t>(stream.gcount());
  };
}

Incoming incoming_of(net::HTTPServerRequest& request) {
  Incoming incoming{.id = Poco::UUIDGenerator::defaultGenerator().createRandom().toString(),
                    .method = request.getMethod(),
                    .target = request.getURI(),
                    .headers = {},
                    .read = reader_of(request.stream())};
  for (const auto& [name, value] : request) incoming.headers.push_back({name, value});
  return incoming;
}

// Each piece goes out as it comes. Where nobody takes them any more, no other is asked for.
void send_pieces(const http::Pieces& next, net::HTTPServerResponse& response) {
  response.setChunkedTransferEncoding(true);
  std::ostream& stream = response.send();
  while (stream) {
    const auto piece = next();
    if (!piece) return;
    stream << *piece << std::flush;
  }
  response.setKeepAlive(false);
}

void send(const Outgoing& outgoing, net::HTTPServerResponse& response) {
  const http::Answer& answer = outgoing.answer;
  response.setVersion(net::HTTPMessage::HTTP_1_1);  // else the client's own text is sent back
  response.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(answer.status));
  // Set-Cookie may stand twice.
  for (const http::Header& header : answer.headers) response.add(header.name, header.value);
  response.setKeepAlive(outgoing.keep_open);
  if (answer.pieces) return send_pieces(answer.pieces, response);
  response.setContentLength64(static_cast<Poco::Int64>(answer.body.size()));
  response.send() << answer.body;
}

class Handle : public net::HTTPRequestHandler {
 public:
  Handle(Resources& resources, std::atomic<int>& active) : resources_(resources), active_(active) {
    ++active_;
  }
  ~Handle() override { --active_; }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  // A client that is gone before its answer is no fault of anybody's.
  void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
    try {
      Outgoing outgoing = dispatch(incoming_of(request), resources_);
      outgoing.keep_open = outgoing.keep_open && request.getKeepAlive();
      send(outgoing, response);
    } catch (const Poco::Exception&) {
      response.setKeepAlive(false);
    }
  }

 private:
  Resources& resources_;
  std::atomic<int>& active_;
};

class MakeHandle : public net::HTTPRequestHandlerFactory {
 public:
  MakeHandle(Resources& resources, std::atomic<int>& active)
      : resources_(resources), active_(active) {}
  net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
    return new Handle(resources_, active_);  // Poco deletes it
  }

 private:
  Resources& resources_;
  std::atomic<int>& active_;
};

// A thousand visitors who come back in the same moment wait for a thread; nobody is turned away.
constexpr int kConnectionsWaiting = 4096;
constexpr rlim_t kFilesBesides = 1024;

// Each that waits is an open file, and what a shell allows is for programs that have few.
void make_room_for_connections() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = std::min(files.rlim_max,
                            std::max<rlim_t>(files.rlim_cur, kConnectionsWaiting + kFilesBesides));
  static_cast<void>(setrlimit(RLIMIT_NOFILE, &files));
}

// Not with a port that another shares: a second server would take half of the first one's requests.
net::ServerSocket listening_on(const net::SocketAddress& address) {
  net::ServerSocket socket;
  socket.bind(address, /*reuseAddress=*/true, /*reusePort=*/false);
  socket.listen(kConnectionsWaiting);
  return socket;
}

net::HTTPServerParams::Ptr parameters(unsigned threads) {
  net::HTTPServerParams::Ptr parameters = new net::HTTPServerParams;
  parameters->setMaxThreads(static_cast<int>(threads));
  parameters->setMaxQueued(kConnectionsWaiting);
  parameters->setTimeout(Poco::Timespan(30, 0));
  // Between two requests a connection holds a thread that others wait for.
  parameters->setKeepAliveTimeout(Poco::Timespan(10, 0));
  return parameters;
}

}  // namespace

struct Server::State {
  State(const net::ServerSocket& socket, unsigned threads, Resources& shared)
      : resources(shared),
        pool(1, static_cast<int>(threads)),
        server(new MakeHandle(shared, active), pool, socket, parameters(threads)) {}

  Resources& resources;
  std::atomic<int> active = 0;  // requests; connections that wait for one do not count
  Poco::ThreadPool pool;
  net::HTTPServer server;
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server::~Server() {
  if (state_) stop(std::chrono::milliseconds(0));
}

tl::expected<Server, std::string> Server::start(const Listen& listen, Resources& resources) {
  try {
    const net::SocketAddress address(listen.address, listen.port);
    if (!address.host().isLoopback()) {
      return tl::make_unexpected(fmt::format(
          "{} is not of this machine; listen on 127.0.0.1 and let nginx face the network",
          listen.address));
    }
    make_room_for_connections();
    auto state = std::make_unique<State>(listening_on(address), listen.threads, resources);
    state->server.start();
    return Server(std::move(state));
  } catch (const Poco::Exception& error) {
    return tl::make_unexpected(
        fmt::format("{}:{}: {}", listen.address, listen.port, error.displayText()));
  }
}

std::uint16_t Server::port() const {
  return state_->server.port();
}

bool Server::stop(std::chrono::milliseconds within) {
  using Clock = std::chrono::steady_clock;
  state_->resources.stopping = true;
  state_->server.stop();
  const auto deadline = Clock::now() + within;
  const auto busy = [this] { return state_->active > 0; };
  while (busy() && Clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  const bool all_ended = !busy();
  state_->server.stopAll(/*abortCurrent=*/true);
  state_->pool.joinAll();
  return all_ended;
}

}  // namespace vermilion::service::server
