#include "service/simulator/server.hpp"

#include "service/simulator/html.hpp"
#include "service/simulator/page.hpp"
#include "service/simulator/postman.hpp"
#include "service/simulator/tax_office.hpp"

#include <fmt/format.h>

namespace vermilion::service::simulator {
namespace {

class Desk {
 public:
  Desk(Partners& partners, const ServerOptions& options)
      : partners_(partners), folder_(options.folder), neighbour_(options.neighbour) {}

  std::optional<http::Answer> answer(const http::Request& request) {
    if (request.path == "/" && request.method == "GET") return page({});
    if (request.path == "/do" && request.method == "POST") return pressed(request.body);
    if (neighbour_) {
      if (auto answered = neighbour_(request)) return answered;
    }
    const bool swallow = partners_.takes_the_answer();
    auto answered = partners_.answer(request);
    if (swallow) return std::nullopt;
    return answered;
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
  const Answering neighbour_;
};

}  // namespace

struct Server::Inside {
  Inside(Partners& partners, const ServerOptions& options)
      : desk(partners, options),
        loopback(options.port,
                 [this](const http::Request& request) { return desk.answer(request); }),
        postman(partners) {}

  Desk desk;
  Loopback loopback;
  Postman postman;
};

Server::Server(Partners& partners, const ServerOptions& options)
    : inside_(std::make_unique<Inside>(partners, options)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return inside_->loopback.port();
}

}  // namespace vermilion::service::simulator
