#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace vermilion::service::server {

// What is counted, in the text format of Prometheus. Labels are routes, statuses and verdicts:
// never what a client sent.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  void count_request(std::string_view route, int status, std::chrono::duration<double> took);
  void count_inspection(std::string_view verdict);
  void count_callback(std::string_view partner, std::string_view answer);

  // What is looked up when somebody asks: workers, turns.
  struct Gauges {
    double working = 0;
    double waiting = 0;
    double workers_forked = 0;
    double workers_lost = 0;
    double jobs_waiting = 0;
    double jobs_dead = 0;
  };
  [[nodiscard]] std::string text(const Gauges& gauges) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vermilion::service::server
