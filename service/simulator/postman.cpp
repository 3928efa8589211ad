#include "service/simulator/postman.hpp"

#include "service/transport/client.hpp"

#include <utility>

namespace vermilion::service::simulator {
namespace {

using namespace std::chrono_literals;

constexpr auto kRound = 20ms;
constexpr auto kAgain = 2s;
constexpr int kTriesMax = 5;

struct Address {
  std::string base;
  std::string path;
};

// "http://127.0.0.1:8080" and "/callbacks/wechat"
Address parted(const std::string& url) {
  const std::size_t host = url.find("//");
  const std::size_t path = host == std::string::npos ? host : url.find('/', host + 2);
  if (path == std::string::npos) return {url, "/"};
  return {url.substr(0, path), url.substr(path)};
}

bool was_taken(const Callback& callback) {
  const auto [base, path] = parted(callback.url);
  const auto endpoint = transport::endpoint_of(base);
  if (!endpoint) return true;  // nowhere to bring it: once is enough
  http::Request request = callback.request;
  request.path = path;
  const auto answer = transport::Client(*endpoint, {.exchange = 5s}).exchange(request);
  return answer && answer->status >= 200 && answer->status < 300;
}

}  // namespace

Postman::Postman(Partners& partners) : partners_(partners), thread_([this] { walk(); }) {}

Postman::~Postman() {
  stop_ = true;
  thread_.join();
}

void Postman::walk() {
  while (!stop_) {
    collect();
    if (letters_.empty() || letters_.begin()->first > Clock::now()) {
      std::this_thread::sleep_for(kRound);
      continue;
    }
    deliver(letters_.extract(letters_.begin()).mapped());
  }
}

void Postman::collect() {
  for (auto& delivery : partners_.take_deliveries()) {
    const auto due = Clock::now() + delivery.after;
    letters_.emplace(due, Letter{std::move(delivery)});
  }
}

// Whoever forges does not try again.
void Postman::deliver(Letter letter) {
  if (was_taken(letter.delivery.callback) || letter.delivery.forged) return;
  if (++letter.tries < kTriesMax) letters_.emplace(Clock::now() + kAgain, std::move(letter));
}

}  // namespace vermilion::service::simulator
