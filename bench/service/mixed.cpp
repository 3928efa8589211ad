#include "bench/service/mixed.hpp"

#include "service/demo/visitor.hpp"

#include <signal.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <thread>

namespace vermilion::service_load {
namespace {

using namespace std::chrono_literals;
using service::demo::OffTheScript;
using service::demo::Visitor;

constexpr std::size_t kHostileAtOnce = 200;  // files between two looks at the clock
constexpr unsigned kStrangers = 2;
constexpr unsigned kEach = 2;  // scans of one organisation on their way

void read_pages(const ADemo& demo, const std::stop_token& stop, std::size_t& pages) {
  constexpr std::array kPages{"/api/v1/catalogue", "/readyz?verbose", "/metrics", "/api/v1/me",
                              "/api/v1/nothing"};
  Visitor visitor(demo.port());
  while (!stop.stop_requested()) {
    static_cast<void>(visitor.ask("GET", kPages[pages++ % kPages.size()], {}, {}));
    std::this_thread::sleep_for(5ms);
  }
}

void kill_workers(const ADemo& demo, const std::stop_token& stop, std::size_t& killed) {
  while (!stop.stop_requested()) {
    const auto workers = demo.workers();
    if (!workers.empty()) killed += kill(workers.front(), SIGKILL) == 0 ? 1U : 0U;
    std::this_thread::sleep_for(2s);
  }
}

void add(Hostile& sum, const Hostile& more) {
  sum.answered.add(more.answered);
  for (const auto& [code, times] : more.codes) sum.codes[code] += times;
  sum.unnamed += more.unnamed;
  sum.restarted |= more.restarted;
}

void harm(const ADemo& demo, const std::vector<std::string>& scans, const std::stop_token& stop,
          Hostile& sum) {
  for (std::size_t from = 0; !stop.stop_requested();
       from = (from + kHostileAtOnce) % scans.size()) {
    const auto begin = scans.begin() + static_cast<std::ptrdiff_t>(from);
    const auto count = std::min(kHostileAtOnce, scans.size() - from);
    add(sum, inspected(demo, {begin, begin + static_cast<std::ptrdiff_t>(count)}, kStrangers));
  }
}

}  // namespace

std::vector<std::string> complaints_in(const std::string& text) {
  std::vector<std::string> complaints;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool reported = line.find("Sanitizer:") != std::string::npos ||
                          line.find(": runtime error: ") != std::string::npos;
    if (reported) complaints.push_back(line);
  }
  return complaints;
}

Mixed mixed_load(const Place& place, std::chrono::seconds how_long,
                 const std::filesystem::path& files) {
  Mixed mixed;
  ADemo demo(place);
  const auto scans = hostile_scans(2000, files);
  {
    std::jthread strangers(
        [&](const std::stop_token& stop) { harm(demo, scans, stop, mixed.hostile); });
    std::jthread reader([&](const std::stop_token& stop) { read_pages(demo, stop, mixed.pages); });
    std::jthread killer(
        [&](const std::stop_token& stop) { kill_workers(demo, stop, mixed.killed); });
    mixed.uploads = as_many_as_it_bears(demo, how_long, kEach);
    mixed.lost = demo.metric("vermilion_workers{what=\"lost\"}");
  }
  mixed.ended_with = demo.end();
  mixed.complaints = complaints_in(demo.said() + demo.log());
  return mixed;
}

}  // namespace vermilion::service_load
