#include "bench/service/crowd.hpp"

#include "bench/service/sockets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace vermilion::service_load {
namespace {

using namespace std::chrono_literals;

constexpr const char* kHonest = "127.0.0.2";
constexpr std::size_t kAddresses = 200;  // of the crowd: five connections each, none stands out
constexpr auto kDrip = 3s;               // between two bytes: well within what nginx bears
constexpr auto kLook = 250ms;
constexpr auto kBetween = 50ms;  // twenty honest requests a second
constexpr int kPatience_ms = 5000;

std::string head(std::string_view asked, std::string_view more) {
  return fmt::format("{} HTTP/1.1\r\nHost: vermilion.example\r\n{}\r\n", asked, more);
}

// What an honest visitor asks for: something to read, and something with a body.
std::string honest_request(std::size_t number) {
  if (number % 2 == 0) return head("GET /api/v1/catalogue", "Connection: close\r\n");
  constexpr std::string_view kBody = R"({"credit_code": "91360000158261429W"})";
  return head("POST /api/v1/credit-codes",
              fmt::format("Connection: close\r\nContent-Type: application/json\r\n"
                          "Content-Length: {}\r\n",
                          kBody.size())) +
         std::string(kBody);
}

std::string opening(Dawdling how) {
  switch (how) {
    case Dawdling::Header:
      return "GET /api/v1/catalogue HTTP/1.1\r\nHost: vermilion.example\r\n";
    case Dawdling::Body:
      return head("POST /api/v1/sessions",
                  "Content-Type: application/json\r\nContent-Length: 4000\r\n");
    case Dawdling::Idle:
      break;
    case Dawdling::Reading:
      break;
  }
  return head("GET /api/v1/catalogue", "");
}

std::string drop(Dawdling how) {
  if (how == Dawdling::Header) return "X-More: more\r\n";
  return how == Dawdling::Body ? " " : "";
}

struct Member {
  Socket socket;
  bool has_spoken = false;
};

class Crowd {
 public:
  Crowd(Dawdling how, std::size_t size, std::uint16_t port)
      : how_(how), port_(port), members_(size) {}

  void dawdle(const std::atomic<bool>& over, Calm& calm) {
    auto next_drop = Clock::now();
    while (!over) {
      const bool drips = Clock::now() >= next_drop;
      if (drips) next_drop += kDrip;
      std::size_t held = 0;
      for (std::size_t i = 0; i < members_.size(); ++i) held += look_after(i, drips, calm) ? 1 : 0;
      calm.held_most = std::max(calm.held_most, held);
      std::this_thread::sleep_for(kLook);
    }
  }

 private:
  // Whether it is still borne; who is not comes back with a new connection.
  bool look_after(std::size_t which, bool drips, Calm& calm) {
    Member& member = members_[which];
    const bool held = member.socket.open() && (!member.has_spoken || is_borne(member));
    if (!held) {
      member = {Socket(fmt::format("127.0.1.{}", 1 + which % kAddresses), port_, /*waits=*/false),
                false};
      ++calm.begun;
      return false;
    }
    if (!member.has_spoken) {
      member.has_spoken = member.socket.say(opening(how_));
    } else if (drips && !drop(how_).empty()) {
      (void)member.socket.say(drop(how_));
    }
    return true;
  }

  [[nodiscard]] bool is_borne(const Member& member) const {
    if (how_ == Dawdling::Reading) member.socket.take(1);
    if (how_ == Dawdling::Idle) member.socket.take(1 << 20);
    return member.socket.is_held();
  }

  Dawdling how_;
  std::uint16_t port_;
  std::vector<Member> members_;
};

// Counted from when it was due, so that one that waits for the one before it is not taken for fast.
void ask_once(std::size_t number, Clock::time_point due, std::uint16_t port, Calm& calm) {
  const Socket socket(kHonest, port, /*waits=*/true);
  const bool said = socket.open() && socket.say(honest_request(number));
  const std::string heard = said ? socket.hear(kPatience_ms) : std::string();
  calm.honest.add(ms_since(due));
  if (heard.starts_with("HTTP/1.1 20")) return;
  calm.failed.push_back(heard.empty() ? "no answer" : heard.substr(0, heard.find('\r')));
}

}  // namespace

Calm honest_among(Dawdling how, std::size_t connections, std::uint16_t port,
                  std::chrono::seconds how_long) {
  Calm calm;
  Calm of_the_crowd;
  std::atomic<bool> over = false;
  std::jthread crowd([&] { Crowd(how, connections, port).dawdle(over, of_the_crowd); });
  std::this_thread::sleep_for(3s);  // until all of it is there
  const auto until = Clock::now() + how_long;
  std::size_t number = 0;
  for (auto next = Clock::now(); next < until; next += kBetween) {
    std::this_thread::sleep_until(next);
    ask_once(number++, next, port, calm);
  }
  over = true;
  crowd.join();
  calm.held_most = of_the_crowd.held_most;
  calm.begun = of_the_crowd.begun;
  return calm;
}

}  // namespace vermilion::service_load
