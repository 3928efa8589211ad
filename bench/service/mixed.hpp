#pragma once

#include "bench/service/a_demo.hpp"
#include "bench/service/hostile.hpp"
#include "bench/service/reports.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::service_load {

// Everything at once, for a program built with sanitizers: applicants who hand in scans, strangers
// who hand in files made to do harm, people who read, workers that die, and at the end a stop in
// the midst of it.
struct Mixed {
  Sustained uploads;
  Hostile hostile;
  std::size_t pages = 0;                // read meanwhile
  std::size_t killed = 0;               // workers
  double lost = 0;                      // workers, those killed at work among them
  int ended_with = 0;                   // exit code of the server; below zero: a signal
  std::vector<std::string> complaints;  // of a sanitizer, in what the server and its workers wrote
};
Mixed mixed_load(const Place& place, std::chrono::seconds how_long,
                 const std::filesystem::path& files);

// Lines in which a sanitizer reports: "WARNING: ThreadSanitizer: data race (pid=…)".
[[nodiscard]] std::vector<std::string> complaints_in(const std::string& text);

}  // namespace vermilion::service_load
