#include "service/simulator/loopback.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <fmt/format.h>

#include <array>
#include <istream>
#include <stdexcept>

namespace vermilion::service::simulator {
namespace {

namespace net = Poco::Net;

constexpr std::size_t kBodyMax = 1024 * 1024;

http::Request request_in(net::HTTPServerRequest& from) {
  http::Request request{from.getMethod(), from.getURI(), {}, {}};
  for (const auto& [name, value] : from) request.headers.push_back({name, value});
  std::array<char, 8192> buffer{};
  std::istream& body = from.stream();
  while (body.read(buffer.data(), buffer.size()), body.gcount() > 0) {
    request.body.append(buffer.data(), static_cast<std::size_t>(body.gcount()));
    if (request.body.size() > kBodyMax) break;
  }
  return request;
}

void send(net::HTTPServerResponse& to, const http::Answer& answer) {
  to.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(answer.status));
  for (const auto& [name, value] : answer.headers) to.set(name, value);
  to.setKeepAlive(false);
  if (answer.status == 204) {
    to.setContentLength(net::HTTPMessage::UNKNOWN_CONTENT_LENGTH);
    to.send();
    return;
  }
  to.sendBuffer(answer.body.data(), answer.body.size());
}

void hang_up(net::HTTPServerRequest& request) {
  static_cast<net::HTTPServerRequestImpl&>(request).socket().shutdown();
}

class Handler final : public net::HTTPRequestHandler {
 public:
  explicit Handler(const Answering& answering) : answering_(answering) {}

  void handleRequest(net::HTTPServerRequest& from, net::HTTPServerResponse& to) override {
    const auto answer = answering_(request_in(from));
    if (answer) {
      send(to, *answer);
    } else {
      hang_up(from);
    }
  }

 private:
  const Answering& answering_;
};

class Handlers final : public net::HTTPRequestHandlerFactory {
 public:
  explicit Handlers(const Answering& answering) : answering_(answering) {}
  net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
    return new Handler(answering_);  // Poco deletes it
  }

 private:
  const Answering& answering_;
};

net::ServerSocket socket_on(std::uint16_t port) try {
  return net::ServerSocket(net::SocketAddress("127.0.0.1", port));
} catch (const Poco::Exception& exception) {
  throw std::runtime_error(fmt::format("port {}: {}", port, exception.displayText()));
}

net::HTTPServerParams::Ptr habits() {
  net::HTTPServerParams::Ptr params = new net::HTTPServerParams;
  params->setKeepAlive(false);
  params->setMaxThreads(8);
  params->setMaxQueued(256);
  return params;
}

}  // namespace

struct Loopback::Inside {
  Inside(std::uint16_t port, Answering how)
      : answering(std::move(how)),
        socket(socket_on(port)),
        server(new Handlers(answering), socket, habits()) {
    server.start();
  }
  ~Inside() { server.stopAll(true); }

  const Answering answering;
  net::ServerSocket socket;
  net::HTTPServer server;
};

Loopback::Loopback(std::uint16_t port, Answering answering)
    : inside_(std::make_unique<Inside>(port, std::move(answering))) {}

Loopback::~Loopback() = default;

std::uint16_t Loopback::port() const {
  return inside_->socket.address().port();
}

}  // namespace vermilion::service::simulator
