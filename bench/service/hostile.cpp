#include "bench/service/hostile.hpp"

#include "samples/hostile/honest.hpp"
#include "samples/hostile/hostile.hpp"
#include "service/demo/visitor.hpp"
#include "service/transport/client.hpp"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <random>
#include <thread>

namespace vermilion::service_load {
namespace {

namespace fs = std::filesystem;
using samples::hostile::Bytes;
using service::demo::Json;

std::string text_of_bytes(const Bytes& bytes) {
  return {bytes.begin(), bytes.end()};
}

// One to eight changes, as radamsa makes them: a byte, a stretch left out, a stretch twice, an end.
std::string mutant(std::string bytes, std::mt19937& random) {
  const auto place = [&] { return random() % std::max<std::size_t>(bytes.size(), 1); };
  const auto stretch = [&](std::size_t from) { return 1 + random() % (bytes.size() - from); };
  for (unsigned change = 0; change <= random() % 8 && bytes.size() > 1; ++change) {
    const std::size_t at = place();
    switch (random() % 4) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, std::min<std::size_t>(stretch(at), 64));
        break;
      case 2:
        bytes.insert(at, bytes.substr(at, std::min<std::size_t>(stretch(at), 64)));
        break;
      default:
        bytes.resize(std::max<std::size_t>(at, 1));
    }
  }
  return bytes;
}

std::string media_type_of(const std::string& bytes) {
  if (bytes.starts_with("\xFF\xD8")) return "image/jpeg";
  if (bytes.starts_with("\x89PNG")) return "image/png";
  if (bytes.starts_with("BM")) return "image/bmp";
  return "application/octet-stream";
}

// What the answer calls it: a problem's code, else the first finding, else the verdict where
// nothing is wrong with it after all.
std::string named(const service::http::Answer& answer) {
  const Json said = Json::parse(answer.body, nullptr, /*allow_exceptions=*/false);
  if (!said.is_object()) return {};
  if (answer.status != 200) return said.value("code", "");
  for (const Json& finding : said.value("findings", Json::array())) {
    if (finding.at("level") == "block") return finding.at("code");
  }
  const std::string verdict = said.value("verdict", "");
  return verdict == "unreadable" ? std::string() : verdict;
}

class Asking {
 public:
  Asking(const ADemo& demo, Hostile& sum)
      : client_({.tls = false, .host = "127.0.0.1", .port = demo.port(), .prefix = {}},
                {.exchange = std::chrono::seconds(90)}),
        key_("Bearer " + demo.api_key()),
        sum_(sum) {}

  // What it was called.
  std::string ask(const std::string& scan) {
    const service::http::Request request{
        "POST",
        "/api/v1/inspections",
        {{"Authorization", key_}, {"Content-Type", media_type_of(scan)}},
        scan};
    const auto begun = Clock::now();
    const auto answer = client_.exchange(request);
    const double ms = ms_since(begun);
    const std::string code = answer ? named(*answer) : std::string();
    const std::scoped_lock lock(mutex_);
    sum_.answered.add(ms);
    if (code.empty())
      ++sum_.unnamed;
    else
      ++sum_.codes[code];
    return code;
  }

 private:
  service::transport::Client client_;
  std::string key_;
  std::mutex mutex_;
  Hostile& sum_;
};

void ask_for_each(Asking& asking, const std::vector<std::string>& scans, std::size_t from,
                  unsigned at_once) {
  std::atomic<std::size_t> next = from;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < at_once; ++i) {
    threads.emplace_back([&] {
      for (std::size_t which = next++; which < scans.size(); which = next++) {
        asking.ask(scans[which]);
      }
    });
  }
}

}  // namespace

std::vector<std::string> hostile_scans(std::size_t count, const fs::path& folder) {
  std::vector<std::string> scans;
  for (const auto& file : samples::hostile::hostile_files()) {
    scans.push_back(text_of_bytes(file.bytes));
  }
  std::vector<fs::path> paths;
  if (!folder.empty()) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  for (const auto& path : paths) scans.push_back(text_of(path));
  const auto honest = samples::hostile::honest_files();
  std::mt19937 random(6000);
  for (std::size_t i = 0; scans.size() < count; ++i) {
    scans.push_back(mutant(text_of_bytes(honest[i % honest.size()].bytes), random));
  }
  scans.resize(std::min(scans.size(), count));
  return scans;
}

Hostile inspected(const ADemo& demo, const std::vector<std::string>& scans, unsigned at_once) {
  Hostile sum;
  Hostile warm;
  // Models, pools and buffers are there once a tenth has passed; from then on it must not grow.
  const std::size_t first = scans.size() / 10;
  Asking warming(demo, warm);
  ask_for_each(warming, {scans.begin(), scans.begin() + static_cast<std::ptrdiff_t>(first)}, 0,
               at_once);
  sum.resident_before_mib = demo.resident_mib();
  const double lost_before = demo.metric("vermilion_workers{what=\"lost\"}");
  Asking asking(demo, sum);
  ask_for_each(asking, scans, first, at_once);
  sum.answered.add(warm.answered);
  for (const auto& [code, times] : warm.codes) sum.codes[code] += times;
  sum.unnamed += warm.unnamed;
  sum.resident_after_mib = demo.resident_mib();
  sum.workers_lost = demo.metric("vermilion_workers{what=\"lost\"}") - lost_before;
  sum.restarted = !demo.lives();
  return sum;
}

Replaced replaced(const ADemo& demo, std::size_t times) {
  const std::string scan = text_of_bytes(samples::hostile::honest_files().front().bytes);
  Hostile first;
  const std::string expected = Asking(demo, first).ask(scan);
  Replaced sum;
  for (std::size_t i = 0; i < times; ++i) {
    Hostile alive;
    Hostile killed;
    sum.wrong += Asking(demo, alive).ask(scan) == expected ? 0U : 1U;
    for (const pid_t worker : demo.workers()) kill(worker, SIGKILL);
    sum.wrong += Asking(demo, killed).ask(scan) == expected ? 0U : 1U;
    sum.alive.add(alive.answered);
    sum.killed.add(killed.answered);
  }
  return sum;
}

}  // namespace vermilion::service_load
