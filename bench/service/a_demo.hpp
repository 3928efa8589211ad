#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::service_load {

// What to start, and where.
struct Place {
  std::filesystem::path program;
  std::filesystem::path folder;  // of the demonstration; made where it is not there
  std::uint16_t port = 22080;
  std::uint16_t partners_port = 22077;
  // Layers the workers must have, where they lack some of the usual ones: a build with sanitizers.
  std::optional<std::string> sandbox;
};

// `vermilion demo` as a process of its own, so that what it costs is not what asking costs.
class ADemo {
 public:
  // Up once it answers. A folder that is new is filled first, which takes half a minute. Throws
  // std::runtime_error where it does not come up.
  explicit ADemo(const Place& place);
  ~ADemo();
  ADemo(const ADemo&) = delete;
  ADemo& operator=(const ADemo&) = delete;

  [[nodiscard]] std::uint16_t port() const { return place_.port; }
  [[nodiscard]] pid_t pid() const { return pid_; }
  // From the start of the process to its first answer.
  [[nodiscard]] std::chrono::milliseconds came_up_in() const { return came_up_in_; }
  // Asked to stop and awaited: its exit code, or the signal that ended it as a negative number.
  int end();
  // Still the process that was started.
  [[nodiscard]] bool lives() const;
  [[nodiscard]] double resident_mib() const;
  // CPU time since its start: of the process that answers HTTP, and of those that look at scans.
  [[nodiscard]] double api_cpu_s() const;
  [[nodiscard]] double workers_cpu_s() const;
  // Processes that look at scans: what its zygote has forked.
  [[nodiscard]] std::vector<pid_t> workers() const;
  // Of /metrics, by the name that begins the line.
  [[nodiscard]] double metric(const std::string& name) const;
  [[nodiscard]] std::string metrics() const;
  // What it wrote: to its terminal, and its log.
  [[nodiscard]] std::string said() const;
  [[nodiscard]] std::string log() const;
  [[nodiscard]] std::string api_key() const;
  // The accounts of its applicants: credit code and number of each.
  struct Account {
    std::string credit_code;
    std::string mobile;
  };
  [[nodiscard]] std::vector<Account> applicants() const;

 private:
  void await_answers(std::chrono::steady_clock::time_point begun);
  void must_be_ours() const;
  void await_stories() const;

  Place place_;
  bool is_new_ = false;
  pid_t pid_ = -1;
  std::chrono::milliseconds came_up_in_{0};
};

// Of a file, whole; empty where it is not there.
[[nodiscard]] std::string text_of(const std::filesystem::path& file);

}  // namespace vermilion::service_load
