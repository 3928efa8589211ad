#pragma once

#include <benchmark/benchmark.h>

#include <string>

namespace vermilion::speed {

// The rows as a plain table, each printed when it has been measured: figures by column, `-` where
// one makes no sense, and the reason where there is no row.
class Table : public benchmark::BenchmarkReporter {
 public:
  // `terms`: a line that says how it was measured.
  explicit Table(std::string terms) : terms_(std::move(terms)) {}

  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;

 private:
  std::string terms_;
  std::string group_;  // "stage/flat_200": what the rows just printed belong to
};

}  // namespace vermilion::speed
