#include "service/simulator/server.hpp"

#include "service/simulator/page.hpp"
#include "service/simulator/postman.hpp"
#include "service/simulator/tax_office.hpp"

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

http::Answer html(std::string page) {
  return {200,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Cache-Control", "no-store"},
           {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
           {"X-Content-Type-Options", "nosniff"}},
          std::move(page)};
}

class Desk {
 public:
  Desk(Partners& partners, std::filesystem::path folder)
      : partners_(partners), folder_(std::move(folder)) {}

  http::Answer answer(const http::Request& request) {
    if (request.path == "/" && request.method == "GET") return page({});
    if (request.path == "/do" && request.method == "POST") return pressed(request.body);
    return partners_.answer(request);
  }

  bool takes_the_answer(const http::Request& request) {
    const bool is_ours = request.path == "/" || request.path == "/do";
    return !is_ours && partners_.takes_the_answer();
  }

 private:
  http::Answer page(std::string_view done) {
    return html(page_of(partners_.book(), partners_.mischief(), done));
  }

  http::Answer pressed(const std::string& form) {
    if (form.starts_with("act=invoices&")) {
      const auto now = effects::real_stamps()().now;
      const int issued = issue_invoices(folder_ / "invoices", now);
      return page(fmt::format("开具发票 {} 张", issued));
    }
    const auto done = press(form, partners_);
    if (!done) return {400, {{"Content-Type", "text/plain"}}, "no such button\n"};
    return page(*done);
  }

  Partners& partners_;
  const std::filesystem::path folder_;
};

// The request was taken; its answer is lost on the way.
void hang_up(net::HTTPServerRequest& request) {
  static_cast<net::HTTPServerRequestImpl&>(request).socket().shutdown();
}

class Handler final : public net::HTTPRequestHandler {
 public:
  explicit Handler(Desk& desk) : desk_(desk) {}

  void handleRequest(net::HTTPServerRequest& from, net::HTTPServerResponse& to) override {
    const http::Request request = request_in(from);
    const bool swallow = desk_.takes_the_answer(request);
    const http::Answer answer = desk_.answer(request);
    if (swallow) {
      hang_up(from);
    } else {
      send(to, answer);
    }
  }

 private:
  Desk& desk_;
};

class Handlers final : public net::HTTPRequestHandlerFactory {
 public:
  explicit Handlers(Desk& desk) : desk_(desk) {}
  net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
    return new Handler(desk_);  // Poco deletes it
  }

 private:
  Desk& desk_;
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

struct Server::Inside {
  Inside(Partners& partners, const ServerOptions& options)
      : desk(partners, options.folder),
        socket(socket_on(options.port)),
        server(new Handlers(desk), socket, habits()),
        postman(partners) {
    server.start();
  }
  ~Inside() { server.stopAll(true); }

  Desk desk;
  net::ServerSocket socket;
  net::HTTPServer server;
  Postman postman;
};

Server::Server(Partners& partners, const ServerOptions& options)
    : inside_(std::make_unique<Inside>(partners, options)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return inside_->socket.address().port();
}

}  // namespace vermilion::service::simulator
